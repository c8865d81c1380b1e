/**
 * The first column of a study: what it is, how to end it, and what can be chosen.
 */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { setStudy } from '../state/store';
import styles from './study.module.css';

interface ControlsProps {
  readonly title: string;
  /** Where much stands beside them. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function Controls({ title, narrow = false, children }: ControlsProps) {
  const { t } = useTranslation();
  const end = t('End the study');
  return (
    <div className={narrow ? `${styles.controls} ${styles.narrow}` : styles.controls}>
      <header className={styles.title}>
        <h2>{title}</h2>
        <button type="button" aria-label={end} title={end} onClick={() => setStudy(null)}>
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {children}
    </div>
  );
}
