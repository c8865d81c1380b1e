/**
 * Wiring without a mouse: the arrows go through the operands that the node fits, Enter draws the wire, Escape gives up.
 */
import { connect, connectionProblem, type Use } from '#document';
import { offeredOperands } from '#scene';
import { t } from '../i18n/i18n';
import { commit, currentDocument, setConnecting, showNotice, useEditor } from '../state/store';
import { remediesAmong } from './remedies';

export function startConnecting(from: string): void {
  const document = currentDocument();
  const { program } = useEditor.getState().evaluation;
  const fits = ({ to, operand }: Use) =>
    connectionProblem(document, program, from, to, operand) === undefined;
  const offered = operandsFor(from);
  const choices = offered.filter(fits);
  if (choices.length > 0) return setConnecting({ from, choices, at: 0 });
  const text = t('{{from}} fits no operand of this graph.', { from });
  showNotice({ text, kind: 'refusal', actions: remediesAmong(from, offered) });
}

/** Free operands first, and the nearest first among those. */
function operandsFor(from: string): Use[] {
  const document = currentDocument();
  const { program } = useEditor.getState().evaluation;
  const [x, y] = document.nodes.get(from)?.position ?? [0, 0];
  const all = program.nodes.flatMap(({ id: to, op, operandNames: operands }) => {
    const { inputs = {}, position = [0, 0] } = document.nodes.get(to)!;
    const distance = Math.hypot(position[0] - x, position[1] - y);
    return offeredOperands({ op, inputs, operands })
      .filter((operand) => inputs[operand] !== from)
      .map((operand) => ({ use: { to, operand }, taken: Object.hasOwn(inputs, operand), distance }));
  });
  return all
    .toSorted((a, b) => Number(a.taken) - Number(b.taken) || a.distance - b.distance)
    .map(({ use }) => use);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Tab: 1,
};

/** While a wire is being drawn, its keys are nobody else's. */
export function listenToConnecting(target: Window): void {
  target.addEventListener(
    'keydown',
    (event) => {
      const { connecting } = useEditor.getState();
      if (!connecting || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { from, choices, at } = connecting;
      const step = STEPS[event.key];
      if (step !== undefined) {
        setConnecting({ from, choices, at: (at + step + choices.length) % choices.length });
        return;
      }
      setConnecting(null);
      if (event.key === 'Enter') commit(connect(from, choices[at].to, choices[at].operand));
    },
    { capture: true },
  );
}
