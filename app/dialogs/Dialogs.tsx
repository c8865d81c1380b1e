/**
 * What stands in front of the editor: a refused file, a failure, unsaved changes, the export of a picture.
 */
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileProblem, Mending, Repair } from '#document';
import { ExportDialog } from '../export/ExportDialog';
import type { PlainText } from '../i18n/i18n';
import { useSaid } from '../i18n/messages';
import { shownTitle } from '../lessons/translated';
import { VersionsDialog } from '../recovery/VersionsDialog';
import { openRepaired, save, takeTheirs } from '../state/files';
import { type Access, type Dialog, isUnsaved, showDialog, useEditor } from '../state/store';
import { AboutDialog } from './AboutDialog';
import styles from './dialogs.module.css';

export function Dialogs() {
  const dialog = useEditor((state) => state.dialog);
  if (!dialog) return null;
  if (dialog.kind === 'export') return <ExportDialog />;
  if (dialog.kind === 'versions') return <VersionsDialog />;
  if (dialog.kind === 'about') return <AboutDialog />;
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

type Message = Exclude<Dialog, { readonly kind: 'export' | 'versions' | 'about' }>;

function Content({ dialog }: { readonly dialog: Message }) {
  const { t } = useTranslation();
  const said = useSaid();
  switch (dialog.kind) {
    case 'refused':
      return <Refused {...dialog} />;
    case 'repaired':
      return <Repaired {...dialog} />;
    case 'failure':
      return (
        <Frame title={t('That did not work')} text={said(dialog.message)}>
          <AlertDialog.Close className={styles.primary}>{t('Close')}</AlertDialog.Close>
        </Frame>
      );
    case 'unsaved':
      return <Unsaved proceed={dialog.proceed} />;
    case 'changed':
      return <Changed file={dialog.file} />;
    case 'elsewhere':
      return <Elsewhere file={dialog.file} proceed={dialog.proceed} />;
    case 'shared':
      return <Shared dialog={dialog} />;
    case 'discard':
      return (
        <Frame
          title={t('Discard “{{title}}”?', { title: dialog.title })}
          text={t('It was never saved: nothing brings it back.')}
        >
          <AlertDialog.Close className={styles.button}>{t('Cancel')}</AlertDialog.Close>
          <button type="button" className={styles.primary} onClick={dialog.proceed}>
            {t('Discard')}
          </button>
        </Frame>
      );
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
  const title = useEditor(({ history }) => shownTitle(history.document)) || t('Untitled');
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

/** The file is not what was opened any more: neither of the two is lost without a word. */
function Changed({ file }: { readonly file: string }) {
  const { t } = useTranslation();
  const handle = useEditor((state) => state.file?.handle);
  const choose = (act: () => void) => () => {
    showDialog(null);
    act();
  };
  return (
    <Frame
      title={t('{{file}} was changed by somebody else', { file })}
      text={t(
        'Another program has saved it since it was opened here. If you replace it, a copy of what is there now is kept.',
      )}
    >
      <AlertDialog.Close className={styles.button}>{t('Decide later')}</AlertDialog.Close>
      <button type="button" className={styles.button} onClick={choose(() => handle && takeTheirs(handle))}>
        {t('Open what is there')}
      </button>
      <button type="button" className={styles.button} onClick={choose(() => void save(false, 'anything'))}>
        {t('Replace it')}
      </button>
      <button type="button" className={styles.primary} onClick={choose(() => void save(true))}>
        {t('Save mine as a copy…')}
      </button>
    </Frame>
  );
}

/** What a link holds, and what it takes the place of. */
function Shared({ dialog }: { readonly dialog: Extract<Dialog, { kind: 'shared' }> }) {
  const { t } = useTranslation();
  const open = useEditor((state) => state.session > 0);
  const before = useEditor(({ history }) => shownTitle(history.document)) || t('Untitled');
  const unsaved = useEditor(isUnsaved);
  const place = unsaved
    ? t('It takes the place of “{{title}}”, which you will be asked to save.', { title: before })
    : t('It takes the place of “{{title}}”.', { title: before });
  return (
    <Frame
      title={t('Open “{{title}}” from the link?', { title: dialog.title || t('Untitled') })}
      text={`${t('It is a graph of {{count}} nodes.', { count: dialog.nodes })} ${open ? place : ''}`.trim()}
    >
      <AlertDialog.Close className={styles.button}>{t('Cancel')}</AlertDialog.Close>
      <button type="button" className={styles.primary} onClick={dialog.proceed}>
        {t('Open')}
      </button>
    </Frame>
  );
}

interface ElsewhereProps {
  readonly file: string;
  readonly proceed: (access: Access) => void;
}

function Elsewhere({ file, proceed }: ElsewhereProps) {
  const { t } = useTranslation();
  const go = (access: Access) => () => {
    showDialog(null);
    proceed(access);
  };
  return (
    <Frame
      title={t('{{file}} is open in another window', { file })}
      text={t('If both windows change it, you are asked before what the other one has saved is replaced.')}
    >
      <AlertDialog.Close className={styles.button}>{t('Cancel')}</AlertDialog.Close>
      <button type="button" className={styles.button} onClick={go('shared')}>
        {t('Open anyway')}
      </button>
      <button type="button" className={styles.primary} onClick={go('reading')}>
        {t('Only read it')}
      </button>
    </Frame>
  );
}

interface RefusedProps {
  readonly file: string;
  readonly problems: readonly FileProblem[];
  readonly text?: string | undefined;
}

function Refused({ file, problems, text }: RefusedProps) {
  const { t } = useTranslation();
  const [hopeless, setHopeless] = useState(false);
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
      <Problems problems={problems} />
      <p role="status">{hopeless && t('Too little of the file can be understood to repair it.')}</p>
      <div className={styles.buttons}>
        {text !== undefined && (
          <button
            type="button"
            className={styles.button}
            disabled={hopeless}
            onClick={() => setHopeless(!openRepaired(file, text))}
          >
            {t('Open a repaired copy')}
          </button>
        )}
        <AlertDialog.Close className={styles.primary}>{t('Close')}</AlertDialog.Close>
      </div>
    </>
  );
}

const MENDINGS = {
  mended: 'Mended',
  omitted: 'Left out',
  zeroed: 'Set to 0',
  renamed: 'Renamed',
  completed: 'Completed',
} as const satisfies Record<Mending, PlainText>;

function Repaired({ file, repairs }: { readonly file: string; readonly repairs: readonly Repair[] }) {
  const { t } = useTranslation();
  return (
    <>
      <AlertDialog.Title className={styles.title}>
        {t('A repaired copy of {{file}}', { file })}
      </AlertDialog.Title>
      <AlertDialog.Description>
        {t('The file itself stays as it is. This is a new graph without, or with something else for:')}
      </AlertDialog.Description>
      <Problems problems={repairs} />
      <div className={styles.buttons}>
        <AlertDialog.Close className={styles.primary}>{t('Close')}</AlertDialog.Close>
      </div>
    </>
  );
}

function Problems({
  problems,
}: {
  readonly problems: readonly (FileProblem & { readonly mending?: Mending })[];
}) {
  const { t } = useTranslation();
  const said = useSaid();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ul className={styles.problems} tabIndex={0} aria-label={t('Problems')}>
      {problems.map(({ place, line, column, message, mending }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none is reordered
        <li key={k}>
          <code>
            {line === undefined || column === undefined
              ? place
              : t('line {{line}}, column {{column}}: {{place}}', { line, column, place })}
          </code>
          <p>
            {mending && <strong>{t(MENDINGS[mending])} · </strong>}
            {said(message)}
          </p>
        </li>
      ))}
    </ul>
  );
}
