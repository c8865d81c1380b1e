/**
 * The very file that will be saved, shown as an image: what it lacks here it lacks everywhere.
 */
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './export.module.css';

export function Preview({ svg }: { readonly svg: string }) {
  const { t } = useTranslation();
  const ref = useRef<HTMLImageElement>(null);
  useLayoutEffect(() => {
    const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    if (ref.current) ref.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [svg]);
  return (
    <div className={styles.preview}>
      <img ref={ref} alt={t('Preview of the picture')} />
    </div>
  );
}
