/**
 * A derivative written out: symbols, numbers with their sizes below, products, sums. Terms and wires light each other.
 */
import { Fragment, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { latexOfWorked, sizeText, type Worked, type WorkedPart } from '#scene';
import { writeToClipboard } from '../commands/clipboard';
import panels from '../inspector/inspector.module.css';
import { Tex } from '../math/Tex';
import { hint, showNotice, useEditor } from '../state/store';
import { useSteady } from '../state/structure';
import { MatrixView } from '../values/MatrixView';
import { isHinted } from './hinted';
import styles from './study.module.css';

interface WorkedLinesProps {
  readonly title: string;
  readonly worked: Worked;
  /** The term that is lit without being pointed at. */
  readonly current?: string | undefined;
}

export function WorkedLines({ title, worked, current }: WorkedLinesProps) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.worked} aria-labelledby={heading} tabIndex={0}>
      <h3>
        <span id={heading}>{title}</span> <CopyLatex worked={worked} />
      </h3>
      <div className={styles.lines}>
        {worked.lines.map((parts, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and are never reordered
          <Fragment key={k}>
            <span>{k === 0 && <Tex>{`\\displaystyle ${worked.left}`}</Tex>}</span>
            <span>=</span>
            <div className={styles.line}>
              {termsIn(parts).map((term, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: terms have no names, and are never reordered
                <Term key={j} parts={term} current={term[0].term !== undefined && term[0].term === current} />
              ))}
            </div>
          </Fragment>
        ))}
      </div>
    </section>
  );
}

function CopyLatex({ worked }: { readonly worked: Worked }) {
  const { t } = useTranslation();
  const copy = async () => {
    const { evaluation, settings } = useEditor.getState();
    if (await writeToClipboard(latexOfWorked(worked, evaluation, settings.numbers)))
      showNotice({ text: t('Copied as LaTeX.'), kind: 'note' });
  };
  return (
    <button type="button" className={panels.copy} onClick={() => void copy()}>
      LaTeX
    </button>
  );
}

/** Neighbours of one term stay together. */
function termsIn(parts: readonly WorkedPart[]): WorkedPart[][] {
  const terms: WorkedPart[][] = [];
  for (const part of parts) {
    const last = terms.at(-1);
    if (last && part.term !== undefined && last[0].term === part.term) last.push(part);
    else terms.push([part]);
  }
  return terms;
}

interface TermProps {
  readonly parts: readonly WorkedPart[];
  readonly current: boolean;
}

function Term({ parts, current }: TermProps) {
  const { term } = parts[0];
  const hinted = useSteady((state) => term !== undefined && isHinted(state.hinted, term));
  return (
    <span
      className={styles.term}
      data-lit={current || hinted || undefined}
      onPointerEnter={() => hint(term ?? null)}
      onPointerLeave={() => hint(null)}
    >
      {parts.map((part, k) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and are never reordered
        'tex' in part ? <Tex key={k}>{`\\displaystyle ${part.tex}`}</Tex> : <Numbers key={k} {...part} />,
      )}
    </span>
  );
}

const COLORS = { value: '', jacobian: panels.jacobian, gradient: panels.gradient, tangent: styles.tangent };

function Numbers({ role, rows, cols, read }: Extract<WorkedPart, { role: string }>) {
  const now = useMemo(() => () => read(useEditor.getState().evaluation), [read]);
  return (
    <span className={styles.factor}>
      <MatrixView read={now} className={COLORS[role]} />
      {rows * cols > 1 && <span className={styles.size}>{sizeText(rows, cols)}</span>}
    </span>
  );
}
