/**
 * The graph, editable: React Flow draws and moves, the store decides.
 */
import '@xyflow/react/dist/base.css';
import {
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type Handle,
  MiniMap,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import { type DragEvent, type MouseEvent as ReactMouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { connect, connectionProblem, remove } from '#document';
import { isLeaf } from '#engine';
import { remediesAt } from '../commands/remedies';
import { addEntry } from '../finder/adding';
import { t } from '../i18n/i18n';
import { entriesFor } from '../palette/entries';
import { enterFunction } from '../state/functions';
import { commit, currentDocument, find, type Notice, select, showNotice, useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import { splitWire } from '../state/wires';
import { Breadcrumb } from './Breadcrumb';
import { ConnectionHint, refusal } from './ConnectionHint';
import styles from './canvas.module.css';
import { Dots } from './Dots';
import { type Detail, DetailProvider, detailAt } from './detail';
import { moveNodes, operandOnWire, startDrag, stopDrag, wireAt } from './dragging';
import { Frames } from './Frames';
import { changedSelection, type FlowEdge, type FlowNode, selectEdges, selectNodes } from './flow';
import { Guides } from './Guides';
import { HeatLayer } from './HeatLayer';
import { NodeView } from './NodeView';
import { NumberLayer } from './NumberLayer';
import { Pointed } from './Pointed';
import {
  adoptCanvas,
  followPointer,
  losePointer,
  placeAt,
  type Size,
  startMoving,
  stopMoving,
  WHOLE,
  wholeIn,
} from './viewport';
import { WireView } from './WireView';

/** The kind of data a dragged operator carries. */
export const OPERATOR_DRAG = 'application/x-nabla-operator';

const nodeTypes = { node: NodeView };
const edgeTypes = { wire: WireView };
/** Up to here all nodes stay mounted; beyond, only those in sight. */
const CULL_ABOVE = 150;

/** Pixels of the canvas from dot to dot. On the screen they stay apart: a million dots are slow to draw, and grey. */
const GRID: Readonly<Record<Detail, number>> = { numbers: 20, heat: 100, sizes: 200, strokes: 400 };

/** Begins with the whole graph in sight: what is drawn first is what stays, so nothing is before the size of the canvas is known. */
export function Canvas() {
  const shown = useSteady(({ session, levels }) => `${session} ${levels.length}`);
  const ref = useRef<HTMLDivElement>(null);
  const [begun, setBegun] = useState<{ readonly shown: string; readonly size: Size }>();
  useLayoutEffect(() => {
    const { clientWidth: width, clientHeight: height } = ref.current!;
    setBegun({ shown, size: { width, height } });
  }, [shown]);
  return (
    <div ref={ref} className={styles.place}>
      {begun?.shown === shown && <WholeGraph key={shown} {...begun.size} />}
    </div>
  );
}

function WholeGraph({ width, height }: Size) {
  const [nodes] = useState(() => selectNodes(useEditor.getState()));
  return (
    <ReactFlowProvider
      initialNodes={nodes}
      initialWidth={width}
      initialHeight={height}
      fitView={nodes.length > 0}
      initialMinZoom={WHOLE.minZoom}
      initialMaxZoom={WHOLE.maxZoom}
      initialFitViewOptions={WHOLE}
    >
      <Graph viewport={wholeIn({ width, height }, nodes)} />
    </ReactFlowProvider>
  );
}

function Graph({ viewport }: { readonly viewport: Viewport }) {
  const nodes = useSteady(selectNodes);
  const edges = useSteady(selectEdges);
  const wheel = useSteady(({ settings }) => settings.wheel);
  const minimap = useSteady((state) => state.minimap);
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const instance = useReactFlow<FlowNode, FlowEdge>();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => adoptCanvas(instance, ref.current), [instance]);
  return (
    <DetailProvider value={detail}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the same is to be had by keyboard: Add a node */}
      <div
        ref={ref}
        className={styles.canvas}
        data-detail={detail}
        onPointerMove={followPointer}
        onPointerLeave={losePointer}
        onDoubleClick={onDoubleClick}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          onNodeDragStart={onNodeDragStart}
          onNodeDragStop={stopDrag}
          onSelectionDragStart={startDrag}
          onSelectionDragStop={stopDrag}
          onEdgeClick={onEdgeClick}
          onNodeDoubleClick={onNodeDoubleClick}
          isValidConnection={isValidConnection}
          connectionRadius={36}
          onReconnectStart={onReconnectStart}
          onReconnect={onReconnect}
          onReconnectEnd={onReconnectEnd}
          onMoveStart={startMoving}
          onMoveEnd={stopMoving}
          onDragOver={onDragOver}
          onDrop={onDrop}
          defaultViewport={viewport}
          minZoom={WHOLE.minZoom}
          maxZoom={4}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode="Shift"
          selectionOnDrag
          selectionMode={SelectionMode.Partial}
          panOnScroll={wheel === 'pan'}
          zoomOnScroll={wheel === 'zoom'}
          panOnDrag={[1]}
          zoomOnDoubleClick={false}
          nodesFocusable={false}
          edgesFocusable={false}
          edgesReconnectable={detail === 'numbers' || detail === 'heat'}
          disableKeyboardA11y
          nodeDragThreshold={2}
          onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
          proOptions={{ hideAttribution: false }}
        >
          <Dots gap={GRID[detail]} />
          <Frames nodes={nodes} />
          <Guides />
          {detail === 'heat' && <HeatLayer />}
          {detail === 'numbers' && <NumberLayer />}
          {minimap && (
            <MiniMap position="top-right" pannable zoomable ariaLabel={t('Minimap')} nodeColor={nodeColor} />
          )}
        </ReactFlow>
        <ConnectionHint />
        <Breadcrumb />
        <Pointed />
      </div>
    </DetailProvider>
  );
}

const nodeColor = ({ id }: FlowNode): string => {
  const op = currentDocument().nodes.get(id)?.op ?? '';
  return `var(--${isLeaf(op) ? op : 'operator'})`;
};

const onNodeDragStart: OnNodeDrag<FlowNode> = (event, _, nodes) => {
  startDrag(event, nodes);
};

function onNodesChange(changes: NodeChange<FlowNode>[]): void {
  moveNodes(changes);
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'nodes', selected));
}

function onEdgesChange(changes: EdgeChange<FlowEdge>[]): void {
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'wires', selected));
}

function onConnect({ source, target, targetHandle }: Connection): void {
  if (targetHandle !== null) commit(connect(source, target, targetHandle));
}

/** Whether the wire that is being pulled off has found another place. */
let reconnected = false;

function onReconnectStart(): void {
  reconnected = false;
}

function onReconnect(edge: FlowEdge, { source, target, targetHandle }: Connection): void {
  reconnected = true;
  if (targetHandle !== null)
    commit(connect(source, target, targetHandle, { to: edge.target, operand: edge.targetHandle ?? '' }));
}

/** A wire pulled off and let go over nothing is cut. */
function onReconnectEnd(_: unknown, edge: FlowEdge, __: unknown, { toHandle }: FinalConnectionState): void {
  if (!reconnected && !toHandle) cut(edge);
}

function cut(edge: FlowEdge): void {
  commit(remove([], [{ to: edge.target, operand: edge.targetHandle ?? '' }]));
}

function isValidConnection({ source, target, targetHandle }: Connection | FlowEdge): boolean {
  const { program } = useEditor.getState().evaluation;
  return connectionProblem(currentDocument(), program, source, target, targetHandle ?? '') === undefined;
}

/** A wire let go where it does not fit: the reason stays to be read. Let go over nothing, it asks what it should lead to. */
function onConnectEnd(
  event: MouseEvent | TouchEvent,
  { fromHandle, toHandle, toNode, isValid }: FinalConnectionState,
): void {
  if (!fromHandle || isValid) return;
  if (toHandle) {
    const reason = refusal(fromHandle, toHandle);
    if (reason) showNotice({ text: reason, kind: 'refusal', actions: remedies(fromHandle, toHandle) });
    return;
  }
  const { nodeId: node, id, type } = fromHandle;
  if (toNode || !('clientX' in event)) return;
  const end = type === 'source' ? { node } : { node, operand: id ?? '' };
  find({ kind: 'operators', place: placeAt(event.clientX, event.clientY - 20), end });
}

function remedies(one: Handle, other: Handle): NonNullable<Notice['actions']> {
  const [source, target] = one.type === 'source' ? [one, other] : [other, one];
  if (target.type !== 'target') return [];
  return remediesAt(source.nodeId, { to: target.nodeId, operand: target.id ?? '' });
}

function onDoubleClick(event: ReactMouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
  find({ kind: 'operators', place: placeAt(event.clientX, event.clientY) });
}

/** A function opens. In a field, two clicks select a number. */
function onNodeDoubleClick({ target }: ReactMouseEvent, { id }: FlowNode): void {
  const node = currentDocument().nodes.get(id);
  if (target instanceof Element && target.closest('input')) return;
  if (node?.op === 'function' && node.function !== undefined) void enterFunction(node.function);
}

function onEdgeClick(event: ReactMouseEvent, edge: FlowEdge): void {
  if (event.altKey) cut(edge);
}

function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(OPERATOR_DRAG)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

/** On the canvas a function becomes a node; on a wire, a node in that wire. */
function onDrop(event: DragEvent): void {
  const key = event.dataTransfer.getData(OPERATOR_DRAG);
  const entry = entriesFor(currentDocument()).find((one) => one.key === key);
  if (!entry) return;
  event.preventDefault();
  const wire = entry.add ? undefined : wireAt({ x: event.clientX, y: event.clientY });
  const [node, operand] = wire === undefined ? [] : splitWire(wire);
  const fits = wire !== undefined && operandOnWire(entry.op, wire) !== undefined;
  const end = fits && node !== undefined && operand !== undefined ? { node, operand } : undefined;
  addEntry(entry, placeAt(event.clientX - 85, event.clientY - 20), end);
}
