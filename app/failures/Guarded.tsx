/**
 * A part of the page that may fail without taking the others with it: the document is in the store, and stays there.
 */
import type { ReactNode } from 'react';
import { ErrorBoundary, type FallbackProps } from 'react-error-boundary';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../state/store';
import { noteFailure } from './failures';
import styles from './failures.module.css';

interface GuardedProps {
  readonly children: ReactNode;
  /** Where it stands: takes its room while it has failed. */
  readonly as?: 'main' | 'aside' | 'nav' | 'header' | 'div';
}

/** Tries again by itself when the document or what is selected is another. */
export function Guarded({ children, as: Part = 'aside' }: GuardedProps) {
  const document = useEditor(({ history }) => history.document);
  const selection = useEditor((state) => state.selection);
  const study = useEditor((state) => state.study);
  return (
    <ErrorBoundary
      onError={noteFailure}
      resetKeys={[document, selection, study]}
      fallbackRender={(props) => (
        <Part className={styles.failed}>
          <Failed {...props} />
        </Part>
      )}
    >
      {children}
    </ErrorBoundary>
  );
}

function Failed({ error, resetErrorBoundary }: FallbackProps) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <h2>{t('This part of Nabla has failed')}</h2>
      <p>{t('Your graph is not lost: save it, undo the last step, or try again.')}</p>
      <code>{error instanceof Error ? error.message : String(error)}</code>
      <button type="button" onClick={resetErrorBoundary}>
        {t('Try again')}
      </button>
    </div>
  );
}
