/**
 * The graph, editable: React Flow draws and moves, the store decides.
 */
import '@xyflow/react/dist/base.css';
import {
  Background,
  type Connection,
  type EdgeChange,
  type FinalConnectionState,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { type DragEvent, useLayoutEffect, useRef } from 'react';
import { addNode, connect, connectionProblem, freshId, type Position, remove, setPositions } from '#document';
import { commit, currentDocument, newGesture, select, showNotice, useEditor } from '../state/store';
import { ConnectionHint, refusal } from './ConnectionHint';
import styles from './canvas.module.css';
import { DetailProvider, detailAt } from './detail';
import { changedSelection, type FlowEdge, type FlowNode, selectEdges, selectNodes } from './flow';
import { NodeView } from './NodeView';
import { adoptCanvas, fitAll, placeAt } from './viewport';
import { WireView } from './WireView';

/** The kind of data a dragged operator carries. */
export const OPERATOR_DRAG = 'application/x-nabla-operator';

const nodeTypes = { node: NodeView };
const edgeTypes = { wire: WireView };
/** Up to here all nodes stay mounted; beyond, only those in sight. */
const CULL_ABOVE = 150;

export function Canvas() {
  const session = useEditor((state) => state.session);
  return (
    <ReactFlowProvider key={session}>
      <Graph />
    </ReactFlowProvider>
  );
}

function Graph() {
  const nodes = useEditor(selectNodes);
  const edges = useEditor(selectEdges);
  const detail = useStore(({ transform }) => detailAt(transform[2]));
  const instance = useReactFlow<FlowNode, FlowEdge>();
  const ref = useRef<HTMLDivElement>(null);
  const reconnected = useRef(false);
  useLayoutEffect(() => adoptCanvas(instance, ref.current), [instance]);
  return (
    <DetailProvider value={detail}>
      <div ref={ref} className={styles.canvas} data-detail={detail}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          isValidConnection={isValidConnection}
          connectionRadius={36}
          onReconnectStart={() => {
            reconnected.current = false;
          }}
          onReconnect={(edge, connection) => {
            reconnected.current = true;
            onReconnect(edge, connection);
          }}
          onReconnectEnd={(_, edge, __, state) => {
            // A wire pulled off and let go over nothing is cut.
            if (!reconnected.current && !state.toHandle) cut(edge);
          }}
          onDragOver={onDragOver}
          onDrop={onDrop}
          onInit={fitAll}
          minZoom={0.02}
          maxZoom={4}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode="Shift"
          selectionOnDrag
          selectionMode={SelectionMode.Partial}
          panOnScroll
          panOnDrag={[1]}
          zoomOnDoubleClick={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          nodeDragThreshold={2}
          onlyRenderVisibleElements={nodes.length > CULL_ABOVE}
          proOptions={{ hideAttribution: false }}
        >
          <Background gap={20} size={1.5} color="var(--grid-dot)" />
        </ReactFlow>
        <ConnectionHint />
      </div>
    </DetailProvider>
  );
}

let dragging: string | undefined;

function onNodesChange(changes: NodeChange<FlowNode>[]): void {
  const positions = new Map<string, Position>();
  const selected: { id: string; selected: boolean }[] = [];
  let released = false;
  for (const change of changes) {
    if (change.type === 'select') selected.push(change);
    else if (change.type === 'position') {
      const { id, position, dragging } = change;
      if (position) positions.set(id, [Math.round(position.x), Math.round(position.y)]);
      if (dragging === false) released = true;
    }
  }
  const { nodes } = currentDocument();
  const moved = new Map(
    [...positions].filter(
      ([id, [x, y]]) => nodes.get(id)?.position?.[0] !== x || nodes.get(id)?.position?.[1] !== y,
    ),
  );
  if (moved.size > 0) {
    dragging ??= newGesture();
    commit(setPositions(moved), dragging);
  }
  if (released) dragging = undefined;
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'nodes', selected));
}

function onEdgesChange(changes: EdgeChange<FlowEdge>[]): void {
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length > 0) select(changedSelection(useEditor.getState().selection, 'wires', selected));
}

function onConnect({ source, target, targetHandle }: Connection): void {
  if (targetHandle !== null) commit(connect(source, target, targetHandle));
}

function onReconnect(edge: FlowEdge, { source, target, targetHandle }: Connection): void {
  if (targetHandle !== null)
    commit(connect(source, target, targetHandle, { to: edge.target, operand: edge.targetHandle ?? '' }));
}

function cut(edge: FlowEdge): void {
  commit(remove([], [{ to: edge.target, operand: edge.targetHandle ?? '' }]));
}

function isValidConnection({ source, target, targetHandle }: Connection | FlowEdge): boolean {
  const { program } = useEditor.getState().evaluation;
  return connectionProblem(currentDocument(), program, source, target, targetHandle ?? '') === undefined;
}

/** A wire let go where it does not fit: the reason stays to be read. */
function onConnectEnd(_: unknown, { fromHandle, toHandle, isValid }: FinalConnectionState): void {
  if (!fromHandle || !toHandle || isValid) return;
  const reason = refusal(fromHandle, toHandle);
  if (reason) showNotice({ text: reason, kind: 'refusal' });
}

function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(OPERATOR_DRAG)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

function onDrop(event: DragEvent): void {
  const op = event.dataTransfer.getData(OPERATOR_DRAG);
  if (op === '') return;
  event.preventDefault();
  const id = freshId(currentDocument(), op);
  commit(addNode(id, op, placeAt(event.clientX - 85, event.clientY - 20)));
  select({ nodes: [id] });
}
