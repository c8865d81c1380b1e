/**
 * A pass, replayed below the graph: how far it is, the step written out, and the trace of all numbers so far.
 */
import { useTranslation } from 'react-i18next';
import { PASSES, type Pass } from '#scene';
import type { PlainText } from '../../i18n/i18n';
import { useSteady } from '../../state/structure';
import { Controls } from '../Controls';
import { Player } from './Player';
import { type Frame, frameOf, replayIn, startReplay } from './replay';
import styles from './replay.module.css';
import { Trace } from './Trace';
import { WorkedStep } from './WorkedStep';

const NAMES = { forward: 'Forward', reverse: 'Reverse', tangent: 'Tangents' } as const satisfies Record<
  Pass,
  PlainText
>;

export function ReplayPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const pass = useSteady((state) => replayIn(state)?.pass);
  const frame = useSteady(frameOf);
  return (
    <>
      <Controls title={title}>
        <fieldset className={styles.passes}>
          <legend className="visually-hidden">{t('Pass')}</legend>
          {PASSES.map((one) => (
            <button key={one} type="button" aria-pressed={one === pass} onClick={() => startReplay(one)}>
              {t(NAMES[one])}
            </button>
          ))}
        </fieldset>
        {frame ? (
          <>
            <Player key={frame.pass} at={frame.at} count={frame.count} />
            <p role="status">
              <Told {...frame} />
            </p>
          </>
        ) : (
          <p>{t('There is nothing to pull back yet: choose a target that has a value.')}</p>
        )}
      </Controls>
      {frame && <WorkedStep frame={frame} />}
      {frame && <Trace frame={frame} />}
    </>
  );
}

/** What the step does, in words. */
function Told({ pass, step: { node, edge } }: Frame) {
  const { t } = useTranslation();
  if (edge !== undefined) {
    if (pass === 'forward') return t('The local Jacobian of the edge {{edge}}.', { edge });
    return pass === 'reverse'
      ? t('Back along {{edge}}: a term of the gradient row of {{node}}.', { edge, node })
      : t('Along {{edge}}: a term of the differential of {{node}}.', { edge, node });
  }
  if (pass === 'forward') return t('The value of {{node}}.', { node });
  return pass === 'reverse'
    ? t('The seed: {{node}} differentiated by itself.', { node })
    : t('The direction at {{node}}.', { node });
}
