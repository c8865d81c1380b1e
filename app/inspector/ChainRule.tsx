/**
 * The chain rule at one node, with symbols and then with numbers: ∂z/∂x = Σ ∂z/∂v · ∂v/∂x over the edges that leave it, the later function on
 * the left.
 */
import { Fragment, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ProgramNode } from '#engine';
import { localTex, named, partialTex } from '#scene';
import { Tex } from '../math/Tex';
import { gradientReader, jacobianReader } from '../state/readers';
import { useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { MatrixView } from '../values/MatrixView';
import styles from './inspector.module.css';

/** Terms beyond these are counted, not written out. */
const MOST_TERMS = 6;

export function ChainRule({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const document = useStructure();
  const program = useEditor(({ evaluation }) => evaluation.program);
  const pullback = useEditor(({ evaluation }) => evaluation.pullback);
  const node = program.node(id);
  if (!node?.tensor || !pullback) return null;
  const target = pullback.target;
  const name = (of: ProgramNode, by: ProgramNode) =>
    partialTex(named(document, of.id), named(document, by.id));
  if (!pullback.reaches(node))
    return (
      <p>
        <Trans
          i18nKey="<formula/>: the target does not depend on this node."
          components={{ formula: <Tex>{`${name(target, node)} = 0`}</Tex> }}
        />
      </p>
    );
  if (node === target)
    return (
      <p>
        <Trans
          i18nKey="<formula/>: the seed of the backward pass."
          components={{ formula: <Tex>{`${name(target, target)} = I`}</Tex> }}
        />
      </p>
    );
  const edges = node.outgoing.filter(({ to }) => pullback.reaches(to));
  const shown = edges.slice(0, MOST_TERMS);
  const factors = shown.map((edge) => `${name(target, edge.to)}\\,${localTex(document, edge)}`);
  const more = edges.length > shown.length ? ' + \\cdots' : '';
  return (
    <>
      <Tex display>{`${name(target, node)} = ${factors.join(' + ')}${more}`}</Tex>
      {edges.length > 1 && (
        <p className={styles.soft}>
          {t('One term for each of the {{count}} edges that leave it.', { count: edges.length })}
        </p>
      )}
      <div className={styles.product}>
        {shown.map((edge, k) => (
          <Fragment key={edge.id}>
            <span>{k === 0 ? '=' : '+'}</span>
            <GradientView id={edge.to.id} />
            <span>·</span>
            <JacobianView to={edge.to.id} operand={edge.operand} />
          </Fragment>
        ))}
        {more && <span>+ …</span>}
        <span>=</span>
        <GradientView id={id} />
      </div>
    </>
  );
}

export function GradientView({ id }: { readonly id: string }) {
  const read = useMemo(() => gradientReader(id), [id]);
  return <MatrixView read={read} className={styles.gradient} />;
}

export function JacobianView({ to, operand }: { readonly to: string; readonly operand: string }) {
  const read = useMemo(() => jacobianReader(to, operand), [to, operand]);
  return <MatrixView read={read} className={styles.jacobian} />;
}
