/**
 * The two screens, and what may stand in front of them.
 */
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';
import { Announcer } from './canvas/Announcer';
import { Canvas } from './canvas/Canvas';
import { Dialogs } from './dialogs/Dialogs';
import { Finding } from './finder/Finding';
import { Inspector } from './inspector/Inspector';
import { CanvasMenu } from './menus/CanvasMenu';
import { workOnCanvas } from './outline/focus';
import { Side } from './Side';
import { useEditor } from './state/store';
import { Toolbar } from './toolbar/Toolbar';
import { Welcome } from './welcome/Welcome';

export function App() {
  const screen = useEditor((state) => state.screen);
  return (
    <>
      {screen === 'welcome' ? <Welcome /> : <Editor />}
      <Finding />
      <Dialogs />
    </>
  );
}

function Editor() {
  const { t } = useTranslation();
  return (
    <div className={styles.editor}>
      <Toolbar />
      <Side />
      <main className={styles.canvas} aria-label={t('Graph')} onFocus={workOnCanvas}>
        <CanvasMenu>
          <Canvas />
        </CanvasMenu>
        <ConnectingHint />
        <Notice />
        <Announcer />
      </main>
      <Inspector />
    </div>
  );
}

function ConnectingHint() {
  const { t } = useTranslation();
  const connecting = useEditor((state) => state.connecting);
  if (!connecting) return null;
  const { to, operand } = connecting.choices[connecting.at];
  return (
    <div className={styles.notice} data-kind="note">
      <strong>
        {connecting.from} → {to}.{operand}
      </strong>{' '}
      {t('Enter wires it, the arrows choose another operand, Escape gives up.')}
    </div>
  );
}

function Notice() {
  const notice = useEditor((state) => state.notice);
  return (
    <div role="alert" className={styles.notice} data-kind={notice?.kind} hidden={notice === null}>
      {notice?.text}
    </div>
  );
}
