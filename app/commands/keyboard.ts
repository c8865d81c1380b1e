/**
 * Keys to commands. Letters are matched by what they type and digits by where they are, so that AZERTY works; text fields keep their keys.
 */
import { tinykeys } from 'tinykeys';
import type { HostMenu } from '#bridge';
import { pointerPlace } from '../canvas/viewport';
import { type PlainText, t } from '../i18n/i18n';
import { useEditor } from '../state/store';
import type { EditorCommand } from './command';
import { keysOf } from './keys';
import { COMMANDS, commandById, MENUS } from './registry';

const TYPING = 'input:not([type="range"]), textarea, select, [contenteditable="true"]';
/** These work while typing too; what was typed so far counts. */
const EVERYWHERE = new Set([
  'file.new',
  'file.open',
  'file.save',
  'file.save-as',
  'file.export',
  'file.print',
  'select.find',
  'view.commands',
  'view.next-part',
  'view.previous-part',
]);
/** These work in any panel too. */
const IN_PANELS = new Set(['select.none', 'replay.stop']);
/** Here plain keys (arrows, Delete, letters, but not F2) mean something else, or nothing: they are not for the canvas. */
const NOT_CANVAS = 'aside, [role="tablist"], [role="menu"]';

/** Listens for the keys of all commands, and for those that are chosen later. */
export function listenToKeys(target: Window): void {
  noteTabbing(target);
  let stop = bind(target);
  useEditor.subscribe(({ settings }, before) => {
    if (settings.keys === before.settings.keys) return;
    stop();
    stop = bind(target);
  });
}

function bind(target: Window): () => void {
  const bindings = new Map<string, EditorCommand[]>();
  for (const command of COMMANDS)
    for (const keys of command.byBrowser ? [] : keysOf(command))
      bindings.set(keys, [...(bindings.get(keys) ?? []), command]);
  const handlers = [...bindings].map(([keys, commands]) => [keys, handler(commands, keys)]);
  // Which keys belong to a field is decided below, field by field.
  return tinykeys(target, Object.fromEntries(handlers), { ignore: ({ isComposing }) => isComposing });
}

/** Of the commands with the same keys, the first that makes sense. */
function handler(commands: readonly EditorCommand[], keys: string) {
  const plain = !/\$mod|Alt|F\d/.test(keys);
  return (event: KeyboardEvent) => {
    const state = useEditor.getState();
    const command = commands.find(({ enabled }) => enabled(state));
    if (state.dialog !== null || state.finding !== null || !command) return;
    const { activeElement: focused } = document;
    if (isOfField(focused, keys) && !EVERYWHERE.has(command.id)) return;
    if (plain && focused?.closest(NOT_CANVAS) && !IN_PANELS.has(command.id)) return;
    if (keys === 'Tab' && !tabIsFree()) return;
    if (keys.includes('Arrow') && plain && onUnselectedNode()) return;
    event.preventDefault();
    // A field hands its draft in when it is left.
    if (focused instanceof HTMLElement && isOfField(focused, keys)) focused.blur();
    command.run();
  };
}

/** Whether keys mean something to the field with the focus. A list has no text to undo or to copy. */
function isOfField(focused: Element | null, keys: string): boolean {
  const field = focused?.closest(TYPING);
  return field instanceof HTMLSelectElement ? !keys.includes('$mod') : Boolean(field);
}

/** Whether the focus goes from control to control; a hand that moves the mouse has left the keyboard. */
let tabbing = false;

function noteTabbing(target: Window): void {
  target.addEventListener('keydown', ({ key }) => {
    if (key === 'Tab' && document.activeElement !== document.body) tabbing = true;
  });
  target.addEventListener('pointermove', () => {
    tabbing = false;
  });
}

/**
 * Tab goes on to the next control, unless there is none it would leave: the hand is on the mouse, over the canvas. Who tabs past the last
 * control comes round, wherever the mouse lies.
 */
const tabIsFree = () => document.activeElement === document.body && !tabbing && pointerPlace() !== undefined;

/** Arrows move what is selected; the focus on anything else they move on to the next node. */
function onUnselectedNode(): boolean {
  const id = document.activeElement?.closest<HTMLElement>('[data-node]')?.dataset.node;
  return id !== undefined && !useEditor.getState().selection.nodes.includes(id);
}

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
/** The key that goes with most commands, as this platform calls it. */
export const modifier = isMac ? '⌘' : 'Ctrl';

/** Keys that have their names printed on them, in the language of the keyboard. */
const NAMES: Readonly<Record<string, PlainText>> = {
  ...(!isMac && { Shift: 'Shift' }),
  Escape: 'Esc',
  Enter: 'Enter',
  Delete: 'Del',
  Backspace: 'Backspace',
  Insert: 'Insert',
  Home: 'Home',
};

const SYMBOLS: Readonly<Record<string, string>> = {
  $mod: modifier,
  Shift: '⇧',
  Alt: isMac ? '⌥' : 'Alt',
  Equal: '=',
  Comma: ',',
  Minus: '−',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The first binding of a command, as this platform writes it: "Ctrl+Shift+Z" or "⇧⌘Z". */
export const shownKeys = (command: EditorCommand): string => allShownKeys(command)[0] ?? '';

/** All of them. */
export const allShownKeys = (command: EditorCommand): string[] => keysOf(command).map(shown);

function shown(keys: string): string {
  // A question mark is typed with Shift on every keyboard: that need not be said.
  const parts = keys === 'Shift+?' ? ['?'] : keys.split('+').map(keyName);
  return parts.map((part) => (part.length === 1 ? part.toUpperCase() : part)).join(isMac ? '' : '+');
}

function keyName(key: string): string {
  const name = NAMES[key];
  return name === undefined ? (SYMBOLS[key] ?? key.replace(/^Digit/, '')) : t(name);
}

/** What a button says of its command: the label, what it would act on, the keys. */
export function titleOf(id: string, about?: string): string {
  const command = commandById(id);
  const [label, keys] = [t(command.label), shownKeys(command)];
  if (keys === '') return label;
  return about
    ? t('{{label}}: {{about}} ({{keys}})', { label, about, keys })
    : t('{{label}} ({{keys}})', { label, keys });
}

/** The native menu: the registry, with the bindings that a menu can show. */
export function nativeMenus(): HostMenu[] {
  return MENUS.map((menu) => ({
    label: t(menu),
    commands: COMMANDS.filter((command) => command.menu === menu && !command.unlisted).map((command) => {
      const [keys] = keysOf(command);
      return {
        id: command.id,
        label: t(command.label),
        ...(keys?.includes('+') && { accelerator: accelerator(keys) }),
      };
    }),
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
