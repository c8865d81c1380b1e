/**
 * Where one is while a function is edited from inside, and the way back.
 */
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shownTitle } from '../lessons/translated';
import { leaveFunction } from '../state/functions';
import { useEditor } from '../state/store';
import styles from './overlays.module.css';

export function Breadcrumb() {
  const { t } = useTranslation();
  const levels = useEditor((state) => state.levels);
  if (levels.length === 0) return null;
  const outermost = shownTitle(levels[0].history.document) || t('Untitled');
  const names = [outermost, ...levels.map(({ name }) => name)];
  const leaveTo = (depth: number) => {
    while (useEditor.getState().levels.length > depth) {
      const before = useEditor.getState().levels.length;
      leaveFunction();
      // Refused: the reason is told, and one stays.
      if (useEditor.getState().levels.length === before) return;
    }
  };
  return (
    <nav className={styles.breadcrumb} aria-label={t('Where you are')}>
      {names.map((name, depth) =>
        depth === levels.length ? (
          <strong key={name} aria-current="page">
            {name}
          </strong>
        ) : (
          <span key={name}>
            <button type="button" onClick={() => leaveTo(depth)} title={t('Leave the function')}>
              {name}
            </button>
            <ChevronRight size={15} aria-hidden="true" />
          </span>
        ),
      )}
    </nav>
  );
}
