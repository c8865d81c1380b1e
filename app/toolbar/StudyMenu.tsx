/**
 * Everything that can be studied, under one button.
 */
import { Menu } from '@base-ui/react/menu';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommandItem } from '../menus/CommandItem';
import menus from '../menus/menus.module.css';
import styles from './toolbar.module.css';

const STUDIES = [
  'replay.start',
  'study.paths',
  'study.differential',
  'study.chain',
  'study.layouts',
  'study.check',
  'study.culprit',
  'study.quiz',
  'lesson.record',
] as const;

export function StudyMenu() {
  const { t } = useTranslation();
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <Menu.Root>
      <Menu.Trigger className={styles.button} aria-label={t('Study')} title={t('Study')}>
        <GraduationCap size={20} aria-hidden="true" />
      </Menu.Trigger>
      {/* Inside of the bar's landmark, where those who jump between landmarks find it. */}
      <span ref={setPlace} />
      <Menu.Portal container={place}>
        <Menu.Positioner sideOffset={6} align="end" className={menus.positioner}>
          <Menu.Popup className={menus.menu}>
            {STUDIES.map((id) => (
              <CommandItem key={id} id={id} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
