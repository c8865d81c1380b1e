/**
 * One editable number: drag sideways to scrub it, click to type, arrows to step.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { fullNumber, shortNumber } from '#scene';
import { t } from '../i18n/i18n';
import { leaveField } from '../outline/focus';
import { newGesture } from '../state/store';
import { useSteady } from '../state/structure';
import { isSketching, registerSketch } from './sketch';
import styles from './values.module.css';

interface NumberCellProps {
  readonly value: number;
  /** "x, component 2": how it is called when it is read out. */
  readonly name: string;
  readonly marked?: boolean;
  /** It is one of the many on the canvas. */
  readonly onCanvas?: boolean;
  /** Tab comes to it. */
  readonly reachable?: boolean;
  /** A step of a gesture, or a single change without one. */
  onChange(value: number, gesture?: string): void;
}

/** Pixels before a press becomes a scrub. */
const SLACK = 3;

export function NumberCell({
  value,
  name,
  marked = false,
  onCanvas = false,
  reachable = true,
  onChange,
}: NumberCellProps) {
  const format = useSteady(({ settings }) => settings.numbers);
  const [draft, setDraft] = useState<string | null>(null);
  const scrub = useRef<{ x: number; from: number; step: number; gesture: string; moved: boolean } | null>(
    null,
  );
  const stepping = useRef<string | null>(null);
  const ref = useRef<HTMLInputElement>(null);
  const text = useHeldText(ref, shortNumber(value, format), onCanvas && draft === null);
  const typed = (x: number) => (format.comma ? String(x).replace('.', ',') : String(x));
  const parsed = draft === null ? value : parseNumber(draft);

  function press(event: PointerEvent<HTMLInputElement>): void {
    if (event.button !== 0 || draft !== null) return;
    // A press is a scrub until it turns out to be a click: only then does the field take the focus.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    scrub.current = {
      x: event.clientX,
      from: value,
      step: stepOf(value),
      gesture: newGesture(),
      moved: false,
    };
  }

  function move(event: PointerEvent<HTMLInputElement>): void {
    const start = scrub.current;
    if (!start) return;
    const distance = event.clientX - start.x;
    if (!start.moved && Math.abs(distance) < SLACK) return;
    start.moved = true;
    const pace = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
    onChange(
      rounded(start.from + distance * start.step * pace, start.step * Math.min(1, pace)),
      start.gesture,
    );
  }

  function release(event: PointerEvent<HTMLInputElement>): void {
    const start = scrub.current;
    scrub.current = null;
    if (start && !start.moved) event.currentTarget.focus();
  }

  function finish(): void {
    stepping.current = null;
    if (draft !== null && parsed !== undefined && parsed !== value) onChange(parsed);
    setDraft(null);
  }

  function key(event: KeyboardEvent<HTMLInputElement>): void {
    const { currentTarget: input } = event;
    if (event.key === 'Enter') {
      if (parsed !== undefined) leaveField(input);
    } else if (event.key === 'Escape') {
      // The draft goes first, so that leaving the field keeps the old value.
      flushSync(() => setDraft(null));
      leaveField(input);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const step = stepOf(value) * (event.shiftKey ? 100 : 10) * (event.key === 'ArrowUp' ? 1 : -1);
      const next = rounded((parsed ?? value) + step, Math.abs(step));
      setDraft(typed(next));
      stepping.current ??= newGesture();
      onChange(next, stepping.current);
    } else return;
    event.stopPropagation();
  }

  return (
    <input
      ref={ref}
      className={`${styles.cell} nodrag nopan`}
      type="text"
      data-marked={marked || undefined}
      tabIndex={reachable ? 0 : -1}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      aria-label={name}
      aria-invalid={parsed === undefined}
      title={
        parsed === undefined ? t('Expected a number, such as 0.25, 1e-3 or 1/3') : fullNumber(value, format)
      }
      value={draft ?? text}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onLostPointerCapture={() => {
        scrub.current = null;
      }}
      onFocus={(event) => {
        const input = event.currentTarget;
        // At once: a key pressed before the next frame replaces what is there.
        flushSync(() => setDraft(typed(value)));
        input.select();
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={key}
    />
  );
}

/** The text that a field on the canvas holds: while numbers are drawn over it, the one from before. */
function useHeldText(ref: RefObject<HTMLInputElement | null>, text: string, onCanvas: boolean): string {
  const [held, setHeld] = useState(text);
  const latest = useRef(text);
  useLayoutEffect(() => {
    latest.current = text;
    if (!isSketching()) setHeld(text);
  }, [text]);
  useLayoutEffect(() => {
    if (!onCanvas) return;
    return registerSketch({
      element: ref.current!,
      look: () => ({ form: 'number', text: latest.current }),
      write: (look) => setHeld(look.text),
    });
  }, [ref, onCanvas]);
  return onCanvas ? held : text;
}

/** A pixel of scrubbing: a hundredth of the number's magnitude, a round number. */
function stepOf(value: number): number {
  return value === 0 ? 0.01 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 2);
}

/** The nearest multiple of the step, without the digits that binary fractions add. */
function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** A number as people type it: a decimal comma, a fraction, a real minus sign. Undefined when it is none, or not finite. */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(',', '.');
  const parts = plain.split('/');
  if (parts.length > 2 || parts.some((part) => !/^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(part)))
    return undefined;
  const [numerator, denominator = 1] = parts.map(Number);
  const value = numerator / denominator;
  return Number.isFinite(value) ? value : undefined;
}
