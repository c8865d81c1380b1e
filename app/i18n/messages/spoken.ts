/**
 * What screen readers say of nodes, of edges and of their numbers, in French.
 */
import type { Groups } from './phrases';

export const SPOKEN: Groups = {
  spoken: {
    '{0}': '{0:matrix}',
    '{0}, {1}': '{0}, {1}',
    '{0}, {1}, not evaluated: {2}': '{0}, {1}, non évalué : {2:sentence?}',
    '{0}, {1}, {2}: {3}': '{0}, {1}, {2:spokenShape} : {3:numbers?}',
    '{0}, not evaluated': '{0:matrix}, non disponible',
    '{0}, {1} by {2}, {3}': '{0:matrix}, {1} par {2}, {3:structure}',
    '{0}: {1}': '{0:matrix} : {1:numbers?}',
    '{0}, {1} by {2}: {3}': '{0:matrix}, {1} par {2} : {3:numbers?}',
  },
  matrix: {
    'Value of {0}': 'Valeur de {0}',
    'Gradient of {0} with respect to {1}': 'Gradient de {0} par rapport à {1}',
    'Jacobian of {0} with respect to {1}{2}': 'Jacobienne de {0} par rapport à {1}{2:asOperand}',
  },
  asOperand: { ' as operand {0}': ', opérande {0}' },
  spokenShape: {
    scalar: 'scalaire',
    'vector of {0}': 'vecteur de {0:count}',
    '{0} by {1} matrix': 'matrice {0:count} par {1:count}',
  },
  numbers: {
    'too large to be read out': 'trop grande pour être lue',
    '{0}; {1}': '{0:numbers} ; {1:numbers}',
    'row {0}: {1}': 'ligne {0} : {1:numbers?}',
    '{0}, and {1} more': '{0:numbers?}, et {1} de plus',
    '{0}, {1}': '{0:numbers?} ; {1:numbers?}',
    infinity: 'infini',
    'minus infinity': 'moins l’infini',
    'not a number': 'pas un nombre',
  },
  structure: {
    zero: 'nulle',
    identity: 'identité',
    diagonal: 'diagonale',
    row: 'ligne',
    column: 'colonne',
    selection: 'sélection',
    permutation: 'permutation',
    'Kronecker product': 'produit de Kronecker',
    'diagonal plus low rank': 'diagonale plus rang faible',
    Toeplitz: 'de Toeplitz',
    'lower triangular': 'triangulaire inférieure',
    'block diagonal': 'diagonale par blocs',
    dense: 'pleine',
  },
};
