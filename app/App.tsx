/**
 * The two screens, and what may stand in front of them.
 */
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import { Announcer } from './canvas/Announcer';
import { Canvas } from './canvas/Canvas';
import { choiceText } from './commands/connecting';
import { Dialogs } from './dialogs/Dialogs';
import { DropVeil } from './dropping/DropVeil';
import { Guarded } from './failures/Guarded';
import { Finding } from './finder/Finding';
import { useSaid } from './i18n/messages';
import { Inspector } from './inspector/Inspector';
import { CanvasMenu } from './menus/CanvasMenu';
import { workOnCanvas } from './outline/focus';
import { Presentation } from './present/Presentation';
import { Speaker } from './present/Speaker';
import { Side, sidePanel } from './Side';
import { Splitter } from './Splitter';
import { useEditor } from './state/store';
import { StudyPanel } from './study/StudyPanel';
import { Toolbar } from './toolbar/Toolbar';
import { Welcome } from './welcome/Welcome';

export function App() {
  const screen = useEditor((state) => state.screen);
  return (
    <Guarded as="main">
      {screen === 'welcome' ? <Welcome /> : <Editor />}
      <Finding />
      <Speaker />
      <Dialogs />
      <DropVeil />
    </Guarded>
  );
}

function Editor() {
  const { t } = useTranslation();
  const presenting = useEditor((state) => state.presenting !== null);
  const study = useEditor((state) => state.study?.kind);
  const side = useEditor((state) => (sidePanel(state) === 'outline' ? 'outline' : 'side'));
  const panels = useEditor(({ settings }) => settings.panels);
  const sizes = { '--side': pixels(panels[side]), '--below': pixels(panels.below) } as CSSProperties;
  return (
    <div className={styles.editor} style={sizes} data-presenting={presenting || undefined} data-study={study}>
      <Guarded as="header">
        <Toolbar />
      </Guarded>
      <Guarded as="nav">
        <Side />
      </Guarded>
      <main className={styles.canvas} aria-label={t('Graph')} tabIndex={-1} onFocus={workOnCanvas}>
        <Guarded as="div">
          <CanvasMenu>
            <Canvas />
          </CanvasMenu>
        </Guarded>
        <ConnectingHint />
        <Notice />
        <Announcer />
        <Presentation />
        <Splitter key={side} panel={side} />
        <Splitter panel="below" />
      </main>
      <Guarded as="aside">{study ? <StudyPanel /> : <Inspector />}</Guarded>
    </div>
  );
}

const pixels = (size: number | undefined) => (size === undefined ? undefined : `${size}px`);

function ConnectingHint() {
  const { t } = useTranslation();
  const connecting = useEditor((state) => state.connecting);
  if (!connecting) return null;
  const { from, choices, at } = connecting;
  return (
    <div className={styles.notice} data-kind="note">
      <strong>
        {from} → {choiceText(from, choices[at])}
      </strong>{' '}
      {t('Enter wires it, the arrows choose another operand, Escape gives up.')}
    </div>
  );
}

function Notice() {
  const said = useSaid();
  const notice = useEditor((state) => state.notice);
  return (
    <div role="alert" className={styles.notice} data-kind={notice?.kind} hidden={notice === null}>
      {notice && <p>{said(notice.text)}</p>}
      {notice?.actions && notice.actions.length > 0 && (
        <div className={styles.actions}>
          {notice.actions.map(({ label, run }) => (
            <button key={label} type="button" onClick={run}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
