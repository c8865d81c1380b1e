/**
 * The gradient check: every derivative against differences that know nothing of it. One of them can be made wrong, for a class to find.
 */
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_TOLERANCE, type Comparison } from '#engine';
import { localTex, named, partialTex } from '#scene';
import type { PlainText } from '../../i18n/i18n';
import panels from '../../inspector/inspector.module.css';
import { NamedTex } from '../../math/NamedTex';
import { register } from '../../state/live';
import { hint, select, setStudy, useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { Controls } from '../Controls';
import shared from '../study.module.css';
import { breakableIn, breakOne, checkIn, type Progress, startCheck } from './check';
import styles from './check.module.css';

const NOTHING: Progress = { edges: [], gradients: [], done: false };

/** The check of the numbers as they are, begun again whenever they have come to rest. */
function useCheck(): Progress {
  const [progress, tell] = useState(NOTHING);
  useLayoutEffect(() => {
    let stop = () => {};
    const leave = register({
      settle() {
        stop();
        stop = startCheck(tell);
      },
    });
    return () => {
      leave();
      stop();
    };
  }, []);
  return progress;
}

export function CheckPanel({ title }: { readonly title: string }) {
  const study = useSteady(checkIn);
  const progress = useCheck();
  if (!study) return null;
  return (
    <>
      <Controls title={title}>
        {study.fault ? <Broken progress={progress} /> : <Unbroken progress={progress} />}
      </Controls>
      {!study.hidden && <Results progress={progress} />}
    </>
  );
}

const isWrong = ({ error, skipped }: Comparison): boolean => skipped === undefined && error > CHECK_TOLERANCE;

function Verdict({ progress: { edges, gradients, done } }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const all = [...edges, ...gradients];
  const wrong = all.filter(isWrong).length;
  const compared = all.filter(({ skipped }) => skipped === undefined).length;
  return (
    <p role="status">
      {!done
        ? t('{{count}} derivatives compared so far.', { count: compared })
        : compared === 0
          ? t('There is nothing to compare here.')
          : wrong > 0
            ? t('{{wrong}} of {{count}} derivatives are wrong.', { wrong, count: compared })
            : t('All {{count}} derivatives agree with differences.', { count: compared })}
    </p>
  );
}

function Unbroken({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const possible = useSteady((state) => breakableIn(state).length > 0);
  return (
    <>
      <Verdict progress={progress} />
      <p>
        {t(
          'Break one derivative, and let others find it: the values stay right, what is pulled back does not.',
        )}
      </p>
      <button type="button" disabled={!possible} onClick={() => breakOne()}>
        {t('Break one')}
      </button>
    </>
  );
}

function Broken({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const study = useSteady(checkIn);
  const [wire] = useSteady(({ selection }) => selection.wires);
  if (!study?.fault) return null;
  const { guess, hidden } = study;
  const broken = study.fault.wire;
  return (
    <>
      {hidden ? (
        <p role="status">
          {guess === null
            ? t('One derivative of this graph is wrong now. Select its edge and say so.')
            : guess === broken
              ? t('Yes: the derivative on {{edge}} is wrong.', { edge: guess })
              : t('The derivative on {{edge}} is right. Look on.', { edge: guess })}
        </p>
      ) : (
        <>
          <p>
            {t('The derivative on {{edge}} is wrong.', { edge: broken })} {t(KINDS[study.fault.kind])}
          </p>
          <Verdict progress={progress} />
        </>
      )}
      <div className={shared.buttons}>
        {hidden && (
          <>
            <button
              type="button"
              disabled={wire === undefined}
              onClick={() => setStudy({ ...study, guess: wire })}
            >
              {t('This one')}
            </button>
            <button type="button" onClick={() => setStudy({ ...study, hidden: false })}>
              {t('Show the check')}
            </button>
          </>
        )}
        <button
          type="button"
          onClick={() => setStudy({ kind: 'check', fault: undefined, guess: null, hidden: false })}
        >
          {t('Mend it')}
        </button>
      </div>
    </>
  );
}

const KINDS = {
  sign: 'It has the wrong sign.',
  factor: 'It is half as large as it should be.',
  transposed: 'It is transposed.',
} as const satisfies Record<string, PlainText>;

const SKIPPED = {
  kink: 'not compared: a kink or a jump',
  'not finite': 'not compared: not finite',
  'too large': 'not compared: too large',
  'by decree': 'not compared: by decree',
} as const satisfies Record<NonNullable<Comparison['skipped']>, PlainText>;

function Results({ progress: { edges, gradients } }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const document = useStructure();
  const target = useEditor(({ history }) => history.document.target);
  useEffect(() => () => hint(null), []);
  return (
    <>
      <section className={styles.checks} aria-label={t('Local Jacobians')}>
        <h3>{t('Local Jacobians')}</h3>
        <ul>
          {edges.map(({ edge, ...comparison }) => (
            <li key={edge.id} onPointerEnter={() => hint(edge.id)} onPointerLeave={() => hint(null)}>
              <button
                type="button"
                onFocus={() => hint(edge.id)}
                onBlur={() => hint(null)}
                onClick={() => select({ wires: [edge.id] })}
              >
                <NamedTex name={edge.id} tex={localTex(document, edge, 'tfrac')} />
              </button>
              <ErrorBar {...comparison} />
            </li>
          ))}
        </ul>
      </section>
      {target !== null && (
        <section className={styles.checks} aria-label={t('Gradient rows')}>
          <h3>{t('Gradient rows')}</h3>
          <ul>
            {gradients.map(({ node, ...comparison }) => (
              <li key={node.id}>
                <button type="button" onClick={() => select({ nodes: [node.id] })}>
                  <NamedTex
                    name={node.id}
                    tex={partialTex(named(document, target), named(document, node.id), 'tfrac')}
                  />
                </button>
                <ErrorBar {...comparison} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Below this an error is rounding, and beyond 1 it is as wrong as can be. */
const SMALLEST = 1e-17;

/** How far a derivative is from what the differences say, on a logarithmic scale from 1e-17 to 1. */
function ErrorBar({ error, skipped }: Comparison) {
  const { t } = useTranslation();
  if (skipped) return <span className={`${styles.skipped} ${panels.soft}`}>{t(SKIPPED[skipped])}</span>;
  const share = Math.min(1, Math.max(0, Math.log10(Math.max(error, SMALLEST) / SMALLEST) / 17));
  const wrong = isWrong({ error });
  const size =
    error === 0 ? '0' : error >= 0.1 ? error.toPrecision(1) : error.toExponential(0).replace('-', '−');
  return (
    <>
      <span className={styles.bar} data-wrong={wrong || undefined} aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </span>
      <span>{wrong ? t('✗ off by {{size}}', { size }) : t('✓ {{size}}', { size })}</span>
    </>
  );
}
