/**
 * Everything that can be studied, under one button.
 */
import { Menu } from '@base-ui/react/menu';
import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shownKeys } from '../commands/keyboard';
import { commandById } from '../commands/registry';
import menus from '../menus/menus.module.css';
import { useEditor } from '../state/store';
import styles from './toolbar.module.css';

const STUDIES = [
  'replay.start',
  'study.paths',
  'study.differential',
  'study.chain',
  'study.layouts',
  'study.check',
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
              <Item key={id} id={id} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const command = commandById(id);
  const enabled = useEditor((state) => command.enabled(state));
  return (
    <Menu.Item className={menus.item} disabled={!enabled} onClick={() => command.run()}>
      <span>{t(command.label)}</span>
      <kbd>{shownKeys(command)}</kbd>
    </Menu.Item>
  );
}
