/**
 * The speaker's window: notes, what comes next, and the time. It stands on another screen than what the class sees.
 */
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { lessonOf } from '../lessons/lesson';
import { shownTitle, textOf } from '../lessons/translated';
import { Markdown } from '../math/Markdown';
import { setSpeaker, useEditor } from '../state/store';
import { currentTheme } from '../state/theme';
import styles from './speaker.module.css';

export function Speaker() {
  const speaker = useEditor((state) => state.speaker);
  useEffect(() => (speaker ? dressed(speaker) : undefined), [speaker]);
  return speaker ? createPortal(<Notes />, speaker.document.body) : null;
}

/** Gives the window the looks of the page, whatever they become, and closes it with the page. */
function dressed(speaker: Window): () => void {
  const { document: other } = speaker;
  const follow = () => {
    other.documentElement.dataset.theme = currentTheme();
    other.documentElement.lang = document.documentElement.lang;
  };
  follow();
  const looks = new MutationObserver(follow);
  looks.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] });
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    other.head.append(sheet.cloneNode(true));
  const gone = () => setSpeaker(null);
  const close = () => speaker.close();
  speaker.addEventListener('pagehide', gone);
  window.addEventListener('pagehide', close);
  return () => {
    looks.disconnect();
    speaker.removeEventListener('pagehide', gone);
    window.removeEventListener('pagehide', close);
    speaker.close();
  };
}

function Notes() {
  const { t } = useTranslation();
  const section = useEditor(({ history }) => history.document.lesson);
  const title = useEditor(({ history }) => shownTitle(history.document)) || t('Untitled');
  const outcome = lessonOf(section);
  const steps = outcome && 'lesson' in outcome ? outcome.lesson.steps : [];
  const at = Math.min(
    useEditor((state) => state.lessonStep),
    steps.length,
  );
  const [now, next] = [steps[at - 1], steps[at]];
  useEffect(() => {
    const speaker = useEditor.getState().speaker;
    if (speaker) speaker.document.title = title;
  }, [title]);
  return (
    <main className={styles.speaker}>
      <header>
        <h1>{now ? textOf(section, now.title) : title}</h1>
        <span>{t('{{at}} of {{of}}', { at, of: steps.length })}</span>
        <Timer />
      </header>
      {now?.notes ? (
        <Markdown>{now.notes}</Markdown>
      ) : (
        <p className={styles.none}>{t('No notes for this step.')}</p>
      )}
      {now?.question && (
        <>
          <Markdown>{textOf(section, now.question.text)}</Markdown>
          <Markdown>{textOf(section, now.question.answer)}</Markdown>
        </>
      )}
      <footer>
        {next ? t('Next: {{title}}', { title: textOf(section, next.title) }) : t('This is the last step.')}
      </footer>
    </main>
  );
}

/** How long it has been, since the window was opened or the time was started anew. */
function Timer() {
  const { t } = useTranslation();
  const [start, setStart] = useState(() => Date.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - start) / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  return (
    <button
      type="button"
      className={styles.timer}
      title={t('Start the time anew')}
      onClick={() => {
        setStart(Date.now());
        setNow(Date.now());
      }}
    >
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </button>
  );
}
