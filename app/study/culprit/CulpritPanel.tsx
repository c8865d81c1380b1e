/**
 * Where numbers stop being finite: the first node that is to blame, from what it made what it made, and all that is lost by it.
 */
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { operators, type ProgramNode } from '#engine';
import { formulaTex, gradientName, jacobianName, labelOf, localTex, named, partialTex } from '#scene';
import { useSaid } from '../../i18n/messages';
import { NamedTex } from '../../math/NamedTex';
import { Tex } from '../../math/Tex';
import { valueReader } from '../../state/readers';
import { select, useEditor } from '../../state/store';
import { useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { Controls } from '../Controls';
import shared from '../study.module.css';
import { type Culprit, culpritNow, lossesNow, studyCulprit } from './culprit';
import styles from './culprit.module.css';

export function CulpritPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const losses = useEditor(lossesNow);
  const culprit = useEditor(culpritNow);
  const { culprits, values, jacobians, gradients } = losses;
  const lost = values.length + jacobians.length + gradients.length;
  const counted = { values: values.length, jacobians: jacobians.length, gradients: gradients.length };
  return (
    <>
      <Controls title={title}>
        <p role="status">
          {lost === 0
            ? t('All values, local Jacobians and gradient rows are finite.')
            : t(
                'Not finite: values {{values}}, local Jacobians {{jacobians}}, gradient rows {{gradients}}.',
                counted,
              )}
        </p>
        {culprits.length > 1 && (
          <fieldset className={styles.choice}>
            <legend>{t('It begins in {{count}} places', { count: culprits.length })}</legend>
            {culprits.map(({ node: { id } }) => (
              <button
                key={id}
                type="button"
                aria-pressed={id === culprit?.node.id}
                onClick={() => studyCulprit(id)}
              >
                {id}
              </button>
            ))}
          </fieldset>
        )}
      </Controls>
      {culprit && <Beginning culprit={culprit} />}
      {lost > 0 && <Lost />}
    </>
  );
}

/** The node that is to blame: its formula, its operands, its value, and what is wrong. */
function Beginning({ culprit: { node, diagnostics } }: { readonly culprit: Culprit }) {
  const { t } = useTranslation();
  const said = useSaid();
  const document = useStructure();
  const { id, op, incoming, attributes } = node;
  const operator = operators.get(op);
  const inputs = document.nodes.get(id)?.inputs ?? {};
  const sources = [...new Set(incoming.map(({ from }) => from))];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.beginning} aria-label={t('It begins at {{id}}', { id })} tabIndex={0}>
      <h3>{t('It begins at {{id}}', { id })}</h3>
      {operator && (
        <Tex>{`${labelOf(named(document, id))} = ${formulaTex(document, operator, inputs, attributes)}`}</Tex>
      )}
      {diagnostics.map(({ message }) => (
        <p key={message} className={styles.reason}>
          {said(message)}
        </p>
      ))}
      <div className={styles.numbers}>
        {[...sources, node].map((one) => (
          <Value key={one.id} node={one} />
        ))}
      </div>
    </section>
  );
}

function Value({ node: { id } }: { readonly node: ProgramNode }) {
  const document = useStructure();
  const read = useMemo(() => valueReader(id), [id]);
  return (
    <span className={styles.value}>
      <NamedTex name={id} tex={`${labelOf(named(document, id))} =`} />
      <MatrixView read={read} />
    </span>
  );
}

/** What is not finite any more, in the order of evaluation; what is pressed is selected. */
function Lost() {
  const { t } = useTranslation();
  const document = useStructure();
  const { values, jacobians, gradients } = useEditor(lossesNow);
  const target = useEditor(({ evaluation }) => evaluation.pullback?.target);
  const valueItems = values.map(({ id }) => (
    <Item key={id} name={id} tex={labelOf(named(document, id))} onPress={() => select({ nodes: [id] })} />
  ));
  const jacobianItems = jacobians.map((edge) => (
    <Item
      key={edge.id}
      name={jacobianName(edge.to.id, edge.from.id)}
      tex={localTex(document, edge)}
      onPress={() => select({ wires: [edge.id] })}
    />
  ));
  const gradientItems = gradients.map(({ id }) => (
    <Item
      key={id}
      name={gradientName(target!.id, id)}
      tex={partialTex(named(document, target!.id), named(document, id))}
      onPress={() => select({ nodes: [id] })}
    />
  ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.lost} aria-label={t('What is lost')} tabIndex={0}>
      <h3>{t('What is lost')}</h3>
      <List title={t('Values')}>{valueItems}</List>
      <List title={t('Local Jacobians')}>{jacobianItems}</List>
      <List title={t('Gradient rows')}>{gradientItems}</List>
    </section>
  );
}

/** More are counted above, and seen on the canvas. */
const MOST = 30;

function List({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div className={styles.list}>
      <h4>{title}</h4>
      {children.slice(0, MOST)}
      {children.length > MOST && <span className={shared.size}>…</span>}
    </div>
  );
}

interface ItemProps {
  readonly name: string;
  readonly tex: string;
  onPress(): void;
}

function Item({ name, tex, onPress }: ItemProps) {
  const said = useSaid();
  return (
    <button type="button" onClick={onPress}>
      <NamedTex name={said(name, 'spoken')} tex={tex} />
    </button>
  );
}
