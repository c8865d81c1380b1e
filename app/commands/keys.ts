/**
 * Which keys run a command: its own, unless the user chose others.
 */
import { setSettings, useEditor } from '../state/store';
import type { EditorCommand } from './command';
import { COMMANDS } from './registry';

export function keysOf({ id, keys }: EditorCommand): readonly string[] {
  const chosen = useEditor.getState().settings.keys;
  return Object.hasOwn(chosen, id) ? chosen[id] : keys;
}

/** Gives a command other keys; undefined gives its own back. */
export function chooseKeys(id: string, keys: string | undefined): void {
  const { [id]: _, ...others } = useEditor.getState().settings.keys;
  setSettings({ keys: keys === undefined ? others : { ...others, [id]: [keys] } });
}

/** Keys by their place on the keyboard: digits and the signs that move from layout to layout. */
const BY_PLACE = /^(Digit\d|Equal|Minus|Comma)$/;
const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/** What was pressed, in tinykeys' notation; undefined while only modifiers are down. */
export function keysPressed(event: KeyboardEvent, isMac: boolean): string | undefined {
  if (MODIFIERS.has(event.key)) return undefined;
  const main = isMac ? event.metaKey : event.ctrlKey;
  const key = BY_PLACE.test(event.code) && (main || event.shiftKey) ? event.code : event.key;
  const parts = [
    main && '$mod',
    isMac && event.ctrlKey && 'Control',
    event.altKey && 'Alt',
    event.shiftKey && 'Shift',
    key.length === 1 ? key.toLowerCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

/** Another command that has these keys. */
export function holderOf(keys: string, id: string): EditorCommand | undefined {
  const order = (text: string) => text.split('+').sort().join('+').toLowerCase();
  return COMMANDS.find(
    (command) => command.id !== id && keysOf(command).some((other) => order(other) === order(keys)),
  );
}
