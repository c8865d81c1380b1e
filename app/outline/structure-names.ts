/**
 * The structure of a Jacobian in a word.
 */
import type { StructureName } from '#engine';
import type { PlainText } from '../i18n/i18n';

export const STRUCTURE_NAMES: Readonly<Record<StructureName, PlainText>> = {
  zero: 'zero',
  identity: 'identity',
  diagonal: 'diagonal',
  row: 'row',
  column: 'column',
  selection: 'selection',
  permutation: 'permutation',
  kronecker: 'Kronecker product',
  'diagonal-low-rank': 'diagonal plus low rank',
  toeplitz: 'Toeplitz',
  'lower-triangular': 'lower triangular',
  'block-diagonal': 'block diagonal',
  dense: 'dense',
};
