/**
 * Everything about one node: what it is, its value, its gradient and the product that gives it.
 */
import { Target, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type GraphNode, isComposite, remove, setAttribute, setLeaf, setTarget } from '#document';
import { isLeaf, LEAVES, type Operator, operators } from '#engine';
import {
  componentNames,
  counted,
  formulaTex,
  gradientName,
  labelOf,
  matrixJson,
  operandTex,
  partialTex,
  valueName,
} from '#scene';
import { titleOf } from '../commands/keyboard';
import { runCommand } from '../commands/registry';
import type { PlainText } from '../i18n/i18n';
import { functionTitle } from '../i18n/library';
import { described } from '../i18n/operators-said';
import { Tex } from '../math/Tex';
import { gradientReader, valueReader } from '../state/readers';
import { commit, select, useEditor } from '../state/store';
import { useStructure } from '../state/structure';
import { AttributeField } from './AttributeField';
import { ChainRule } from './ChainRule';
import { Diagnostics } from './Diagnostics';
import styles from './inspector.module.css';
import { LeafEditor } from './LeafEditor';
import { NamedMatrix } from './NamedMatrix';
import { NameField } from './NameField';
import { Section } from './Section';
import { LabelField, NoteField } from './TextFields';
import { focusMatrixSoon } from './walking';

/** What is no operator, as it is called. */
const KINDS: Readonly<Record<string, PlainText>> = {
  variable: 'variable',
  parameter: 'parameter',
  constant: 'constant',
  expression: 'expression',
  function: 'function',
};

export function NodeInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { nodes, target } = useStructure();
  const node = nodes.get(id);
  if (!node) return null;
  const operator = operators.get(node.op);
  return (
    <>
      <div className={styles.about}>
        <header className={styles.title}>
          <h2 aria-label={id}>
            <Tex>{labelOf(node)}</Tex>
          </h2>
          <span className={styles.soft}>{operator ? described(operator).title : t(KINDS[node.op])}</span>
          <span className={styles.spacer} />
          <button
            type="button"
            className={styles.action}
            aria-pressed={target === id}
            title={titleOf('graph.target')}
            onClick={() => commit(setTarget(target === id ? null : id))}
          >
            <Target size={16} aria-hidden="true" /> {t('Target')}
          </button>
          <button
            type="button"
            className={styles.action}
            aria-label={t('Delete')}
            title={titleOf('edit.delete')}
            onClick={() => commit(remove([id], []))}
          >
            <Trash2 size={16} aria-hidden="true" />
          </button>
        </header>
        <Diagnostics node={id} />
        {operator && <Formula node={node} operator={operator} />}
        {isLeaf(node.op) && <LeafKind node={node} />}
        {isComposite(node.op) && <Inside node={node} />}
        <NameField id={id} />
        <LabelField node={node} />
        <NoteField node={node} />
        <Uses id={id} />
      </div>
      {isLeaf(node.op) ? <LeafEditor id={id} /> : <ValueSection node={node} />}
      <GradientSection node={node} />
    </>
  );
}

function LeafKind({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t('Kind')}</legend>
      {LEAVES.map((leaf) => (
        <button
          key={leaf}
          type="button"
          aria-pressed={node.op === leaf}
          onClick={() => commit(setLeaf(node.id, leaf))}
        >
          {t(KINDS[leaf])}
        </button>
      ))}
    </fieldset>
  );
}

/** What a composite node stands for. */
function Inside({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const folded = useEditor(({ history }) => history.document.functions.get(node.function ?? ''));
  if (node.op === 'expression')
    return (
      <>
        <code className={styles.formula}>{node.expression}</code>
        <button type="button" className={styles.action} onClick={() => runCommand('graph.unfold-formula')}>
          {t('Unfold into nodes')}
        </button>
      </>
    );
  const name = node.function ?? '';
  const title = folded && functionTitle(folded.title);
  return (
    <p className={styles.soft}>
      {title
        ? t('The function {{name}}: {{title}}. Its Jacobians are the products and sums of those inside.', {
            name,
            title,
          })
        : t('The function {{name}}. Its Jacobians are the products and sums of those inside.', { name })}
    </p>
  );
}

/** What the operator computes, with the names of what is wired to it, and its settings. */
function Formula({ node, operator }: { readonly node: GraphNode; readonly operator: Operator }) {
  const document = useStructure();
  const attributes = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.attributes) ?? {};
  return (
    <>
      <Tex
        display
      >{`${operandTex(node)} = ${formulaTex(document, operator, node.inputs ?? {}, attributes)}`}</Tex>
      <p className={styles.soft}>{described(operator).help}</p>
      {Object.entries(operator.attributes).map(([name, spec]) => (
        <AttributeField
          key={name}
          name={name}
          spec={spec}
          value={node.attributes?.[name]}
          onChange={(value) => commit(setAttribute(node.id, name, value))}
        />
      ))}
    </>
  );
}

function ValueSection({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const shape = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.tensor?.shape);
  const read = useMemo(() => valueReader(node.id), [node.id]);
  if (!shape) return null;
  return (
    <Section title={t('Value')} copy={() => matrixJson(read()!)} latex="edit.copy-latex-value">
      <NamedMatrix
        name={valueName(node.id)}
        rows={shape.length === 2 ? counted(shape[0]) : componentNames(node, shape)}
        cols={shape.length === 2 ? counted(shape[1]) : []}
        read={read}
      />
    </Section>
  );
}

function GradientSection({ node }: { readonly node: GraphNode }) {
  const { t } = useTranslation();
  const target = useEditor(({ history: { document } }) =>
    document.target === null ? undefined : document.nodes.get(document.target),
  );
  const shape = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.tensor?.shape);
  const targetShape = useEditor(({ evaluation }) => evaluation.pullback?.target.tensor?.shape);
  const read = useMemo(() => gradientReader(node.id), [node.id]);
  if (!target || !shape || !targetShape) return null;
  return (
    <Section title={t('Gradient')} copy={() => matrixJson(read()!)} latex="edit.copy-latex-gradient">
      <ChainRule id={node.id} />
      <NamedMatrix
        corner={partialTex(target, node, 'tfrac')}
        name={gradientName(target.id, node.id)}
        rows={componentNames(target, targetShape)}
        cols={componentNames(node, shape)}
        read={read}
      />
    </Section>
  );
}

/** The wires of a node, so that a keyboard reaches them. */
function Uses({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { nodes } = useStructure();
  const wires = [...nodes.values()].flatMap(({ id: to, inputs = {} }) =>
    Object.entries(inputs)
      .filter(([, source]) => to === id || source === id)
      .map(([operand, source]) => ({ wire: `${to}.${operand}`, text: `${source} → ${to}.${operand}` })),
  );
  if (wires.length === 0) return null;
  return (
    <ul className={styles.links} aria-label={t('Wires')}>
      {wires.map(({ wire, text }) => (
        <li key={wire}>
          <button
            type="button"
            onClick={({ detail: clicks }) => {
              select({ wires: [wire] });
              // Who came by keyboard goes on there: this button is no more.
              if (clicks === 0) focusMatrixSoon();
            }}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
