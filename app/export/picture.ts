/**
 * The graph on the canvas as a picture of one's choice, to be saved or copied.
 */
import { type Outliner, type PictureOptions, type PictureTheme, pictureOf } from '#scene';
import { host } from '../host/host';
import { t } from '../i18n/i18n';
import { guarded, suggestedName } from '../state/files';
import { type Annotation, type EditorState, showDialog, showNotice, useEditor } from '../state/store';
import { markOfNode, markOfWire } from '../study/marks';
import { pngOf } from './pixels';

export interface PictureChoices {
  readonly format: 'svg' | 'png';
  readonly theme: PictureTheme;
  readonly annotation: Annotation;
  /** Of an SVG; a PNG is always drawn from outlines. */
  readonly text: PictureOptions['text'];
  /** Pixels of a PNG for each one of the canvas. */
  readonly scale: number;
  readonly selectedOnly: boolean;
}

export const needsOutlines = ({ format, text }: PictureChoices): boolean =>
  format === 'png' || text === 'outlines';

/** The picture as an SVG, from which a PNG is made too. Outlines are drawn once there is an outliner, text until then. */
export function svgOf(state: EditorState, choices: PictureChoices, outliner: Outliner | undefined): string {
  const { history, evaluation, selection, settings } = state;
  const { theme, annotation, selectedOnly } = choices;
  // What is studied is shown as on the canvas.
  const mark = (id: string) => {
    const seen = id.includes('.') ? markOfWire(state, id) : markOfNode(state, id);
    return seen === 'plain' ? undefined : seen;
  };
  const only = selectedOnly && selection.nodes.length > 0 ? { only: new Set(selection.nodes) } : {};
  const letters =
    needsOutlines(choices) && outliner ? { text: 'outlines' as const, outliner } : { text: 'text' as const };
  return pictureOf(history.document, evaluation, {
    theme,
    annotation,
    edges: settings.edges,
    numbers: settings.numbers,
    mark,
    ...only,
    ...letters,
  });
}

/** Saves where the user says, and closes the dialog. */
export async function savePicture(svg: string, { format, scale }: PictureChoices): Promise<void> {
  const name = suggestedName(useEditor.getState().history.document.title, format);
  const saved = await guarded(async () => {
    const bytes = format === 'svg' ? new TextEncoder().encode(svg) : await pngOf(svg, scale);
    return host.saveAs(bytes, name, format);
  });
  if (!saved) return;
  showDialog(null);
  showNotice({ text: t('{{name}} is saved.', { name: saved.name }), kind: 'note' });
}

/** Puts an SVG on the clipboard as its text, a PNG as a picture. */
export async function copyPicture(svg: string, { format, scale }: PictureChoices): Promise<void> {
  if (format === 'svg') return navigator.clipboard.writeText(svg);
  const png = pngOf(svg, scale).then((bytes) => new Blob([bytes], { type: 'image/png' }));
  return navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
}
