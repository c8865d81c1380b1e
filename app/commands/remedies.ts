/**
 * Functions that would make a refused wire fit, each one press away.
 */
import { applyRemedy, type Remedy, remediesFor, type Use } from '#document';
import { t } from '../i18n/i18n';
import { commit, currentDocument, type Notice, useEditor } from '../state/store';

/** Offered for a wire to one operand. */
export function remediesAt(from: string, { to, operand }: Use): NonNullable<Notice['actions']> {
  const { program } = useEditor.getState().evaluation;
  return remediesFor(currentDocument(), program, from, to, operand).map((remedy) => ({
    label: remedyLabel(from, remedy),
    run: () => commit(applyRemedy(currentDocument(), remedy, from, to, operand)),
  }));
}

/** "Through transpose", "Stack with x, y". */
function remedyLabel(from: string, { op, sources }: Remedy): string {
  const others = sources.filter((id) => id !== from).join(', ');
  return others === '' ? t('Through {{op}}', { op }) : t('Stack with {{others}}', { others });
}
