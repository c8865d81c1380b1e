/**
 * A picture of the graph: how it is to look, how it will look, and where it goes.
 */
import { Dialog } from '@base-ui/react/dialog';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_PIXELS, type Outliner, PICTURE_THEMES, type PictureTheme, sizeOfPicture } from '#scene';
import { commandById } from '../commands/registry';
import dialogs from '../dialogs/dialogs.module.css';
import { countText } from '../i18n/counts';
import type { PlainText } from '../i18n/i18n';
import { loadOutliner } from '../math/outliner';
import { ANNOTATIONS, showDialog, useEditor } from '../state/store';
import { currentTheme } from '../state/theme';
import { Choice } from './Choice';
import styles from './export.module.css';
import { Preview } from './Preview';
import { copyPicture, needsOutlines, type PictureChoices, savePicture, svgOf } from './picture';

const FORMATS = ['svg', 'png'] as const;
/** The paper, and the colours on it. */
const PAPERS: Readonly<Record<PictureTheme, PlainText>> = {
  light: 'light',
  dark: 'dark',
  transparent: 'transparent',
};
const LETTERS = ['text', 'outlines'] as const;
const SCALES = [1, 2, 3, 4] as const;

const firstChoices = (): PictureChoices => ({
  format: 'svg',
  theme: currentTheme(),
  annotation: useEditor.getState().annotation,
  text: 'text',
  scale: 2,
  selectedOnly: false,
});

export function ExportDialog() {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(firstChoices);
  const [outliner, setOutliner] = useState<Outliner>();
  const [told, setTold] = useState('');
  // Nothing of it changes while the dialog stands in front.
  const state = useEditor();
  const svg = useMemo(() => svgOf(state, choices, outliner), [state, choices, outliner]);

  function choose(change: Partial<PictureChoices>): void {
    const next = { ...choices, ...change };
    setChoices(next);
    setTold('');
    if (!needsOutlines(next)) return;
    loadOutliner().then(setOutliner, () => setTold(t('The fonts of the picture could not be loaded.')));
  }

  function copy(): void {
    copyPicture(svg, choices).then(
      () => setTold(t('Copied')),
      () => setTold(t('The browser does not let this page write to the clipboard.')),
    );
  }

  const { format, theme, annotation, text, scale, selectedOnly } = choices;
  const [width, height] = Object.values(sizeOfPicture(svg)).map(
    (side) => side * (format === 'png' ? scale : 1),
  );
  const tooLarge = format === 'png' && width * height > MOST_PIXELS;
  const size = { width: countText(width), height: countText(height) };
  const ready = !tooLarge && (!needsOutlines(choices) || outliner !== undefined);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && showDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogs.backdrop} />
        <Dialog.Popup className={`${dialogs.popup} ${styles.popup}`}>
          <Dialog.Title className={dialogs.title}>{t('Export a picture')}</Dialog.Title>
          <Dialog.Description className={styles.soft}>
            {t('The picture holds its graph: it can be opened again, here.')}
          </Dialog.Description>
          <div className={styles.parts}>
            <Preview svg={svg} />
            <div className={styles.choices}>
              <Choice
                title={t('Format')}
                options={FORMATS.map((value) => [value, value.toUpperCase()])}
                value={format}
                onChange={(value) => choose({ format: value })}
              />
              <Choice
                title={t('Paper')}
                options={PICTURE_THEMES.map((value) => [value, t(PAPERS[value])])}
                value={theme}
                onChange={(value) => choose({ theme: value })}
              />
              <Choice
                title={t('What the edges show')}
                options={ANNOTATIONS.map((value) => [value, t(commandById(`view.${value}`).label)])}
                value={annotation}
                onChange={(value) => choose({ annotation: value })}
              />
              {format === 'svg' ? (
                <Choice
                  title={t('Letters of an SVG')}
                  help={t(
                    'Text is small and can be searched; outlines look the same where the fonts are missing.',
                  )}
                  options={LETTERS.map((value) => [value, t(value)])}
                  value={text}
                  onChange={(value) => choose({ text: value })}
                />
              ) : (
                <Choice
                  title={t('Pixels for each pixel of the canvas')}
                  options={SCALES.map((value) => [value, String(value)])}
                  value={scale}
                  onChange={(value) => choose({ scale: value })}
                />
              )}
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={selectedOnly}
                  disabled={state.selection.nodes.length === 0}
                  onChange={(event) => choose({ selectedOnly: event.currentTarget.checked })}
                />
                {t('Only the selected nodes')}
              </label>
              <p className={styles.soft} data-refused={tooLarge || undefined}>
                {tooLarge
                  ? t(
                      '{{width}} × {{height}} pixels are more than there is room for: choose fewer, or SVG.',
                      size,
                    )
                  : t('{{width}} × {{height}} pixels', size)}
              </p>
            </div>
          </div>
          <div className={dialogs.buttons}>
            <p role="status" className={styles.told}>
              {told}
            </p>
            <Dialog.Close className={dialogs.button}>{t('Cancel')}</Dialog.Close>
            <button type="button" className={dialogs.button} disabled={!ready} onClick={copy}>
              {t('Copy')}
            </button>
            <button
              type="button"
              className={dialogs.primary}
              disabled={!ready}
              onClick={() => void savePicture(svg, choices)}
            >
              {t('Save')}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
