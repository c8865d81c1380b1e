/**
 * What Nabla is, whose work is in it, and what a person may send who has found a fault.
 */
import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { diagnosticsText, version } from '../failures/failures';
import { host } from '../host/host';
import { guarded } from '../state/files';
import { showDialog, showNotice } from '../state/store';
import styles from './dialogs.module.css';

export function AboutDialog() {
  const { t } = useTranslation();
  const [notices, setNotices] = useState<string>();
  const showNotices = () =>
    void import('../../THIRD_PARTY_NOTICES.md?raw').then(({ default: text }) => setNotices(text));
  return (
    <Dialog.Root open onOpenChange={(open) => !open && showDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className={styles.title}>Nabla {version}</Dialog.Title>
          <Dialog.Description>
            {t('See differential calculus: graphs whose edges carry their Jacobians.')}
          </Dialog.Description>
          <p>{t('Free software under the MIT licence. It sends nothing anywhere.')}</p>
          {notices !== undefined && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            <section className={styles.notices} tabIndex={0} aria-label={t('Software by others')}>
              {notices}
            </section>
          )}
          <div className={styles.buttons}>
            <button
              type="button"
              className={styles.button}
              disabled={notices !== undefined}
              onClick={showNotices}
            >
              {t('Software by others')}
            </button>
            <button type="button" className={styles.button} onClick={() => void saveDiagnostics()}>
              {t('Save diagnostics…')}
            </button>
            <Dialog.Close className={styles.primary}>{t('Close')}</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );

  async function saveDiagnostics(): Promise<void> {
    const bytes = new TextEncoder().encode(await diagnosticsText());
    const saved = await guarded(() => host.saveAs(bytes, 'nabla-diagnostics.txt', 'txt'));
    if (!saved) return;
    showDialog(null);
    const text = t('{{name}} is saved: read it, and send it only if you like.', { name: saved.name });
    showNotice({ text, kind: 'note' });
  }
}
