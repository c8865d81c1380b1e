/**
 * Help with a question: first in symbols, then with all numbers.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { edgeOf, type Question, rightAnswer } from '#quiz';
import { stepsOf, type Worked, workedProduct, workedStep } from '#scene';
import { symbolicJacobian } from '../../inspector/symbolic';
import { Tex } from '../../math/Tex';
import { useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { WorkedLines } from '../WorkedLines';
import styles from './quiz.module.css';

interface HelpProps {
  readonly question: Question;
}

export function Hint({ question }: HelpProps) {
  const { t } = useTranslation();
  const document = useStructure();
  const { evaluation } = useEditor.getState();
  const worked = useWorked(question);
  const edge = edgeOf(evaluation, question.id);
  if (question.kind === 'shapes' && edge)
    return (
      <section className={styles.help} aria-label={t('Hint')}>
        <p>
          {t('A row for each component of {{to}}, a column for each of {{from}}.', {
            to: edge.to.id,
            from: edge.from.id,
          })}
        </p>
      </section>
    );
  const symbols = edge && question.kind === 'jacobians' ? symbolicJacobian(document, edge) : undefined;
  const [first] = worked?.lines ?? [];
  const tex =
    symbols ??
    (first && `${worked!.left} = ${first.map((part) => ('tex' in part ? part.tex : '\\cdots')).join(' ')}`);
  return (
    <section className={styles.help} aria-label={t('Hint')}>
      {tex === undefined ? (
        <p>{t('Change the operand a little: how much does the result change?')}</p>
      ) : (
        <Tex display>{tex}</Tex>
      )}
    </section>
  );
}

export function Solution({ question }: HelpProps) {
  const { t } = useTranslation();
  const worked = useWorked(question);
  const read = useMemo(() => () => rightAnswer(useEditor.getState().evaluation, question), [question]);
  if (worked) return <WorkedLines title={t('Solution')} worked={worked} />;
  return (
    <section className={styles.help} aria-label={t('Solution')}>
      <MatrixView read={read} />
    </section>
  );
}

/** What a question asks for, written out: the last step that makes a gradient row, or the step that makes a value or a Jacobian. */
function useWorked({ kind, id }: Question): Worked | undefined {
  const document = useStructure();
  const program = useSteady(({ evaluation }) => evaluation.program);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a program and its pullback say which numbers there are
  return useMemo(() => {
    if (kind === 'shapes') return undefined;
    const { evaluation } = useEditor.getState();
    const edge = edgeOf(evaluation, id);
    if (kind === 'products') return edge && workedProduct(document, evaluation, edge);
    const pass = kind === 'gradients' ? 'reverse' : 'forward';
    const steps = stepsOf(evaluation, pass).filter(({ node, edge }) =>
      kind === 'jacobians' ? edge === id : node === id && (kind === 'gradients' || edge === undefined),
    );
    const step = steps.at(-1);
    return step && workedStep(document, evaluation, pass, step);
  }, [document, program, kind, id]);
}
