/**
 * A document, compiled and evaluated as the command line asks.
 */

import { compileDocument, didYouMean, type GraphDocument } from '#document';
import {
  type Diagnostic,
  describeShape,
  diagnose,
  isLeaf,
  type NestedValue,
  type Profile,
  type Program,
  Pullback,
  Pushforward,
  sameShape,
  shapeOfNested,
} from '#engine';

export interface Evaluation {
  readonly document: GraphDocument;
  readonly program: Program;
  /** The target, whether or not it has a value. */
  readonly target: string | null;
  /** Absent without a target that has a value. */
  readonly pullback?: Pullback;
  /** Absent when no tangent was given. */
  readonly pushforward?: Pushforward;
  readonly diagnostics: readonly Diagnostic[];
}

/** A request that this graph cannot meet: an id it lacks, a value that does not fit. Exit status 1. */
export class RequestError extends Error {}

export interface Request {
  readonly target?: string;
  readonly set?: ReadonlyMap<string, NestedValue>;
  readonly tangents?: ReadonlyMap<string, NestedValue>;
  readonly profile?: Profile;
}

export function evaluate(document: GraphDocument, request: Request = {}): Evaluation {
  const { set = new Map(), tangents = new Map(), profile = 'nabla' } = request;
  for (const id of set.keys()) {
    const node = findNode(document, '--set', id);
    if (!isLeaf(node.op))
      throw new RequestError(
        `--set ${id}: ${id} is computed by ${node.op}; only a variable, parameter or constant can be set.`,
      );
  }
  if (request.target !== undefined) findNode(document, '--target', request.target);
  for (const id of tangents.keys()) findNode(document, '--tangent', id);

  const program = compileDocument(document, { profile, values: set }).run();
  const target = request.target ?? document.target;
  const targetNode = target === null ? undefined : program.node(target);
  const pullback = targetNode?.tensor && new Pullback(program, targetNode).run();
  const pushforward = tangents.size > 0 ? pushed(program, tangents) : undefined;
  return {
    document,
    program,
    target,
    ...(pullback && { pullback }),
    ...(pushforward && { pushforward }),
    diagnostics: diagnose(program, pullback),
  };
}

function findNode(document: GraphDocument, option: string, id: string) {
  const node = document.nodes.get(id);
  if (node) return node;
  throw new RequestError(`${option} ${id}: no node has this id.${didYouMean(id, document.nodes.keys())}`);
}

function pushed(program: Program, tangents: ReadonlyMap<string, NestedValue>): Pushforward {
  for (const [id, tangent] of tangents) {
    const tensor = program.node(id)?.tensor;
    const shape = shapeOfNested(tangent);
    if (tensor && !sameShape(tensor.shape, shape))
      throw new RequestError(
        `--tangent ${id}: expected the shape of ${id}, ${describeShape(tensor.shape)}; found ${describeShape(shape)}.`,
      );
  }
  return new Pushforward(program).run(tangents);
}
