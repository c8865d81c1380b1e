/**
 * Frames: behind their nodes, with a title that is a handle for all of them.
 */
import { ViewportPortal } from '@xyflow/react';
import { type PointerEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Frame, framesOf, type Position, setFrameTitle, setPositions } from '#document';
import { commit, currentDocument, newGesture, select } from '../state/store';
import { useStructure } from '../state/structure';
import type { FlowNode } from './flow';
import styles from './overlays.module.css';
import { zoom } from './viewport';

const MARGIN = 24;
const TITLE = 30;

export function Frames({ nodes }: { readonly nodes: readonly FlowNode[] }) {
  const document = useStructure();
  const frames = useMemo(() => framesOf(document), [document]);
  if (frames.length === 0) return null;
  const boxes = new Map(nodes.map((node) => [node.id, node]));
  return (
    <ViewportPortal>
      {frames.map((frame, index) => {
        const around = frame.nodes.flatMap((id) => boxes.get(id) ?? []);
        return <FrameView key={frame.nodes.join()} index={index} frame={frame} around={around} />;
      })}
    </ViewportPortal>
  );
}

interface FrameViewProps {
  readonly index: number;
  readonly frame: Frame;
  readonly around: readonly FlowNode[];
}

function FrameView({ index, frame, around }: FrameViewProps) {
  const left = Math.min(...around.map(({ position }) => position.x)) - MARGIN;
  const top = Math.min(...around.map(({ position }) => position.y)) - MARGIN - TITLE;
  const right = Math.max(...around.map(({ position, width = 0 }) => position.x + width)) + MARGIN;
  const bottom = Math.max(...around.map(({ position, height = 0 }) => position.y + height)) + MARGIN;
  return (
    <section
      data-frame
      className={styles.frame}
      aria-label={frame.title}
      style={{ transform: `translate(${left}px, ${top}px)`, width: right - left, height: bottom - top }}
    >
      <Title index={index} frame={frame} />
    </section>
  );
}

/** Pressed it selects the nodes, dragged it moves them, with two clicks it is edited. */
function Title({ index, frame }: { readonly index: number; readonly frame: Frame }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const drag = useRef<{ x: number; y: number; gesture: string; before: Map<string, Position> } | null>(null);
  const press = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    if (event.button !== 0 || draft !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    select({ nodes: frame.nodes });
    const { nodes } = currentDocument();
    const before = new Map(
      frame.nodes.map((id): [string, Position] => [id, nodes.get(id)?.position ?? [0, 0]]),
    );
    drag.current = { x: event.clientX, y: event.clientY, gesture: newGesture(), before };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    const { x, y, gesture, before } = drag.current;
    const [dx, dy] = [(event.clientX - x) / zoom(), (event.clientY - y) / zoom()].map(Math.round);
    const moved = [...before].map(([id, [a, b]]): [string, Position] => [id, [a + dx, b + dy]]);
    commit(setPositions(new Map(moved)), gesture);
  };
  const finish = () => {
    if (draft !== null && draft.trim() !== '') commit(setFrameTitle(index, draft.trim()));
    setDraft(null);
  };
  if (draft !== null)
    return (
      <input
        className={styles.frameTitle}
        aria-label={t('Title of the frame')}
        // biome-ignore lint/a11y/noAutofocus: the field was asked for with two clicks on the title
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
    );
  return (
    <button
      type="button"
      className={`${styles.frameTitle} nodrag nopan`}
      title={t('Drag to move the nodes, two clicks to rename')}
      onPointerDown={press}
      onPointerMove={move}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onClick={() => select({ nodes: frame.nodes })}
      onDoubleClick={(event) => {
        event.stopPropagation();
        setDraft(frame.title);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'F2') return;
        // Else the key would rename a selected node.
        event.stopPropagation();
        setDraft(frame.title);
      }}
    >
      {frame.title}
    </button>
  );
}
