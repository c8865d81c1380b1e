/**
 * Markdown with $…$, as React elements: no HTML of the author's ever reaches the page.
 */
import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkMath from 'remark-math';
import { Tex } from './Tex';

const components: Components = {
  code({ className = '', children }) {
    const source = textOf(children);
    if (className.includes('math-inline')) return <Tex>{source}</Tex>;
    if (className.includes('math-display')) return <Tex display>{source}</Tex>;
    return <code>{children}</code>;
  },
  // A link of a stranger's file is shown, not followed; an image would be a request.
  a: ({ children, href }) => <span title={href}>{children}</span>,
  img: ({ alt }) => <span>{alt}</span>,
};

function textOf(children: ReactNode): string {
  return Array.isArray(children) ? children.map(textOf).join('') : String(children ?? '');
}

export const Markdown = memo(function Markdown({ children }: { readonly children: string }) {
  return (
    <ReactMarkdown remarkPlugins={[remarkMath]} components={components}>
      {children}
    </ReactMarkdown>
  );
});
