/**
 * The first screen: the gallery, the six cases of the lecture first, and the files opened last.
 */
import { FilePlus, FolderOpen, SunMoon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentFile } from '#bridge';
import { host } from '../host/host';
import { shownTitle, textOf } from '../lessons/translated';
import { LeftWork } from '../recovery/LeftWork';
import { newGraph, openFile, openLesson, openRecent } from '../state/files';
import { forgetProgress, isUnsaved, showEditor, useEditor } from '../state/store';
import { toggleTheme } from '../state/theme';
import { type GalleryEntry, gallery, galleryGroups } from './gallery';
import { Thumbnail } from './Thumbnail';
import styles from './welcome.module.css';

export function Welcome() {
  const { t } = useTranslation();
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>
          <span aria-hidden="true">∇</span> Nabla
        </h1>
        <p>{t('See differential calculus: graphs whose edges carry their Jacobians.')}</p>
        <div className={styles.actions}>
          <button type="button" onClick={() => void newGraph()}>
            <FilePlus size={18} aria-hidden="true" /> {t('New graph')}
          </button>
          <button type="button" onClick={openFile}>
            <FolderOpen size={18} aria-hidden="true" /> {t('Open a file…')}
          </button>
          <button type="button" onClick={toggleTheme}>
            <SunMoon size={18} aria-hidden="true" /> {t('Dark or light')}
          </button>
          <BackToGraph />
          <ForgetProgress />
        </div>
      </header>
      <LeftWork />
      <RecentFiles />
      {galleryGroups.map((group) => (
        <section key={group} aria-label={groupTitle(group)}>
          <h2>{groupTitle(group)}</h2>
          <div className={styles.cards}>
            {gallery
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <Card key={entry.name} entry={entry} />
              ))}
          </div>
        </section>
      ))}
    </main>
  );
}

/** Groups are named by the lessons in them. */
const groupTitle = (group: string): string =>
  textOf(gallery.find((entry) => entry.group === group)!.document.lesson, group);

function Card({ entry: { name, text, document, summary, steps } }: { readonly entry: GalleryEntry }) {
  const reached = useEditor(({ progress }) => progress[document.title] ?? 0);
  return (
    <button type="button" className={styles.card} onClick={() => openLesson(name, text)}>
      <Thumbnail document={document} />
      <span className={styles.cardTitle}>{shownTitle(document)}</span>
      <span className={styles.cardText}>{textOf(document.lesson, summary)}</span>
      {reached > 0 && <Reached at={Math.min(reached, steps)} of={steps} />}
    </button>
  );
}

/** How far somebody has come in a lesson. */
function Reached({ at, of }: { readonly at: number; readonly of: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.reached}>
      <meter aria-hidden="true" max={of} value={at} />
      {at === of ? t('All {{of}} steps', { of }) : t('Up to step {{at}} of {{of}}', { at, of })}
    </span>
  );
}

function ForgetProgress() {
  const { t } = useTranslation();
  const begun = useEditor(({ progress }) => Object.keys(progress).length > 0);
  if (!begun) return null;
  return (
    <button type="button" onClick={forgetProgress}>
      {t('Begin the course anew')}
    </button>
  );
}

/** The way back to a graph that is still open behind this screen. */
function BackToGraph() {
  const { t } = useTranslation();
  const open = useEditor((state) => state.session > 0);
  const title = useEditor(({ history }) => shownTitle(history.document)) || t('Untitled');
  const unsaved = useEditor(isUnsaved);
  if (!open) return null;
  return (
    <button type="button" className={styles.back} onClick={showEditor}>
      {unsaved ? t('Back to “{{title}}” (unsaved)', { title }) : t('Back to “{{title}}”', { title })}
    </button>
  );
}

function RecentFiles() {
  const { t, i18n } = useTranslation();
  const [files, setFiles] = useState<readonly RecentFile[]>([]);
  useEffect(() => {
    void host.recentFiles().then(setFiles);
  }, []);
  if (files.length === 0) return null;
  return (
    <section aria-label={t('Recent files')}>
      <h2>{t('Recent files')}</h2>
      <div className={styles.recent}>
        {files.map(({ handle, name, openedAt }) => (
          <button key={handle} type="button" onClick={() => openRecent(handle)}>
            {name}{' '}
            <span>{new Date(openedAt).toLocaleDateString(i18n.language, { dateStyle: 'medium' })}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
