/**
 * One difference between two versions, in words.
 */
import { useTranslation } from 'react-i18next';
import type { Change } from '#document';
import type { NestedValue } from '#engine';
import { shortNumber, sizeText } from '#scene';
import type { PlainText } from '../i18n/i18n';
import { useEditor } from '../state/store';

type Part<Kind extends Change['kind']> =
  Extract<Change, { readonly kind: Kind }> extends {
    readonly part: infer P extends string;
  }
    ? P
    : never;

const NODE_PARTS = {
  op: 'the function',
  label: 'the symbol',
  note: 'the note',
  expression: 'the formula',
  function: 'the function',
  attributes: 'the settings',
  position: 'the place',
  rest: 'something that this version of Nabla does not know',
} as const satisfies Record<Part<'part'>, PlainText>;

const DOCUMENT_PARTS = {
  title: 'The title',
  description: 'The description',
  target: 'The target',
  functions: 'The functions',
  lesson: 'The lesson',
  view: 'What is shown',
  rest: 'Something that this version of Nabla does not know',
  order: 'The order of the nodes in the file',
} as const satisfies Record<Part<'document'>, PlainText>;

export function ChangeLine({ change }: { readonly change: Change }) {
  const { t } = useTranslation();
  const format = useEditor(({ settings }) => settings.numbers);
  const shown = (value: NestedValue | undefined): string => {
    if (value === undefined) return '–';
    if (typeof value === 'number') return shortNumber(value, format);
    const [first] = value;
    if (Array.isArray(first)) return sizeText(value.length, first.length);
    const numbers = value as readonly number[];
    return numbers.length > 6
      ? sizeText(numbers.length, 1)
      : `(${numbers.map((x) => shortNumber(x, format)).join('; ')})`;
  };
  switch (change.kind) {
    case 'added':
      return <li data-kind="added">{t('{{node}} was added', change)}</li>;
    case 'removed':
      return <li data-kind="removed">{t('{{node}} was removed', change)}</li>;
    case 'value':
      return (
        <li>
          {change.node}: {shown(change.from)} → {shown(change.to)}
        </li>
      );
    case 'wire':
      return (
        <li>
          {t('{{operand}} of {{node}}: {{from}} → {{to}}', {
            ...change,
            from: change.from ?? '–',
            to: change.to ?? '–',
          })}
        </li>
      );
    case 'part':
      return (
        <li>
          {change.node}: {t(NODE_PARTS[change.part])}
        </li>
      );
    case 'document':
      return <li>{t(DOCUMENT_PARTS[change.part])}</li>;
  }
}
