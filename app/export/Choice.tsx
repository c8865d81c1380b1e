/**
 * One of a few, all in sight.
 */
import styles from './export.module.css';

interface ChoiceProps<T extends string | number> {
  readonly title: string;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly value: T;
  readonly help?: string;
  onChange(value: T): void;
}

export function Choice<T extends string | number>({ title, options, value, help, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className={styles.choice}>
      <legend>{title}</legend>
      <div className={styles.options}>
        {options.map(([option, label]) => (
          <button key={option} type="button" aria-pressed={option === value} onClick={() => onChange(option)}>
            {label}
          </button>
        ))}
      </div>
      {help && <p className={styles.soft}>{help}</p>}
    </fieldset>
  );
}
