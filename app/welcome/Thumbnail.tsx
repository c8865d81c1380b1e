/**
 * A graph at a glance: its boxes and wires, no text.
 */
import { memo } from 'react';
import { compileDocument, type GraphDocument } from '#document';
import { isLeaf, sizeOf } from '#engine';
import { boxOf, courseOf, labelOf } from '#scene';
import styles from './welcome.module.css';

export const Thumbnail = memo(function Thumbnail({ document }: { readonly document: GraphDocument }) {
  const program = compileDocument(document);
  const places = new Map(
    program.nodes.map(({ id, op, operandNames, tensor }) => {
      const node = document.nodes.get(id)!;
      const { inputs, position: [x, y] = [0, 0] } = node;
      const below = tensor && { rows: 1, cols: sizeOf(tensor.shape) };
      return [
        id,
        {
          x,
          y,
          op,
          ...boxOf({ label: labelOf(node), op, operands: operandNames, inputs, shape: tensor?.shape, below }),
        },
      ] as const;
    }),
  );
  const boxes = [...places.values()];
  const left = Math.min(...boxes.map(({ x }) => x)) - 30;
  const top = Math.min(...boxes.map(({ y }) => y)) - 30;
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left + 30;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top + 30;
  return (
    <svg className={styles.thumbnail} viewBox={`${left} ${top} ${width} ${height}`} aria-hidden="true">
      {program.nodes.flatMap(({ id, incoming }) =>
        incoming.map(({ id: wire, from, operand }) => {
          const [a, b] = [places.get(from.id)!, places.get(id)!];
          const entry = b.operands.find(({ name }) => name === operand)!;
          const { path } = courseOf({ x: a.x + a.width, y: a.y + a.outputY }, { x: b.x, y: b.y + entry.y });
          return <path key={wire} d={path} className={styles.thumbnailWire} />;
        }),
      )}
      {[...places].map(([id, { x, y, width: w, height: h, op }]) => (
        <rect
          key={id}
          x={x}
          y={y}
          width={w}
          height={h}
          rx={18}
          className={styles.thumbnailNode}
          data-kind={isLeaf(op) ? op : 'operator'}
          data-target={document.target === id || undefined}
        />
      ))}
    </svg>
  );
});
