/**
 * The kinds of diagnostics in French.
 */
import type { Diagnostic } from '#engine';

export const KINDS: Readonly<Record<Diagnostic['code'], string>> = {
  unwired: 'opérande non relié',
  shape: 'forme',
  attribute: 'réglage',
  expression: 'formule',
  function: 'fonction',
  singular: 'matrice singulière',
  blocked: 'bloqué',
  domain: 'hors du domaine',
  'not-finite': 'non fini',
  'caused-by': 'conséquence',
  kink: 'point anguleux',
  'vertical-tangent': 'tangente verticale',
  'blocks-gradient': 'bloque le gradient',
  'not-true-derivative': 'fausse dérivée',
  'unused-input': 'entrée inutilisée',
};
