/**
 * One derivative as other books and programs write it, side by side.
 */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Layout, type LayoutName, layoutsOf, sizeText } from '#scene';
import type { PlainText } from '../../i18n/i18n';
import panels from '../../inspector/inspector.module.css';
import { Tex } from '../../math/Tex';
import { setStudy } from '../../state/store';
import { useSteady, useStructure } from '../../state/structure';
import { MatrixView } from '../../values/MatrixView';
import { Controls } from '../Controls';
import { NodeChoice } from '../NodeChoice';
import shared from '../study.module.css';
import { layoutsIn } from './layouts';
import styles from './layouts.module.css';

export function LayoutsPanel({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const study = useSteady(layoutsIn);
  if (!study) return null;
  return (
    <>
      <Controls title={title}>
        <div className={shared.ends}>
          <NodeChoice label={t('Of')} value={study.of} onChange={(of) => setStudy({ ...study, of })} />
          <NodeChoice label={t('By')} value={study.by} onChange={(by) => setStudy({ ...study, by })} />
        </div>
        <p>
          {t(
            'The numbers are the same everywhere. Where they stand, and in which order products are written, is a matter of the book.',
          )}
        </p>
      </Controls>
      <Cards of={study.of} by={study.by} />
    </>
  );
}

function Cards({ of, by }: { readonly of: string; readonly by: string }) {
  const { t } = useTranslation();
  const document = useStructure();
  const program = useSteady(({ evaluation }) => evaluation.program);
  const layouts = useMemo(() => {
    const [later, earlier] = [program.node(of), program.node(by)];
    return later?.tensor && earlier?.tensor ? layoutsOf(document, later, earlier) : undefined;
  }, [document, program, of, by]);
  if (!layouts) return null;
  if (layouts.length === 0)
    return (
      <section className={styles.card}>
        <p>{t('This derivative has too many entries to be written in other ways.')}</p>
      </section>
    );
  return layouts.map((layout) => <Card key={layout.name} layout={layout} />);
}

function Card({ layout: { name, tex, rows, cols, shape, code, read } }: { readonly layout: Layout }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
    <section className={styles.card} aria-label={t(TITLES[name])} tabIndex={0}>
      <h3>{t(TITLES[name])}</h3>
      {code ? <code>{code}</code> : <Tex>{`${tex} =`}</Tex>}
      <div className={styles.numbers}>
        <MatrixView read={read} />
        <span className={shared.size}>
          {shape === undefined ? sizeText(rows, cols) : t('shape {{shape}}', { shape })}
        </span>
      </div>
      <p className={panels.soft}>{t(NOTES[name])}</p>
    </section>
  );
}

const TITLES = {
  numerator: 'Numerator layout',
  'canonical row': 'Canonical row',
  folded: 'Folded like the matrix',
  'numerator of a matrix': 'Numerator layout of a matrix',
  'columns first': 'vec by columns',
  denominator: 'Denominator layout',
  mixed: 'Gradient as a column',
  pytorch: 'PyTorch',
  jax: 'JAX',
  sympy: 'SymPy',
} as const satisfies Record<LayoutName, PlainText>;

const NOTES = {
  numerator:
    'Here and in the lecture: a row for each component of what is differentiated, the later function on the left.',
  'canonical row': 'Here: a Jacobian like all others, a column for each entry of the matrix, read by rows.',
  folded:
    'Entry i, j is the derivative by entry i, j: what one step of descent subtracts. Also called denominator layout.',
  'numerator of a matrix': 'The folded one, transposed: then traces and products come out as for vectors.',
  'columns first': 'The matrix read column by column, as Magnus and Neudecker do; here it is read by rows.',
  denominator: 'The transpose: products run the other way round, the later function on the right.',
  mixed: 'Much used for scalars: the row of this program, stood up as a column.',
  pytorch: 'As long, or of as many indices, as result and operand together.',
  jax: 'As PyTorch: the indices of the result, then those of the operand.',
  sympy: 'Of vectors a matrix; else an array with the indices of the operand first.',
} as const satisfies Record<LayoutName, PlainText>;
