/**
 * Adding a node, wired where it was asked for: after an output, before an operand, or into a wire.
 */
import {
  addNode,
  type Command,
  connect,
  freshId,
  operandFor,
  type Position,
  setValue,
  shapeFor,
  together,
} from '#document';
import { isLeaf, type NestedValue, type Shape } from '#engine';
import type { Entry } from '../palette/entries';
import { commit, currentDocument, select, useEditor, type WireEnd } from '../state/store';

/** The operand of an operator that takes what a node computes; its first one while that is not known. */
export function operandTaking(op: string, from: string): string | undefined {
  const shape = useEditor.getState().evaluation.program.node(from)?.tensor?.shape;
  return operandFor(op, shape ?? []);
}

/** Adds what an entry of the palette stands for. */
export function addEntry({ op, add }: Entry, place: Position, end?: WireEnd): void {
  if (add) add(place);
  else addOperator(op, place, end);
}

/** Adds a node as one step, and selects it. */
function addOperator(op: string, place: Position, end?: WireEnd): void {
  const id = freshId(currentDocument(), op);
  const commands = [addNode(id, op, place), ...(end ? wiring(id, op, end) : [])];
  commit(together(`Add ${id}`, commands));
  select({ nodes: [id] });
}

function wiring(id: string, op: string, { node, operand }: WireEnd): Command[] {
  if (operand === undefined) {
    const taking = operandTaking(op, node);
    return taking === undefined ? [] : [connect(node, id, taking)];
  }
  const document = currentDocument();
  const after = connect(id, node, operand);
  if (isLeaf(op)) {
    const shape = shapeFor(document, useEditor.getState().evaluation.program, node, operand);
    return [setValue(id, ones(shape)), after];
  }
  const from = document.nodes.get(node)?.inputs?.[operand];
  const taking = from === undefined ? undefined : operandTaking(op, from);
  return from === undefined || taking === undefined ? [after] : [connect(from, id, taking), after];
}

function ones([rows, cols]: Shape): NestedValue {
  if (rows === undefined) return 1;
  const row = (n: number) => Array.from({ length: n }, () => 1);
  return cols === undefined ? row(rows) : Array.from({ length: rows }, () => row(cols));
}
