/**
 * What is studied, below the graph in place of the inspector.
 */
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainText } from '../i18n/i18n';
import panels from '../inspector/inspector.module.css';
import type { Study } from '../state/store';
import { useSteady } from '../state/structure';
import { ChainPanel } from './chain/ChainPanel';
import { CheckPanel } from './check/CheckPanel';
import { CulpritPanel } from './culprit/CulpritPanel';
import { LayoutsPanel } from './layouts/LayoutsPanel';
import { PathsPanel } from './paths/PathsPanel';
import { QuizPanel } from './quiz/QuizPanel';
import { ReplayPanel } from './replay/ReplayPanel';

/** With the libraries that plot, it is fetched when it is wanted. */
const DifferentialPanel = lazy(async () => ({
  default: (await import('./differential/DifferentialPanel')).DifferentialPanel,
}));

const TITLES = {
  replay: 'Replay',
  paths: 'Paths',
  differential: 'Differential',
  check: 'Gradient check',
  quiz: 'Quiz',
  layouts: 'Layouts',
  chain: 'Product of a chain',
  culprit: 'First culprit',
} as const satisfies Record<Study['kind'], PlainText>;

const PANELS = {
  replay: ReplayPanel,
  paths: PathsPanel,
  differential: DifferentialPanel,
  check: CheckPanel,
  quiz: QuizPanel,
  layouts: LayoutsPanel,
  chain: ChainPanel,
  culprit: CulpritPanel,
} as const;

export function StudyPanel() {
  const { t } = useTranslation();
  const kind = useSteady(({ study }) => study?.kind);
  if (!kind) return null;
  const Panel = PANELS[kind];
  return (
    <aside className={panels.panel} aria-label={t(TITLES[kind])}>
      <Suspense>
        <Panel title={t(TITLES[kind])} />
      </Suspense>
    </aside>
  );
}
