/**
 * A node: its name and operator, its value, and ∂target/∂node below.
 */
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { CircleAlert, Target, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, memo, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { setValue } from '#document';
import { type Diagnostic, isLeaf, type Shape } from '#engine';
import {
  belowOf,
  captionWidth,
  gridShape,
  isLarge,
  labelOf,
  MOST_COLUMNS_BELOW,
  nodeSentence,
  operandTex,
  partialTex,
  valueName,
} from '#scene';
import { t, useLanguage } from '../i18n/i18n';
import { useSaid } from '../i18n/messages';
import { Tex } from '../math/Tex';
import type { Evaluation } from '../state/evaluation';
import { gradientReader, tangentReader, valueReader } from '../state/readers';
import { commit, type EditorState, type Selection, select, useEditor } from '../state/store';
import { useNode, useSteady } from '../state/structure';
import { markOfNode } from '../study/marks';
import { isHiddenNode } from '../study/quiz/quiz';
import { MatrixView } from '../values/MatrixView';
import { useSentence } from '../values/use-sentence';
import { ValueEditor } from '../values/ValueEditor';
import styles from './canvas.module.css';
import { useDetail } from './detail';
import { type FlowNode, OUTPUT } from './flow';
import { Hidden } from './Hidden';
import { type Direction, nextInSight } from './neighbours';
import { markedComponent } from './Pointed';
import { focusNode } from './viewport';

export const NodeView = memo(function NodeView({ id, data: { box }, selected }: NodeProps<FlowNode>) {
  const node = useNode(id);
  const isTarget = useSteady(({ history }) => history.document.target === id);
  const tabStop = useSteady((state) => tabStopOf(state) === id);
  const choice = useSteady(({ connecting }) => {
    const use = connecting?.choices[connecting.at];
    return use?.to === id ? use.operand : undefined;
  });
  const mark = useSteady((state) => markOfNode(state, id));
  useLanguage();
  const detail = useDetail();
  const op = node?.function ?? node?.op ?? '';
  const ref = useSentence<HTMLDivElement>(
    useCallback(() => {
      const state = useEditor.getState();
      return isHiddenNode(state, 'values', id)
        ? valueName(id)
        : nodeSentence(id, op, state.evaluation.program.node(id));
    }, [id, op]),
    useMemo(() => ({ name: `${id}, ${op}`, read: valueReader(id) }), [id, op]),
  );
  if (!node) return null;
  const kind = isLeaf(node.op) ? node.op : 'operator';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a node is a group of a canvas, not of a form
    <div
      ref={ref}
      role="group"
      data-node={id}
      tabIndex={tabStop ? 0 : -1}
      className={styles.node}
      data-kind={kind}
      data-target={isTarget || undefined}
      data-selected={selected || undefined}
      data-mark={mark}
      aria-description={selected ? t('selected') : undefined}
      data-detail={detail}
      style={{ width: box.width, height: box.height }}
      onKeyDown={(event) => {
        if (event.target === event.currentTarget && onKey(id, event)) event.preventDefault();
      }}
    >
      <header className={styles.header}>
        {detail !== 'strokes' && (
          <Tex seen className={styles.name}>
            {labelOf(node)}
          </Tex>
        )}
        {detail === 'numbers' && <span className={styles.operator}>{op}</span>}
        {isTarget && <TargetMark />}
        <Trouble id={id} />
      </header>
      {detail === 'numbers' && <Numbers id={id} gutter={box.gutter} selected={selected} />}
      {box.operands.map(({ name, y }) => (
        <Handle
          key={name}
          id={name}
          type="target"
          position={Position.Left}
          style={{ top: y }}
          data-choice={choice === name || undefined}
        >
          {detail === 'numbers' && <span className={styles.operand}>{name}</span>}
        </Handle>
      ))}
      <Handle id={OUTPUT} type="source" position={Position.Right} style={{ top: box.outputY }} />
    </div>
  );
});

/** The one node that Tab comes to; the arrows go on from there. */
function tabStopOf({ selection, history }: EditorState): string | undefined {
  const first: string | undefined = history.document.nodes.keys().next().value;
  return selection.nodes.at(-1) ?? first;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What Space has selected: as long as it is, the arrows go on to more. */
let gathered: Selection | undefined;

/**
 * A key pressed on a node: says whether it meant something. The arrows move on while the node is not selected, and while Space gathers nodes;
 * else they nudge what is selected.
 */
function onKey(id: string, { key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (altKey || ctrlKey || metaKey || shiftKey) return false;
  const { selection } = useEditor.getState();
  if (key === ' ') {
    const nodes = selection.nodes.includes(id)
      ? selection.nodes.filter((other) => other !== id)
      : [...selection.nodes, id];
    select({ nodes });
    gathered = useEditor.getState().selection;
    return true;
  }
  if (key === 'Enter') {
    select({ nodes: [id] });
    return true;
  }
  const direction = ARROWS[key];
  if (direction === undefined || (selection.nodes.includes(id) && selection !== gathered)) return false;
  const next = nextInSight(id, direction);
  if (next !== undefined) focusNode(next);
  return true;
}

/** The shape of a number, and of what has no value. */
const NUMBER: Shape = [];

interface NumbersProps {
  readonly id: string;
  readonly gutter: number;
  readonly selected: boolean;
}

/** The value and what is below it. */
function Numbers({ id, gutter, selected }: NumbersProps) {
  const node = useNode(id);
  const said = useSaid();
  const problem = useSteady(({ evaluation }) => evaluation.program.node(id)?.problems[0]?.message);
  const read = useMemo(() => valueReader(id), [id]);
  const mark = useSteady((state) => markedComponent(state, id));
  const hidden = useSteady((state) => isHiddenNode(state, 'values', id));
  const { rows, cols } = gridShape(
    useSteady(({ evaluation }) => evaluation.program.node(id)?.tensor?.shape ?? NUMBER),
  );
  const marked = useMemo(
    () => (mark === undefined ? undefined : { row: Math.floor(mark / cols), col: mark % cols }),
    [mark, cols],
  );
  if (!node) return null;
  return (
    <div className={styles.body} style={{ paddingLeft: gutter }}>
      {node.value !== undefined && !isLarge(rows, cols) ? (
        <LeafValue id={id} mark={mark} reachable={selected} />
      ) : hidden ? (
        <Hidden />
      ) : problem === undefined ? (
        <MatrixView onCanvas read={read} mark={marked} />
      ) : (
        <span className={styles.problem} title={said(problem)}>
          {said(problem)}
        </span>
      )}
      {problem === undefined && <Below id={id} />}
    </div>
  );
}

interface LeafValueProps {
  readonly id: string;
  readonly mark: number | undefined;
  readonly reachable: boolean;
}

function LeafValue({ id, mark, reachable }: LeafValueProps) {
  const value = useEditor(({ history }) => history.document.nodes.get(id)?.value);
  if (value === undefined) return null;
  return (
    <ValueEditor
      name={id}
      value={value}
      mark={mark}
      onCanvas
      reachable={reachable}
      onChange={(next, gesture) => commit(setValue(id, next), gesture)}
    />
  );
}

/** ∂target/∂node as the row it is, or the differential of the node. */
function Below({ id }: { readonly id: string }) {
  const annotation = useSteady((state) => state.annotation);
  const node = useNode(id);
  const of = useNode(useSteady(({ history }) => history.document.target));
  const read = useMemo(
    () => (annotation === 'differentials' ? tangentReader(id) : gradientReader(id)),
    [id, annotation],
  );
  const hidden = useSteady((state) => isHiddenNode(state, 'gradients', id));
  const present = useSteady(({ evaluation }) => belowOf(evaluation, id, annotation) !== undefined);
  if (!present || !node) return null;
  const caption =
    annotation === 'differentials' ? `\\mathrm d ${operandTex(node)}` : of && partialTex(of, node, 'tfrac');
  if (caption === undefined) return null;
  return (
    <div className={styles.below}>
      <span className={styles.caption} style={{ width: captionWidth(labelOf(node)) }}>
        <Tex seen>{caption}</Tex>
      </span>
      {hidden ? <Hidden /> : <MatrixView onCanvas read={read} mostColumns={MOST_COLUMNS_BELOW} />}
    </div>
  );
}

function TargetMark() {
  const { t } = useTranslation();
  return <Target className={styles.targetMark} size={15} aria-label={t('target')} />;
}

/** A mark on a node that has something to say; never colour alone. */
function Trouble({ id }: { readonly id: string }) {
  const silent = useSteady(({ evaluation }) => ofNode(evaluation, id).length === 0);
  return silent ? null : <TroubleMark id={id} />;
}

function TroubleMark({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const said = useSaid();
  const error = useSteady(({ evaluation }) => ofNode(evaluation, id).some((one) => one.severity === 'error'));
  // One text, so that nothing is drawn again while it stays the same.
  const messages = useSteady(({ evaluation }) =>
    ofNode(evaluation, id)
      .map(({ message }) => said(message))
      .join('\n'),
  );
  const severity = error ? 'error' : 'warning';
  const Icon = error ? CircleAlert : TriangleAlert;
  return (
    <span className={styles.trouble} data-severity={severity} title={messages}>
      <Icon
        size={16}
        aria-label={error ? t('error: {{messages}}', { messages }) : t('warning: {{messages}}', { messages })}
      />
    </span>
  );
}

const NONE: readonly Diagnostic[] = [];

function ofNode({ diagnostics }: Evaluation, id: string): readonly Diagnostic[] {
  return diagnostics.length === 0 ? NONE : diagnostics.filter(({ node }) => node === id);
}
