/**
 * The sheet of shortcuts: every command with its keys as this platform writes them, and what the mouse does.
 */
import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorCommand } from '../commands/command';
import { allShownKeys, isMac, modifier } from '../commands/keyboard';
import { chooseKeys, holderOf, keysPressed } from '../commands/keys';
import { COMMANDS, MENUS } from '../commands/registry';
import dialogs from '../dialogs/dialogs.module.css';
import type { PlainText } from '../i18n/i18n';
import { find, useEditor } from '../state/store';
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
  ['Space on a node', 'Gather it; the arrows go on to more'],
];

export function Shortcuts() {
  const { t } = useTranslation();
  const [told, tell] = useState('');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && find(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={`${styles.popup} ${styles.sheet}`}>
          <Dialog.Title className={styles.sheetTitle}>{t('Keyboard shortcuts')}</Dialog.Title>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <div className={styles.columns} tabIndex={0}>
            {MENUS.map((menu) => (
              <section key={menu} className={styles.section}>
                <h3>{t(menu)}</h3>
                <dl>
                  {COMMANDS.filter((command) => command.menu === menu).map((command) => (
                    <CommandKeys key={command.id} command={command} tell={tell} />
                  ))}
                </dl>
              </section>
            ))}
            <section className={styles.section}>
              <h3>{t('Mouse')}</h3>
              <dl>
                {GESTURES.map(([gesture, what]) => (
                  <Line key={gesture} what={t(what)} keys={[t(gesture)]} />
                ))}
                <Line what={t('Zoom')} keys={[t('{{mod}} + wheel', { mod: modifier })]} />
              </dl>
            </section>
          </div>
          <p role="status" className={styles.told}>
            {told || t('Press keys in this list to choose others.')}
          </p>
          <div className={dialogs.buttons}>
            <Dialog.Close className={dialogs.primary}>{t('Close')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Line({ what, keys }: { readonly what: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.shortcut}>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}

interface CommandKeysProps {
  readonly command: EditorCommand;
  tell(text: string): void;
}

/** A command and its keys, which are a button: after a press the next keys count. Escape leaves them, Backspace gives the usual ones back. */
function CommandKeys({ command, tell }: CommandKeysProps) {
  const { t } = useTranslation();
  useEditor(({ settings }) => settings.keys);
  const [listening, listen] = useState(false);
  if (command.byBrowser) return <Line what={t(command.label)} keys={allShownKeys(command)} />;
  const choose = (event: KeyboardEvent) => {
    if (!listening) return;
    event.preventDefault();
    event.stopPropagation();
    const keys = keysPressed(event.nativeEvent, isMac);
    if (keys === undefined) return;
    listen(false);
    if (keys === 'Escape') return tell('');
    if (keys === 'Backspace') return chooseKeys(command.id, undefined);
    const holder = holderOf(keys, command.id);
    if (holder) return tell(t('These keys are taken by “{{label}}”.', { label: t(holder.label) }));
    tell('');
    chooseKeys(command.id, keys);
  };
  return (
    <div className={styles.shortcut}>
      <dt>{t(command.label)}</dt>
      <dd>
        <button
          type="button"
          className={styles.keys}
          onClick={() => {
            listen(true);
            tell(
              t('Press the new keys. Escape leaves them as they are, Backspace gives the usual ones back.'),
            );
          }}
          onKeyDown={choose}
          onBlur={() => listen(false)}
        >
          <span className="visually-hidden">{t('Keys of “{{label}}”', { label: t(command.label) })}</span>
          {listening ? <kbd>…</kbd> : allShownKeys(command).map((key) => <kbd key={key}>{key}</kbd>)}
        </button>
      </dd>
    </div>
  );
}
