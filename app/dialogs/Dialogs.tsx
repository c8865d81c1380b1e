/**
 * What stands in front of the editor: a refused file, a failure, unsaved changes, the export of a picture.
 */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileProblem } from '#document';
import { ExportDialog } from '../export/ExportDialog';
import { save } from '../state/files';
import { type Dialog, showDialog, useEditor } from '../state/store';
import styles from './dialogs.module.css';

export function Dialogs() {
  const dialog = useEditor((state) => state.dialog);
  if (!dialog) return null;
  if (dialog.kind === 'export') return <ExportDialog />;
  return (
    <AlertDialog.Root
      open
      onOpenChange={(open) => {
        if (!open) showDialog(null);
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <Content dialog={dialog} />
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

type Message = Exclude<Dialog, { readonly kind: 'export' }>;

function Content({ dialog }: { readonly dialog: Message }) {
  const { t } = useTranslation();
  switch (dialog.kind) {
    case 'refused':
      return <Refused file={dialog.file} problems={dialog.problems} />;
    case 'failure':
      return (
        <Frame title={t('That did not work')} text={dialog.message}>
          <AlertDialog.Close className={styles.primary}>{t('Close')}</AlertDialog.Close>
        </Frame>
      );
    case 'unsaved':
      return <Unsaved proceed={dialog.proceed} />;
  }
}

interface FrameProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Frame({ title, text, children }: FrameProps) {
  return (
    <>
      <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
      <AlertDialog.Description>{text}</AlertDialog.Description>
      <div className={styles.buttons}>{children}</div>
    </>
  );
}

function Unsaved({ proceed }: { readonly proceed: () => void }) {
  const { t } = useTranslation();
  const title = useEditor(({ history }) => history.document.title) || t('Untitled');
  return (
    <Frame
      title={t('Save the changes to “{{title}}”?', { title })}
      text={t('If you do not save them, they are lost.')}
    >
      <AlertDialog.Close className={styles.button}>{t('Cancel')}</AlertDialog.Close>
      <button type="button" className={styles.button} onClick={proceed}>
        {t('Don’t save')}
      </button>
      <button
        type="button"
        className={styles.primary}
        onClick={() => {
          void save().then((safe) => {
            if (safe) proceed();
          });
        }}
      >
        {t('Save')}
      </button>
    </Frame>
  );
}

function Refused({ file, problems }: { readonly file: string; readonly problems: readonly FileProblem[] }) {
  const { t } = useTranslation();
  return (
    <>
      <AlertDialog.Title className={styles.title}>
        {t('{{file}} cannot be opened', { file })}
      </AlertDialog.Title>
      <AlertDialog.Description>
        {t('There are {{count}} problems in the file. The graph that is open stays as it is.', {
          count: problems.length,
        })}
      </AlertDialog.Description>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className={styles.problems} tabIndex={0} aria-label={t('Problems')}>
        {problems.map(({ place, line, column, message }) => (
          <li key={`${place} ${line} ${column} ${message}`}>
            <code>
              {line === undefined || column === undefined
                ? place
                : t('line {{line}}, column {{column}}: {{place}}', { line, column, place })}
            </code>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <AlertDialog.Close className={styles.primary}>{t('Close')}</AlertDialog.Close>
      </div>
    </>
  );
}
