/**
 * A command as a line of a menu, with its keys.
 */
import { Menu } from '@base-ui/react/menu';
import { useTranslation } from 'react-i18next';
import { shownKeys } from '../commands/keyboard';
import { commandById } from '../commands/registry';
import { useEditor } from '../state/store';
import styles from './menus.module.css';

export function CommandItem({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const command = commandById(id);
  const enabled = useEditor((state) => command.enabled(state));
  return (
    <Menu.Item className={styles.item} disabled={!enabled} onClick={() => command.run()}>
      <span>{t(command.label)}</span>
      <kbd>{shownKeys(command)}</kbd>
    </Menu.Item>
  );
}
