/**
 * Places for the nodes of a file, found by ELK in its own worker.
 */
import type { GraphDocument } from '#document';
import { withPositions as withPositionsBy } from '#scene';

export const withPositions = (document: GraphDocument): Promise<GraphDocument> =>
  withPositionsBy(document, async (graph) => {
    const [{ default: ELK }, { default: workerUrl }] = await Promise.all([
      import('elkjs/lib/elk-api'),
      import('elkjs/lib/elk-worker.min.js?url'),
    ]);
    const elk = new ELK({ workerUrl });
    return elk.layout(graph).finally(() => elk.terminateWorker());
  });
