/**
 * Wiring without a mouse: the arrows go through the operands that the node fits, and those that it would fit through a function put in between;
 * Enter draws the wire, Escape gives up.
 */
import { applyRemedy, connect, connectionProblem, remediesFor, type Use } from '#document';
import { offeredOperands } from '#scene';
import { t } from '../i18n/i18n';
import type { Choice } from '../state/editor-state';
import { commit, currentDocument, setConnecting, showNotice, useEditor } from '../state/store';

/** Of so many operands that refuse the node it is said what would make it fit. */
const MOST_REMEDIED = 6;

export function startConnecting(from: string): void {
  const document = currentDocument();
  const { program } = useEditor.getState().evaluation;
  const fitting: Use[] = [];
  const remedied: Choice[][] = [];
  for (const use of operandsFor(from)) {
    const { to, operand } = use;
    if (connectionProblem(document, program, from, to, operand) === undefined) fitting.push(use);
    else if (remedied.length < MOST_REMEDIED) {
      const remedies = remediesFor(document, program, from, to, operand).map((remedy) => ({
        ...use,
        remedy,
      }));
      if (remedies.length > 0) remedied.push(remedies);
    }
  }
  const choices: Choice[] = [...fitting, ...remedied.flat()];
  if (choices.length > 0) setConnecting({ from, choices, at: 0 });
  else showNotice({ text: t('{{from}} fits no operand of this graph.', { from }), kind: 'refusal' });
}

/** "q.A", "q.A through transpose", "q.A, stacked with y". */
export function choiceText(from: string, { to, operand, remedy }: Choice): string {
  const place = `${to}.${operand}`;
  if (!remedy) return place;
  const others = remedy.sources.filter((id) => id !== from).join(', ');
  return others === ''
    ? t('{{place}} through {{op}}', { place, op: remedy.op })
    : t('{{place}}, stacked with {{others}}', { place, others });
}

function wire(from: string, { to, operand, remedy }: Choice): void {
  commit(remedy ? applyRemedy(currentDocument(), remedy, from, to, operand) : connect(from, to, operand));
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
      if (event.key === 'Enter') wire(from, choices[at]);
    },
    { capture: true },
  );
}
