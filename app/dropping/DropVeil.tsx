/**
 * Over everything while a file hangs over the window: it may be dropped.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listenToDrops } from './dropping';
import styles from './dropping.module.css';

export function DropVeil() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  useEffect(() => listenToDrops(window, setOver), []);
  if (!over) return null;
  return (
    <div className={styles.veil}>
      <p>{t('Drop a graph, or a picture of one, to open it.')}</p>
    </div>
  );
}
