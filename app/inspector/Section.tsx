/**
 * A titled part of the inspector.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { commandById, runCommand } from '../commands/registry';
import { useEditor } from '../state/store';
import styles from './inspector.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What a copy button would put on the clipboard. */
  readonly copy?: () => string;
  /** The command that copies the same as an equation in LaTeX. */
  readonly latex?: string;
  /** What stands beside those. */
  readonly tool?: ReactNode;
}

export function Section({ title, children, copy, latex, tool }: SectionProps) {
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
        {latex && <LatexButton command={latex} />}
        {tool}
      </h3>
      {children}
    </section>
  );
}

/** Not there among several selected things, of which a command would not know the one that is shown. */
function LatexButton({ command }: { readonly command: string }) {
  const { t } = useTranslation();
  const { enabled, label } = commandById(command);
  if (!useEditor(enabled)) return null;
  return (
    <button type="button" className={styles.copy} title={t(label)} onClick={() => runCommand(command)}>
      LaTeX
    </button>
  );
}
