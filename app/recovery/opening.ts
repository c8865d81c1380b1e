/**
 * Opening a copy: it is unsaved work again, of this page, and leaves no second copy behind.
 */
import { t } from '../i18n/i18n';
import { openUnsaved } from '../state/files';
import { showDialog } from '../state/store';
import { discardCopy, leftCopy } from './copies';
import { keepNow } from './keeping';

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
