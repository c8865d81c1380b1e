/**
 * What is to be known about a node or the whole graph, in plain words.
 */
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { type Diagnostic, kinkSlopes } from '#engine';
import { useSaid } from '../i18n/messages';
import { select, useEditor } from '../state/store';
import { studyCulprit } from '../study/culprit/culprit';
import styles from './inspector.module.css';

interface DiagnosticsProps {
  /** Of this node only; of the whole graph without. */
  readonly node?: string;
  readonly operand?: string;
}

export function Diagnostics({ node, operand }: DiagnosticsProps) {
  const { t } = useTranslation();
  const all = useEditor(({ evaluation }) => evaluation.diagnostics);
  const shown = all.filter(
    (one) =>
      (node === undefined || one.node === node) &&
      (operand === undefined || one.operand === undefined || one.operand === operand),
  );
  if (shown.length === 0) return null;
  return (
    <ul className={styles.diagnostics} aria-label={t('Diagnostics')}>
      {shown.map((one) => (
        <li key={`${one.node} ${one.code} ${one.operand} ${one.message}`} data-severity={one.severity}>
          <Line diagnostic={one} linked={node === undefined} />
        </li>
      ))}
    </ul>
  );
}

function Line({ diagnostic, linked }: { readonly diagnostic: Diagnostic; readonly linked: boolean }) {
  const { t } = useTranslation();
  const said = useSaid();
  const { severity, node, code, message, left, right, cause } = diagnostic;
  const name = linked ? (
    <button type="button" onClick={() => select({ nodes: [node] })}>
      {node}
    </button>
  ) : (
    <span>{node}</span>
  );
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <>
      <Icon size={15} aria-label={t(severity)} />
      <div>
        <strong>
          <Trans
            i18nKey="<node/>: {{code}}"
            values={{ code: said(code, 'kind') }}
            components={{ node: name }}
          />
        </strong>
        <p>{said(message)}</p>
        {left !== undefined && right !== undefined && (
          <p>{t('Derivative from the left {{left}}, from the right {{right}}.', { left, right })}</p>
        )}
        {cause !== undefined && (
          <button type="button" onClick={() => studyCulprit(cause)}>
            {t('Show where it begins')}
          </button>
        )}
        {code === 'kink' && <Conventions diagnostic={diagnostic} />}
      </div>
    </>
  );
}

/** Which derivative is used at a kink, here and elsewhere. */
function Conventions({ diagnostic: { node: id, operand, component } }: { readonly diagnostic: Diagnostic }) {
  const { t } = useTranslation();
  const node = useEditor(({ evaluation }) => evaluation.program.node(id));
  const slopes = node && kinkSlopes(node, operand, component);
  if (!slopes) return null;
  const { nabla, pytorch, jax } = slopes;
  return (
    <p>{t('Used: {{nabla}} by Nabla, {{pytorch}} by PyTorch, {{jax}} by JAX.', { nabla, pytorch, jax })}</p>
  );
}
