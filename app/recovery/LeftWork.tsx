/**
 * On the first screen: work that was never saved, of pages that are gone.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDialog } from '../state/store';
import { discardCopy, type LeftCopy, leftCopies } from './copies';
import { openCopy } from './opening';
import styles from './recovery.module.css';

export function LeftWork() {
  const { t } = useTranslation();
  const [copies, setCopies] = useState<readonly LeftCopy[]>([]);
  // A browser that keeps nothing has nothing to offer.
  const load = () => void leftCopies().then(setCopies, () => setCopies([]));
  useEffect(load, []);
  if (copies.length === 0) return null;
  return (
    <section aria-label={t('Unsaved work')} className={styles.left}>
      <h2>{t('Unsaved work')}</h2>
      <p>{t('Nabla was closed before this was saved.')}</p>
      <ul>
        {copies.map((copy) => (
          <Row key={copy.key} copy={copy} onGone={load} />
        ))}
      </ul>
    </section>
  );
}

function Row({ copy, onGone }: { readonly copy: LeftCopy; onGone(): void }) {
  const { t, i18n } = useTranslation();
  const title = copy.title || t('Untitled');
  const time = new Date(copy.at);
  const discard = () =>
    showDialog({
      kind: 'discard',
      title,
      proceed: () => {
        showDialog(null);
        void discardCopy(copy.key).then(onGone);
      },
    });
  return (
    <li>
      <span className={styles.title}>{title}</span>
      <span className={styles.detail}>
        <time dateTime={time.toISOString()}>
          {time.toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' })}
        </time>
        {' · '}
        {t('{{count}} nodes', { count: copy.nodes })}
      </span>
      <button
        type="button"
        aria-label={t('Open “{{title}}”', { title })}
        onClick={() => void openCopy(copy.key, title)}
      >
        {t('Open')}
      </button>
      <button type="button" aria-label={t('Discard “{{title}}”', { title })} onClick={discard}>
        {t('Discard')}
      </button>
    </li>
  );
}
