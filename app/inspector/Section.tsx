/**
 * A titled part of the inspector.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './inspector.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What a copy button would put on the clipboard. */
  readonly copy?: () => string;
}

export function Section({ title, children, copy }: SectionProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {title}
        {copy && (
          <button
            type="button"
            className={styles.copy}
            onClick={() => void navigator.clipboard.writeText(copy())}
          >
            {t('Copy')}
          </button>
        )}
      </h3>
      {children}
    </section>
  );
}
