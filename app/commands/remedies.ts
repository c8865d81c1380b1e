/**
 * Functions that would make a refused wire fit, each one press away.
 */
import { applyRemedy, type Remedy, remediesFor, type Use } from '#document';
import { t } from '../i18n/i18n';
import { commit, currentDocument, type Notice, useEditor } from '../state/store';

type Actions = NonNullable<Notice['actions']>;

/** For a wire to one operand. */
export const remediesAt = (from: string, use: Use): Actions => actions(from, use, labelOf);

/** At most so many are offered when any operand would do. */
const MOST = 3;

/** For a wire to any of these operands, the first ones first. */
export const remediesAmong = (from: string, uses: readonly Use[]): Actions =>
  uses.flatMap((use) => actions(from, use, labelWithOperand)).slice(0, MOST);

function actions(
  from: string,
  use: Use,
  label: (remedy: Remedy, others: string, use: Use) => string,
): Actions {
  const { program } = useEditor.getState().evaluation;
  const { to, operand } = use;
  return remediesFor(currentDocument(), program, from, to, operand).map((remedy) => ({
    label: label(remedy, remedy.sources.filter((id) => id !== from).join(', '), use),
    run: () => commit(applyRemedy(currentDocument(), remedy, from, to, operand)),
  }));
}

const labelOf = ({ op }: Remedy, others: string): string =>
  others === '' ? t('Through {{op}}', { op }) : t('Stack with {{others}}', { others });

const labelWithOperand = ({ op }: Remedy, others: string, { to, operand }: Use): string =>
  others === ''
    ? t('To {{to}}.{{operand}} through {{op}}', { to, operand, op })
    : t('To {{to}}.{{operand}}, stacked with {{others}}', { to, operand, others });
