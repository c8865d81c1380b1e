/**
 * Earlier versions of the graph: what has changed since each of them, and the way back, which is a step like any other.
 */
import { Dialog } from '@base-ui/react/dialog';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesBetween, EDITOR_LIMITS, type GraphDocument, readText, restoreVersion } from '#document';
import dialogs from '../dialogs/dialogs.module.css';
import type { PlainText } from '../i18n/i18n';
import { nameNow } from '../state/files';
import { commit, showDialog, useEditor } from '../state/store';
import { Thumbnail } from '../welcome/Thumbnail';
import { ChangeLine } from './ChangeLine';
import styles from './recovery.module.css';
import { type KeptVersion, type Version, versionsOf } from './versions';

const REASONS = {
  opened: 'as it was opened',
  saved: 'saved',
  'given up': 'given up for what was on disk',
} as const satisfies Record<Version['why'], PlainText>;

export function VersionsDialog() {
  const { t, i18n } = useTranslation();
  const [versions, setVersions] = useState<readonly KeptVersion[]>();
  const [chosen, choose] = useState<KeptVersion>();
  useEffect(() => {
    versionsOf(nameNow()).then(
      (found) => {
        setVersions(found);
        choose(found[0]);
      },
      () => setVersions([]),
    );
  }, []);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && showDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogs.backdrop} />
        <Dialog.Popup className={`${dialogs.popup} ${styles.versions}`}>
          <Dialog.Title className={dialogs.title}>
            {t('Versions of {{name}}', { name: nameNow() })}
          </Dialog.Title>
          <Dialog.Description>
            {versions?.length === 0
              ? t('There is none yet: a version is kept whenever the graph is opened or saved.')
              : t('Kept in this browser or application, for four months. Files are not touched.')}
          </Dialog.Description>
          <div className={styles.columns}>
            <ol aria-label={t('Versions')}>
              {versions?.map((version) => (
                <li key={version.key}>
                  <button type="button" aria-pressed={version === chosen} onClick={() => choose(version)}>
                    {new Date(version.at).toLocaleString(i18n.language, {
                      dateStyle: 'medium',
                      timeStyle: 'medium',
                    })}
                    <span>
                      {t(REASONS[version.why])} · {t('{{count}} nodes', { count: version.nodes })}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            {chosen && <Chosen key={chosen.key} version={chosen} />}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** More are counted. */
const MOST_LINES = 200;

function Chosen({ version }: { readonly version: KeptVersion }) {
  const { t } = useTranslation();
  const now = useEditor(({ history }) => history.document);
  const document = useMemo(() => documentIn(version.text), [version.text]);
  const changes = useMemo(() => (document ? changesBetween(document, now) : []), [document, now]);
  const restore = () => {
    if (document) commit(restoreVersion(document));
    showDialog(null);
  };
  return (
    <section>
      {document && document.nodes.size > 0 && <Thumbnail document={document} />}
      <h3>{t('Changed since')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul tabIndex={0} aria-label={t('Changed since')}>
        {changes.length === 0 && <li>{t('Nothing.')}</li>}
        {changes.slice(0, MOST_LINES).map((change, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no names, and are never reordered
          <ChangeLine key={k} change={change} />
        ))}
        {changes.length > MOST_LINES && (
          <li>{t('and {{count}} more', { count: changes.length - MOST_LINES })}</li>
        )}
      </ul>
      <div className={dialogs.buttons}>
        <Dialog.Close className={dialogs.button}>{t('Close')}</Dialog.Close>
        <button type="button" className={dialogs.primary} disabled={changes.length === 0} onClick={restore}>
          {t('Restore this version')}
        </button>
      </div>
    </section>
  );
}

function documentIn(text: string): GraphDocument | undefined {
  const outcome = readText(text, EDITOR_LIMITS);
  return 'document' in outcome ? outcome.document : undefined;
}
