/**
 * The graph, editable: React Flow draws and moves, the store decides.
 */
import '@xyflow/react/dist/base.css';
import {
  MiniMap,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
  useStore,
  type Viewport,
} from '@xyflow/react';
import { useLayoutEffect, useRef, useState } from 'react';
import { isLeaf } from '#engine';
import { t } from '../i18n/i18n';
import { currentDocument, useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import { Breadcrumb } from './Breadcrumb';
import { ConnectionHint } from './ConnectionHint';
import styles from './canvas.module.css';
import { Dots } from './Dots';
import { type Detail, DetailProvider, detailAt } from './detail';
import { startDrag, stopDrag } from './dragging';
import { Frames } from './Frames';
import { type FlowEdge, type FlowNode, selectEdges, selectNodes } from './flow';
import { Guides } from './Guides';
import {
  isValidConnection,
  onConnect,
  onConnectEnd,
  onDoubleClick,
  onDragOver,
  onDrop,
  onEdgeClick,
  onEdgesChange,
  onNodeDoubleClick,
  onNodeDragStart,
  onNodesChange,
  onReconnect,
  onReconnectEnd,
  onReconnectStart,
} from './gestures';
import { HeatLayer } from './HeatLayer';
import { NodeView } from './NodeView';
import { NumberLayer } from './NumberLayer';
import { Pointed } from './Pointed';
import {
  adoptCanvas,
  followPointer,
  losePointer,
  type Size,
  startMoving,
  stopMoving,
  WHOLE,
  wholeIn,
} from './viewport';
import { WireView } from './WireView';

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
  useLayoutEffect(() => adoptCanvas(instance, ref.current!), [instance]);
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
