/**
 * Every path between two nodes, its product of Jacobians, and their sum, which is the total derivative; and what it would cost to walk them.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Path, workBetween } from '#engine';
import { pathName, termOfPath, workedPath, workedPaths } from '#scene';
import { countText } from '../../i18n/counts';
import { Tex } from '../../math/Tex';
import { hint, type PathsStudy, setStudy } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { Controls } from '../Controls';
import { isHinted } from '../hinted';
import { NodeChoice } from '../NodeChoice';
import shared from '../study.module.css';
import { WorkedLines } from '../WorkedLines';
import { MOST_PATHS, type PathsNow, pathsNow } from './paths';
import styles from './paths.module.css';

export function PathsPanel({ title }: { readonly title: string }) {
  const now = useSteady(pathsNow);
  return (
    <>
      <Controls title={title}>
        <Ends />
        {now && <Counted now={now} />}
      </Controls>
      {now && <Written now={now} />}
      {now?.paths && now.paths.length > 1 && <List now={now} />}
    </>
  );
}

/** The two nodes. */
function Ends() {
  const { t } = useTranslation();
  const study = useSteady((state) => (state.study?.kind === 'paths' ? state.study : undefined));
  if (!study) return null;
  return (
    <div className={shared.ends}>
      <NodeChoice
        label={t('From')}
        value={study.from}
        onChange={(from) => setStudy({ ...study, from, at: null })}
      />
      <NodeChoice label={t('To')} value={study.to} onChange={(to) => setStudy({ ...study, to, at: null })} />
    </div>
  );
}

/** How many there are, and why the reverse pass does not mind. */
function Counted({ now: { from, to, count } }: { readonly now: PathsNow }) {
  const { t } = useTranslation();
  if (count === 0n)
    return (
      <p role="status">
        {from === to
          ? t('Choose two different nodes.')
          : t('No path leads from {{from}} to {{to}}: the derivative is 0.', { from: from.id, to: to.id })}
      </p>
    );
  const { edges, walked } = workBetween(from, to);
  return (
    <>
      <p role="status">
        {count === 1n
          ? t('One path: a product and no sum.')
          : t('{{paths}} paths: their products add up.', { paths: countText(count) })}
      </p>
      {count > 1n && (
        <p>
          {t(
            'Walked one by one they pass {{walked}} edges. The reverse pass goes along each of the {{edges}} edges once: it adds up at every node before it goes on.',
            { walked: countText(walked), edges: countText(edges) },
          )}
        </p>
      )}
      {count > BigInt(MOST_PATHS) && <p>{t('More than {{most}} are not listed.', { most: MOST_PATHS })}</p>}
    </>
  );
}

/** The path that was chosen, or their sum. */
function Written({ now }: { readonly now: PathsNow }) {
  const { t } = useTranslation();
  const document = useStructure();
  const { from, to, paths, at } = now;
  const path = at === null ? undefined : paths?.[at];
  const worked = useMemo(
    () => (path ? workedPath(document, path) : workedPaths(document, from, to, paths ?? [])),
    [document, path, from, to, paths],
  );
  return (
    <WorkedLines title={path ? t('The path written out') : t('The sum over the paths')} worked={worked} />
  );
}

function List({ now: { from, paths = [], at } }: { readonly now: PathsNow }) {
  const { t } = useTranslation();
  const study = useSteady((state) => state.study) as PathsStudy;
  return (
    <section className={styles.list} aria-label={t('All paths')}>
      <button type="button" aria-pressed={at === null} onClick={() => setStudy({ ...study, at: null })}>
        {t('Their sum')}
      </button>
      {paths.map((path, k) => (
        <PathChoice
          key={termOfPath(path)}
          from={from.id}
          path={path}
          on={at === k}
          onChoose={() => setStudy({ ...study, at: k })}
        />
      ))}
    </section>
  );
}

interface PathChoiceProps {
  readonly from: string;
  readonly path: Path;
  readonly on: boolean;
  onChoose(): void;
}

function PathChoice({ from, path, on, onChoose }: PathChoiceProps) {
  const document = useStructure();
  const term = termOfPath(path);
  const hinted = useSteady((state) => isHinted(state.hinted, term));
  const spoken = [from, ...path.edges.map(({ to }) => to.id)].join(', ');
  return (
    <button
      type="button"
      aria-label={spoken}
      aria-pressed={on}
      data-lit={hinted || undefined}
      onClick={onChoose}
      onPointerEnter={() => hint(term)}
      onPointerLeave={() => hint(null)}
      onFocus={() => hint(term)}
      onBlur={() => hint(null)}
    >
      <Tex seen>{pathName(document, from, path)}</Tex>
    </button>
  );
}
