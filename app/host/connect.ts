/**
 * The editor and its host, kept in step: commands of the native menu, files opened from outside, the window's title, the question on closing.
 */
import i18next from 'i18next';
import { nativeMenus } from '../commands/keyboard';
import { runCommand } from '../commands/registry';
import { t } from '../i18n/i18n';
import { shownTitle } from '../lessons/translated';
import { openGiven, whenSafe } from '../state/files';
import { isUnsaved, useEditor } from '../state/store';
import { host } from './host';

export function connectHost(): void {
  host.on('command', runCommand);
  host.on('fileOpened', openGiven);
  host.on('closeRequested', () => whenSafe(() => void host.close()));
  tellMenus();
  tellState();
  useEditor.subscribe(tellState);
  i18next.on('languageChanged', () => {
    tellMenus();
    tellState();
  });
}

const tellMenus = () => void host.setMenu(nativeMenus());

let told = '';

function tellState(): void {
  const state = useEditor.getState();
  const unsaved = isUnsaved(state);
  const name = state.file?.name ?? (shownTitle(state.history.document) || t('Untitled'));
  const title = state.session === 0 ? 'Nabla' : `${unsaved ? '• ' : ''}${name} – Nabla`;
  if (title === told) return;
  told = title;
  void host.setState(title, unsaved);
}
