/**
 * What a study makes of the nodes and wires on the canvas: what is looked at is lit, what is aside stands back.
 */
import type { EditorState } from '../state/store';
import { markOfNodeInCulprit, markOfWireInCulprit } from './culprit/culprit';
import type { Mark } from './hinted';
import { markOfNodeInPaths, markOfWireInPaths } from './paths/paths';
import { questionNow } from './quiz/quiz';
import { markOfNodeInReplay, markOfWireInReplay } from './replay/replay';

export function markOfNode(state: EditorState, id: string): Mark | undefined {
  switch (state.study?.kind) {
    case 'replay':
      return markOfNodeInReplay(state, id);
    case 'paths':
      return markOfNodeInPaths(state, id);
    case 'culprit':
      return markOfNodeInCulprit(state, id);
    case 'quiz':
      return questionNow(state)?.id === id ? 'lit' : undefined;
    default:
      return undefined;
  }
}

export function markOfWire(state: EditorState, id: string): Mark | undefined {
  switch (state.study?.kind) {
    case 'replay':
      return markOfWireInReplay(state, id);
    case 'paths':
      return markOfWireInPaths(state, id);
    case 'culprit':
      return markOfWireInCulprit(state, id);
    case 'check':
      return state.hinted === id ? 'lit' : undefined;
    case 'quiz':
      return questionNow(state)?.id === id ? 'lit' : undefined;
    default:
      return undefined;
  }
}
