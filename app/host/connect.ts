/**
 * The editor and its host, kept in step: commands of the native menu, files opened from outside, the window's title, the question on closing.
 */
import i18next from 'i18next';
import { nativeMenus } from '../commands/keyboard';
import { runCommand } from '../commands/registry';
import { t } from '../i18n/i18n';
import { shownTitle } from '../lessons/translated';
import { giveUp } from '../recovery/keeping';
import { openGiven, whenSafe } from '../state/files';
import { type EditorState, isUnsaved, ownFile, useEditor } from '../state/store';
import { host } from './host';

export function connectHost(): void {
  host.on('command', runCommand);
  host.on('fileOpened', openGiven);
  host.on('closeRequested', () => whenSafe(() => void giveUp().then(() => host.close())));
  tellWords();
  tellState();
  useEditor.subscribe(tellState);
  useEditor.subscribe(({ file }, before) => {
    if (file !== before.file) void host.hold(file?.handle || null);
  });
  window.addEventListener('focus', () => void noteOthers());
  i18next.on('languageChanged', () => {
    tellWords();
    tellState();
  });
}

/** Another window that had the file open may have been closed since. */
async function noteOthers(): Promise<void> {
  const { file, access } = useEditor.getState();
  if (file && access === 'shared' && !(await host.hold(file.handle))) ownFile(file);
}

/** What the host shows by itself, in the language of the page. */
function tellWords(): void {
  void host.setMenu(nativeMenus());
  void host.setFileKinds({
    graph: t('Nabla graph'),
    opened: t('Nabla graph, or a picture of one'),
    svg: t('SVG picture'),
    png: t('PNG picture'),
  });
}

function nameOf({ file, history, access }: EditorState): string {
  const name = file?.name ?? (shownTitle(history.document) || t('Untitled'));
  if (access === 'own') return name;
  return access === 'reading'
    ? t('{{name}} (read only)', { name })
    : t('{{name}} (also open elsewhere)', { name });
}

let told = '';

function tellState(): void {
  const state = useEditor.getState();
  const unsaved = isUnsaved(state);
  const name = nameOf(state);
  const title = state.session === 0 ? 'Nabla' : `${unsaved ? '• ' : ''}${name} – Nabla`;
  if (title === told) return;
  told = title;
  void host.setState(title, unsaved);
}
