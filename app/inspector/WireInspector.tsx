/**
 * Everything about one edge: its local Jacobian with the names of its rows and columns, what it is made of, and its term of the chain rule.
 */
import { Scissors } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { remove } from '#document';
import type { ProgramEdge, StructureName } from '#engine';
import { formOf, labelOf, localTex, matrixJson, named, partialTex } from '#scene';
import { pointedOf } from '../canvas/Pointed';
import type { PlainText } from '../i18n/i18n';
import { Tex } from '../math/Tex';
import { jacobianReader, termReader } from '../state/readers';
import { commit, pointAt, useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { splitWire } from '../state/wires';
import { MatrixView } from '../values/MatrixView';
import { GradientView, JacobianView } from './ChainRule';
import { Diagnostics } from './Diagnostics';
import styles from './inspector.module.css';
import { Section } from './Section';
import { symbolicJacobian } from './symbolic';
import { WalkedJacobian, type WalkedJacobianProps } from './WalkedJacobian';

const STRUCTURES: Record<StructureName, PlainText> = {
  zero: 'Zero: nothing flows back through this edge.',
  identity: 'The identity: every change passes on as it is.',
  diagonal: 'Diagonal: each component depends on its own entry only.',
  row: 'A row: the gradient of a single number.',
  column: 'A column: one number moves every component.',
  selection: 'A selection: each component is a copy of one entry, or of none.',
  permutation: 'A permutation: every entry is passed on, in another order.',
  kronecker: 'A Kronecker product: one small matrix repeated in blocks.',
  'diagonal-low-rank': 'Diagonal plus a matrix of low rank.',
  toeplitz: 'Toeplitz: the same numbers along every diagonal.',
  'lower-triangular': 'Lower triangular: each component depends on the entries up to its own.',
  'block-diagonal': 'Block diagonal: each part of the value depends on its own part of the operand.',
  dense: 'Dense: every component may depend on every entry.',
};

export function WireInspector({ wire }: { readonly wire: string }) {
  const { t } = useTranslation();
  const [to, operand] = splitWire(wire);
  const document = useStructure();
  const edge = useEditor(({ evaluation }) => evaluation.program.edge(to, operand));
  if (!edge) return null;
  const later = named(document, to);
  const earlier = named(document, edge.from.id);
  return (
    <>
      <div className={styles.about}>
        <header className={styles.title}>
          <h2 aria-label={t('{{from}} to {{to}}', { from: edge.from.id, to })}>
            <Tex>{`${labelOf(earlier)} \\to ${labelOf(later)}`}</Tex>
          </h2>
          <span className={styles.soft}>{t('operand {{operand}}', { operand })}</span>
          <span className={styles.spacer} />
          <button
            type="button"
            className={styles.action}
            onClick={() => commit(remove([], [{ to, operand }]))}
          >
            <Scissors size={16} aria-hidden="true" /> {t('Cut')}
          </button>
        </header>
        <Diagnostics node={to} operand={operand} />
        {edge.jacobian ? (
          <Symbols edge={edge} />
        ) : (
          <p>{t('There is no Jacobian while {{to}} cannot be evaluated.', { to })}</p>
        )}
      </div>
      {edge.jacobian && <LocalJacobian edge={edge} />}
      {edge.jacobian && <Term edge={edge} />}
    </>
  );
}

/** The Jacobian in symbols, and what kind of matrix it is. */
function Symbols({ edge }: { readonly edge: ProgramEdge }) {
  const { t } = useTranslation();
  const { from, to, jacobian } = edge;
  const document = useStructure();
  return (
    <>
      <Tex display>{symbolicJacobian(document, edge) ?? localTex(document, edge)}</Tex>
      <p className={styles.soft}>
        {t(STRUCTURES[jacobian!.structure])}{' '}
        {t('A row for each component of {{to}}, a column for each of {{from}}.', {
          to: to.id,
          from: from.id,
        })}
      </p>
    </>
  );
}

function LocalJacobian({ edge }: { readonly edge: ProgramEdge }) {
  const { t } = useTranslation();
  const { to, operand } = edge;
  const read = useMemo(() => jacobianReader(to.id, operand), [to.id, operand]);
  const [coloured, setColoured] = useState(false);
  const { rows, cols } = edge.jacobian!;
  const hasColours = formOf(rows, cols, 0) === 'heat';
  const toggle = (
    <button
      type="button"
      className={styles.copy}
      aria-pressed={coloured}
      onClick={() => setColoured(!coloured)}
    >
      {t('Heat map')}
    </button>
  );
  const View = hasColours && coloured ? ColouredJacobian : WalkedJacobian;
  return (
    <Section
      title={t('Local Jacobian')}
      copy={() => matrixJson(read()!)}
      latex="edit.copy-latex-jacobian"
      tool={hasColours && toggle}
    >
      <View edge={edge} read={read} />
    </Section>
  );
}

/** In colours, one entry of which is pointed at. */
function ColouredJacobian({ edge: { to, operand }, read }: WalkedJacobianProps) {
  const at = useEditor((state) => pointedOf(state, to.id, operand));
  // What is removed under the pointer is told of no leaving.
  useEffect(() => () => pointAt(null), []);
  return (
    <MatrixView
      read={read}
      className={styles.heat}
      mostColumns={0}
      mark={at}
      onPoint={(cell) => pointAt(cell ? { to: to.id, operand, ...cell } : null)}
    />
  );
}

/** This edge's term: the gradient row that arrives, times the Jacobian. */
function Term({ edge }: { readonly edge: ProgramEdge }) {
  const { t } = useTranslation();
  const { to, operand } = edge;
  const document = useStructure();
  const pullback = useEditor(({ evaluation }) => evaluation.pullback);
  const readTerm = useMemo(() => termReader(to.id, operand), [to.id, operand]);
  if (!pullback) return null;
  const target = named(document, pullback.target.id);
  return (
    <Section title={t('Its term of the chain rule')}>
      <Tex display>{`${partialTex(target, named(document, to.id))}\\;${localTex(document, edge)}`}</Tex>
      <div className={styles.product}>
        <GradientView id={to.id} />
        <span>·</span>
        <JacobianView to={to.id} operand={operand} />
        <span>=</span>
        <MatrixView read={readTerm} className={styles.gradient} />
      </div>
    </Section>
  );
}
