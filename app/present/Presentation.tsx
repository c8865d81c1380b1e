/**
 * What a presentation lays over the graph: nothing but black, or a point of light that follows the hand.
 */
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../canvas/overlays.module.css';
import { shownTitle } from '../lessons/translated';
import { useEditor } from '../state/store';

export function Presentation() {
  const { t } = useTranslation();
  const presenting = useEditor((state) => state.presenting);
  const title = useEditor(({ history }) => shownTitle(history.document));
  if (!presenting) return null;
  return (
    <>
      {/* The bar has it otherwise. */}
      <h1 className="visually-hidden">{title || t('Untitled')}</h1>
      {presenting.laser && <Laser />}
      {presenting.blank && <div className={styles.blank} />}
    </>
  );
}

function Laser() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = ({ clientX, clientY }: PointerEvent) => {
      ref.current?.style.setProperty('transform', `translate(${clientX}px, ${clientY}px)`);
    };
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, []);
  return <div ref={ref} className={styles.laser} />;
}
