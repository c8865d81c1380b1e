/**
 * Places for nodes, found by ELK in its own worker.
 */
import type { GraphDocument, Position } from '#document';
import { type EdgeLabel, type Elk, tidied as tidiedBy, withPositions as withPositionsBy } from '#scene';

const elk: Elk = async (graph) => {
  const [{ default: ELK }, { default: workerUrl }] = await Promise.all([
    import('elkjs/lib/elk-api'),
    import('elkjs/lib/elk-worker.min.js?url'),
  ]);
  const worker = new ELK({ workerUrl });
  return worker.layout(graph).finally(() => worker.terminateWorker());
};

export const withPositions = (document: GraphDocument): Promise<GraphDocument> =>
  withPositionsBy(document, elk);

export const tidied = (
  document: GraphDocument,
  ids: readonly string[],
  labels: EdgeLabel,
): Promise<ReadonlyMap<string, Position>> => tidiedBy(document, ids, elk, labels);
