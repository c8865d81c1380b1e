/**
 * The editor and its host, kept in step: commands of the native menu, files opened from outside, the window's title, the question on closing.
 */
import i18next from 'i18next';
import { nativeMenus } from '../commands/keyboard';
import { runCommand } from '../commands/registry';
import { t } from '../i18n/i18n';
import { shownTitle } from '../lessons/translated';
import { giveUp } from '../recovery/keeping';
import { offerLink } from '../share/sharing';
import { openGiven, whenSafe } from '../state/files';
import { type EditorState, isUnsaved, ownFile, showDialog, useEditor } from '../state/store';
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
  window.addEventListener('focus', () => {
    void noteOthers();
    void noteChange();
  });
  host.on('linkOpened', offerLink);
  host.on('fileTouched', () => void noteChange());
  setInterval(() => void noteChange(), LOOK_AGAIN);
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

/** Milliseconds. Not every change is heard of. */
const LOOK_AGAIN = 5000;

let asked: string | null = null;

/** Somebody else has saved the file: that is asked about once for each change, and again when it is to be saved over. */
async function noteChange(): Promise<void> {
  const { file, dialog, presenting } = useEditor.getState();
  // Nothing stands before a class that it did not ask for.
  if (!file?.handle || dialog || presenting) return;
  const change = await host.changeOf(file.handle);
  if (change === null || change === asked || useEditor.getState().file !== file) return;
  asked = change;
  showDialog({ kind: 'changed', file: file.name });
}

/** What the host shows by itself, in the language of the page. */
function tellWords(): void {
  void host.setMenu(nativeMenus());
  void host.setWords({
    graph: t('Nabla graph'),
    opened: t('Nabla graph, or a picture of one'),
    svg: t('SVG picture'),
    png: t('PNG picture'),
    txt: t('Text file'),
    pdf: t('PDF document'),
    failedTwice: t(
      'The page of this window has failed twice in a row. Close the window and open the graph again: its last copy is offered on the first screen.',
    ),
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
