/**
 * The sheet of shortcuts: every command with its keys as this platform writes them, and what the mouse does.
 */
import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { allShownKeys, modifier } from '../commands/keyboard';
import { COMMANDS, MENUS } from '../commands/registry';
import dialogs from '../dialogs/dialogs.module.css';
import type { PlainText } from '../i18n/i18n';
import { find } from '../state/store';
import styles from './finder.module.css';

/** Gestures and what they do. */
const GESTURES: readonly (readonly [gesture: PlainText, what: PlainText])[] = [
  ['double click on the canvas', 'Add a node…'],
  ['drag on the canvas', 'Select what is in the frame'],
  ['wheel, Space + drag, middle button', 'Move the canvas'],
  ['drag from a dot', 'Draw a wire; on the empty canvas, choose what it leads to'],
  ['drag the end of a wire', 'Reconnect it, or cut it'],
  ['Alt + click on a wire', 'Cut it'],
  ['Alt + drag', 'Duplicate'],
  ['drop a node on a wire', 'Insert it'],
  ['Shift + click', 'Add to the selection'],
];

export function Shortcuts() {
  const { t } = useTranslation();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && find(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={`${styles.popup} ${styles.sheet}`}>
          <Dialog.Title className={styles.sheetTitle}>{t('Keyboard shortcuts')}</Dialog.Title>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className={styles.columns} tabIndex={0}>
            {MENUS.map((menu) => (
              <Section
                key={menu}
                title={t(menu)}
                lines={COMMANDS.filter((command) => command.menu === menu && command.keys.length > 0).map(
                  (command) => [t(command.label), allShownKeys(command)],
                )}
              />
            ))}
            <Section
              title={t('Mouse')}
              lines={[
                ...GESTURES.map(([gesture, what]) => [t(what), [t(gesture)]] as const),
                [t('Zoom'), [t('{{mod}} + wheel', { mod: modifier })]],
              ]}
            />
          </div>
          <div className={dialogs.buttons}>
            <Dialog.Close className={dialogs.primary}>{t('Close')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface SectionProps {
  readonly title: string;
  readonly lines: readonly (readonly [what: string, keys: readonly string[]])[];
}

function Section({ title, lines }: SectionProps) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{title}</h3>
      <dl>
        {lines.map(([what, keys]) => (
          <div key={what} className={styles.shortcut}>
            <dt>{what}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
