/**
 * Numbers in a cell: live for the eye, a sentence for the ear.
 */
import { useCallback, useMemo } from 'react';
import { type Grid, matrixSentence } from '#scene';
import { MatrixView } from '../values/MatrixView';
import { useSentence } from '../values/use-sentence';
import styles from './outline.module.css';

interface NumbersProps {
  /** What they are, in words. */
  readonly name: string;
  readonly read: () => Grid | undefined;
  /** Whether Tab comes to them. */
  readonly reachable: boolean;
  readonly kind?: 'gradient' | 'jacobian';
}

export function Numbers({ name, read, reachable, kind }: NumbersProps) {
  const ref = useSentence<HTMLSpanElement>(
    useCallback(() => matrixSentence(name, read()), [name, read]),
    useMemo(() => ({ name, read }), [name, read]),
  );
  return (
    <span
      ref={ref}
      role="img"
      tabIndex={reachable ? 0 : undefined}
      className={styles.numbers}
      data-kind={kind}
    >
      <MatrixView read={read} className={styles.small} />
    </span>
  );
}
