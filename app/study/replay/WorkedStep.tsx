/**
 * The step of the replay, written out.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { workedStep } from '#scene';
import { useEditor } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { WorkedLines } from '../WorkedLines';
import type { Frame } from './replay';

export function WorkedStep({ frame }: { readonly frame: Frame }) {
  const { t } = useTranslation();
  const document = useStructure();
  const program = useSteady(({ evaluation }) => evaluation.program);
  const { pass, step } = frame;
  // Where numbers stand is known without them: they are read by their views.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a program and its pullback say which numbers there are
  const worked = useMemo(
    () => workedStep(document, useEditor.getState().evaluation, pass, step),
    [document, program, pass, step],
  );
  return <WorkedLines title={t('The step written out')} worked={worked} current={step.edge} />;
}
