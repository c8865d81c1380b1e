/**
 * Everything about one node: what it is, its value, its gradient and the product that gives it.
 */
import { Target, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { type GraphNode, isComposite, remove, setAttribute, setLeaf, setTarget } from '#document';
import { isLeaf, LEAVES, type Operator, operandNames, operators } from '#engine';
import { labelOf, matrixJson, operandTex, partialTex } from '#scene';
import { runCommand } from '../commands/registry';
import { Markdown } from '../math/Markdown';
import { Tex } from '../math/Tex';
import { gradientReader, valueReader } from '../state/readers';
import { commit, select, useEditor } from '../state/store';
import { AttributeField } from './AttributeField';
import { ChainRule, named } from './ChainRule';
import { Diagnostics } from './Diagnostics';
import styles from './inspector.module.css';
import { LeafEditor } from './LeafEditor';
import { NamedMatrix } from './NamedMatrix';
import { NameField } from './NameField';
import { componentNames, counted } from './names';
import { Section } from './Section';

export function NodeInspector({ id }: { readonly id: string }) {
  const node = useEditor(({ history }) => history.document.nodes.get(id));
  const target = useEditor(({ history }) => history.document.target);
  if (!node) return null;
  const operator = operators.get(node.op);
  return (
    <>
      <div className={styles.about}>
        <header className={styles.title}>
          <h2 aria-label={id}>
            <Tex>{labelOf(node)}</Tex>
          </h2>
          <span className={styles.soft}>{operator?.title ?? node.op}</span>
          <span className={styles.spacer} />
          <button
            type="button"
            className={styles.action}
            aria-pressed={target === id}
            title="Differentiate this node (T)"
            onClick={() => commit(setTarget(target === id ? null : id))}
          >
            <Target size={16} aria-hidden="true" /> Target
          </button>
          <button
            type="button"
            className={styles.action}
            aria-label="Delete"
            title="Delete (Del)"
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
        {node.note && <Markdown>{node.note}</Markdown>}
        <Uses id={id} />
      </div>
      {isLeaf(node.op) ? <LeafEditor node={node} /> : <ValueSection node={node} />}
      <GradientSection node={node} />
    </>
  );
}

function LeafKind({ node }: { readonly node: GraphNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">Kind</legend>
      {LEAVES.map((leaf) => (
        <button
          key={leaf}
          type="button"
          aria-pressed={node.op === leaf}
          onClick={() => commit(setLeaf(node.id, leaf))}
        >
          {leaf}
        </button>
      ))}
    </fieldset>
  );
}

/** What a composite node stands for. */
function Inside({ node }: { readonly node: GraphNode }) {
  const folded = useEditor(({ history }) => history.document.functions.get(node.function ?? ''));
  if (node.op === 'expression')
    return (
      <>
        <code className={styles.formula}>{node.expression}</code>
        <button type="button" className={styles.action} onClick={() => runCommand('graph.unfold-formula')}>
          Unfold into nodes
        </button>
      </>
    );
  return (
    <p className={styles.soft}>
      The function {node.function}
      {folded?.title ? `: ${folded.title}` : ''}. Its Jacobians are the products and sums of those inside.
    </p>
  );
}

/** What the operator computes, with the names of what is wired to it, and its settings. */
function Formula({ node, operator }: { readonly node: GraphNode; readonly operator: Operator }) {
  const document = useEditor(({ history }) => history.document);
  const attributes = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.attributes) ?? {};
  const inputs = node.inputs ?? {};
  const names = operandNames(operator.operands, Object.keys(inputs)).map((operand) =>
    Object.hasOwn(inputs, operand) ? operandTex(named(document, inputs[operand])) : `\\text{${operand}}`,
  );
  return (
    <>
      <Tex display>{`${operandTex(node)} = ${operator.tex(names, attributes)}`}</Tex>
      <p className={styles.soft}>{operator.help}</p>
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
  const shape = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.tensor?.shape);
  const read = useMemo(() => valueReader(node.id), [node.id]);
  if (!shape) return null;
  return (
    <Section title="Value" copy={() => matrixJson(read()!)}>
      <NamedMatrix
        caption={`Value of ${node.id}`}
        rows={shape.length === 2 ? counted(shape[0]) : componentNames(node, shape)}
        cols={shape.length === 2 ? counted(shape[1]) : []}
        read={read}
      />
    </Section>
  );
}

function GradientSection({ node }: { readonly node: GraphNode }) {
  const target = useEditor(({ history: { document } }) =>
    document.target === null ? undefined : document.nodes.get(document.target),
  );
  const shape = useEditor(({ evaluation }) => evaluation.program.node(node.id)?.tensor?.shape);
  const targetShape = useEditor(({ evaluation }) => evaluation.pullback?.target.tensor?.shape);
  const read = useMemo(() => gradientReader(node.id), [node.id]);
  if (!target || !shape || !targetShape) return null;
  return (
    <Section title="Gradient" copy={() => matrixJson(read()!)}>
      <ChainRule id={node.id} />
      <NamedMatrix
        corner={partialTex(target, node, true)}
        caption={`Gradient of ${target.id} with respect to ${node.id}`}
        rows={componentNames(target, targetShape)}
        cols={componentNames(node, shape)}
        read={read}
      />
    </Section>
  );
}

/** The wires of a node, so that a keyboard reaches them. */
function Uses({ id }: { readonly id: string }) {
  const nodes = useEditor(({ history }) => history.document.nodes);
  const wires = [...nodes.values()].flatMap(({ id: to, inputs = {} }) =>
    Object.entries(inputs)
      .filter(([, source]) => to === id || source === id)
      .map(([operand, source]) => ({ wire: `${to}.${operand}`, text: `${source} → ${to}.${operand}` })),
  );
  if (wires.length === 0) return null;
  return (
    <ul className={styles.links} aria-label="Wires">
      {wires.map(({ wire, text }) => (
        <li key={wire}>
          <button type="button" onClick={() => select({ wires: [wire] })}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
