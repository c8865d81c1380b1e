/**
 * One of the nodes that have a value, chosen by name.
 */
import { useTranslation } from 'react-i18next';
import { useSteady } from '../state/structure';

interface NodeChoiceProps {
  readonly label: string;
  readonly value: string;
  onChange(id: string): void;
}

export function NodeChoice({ label, value, onChange }: NodeChoiceProps) {
  const { t } = useTranslation();
  const program = useSteady(({ evaluation }) => evaluation.program);
  // What is inside of a function is as good a place as any.
  const nodes = program.nodes.flatMap((node) => [node, ...node.inside]).filter(({ tensor }) => tensor);
  const there = nodes.some(({ id }) => id === value);
  return (
    <label>
      {label}
      <select value={there ? value : ''} onChange={(event) => onChange(event.currentTarget.value)}>
        {!there && <option value="">{t('choose a node')}</option>}
        {nodes.map(({ id }) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </select>
    </label>
  );
}
