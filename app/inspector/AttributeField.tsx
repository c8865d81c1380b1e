/**
 * A setting of an operator: a choice, or a number typed in, or several with commas between them.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeSpec } from '#engine';
import { useSaid } from '../i18n/messages';
import { leaveField } from '../outline/focus';
import { parseNumber } from '../values/NumberCell';
import styles from './inspector.module.css';

interface AttributeFieldProps {
  readonly name: string;
  readonly spec: AttributeSpec;
  readonly value: unknown;
  onChange(value: unknown): void;
}

export function AttributeField(props: AttributeFieldProps) {
  return props.spec.choices ? <ChoiceField {...props} /> : <NumberField {...props} />;
}

function ChoiceField({ name, spec, value, onChange }: AttributeFieldProps) {
  const said = useSaid();
  const choices = spec.choices ?? [];
  const current = choices.findIndex((choice) => choice.value === (value ?? spec.default));
  return (
    <label className={styles.field} title={said(spec.help, 'setting')}>
      {name}
      <select
        value={current}
        onChange={(event) => onChange(choices[Number(event.currentTarget.value)].value)}
      >
        {current < 0 && <option value={-1}>{String(value)}</option>}
        {choices.map(({ label }, i) => (
          <option key={label} value={i}>
            {said(label, 'setting')}
          </option>
        ))}
      </select>
    </label>
  );
}

function NumberField({ name, spec, value, onChange }: AttributeFieldProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const shown = [value ?? spec.default ?? ''].flat().join(', ');
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = (Array.isArray(spec.initial) ? parseNumbers : parseNumber)(draft ?? shown);
  const wrong = parsed === undefined || !spec.accepts(parsed);
  return (
    <label className={styles.field} title={said(spec.help, 'setting')}>
      {name}
      <input
        inputMode="decimal"
        value={draft ?? shown}
        aria-invalid={wrong}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          if (draft !== null && draft !== shown && !wrong) onChange(parsed);
          setDraft(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') leaveField(event.currentTarget);
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <span className={styles.fieldProblem} role="status">
        {wrong && t('Expected {{what}}.', { what: said(spec.expected, 'setting') })}
      </span>
    </label>
  );
}

/** "2, 3" or "[2, 3]" as [2, 3]; nothing at all as the empty list. */
function parseNumbers(text: string): number[] | undefined {
  const parts = text.replace(/[[\]]/g, ' ').split(/[\s,;]+/);
  const numbers = parts.filter((part) => part !== '').map(parseNumber);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}
