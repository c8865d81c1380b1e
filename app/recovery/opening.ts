/**
 * Opening a copy: it is unsaved work again, of this page, and leaves no second copy behind.
 */
import { RECOVER_HASH } from '#bridge';
import { t } from '../i18n/i18n';
import { openUnsaved } from '../state/files';
import { showDialog } from '../state/store';
import { discardCopy, leftCopies, leftCopy } from './copies';
import { keepNow } from './keeping';

/** A page that takes the place of one that has died goes on with what that one copied last. */
export function reopenAfterCrash(): void {
  if (location.hash !== RECOVER_HASH) return;
  history.replaceState(null, '', location.pathname + location.search);
  void leftCopies().then(
    ([newest]) => newest && openCopy(newest.key, newest.title || t('Untitled')),
    // Where nothing can be kept there is nothing to go on with.
    () => {},
  );
}

export async function openCopy(key: string, title: string): Promise<void> {
  const copy = await leftCopy(key);
  if (!copy) {
    const message = t('“{{title}}” has been opened or discarded in another window.', { title });
    return showDialog({ kind: 'failure', message });
  }
  openUnsaved(copy.text, title, async () => {
    // The old copy goes when there is a new one, not before.
    if (await keepNow()) await discardCopy(key);
  });
}
