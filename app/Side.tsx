/**
 * The panel beside the canvas: the lesson, where the graph has one, the functions to build with, the outline of the graph.
 */
import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import { LessonPanel } from './lessons/LessonPanel';
import { Outline } from './outline/Outline';
import { Palette } from './palette/Palette';
import { type EditorState, type SidePanel, showSide, useEditor } from './state/store';

const hasLesson = ({ history }: EditorState) => history.document.lesson !== undefined;

/** The panel that is shown: functions, where there is no lesson. */
export const sidePanel = (state: EditorState): SidePanel =>
  state.side === 'lesson' && !hasLesson(state) ? 'functions' : state.side;

export function Side() {
  const { t } = useTranslation();
  const panel = useEditor(sidePanel);
  const lesson = useEditor(hasLesson);
  return (
    <Tabs.Root
      className={styles.side}
      data-panel={panel}
      value={panel}
      onValueChange={showSide}
      render={<nav aria-label={t('Lesson, functions, outline')} />}
    >
      <Tabs.List className={styles.tabs} aria-label={t('Side panel')}>
        {lesson && <Tabs.Tab value="lesson">{t('Lesson')}</Tabs.Tab>}
        <Tabs.Tab value="functions">{t('Functions')}</Tabs.Tab>
        <Tabs.Tab value="outline">{t('Outline')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="lesson" className={styles.tabPanel}>
        <LessonPanel />
      </Tabs.Panel>
      <Tabs.Panel value="functions" className={styles.tabPanel}>
        <Palette />
      </Tabs.Panel>
      <Tabs.Panel value="outline" className={styles.tabPanel}>
        <Outline />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
