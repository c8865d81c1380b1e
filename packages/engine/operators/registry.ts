/**
 * Every operator by its saved name. An operator is tested by standing here.
 */
import type { Operator } from '../operator';
import { activations } from './activations';
import { arithmetic } from './arithmetic';
import { bilinearForms } from './bilinear-forms';
import { directions } from './directions';
import { exponentials } from './exponentials';
import { joining } from './joining';
import { layers } from './layers';
import { linearAlgebra } from './linear-algebra';
import { losses } from './losses';
import { pairedLosses } from './paired-losses';
import { powers } from './powers';
import { reductions } from './reductions';
import { reshaping } from './reshaping';
import { running } from './running';
import { selections } from './selecting';
import { softmaxFamily } from './softmax';
import { sorting } from './sorting';
import { squareMatrices } from './square-matrices';
import { statistics } from './statistics';
import { trigonometry } from './trigonometry';

export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    arithmetic,
    powers,
    exponentials,
    trigonometry,
    activations,
    reductions,
    statistics,
    running,
    linearAlgebra,
    joining,
    selections,
    reshaping,
    sorting,
    bilinearForms,
    squareMatrices,
    directions,
    softmaxFamily,
    losses,
    pairedLosses,
    layers,
  ]
    .flat()
    .map((operator) => [operator.name, operator]),
);

/** Nodes that hold a value instead of computing one. */
export const LEAVES = ['variable', 'parameter', 'constant'] as const;
export type Leaf = (typeof LEAVES)[number];

export const isLeaf = (op: string): op is Leaf => (LEAVES as readonly string[]).includes(op);
