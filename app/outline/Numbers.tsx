/**
 * Numbers in a cell: live for the eye, a sentence for the ear.
 */
import { useCallback } from 'react';
import type { Grid } from '#scene';
import { matrixSentence } from '../speech/words';
import { MatrixView } from '../values/MatrixView';
import { useSentence } from '../values/use-sentence';
import styles from './outline.module.css';

interface NumbersProps {
  /** What they are, in words. Made anew only when that changes. */
  readonly name: () => string;
  readonly read: () => Grid | undefined;
  readonly kind?: 'gradient' | 'jacobian';
}

export function Numbers({ name, read, kind }: NumbersProps) {
  const ref = useSentence<HTMLSpanElement>(useCallback(() => matrixSentence(name(), read()), [name, read]));
  return (
    <span ref={ref} role="img" className={styles.numbers} data-kind={kind}>
      <MatrixView read={read} className={styles.small} />
    </span>
  );
}
