/**
 * What comes onto paper: the title, what the graph is about, and its picture, in light colours and drawn as shapes. The panels stay behind.
 * It is made when the browser is about to print, whoever asked for it, and gone afterwards.
 */
import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { pictureOf, sizeOfPicture } from '#scene';
import { host } from '../host/host';
import { t } from '../i18n/i18n';
import { shownTitle, textOf } from '../lessons/translated';
import { Markdown } from '../math/Markdown';
import { guarded, suggestedName } from '../state/files';
import { showNotice, useEditor } from '../state/store';
import styles from './print.module.css';

/** A text in Markdown that is printed in place of the graph. */
let instead: string | undefined;

/** Asks the browser to print a text, or to save it as PDF. A second heading of the second order begins on a new page. */
export function printText(markdown: string): void {
  instead = markdown;
  window.print();
}

/** The graph as a PDF file: by the window itself on the desktop, by the dialog for printing in a browser. */
export async function savePdf(): Promise<void> {
  const { title } = useEditor.getState().history.document;
  const saved = await guarded(async () => {
    const outcome = await host.savePdf(suggestedName(title, 'pdf'));
    if (outcome === undefined) window.print();
    return outcome ?? null;
  });
  if (saved) showNotice({ text: t('{{name}} is saved.', { name: saved.name }), kind: 'note' });
}

export function listenToPrinting(target: Window): void {
  let remove = () => {};
  target.addEventListener('beforeprint', () => {
    remove();
    if (useEditor.getState().screen === 'editor') remove = layOut();
  });
  target.addEventListener('afterprint', () => {
    remove();
    instead = undefined;
  });
}

/** Puts the sheet before the page, which its style sheet then hides on paper. Printing does not wait: it is drawn at once. */
function layOut(): () => void {
  const { content, shape } =
    instead === undefined ? graphNow() : { content: <Markdown>{instead}</Markdown>, shape: 'text' };
  const sheet = document.createElement('div');
  sheet.className = styles.sheet;
  sheet.dataset.shape = shape;
  document.body.prepend(sheet);
  const root = createRoot(sheet);
  flushSync(() => root.render(content));
  return () => {
    root.unmount();
    sheet.remove();
  };
}

/** The graph as it is seen, on a page that is as wide or as high as it. */
function graphNow() {
  const { history, evaluation, annotation, settings } = useEditor.getState();
  const { numbers, edges } = settings;
  const svg = pictureOf(history.document, evaluation, {
    theme: 'transparent',
    annotation,
    edges,
    text: 'text',
    numbers,
  });
  const { width, height } = sizeOfPicture(svg);
  const { lesson, description } = history.document;
  const about = textOf(lesson, description);
  return {
    content: <Sheet title={shownTitle(history.document)} about={about} svg={svg} />,
    shape: width > height ? 'wide' : 'high',
  };
}

interface SheetProps {
  readonly title: string;
  readonly about: string;
  readonly svg: string;
}

function Sheet({ title, about, svg }: SheetProps) {
  return (
    <>
      <h1>{title || t('Untitled')}</h1>
      {about && <Markdown>{about}</Markdown>}
      <Picture svg={svg} />
    </>
  );
}

/** Part of the page rather than an image of it: an image would still be loading when the paper is drawn. */
function Picture({ svg }: { readonly svg: string }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
    ref.current?.replaceChildren(document.importNode(documentElement, true));
  }, [svg]);
  return <div ref={ref} className={styles.picture} />;
}
