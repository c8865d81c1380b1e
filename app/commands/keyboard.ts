/**
 * Keys to commands. Letters are matched by what they type and digits by where they are, so that AZERTY works; text fields keep their keys.
 */
import { tinykeys } from 'tinykeys';
import type { HostMenu } from '#bridge';
import { useEditor } from '../state/store';
import { COMMANDS, type EditorCommand } from './registry';

const TYPING = 'input:not([type="range"]), textarea, select, [contenteditable="true"]';
/** These work while typing too; what was typed so far counts. */
const EVERYWHERE = new Set(['file.new', 'file.open', 'file.save', 'file.save-as']);
/** Here plain keys (arrows, Delete, letters) mean something else, or nothing: they are not for the canvas. */
const NOT_CANVAS = 'aside, [role="tablist"]';

export function listenToKeys(target: Window): () => void {
  const bindings = COMMANDS.flatMap((command) =>
    command.keys.map((keys) => [keys, handler(command, keys)] as const),
  );
  // Which keys belong to a field is decided below, field by field.
  return tinykeys(target, Object.fromEntries(bindings), { ignore: ({ isComposing }) => isComposing });
}

function handler(command: EditorCommand, keys: string) {
  const plain = !/\$mod|Alt/.test(keys);
  return (event: KeyboardEvent) => {
    const state = useEditor.getState();
    if (state.dialog !== null || !command.enabled(state)) return;
    const { activeElement: focused } = document;
    if (focused?.closest(TYPING) && !EVERYWHERE.has(command.id)) return;
    if (plain && focused?.closest(NOT_CANVAS) && command.id !== 'edit.cancel') return;
    event.preventDefault();
    // A field hands its draft in when it is left.
    if (focused instanceof HTMLElement && focused.closest(TYPING)) focused.blur();
    command.run();
  };
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const SYMBOLS: Record<string, string> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Equal: '=',
  Minus: '−',
  Escape: 'Esc',
};

/** The first binding of a command, as this platform writes it: "Ctrl+Shift+Z" or "⇧⌘Z". */
export function shownKeys({ keys }: EditorCommand): string {
  if (keys.length === 0) return '';
  const parts = keys[0].split('+').map((part) => {
    const plain = SYMBOLS[part] ?? part.replace(/^Digit/, '');
    return plain.length === 1 ? plain.toUpperCase() : plain;
  });
  return parts.join(isMac ? '' : '+');
}

/** The native menu: the registry, with the bindings that a menu can show. */
export function nativeMenus(): HostMenu[] {
  const labels = [...new Set(COMMANDS.map(({ menu }) => menu))];
  return labels.map((label) => ({
    label,
    commands: COMMANDS.filter(({ menu }) => menu === label).map(({ id, label: item, keys }) => ({
      id,
      label: item,
      ...(keys[0]?.includes('+') && { accelerator: accelerator(keys[0]) }),
    })),
  }));
}

const ACCELERATORS: Record<string, string> = { $mod: 'CmdOrCtrl', Equal: '=', Minus: '-' };

function accelerator(keys: string): string {
  return keys
    .split('+')
    .map((part) => ACCELERATORS[part] ?? part.replace(/^(Digit|Arrow)/, ''))
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join('+');
}
