/**
 * A workbench for the product along a path: factors are dragged, turned over, multiplied where one likes. What does not fit is refused, with the
 * reason; what fits and is wrong stands beside what is right.
 */
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type DragEvent, Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dense } from '#engine';
import {
  type Chain,
  type ChainTerm,
  chainCosts,
  chainGrid,
  chainName,
  chainSize,
  chainTex,
  chainWork,
  isDerivative,
  misfit,
  sizeText,
} from '#scene';
import { countText } from '../../i18n/counts';
import { Tex } from '../../math/Tex';
import { setStudy, useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { Controls } from '../Controls';
import { NodeChoice } from '../NodeChoice';
import shared from '../study.module.css';
import { chainIn, chainNow, chainsOf, move, multiply, startAgain, termsNow, turn } from './chain';
import styles from './chain.module.css';

export function ChainPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const study = useSteady(chainIn);
  const chain = useSteady(chainNow);
  if (!study) return null;
  return (
    <>
      <Controls title={title}>
        <div className={shared.ends}>
          <NodeChoice
            label={t('From')}
            value={study.from}
            onChange={(from) => setStudy({ ...study, from, path: 0, terms: undefined })}
          />
          <NodeChoice
            label={t('To')}
            value={study.to}
            onChange={(to) => setStudy({ ...study, to, path: 0, terms: undefined })}
          />
        </div>
        <PathChoice />
        {chain && <Costs chain={chain} />}
      </Controls>
      {chain ? (
        <Bench chain={chain} />
      ) : (
        <section className={styles.bench}>
          <p>
            {study.from === study.to
              ? t('Choose two different nodes.')
              : t('No path leads from {{from}} to {{to}}: the derivative is 0.', {
                  from: study.from,
                  to: study.to,
                })}
          </p>
        </section>
      )}
    </>
  );
}

/** Where there are several paths, which of them. */
function PathChoice() {
  const { t } = useTranslation();
  const study = useSteady(chainIn);
  const chains = useSteady((state) => (study ? chainsOf(state, study) : undefined)) ?? [];
  if (!study || chains.length < 2) return null;
  const name = ({ from, factors }: Chain) => [from, ...factors.map(({ to }) => to)].join(' → ');
  return (
    <label className={shared.ask}>
      {t('Path')}
      <select
        value={study.path}
        onChange={(event) =>
          setStudy({ ...study, path: Number(event.currentTarget.value), terms: undefined })
        }
      >
        {chains.map((chain, k) => (
          <option key={chain.factors.map(({ id }) => id).join(' ')} value={k}>
            {k === 0 ? t('{{stages}}, all paths together', { stages: name(chain) }) : name(chain)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Multiplications by the order in which they are done. */
function Costs({ chain }: { readonly chain: Chain }) {
  const { t } = useTranslation();
  const terms = useSteady(termsNow);
  const { forward, reverse, best } = chainCosts(chain);
  const yours = terms.reduce((sum, term) => sum + chainWork(chain, term), 0);
  const rows = [
    [t('From the input on'), forward],
    [t('From the target back'), reverse],
    [t('Best brackets'), best],
    [t('So far'), yours],
  ] as const;
  return (
    <table className={styles.costs}>
      <caption>{t('Multiplications')}</caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{countText(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bench({ chain }: { readonly chain: Chain }) {
  const { t } = useTranslation();
  const document = useStructure();
  const study = useSteady(chainIn)!;
  const terms = useSteady(termsNow);
  return (
    <section className={styles.bench} aria-label={t('Workbench')}>
      <h3>
        <Tex>{chainName(document, chain)}</Tex>
        <button type="button" disabled={!study.terms} onClick={startAgain}>
          {t('Start again')}
        </button>
      </h3>
      <div className={styles.factors}>
        {terms.map((term, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a term is its place
          <Fragment key={k}>
            {k > 0 && <Times chain={chain} left={terms[k - 1]} right={term} at={k - 1} />}
            <Term chain={chain} term={term} at={k} count={terms.length} />
          </Fragment>
        ))}
      </div>
      {terms.length === 1 && chain.factors.length > 1 && <Outcome chain={chain} term={terms[0]} />}
    </section>
  );
}

interface TimesProps {
  readonly chain: Chain;
  readonly left: ChainTerm;
  readonly right: ChainTerm;
  readonly at: number;
}

/** The dot between two neighbours: pressed, it multiplies them, or says why it does not. */
function Times({ chain, left, right, at }: TimesProps) {
  const { t } = useTranslation();
  const reason = misfit(chain, left, right);
  const text = reason
    ? t('{{left}} and {{right}} do not fit: the inner sizes are {{inner}} and {{other}}.', { ...reason })
    : t('Multiply these two');
  return (
    <span className={styles.times}>
      <button
        type="button"
        aria-label={text}
        title={text}
        disabled={reason !== undefined}
        onClick={() => multiply(at)}
      >
        ·
      </button>
      {reason && <small>{text}</small>}
    </span>
  );
}

interface TermProps {
  readonly chain: Chain;
  readonly term: ChainTerm;
  readonly at: number;
  readonly count: number;
}

const DRAGGED = 'application/x-nabla-factor';

function Term({ chain, term, at, count }: TermProps) {
  const { t } = useTranslation();
  const document = useStructure();
  const read = useMemo(() => () => chainGrid(chain, term), [chain, term]);
  const { rows, cols } = chainSize(chain, term);
  const name = t('Factor {{at}} of {{of}}', { at: at + 1, of: count });
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(DRAGGED);
    if (from === '') return;
    event.preventDefault();
    move(Number(from), at);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: factors are a group of a workbench, not of a form
    <div
      role="group"
      aria-label={name}
      className={styles.factorCard}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(at))}
      onDragOver={(event) => event.dataTransfer.types.includes(DRAGGED) && event.preventDefault()}
      onDrop={drop}
    >
      <Tex seen>{chainTex(document, chain, term)}</Tex>
      <MatrixView read={read} />
      <span className={shared.size}>{sizeText(rows, cols)}</span>
      <span className={styles.moves}>
        <button
          type="button"
          aria-label={t('Move to the left')}
          disabled={at === 0}
          onClick={() => move(at, at - 1)}
        >
          <ChevronLeft size={15} aria-hidden="true" />
        </button>
        <button type="button" onClick={() => turn(at)}>
          {'left' in term ? t('Take apart') : t('Transpose')}
        </button>
        <button
          type="button"
          aria-label={t('Move to the right')}
          disabled={at === count - 1}
          onClick={() => move(at, at + 1)}
        >
          <ChevronRight size={15} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}

/** What came out, and what should have. */
function Outcome({ chain, term }: { readonly chain: Chain; readonly term: ChainTerm }) {
  const { t } = useTranslation();
  const evaluation = useEditor((state) => state.evaluation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the numbers of a chain are those of the last run
  const right = useMemo(() => isDerivative(chain, term), [chain, term, evaluation]);
  const read = useMemo(
    () => () => {
      const right = chain.jacobian();
      return { data: dense(right), rows: right.rows, cols: right.cols };
    },
    [chain],
  );
  if (right === undefined) return null;
  return (
    <p role="status" className={styles.outcome} data-right={right}>
      {right ? t('✓ This is the derivative.') : t('✗ It fits, and it is wrong. The derivative is')}
      {!right && <MatrixView read={read} />}
    </p>
  );
}
