/**
 * The editor's picture drawn as one would at first: React Flow with its defaults, everything in its state, every matrix typeset by KaTeX.
 */
import '@xyflow/react/dist/style.css';
import 'katex/dist/katex.min.css';
import './naive.css';
import {
  BaseEdge,
  EdgeLabelRenderer,
  type EdgeProps,
  getBezierPath,
  Handle,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import katex from 'katex';
import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { EDITOR_LIMITS, type GraphDocument, readText } from '#document';
import { type Computed, compiled, edgesOf, latexOf, type MathEdge, type MathNode, nodesOf } from './graph';

function Tex({ source }: { readonly source: string }) {
  const html = useMemo(() => katex.renderToString(source), [source]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: this is how KaTeX is used with React
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

function MathNodeView({ data: { name, op, operands, value, gradient } }: NodeProps<MathNode>) {
  return (
    <div className="node">
      {operands.map((operand, k) => (
        <Handle
          key={operand}
          id={operand}
          type="target"
          position={Position.Left}
          style={{ top: `${(100 * (k + 1)) / (operands.length + 1)}%` }}
        />
      ))}
      <div>
        <Tex source={name} /> {op}
      </div>
      <Tex source={latexOf(value)} />
      {gradient && (
        <div>
          <Tex source={latexOf(gradient)} />
        </div>
      )}
      <Handle type="source" position={Position.Right} />
    </div>
  );
}

function MathEdgeView({ id, data, ...ends }: EdgeProps<MathEdge>) {
  const [path, x, y] = getBezierPath(ends);
  return (
    <>
      <BaseEdge id={id} path={path} />
      <EdgeLabelRenderer>
        <div className="label" style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
          {data && <Tex source={latexOf(data.jacobian)} />}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

const nodeTypes = { math: MathNodeView };
const edgeTypes = { math: MathEdgeView };

interface Opened {
  readonly document: GraphDocument;
  readonly computed: Computed;
}

function App() {
  const [opened, setOpened] = useState<Opened>();
  const open = async (file: File | undefined) => {
    const outcome = readText((await file?.text()) ?? '', EDITOR_LIMITS);
    if ('document' in outcome)
      setOpened({ document: outcome.document, computed: compiled(outcome.document) });
  };
  return (
    <div className="app">
      {opened ? (
        <Graph {...opened} />
      ) : (
        <input type="file" onChange={(event) => void open(event.currentTarget.files?.[0])} />
      )}
    </div>
  );
}

function Graph({ document, computed }: Opened) {
  const [nodes, setNodes, onNodesChange] = useNodesState(nodesOf(document, computed));
  const [edges, setEdges, onEdgesChange] = useEdgesState(edgesOf(computed));
  const flow = useRef<ReactFlowInstance<MathNode, MathEdge> | null>(null);
  const [x, setX] = useState(() => document.nodes.get('x')?.value as number[]);
  const slide = (first: number) => {
    const next = [first, ...x.slice(1)];
    setX(next);
    computed.program.set('x', next);
    computed.program.run();
    computed.pullback.run();
    const fresh = new Map(nodesOf(document, computed).map(({ id, data }) => [id, data]));
    setNodes((shown) => shown.map((node) => ({ ...node, data: fresh.get(node.id)! })));
    setEdges(edgesOf(computed));
  };
  return (
    <>
      <div className="bar">
        <button type="button" onClick={() => void flow.current?.zoomTo(1)}>
          100 %
        </button>
        <input
          aria-label="x"
          type="range"
          min={-2}
          max={2}
          step={0.004}
          value={x[0]}
          onChange={(event) => slide(Number(event.currentTarget.value))}
        />
      </div>
      <div className="flow">
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          onInit={(instance) => {
            flow.current = instance;
          }}
          minZoom={0.02}
          fitView
        />
      </div>
    </>
  );
}

createRoot(document.getElementById('root')!).render(<App />);
