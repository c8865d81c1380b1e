/**
 * The bar along the top: files, history, what the edges show.
 */
import {
  FilePlus,
  FolderOpen,
  LayoutGrid,
  type LucideIcon,
  Maximize,
  Redo2,
  Save,
  Settings as SettingsIcon,
  StepForward,
  SunMoon,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setTitle } from '#document';
import { titleOf } from '../commands/keyboard';
import { commandById } from '../commands/registry';
import { useSaid } from '../i18n/messages';
import { shownTitle } from '../lessons/translated';
import { ANNOTATIONS, commit, isUnsaved, useEditor } from '../state/store';
import { HistoryMenu } from './HistoryMenu';
import { StudyMenu } from './StudyMenu';
import styles from './toolbar.module.css';

export function Toolbar() {
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={styles.brand}
        aria-label="Nabla"
        onClick={() => commandById('file.welcome').run()}
      >
        <span aria-hidden="true">∇</span>
        <span className={styles.brandName}>Nabla</span>
      </button>
      <div className={styles.group}>
        <CommandButton id="file.welcome" icon={LayoutGrid} />
        <CommandButton id="file.new" icon={FilePlus} />
        <CommandButton id="file.open" icon={FolderOpen} />
        <CommandButton id="file.save" icon={Save} />
      </div>
      <div className={styles.group}>
        <CommandButton id="edit.undo" icon={Undo2} detail={lastLabel} />
        <CommandButton id="edit.redo" icon={Redo2} detail={nextLabel} />
        <HistoryMenu />
      </div>
      <Title />
      <AnnotationModes />
      <div className={styles.group}>
        <CommandButton id="replay.start" icon={StepForward} />
        <StudyMenu />
        <CommandButton id="view.fit" icon={Maximize} />
        <CommandButton id="view.theme" icon={SunMoon} />
        <CommandButton id="view.settings" icon={SettingsIcon} />
      </div>
    </header>
  );
}

type State = ReturnType<typeof useEditor.getState>;
const lastLabel = ({ history }: State) => history.past.at(-1)?.label;
const nextLabel = ({ history }: State) => history.future[0]?.label;

interface CommandButtonProps {
  readonly id: string;
  readonly icon: LucideIcon;
  /** What it would act on: the label of the step to undo. */
  readonly detail?: (state: State) => string | undefined;
}

function CommandButton({ id, icon: Icon, detail }: CommandButtonProps) {
  const { t } = useTranslation();
  const said = useSaid();
  const command = commandById(id);
  const enabled = useEditor((state) => command.enabled(state));
  const about = useEditor((state) => detail?.(state));
  const label = t(command.label);
  return (
    <button
      type="button"
      className={styles.button}
      disabled={!enabled}
      aria-label={label}
      title={titleOf(id, about && said(about, 'step'))}
      onClick={() => command.run()}
    >
      <Icon size={19} aria-hidden="true" />
    </button>
  );
}

/** The title of the document, edited in place. */
function Title() {
  const { t } = useTranslation();
  const title = useEditor(({ history }) => shownTitle(history.document));
  const unsaved = useEditor(isUnsaved);
  const reading = useEditor((state) => state.access === 'reading');
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className={styles.title}>
      <h1 className="visually-hidden">{title || t('Untitled')}</h1>
      <input
        aria-label={t('Title')}
        placeholder={t('Untitled')}
        value={draft ?? title}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={() => {
          if (draft !== null && draft !== title) commit(setTitle(draft));
          setDraft(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      <span className={styles.unsaved} role="status">
        {unsaved ? t('unsaved') : reading ? t('read only') : ''}
      </span>
    </div>
  );
}

function AnnotationModes() {
  const { t } = useTranslation();
  const annotation = useEditor((state) => state.annotation);
  return (
    <fieldset className={styles.modes}>
      <legend className="visually-hidden">{t('What the edges show')}</legend>
      {ANNOTATIONS.map((name) => {
        const { label, run } = commandById(`view.${name}`);
        return (
          <button key={name} type="button" aria-pressed={annotation === name} onClick={run}>
            {t(label)}
          </button>
        );
      })}
    </fieldset>
  );
}
