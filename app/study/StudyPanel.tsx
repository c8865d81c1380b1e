/**
 * What is studied, below the graph in place of the inspector.
 */
import { useTranslation } from 'react-i18next';
import type { PlainText } from '../i18n/i18n';
import panels from '../inspector/inspector.module.css';
import type { Study } from '../state/store';
import { useSteady } from '../state/structure';
import { PathsPanel } from './paths/PathsPanel';
import { ReplayPanel } from './replay/ReplayPanel';

const TITLES = { replay: 'Replay', paths: 'Paths' } as const satisfies Record<Study['kind'], PlainText>;
const PANELS = { replay: ReplayPanel, paths: PathsPanel } as const;

export function StudyPanel() {
  const { t } = useTranslation();
  const kind = useSteady(({ study }) => study?.kind);
  if (!kind) return null;
  const Panel = PANELS[kind];
  return (
    <aside className={panels.panel} aria-label={t(TITLES[kind])}>
      <Panel title={t(TITLES[kind])} />
    </aside>
  );
}
