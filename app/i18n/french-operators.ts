/**
 * What the engine says of its operators, in French: of each by its saved name, of settings by their texts in English.
 */
import type { Family } from '#engine';
import { activations } from './operators/activations';
import { elementary } from './operators/elementary';
import { linearAlgebra } from './operators/linear-algebra';
import { networks } from './operators/networks';
import type { OperatorInFrench } from './operators/operator-in-french';
import { reductions } from './operators/reductions';
import { structure } from './operators/structure';
import { trigonometry } from './operators/trigonometry';

/** Nodes that are no operators: the leaves, and what stands for a graph. */
const otherNodes: Readonly<Record<string, OperatorInFrench>> = {
  variable: { title: 'Variable', help: 'Une entrée du graphe.', words: ['entrée', 'inconnue'] },
  parameter: {
    title: 'Paramètre',
    help: 'Un nombre (ou une matrice) que l’apprentissage change.',
    words: ['entrée', 'poids', 'biais'],
  },
  constant: {
    title: 'Constante',
    help: 'Des données qui restent telles quelles.',
    words: ['entrée', 'données', 'nombre fixe'],
  },
  expression: {
    title: 'Formule',
    help: 'Un nœud qui tient lieu d’une formule.',
    words: ['expression', 'calcul'],
  },
  function: {
    title: 'Fonction',
    help: 'Un nœud qui tient lieu d’un graphe replié.',
    words: ['fonction composée', 'graphe replié'],
  },
};

export const OPERATORS_IN_FRENCH: Readonly<Record<string, OperatorInFrench>> = {
  ...otherNodes,
  ...elementary,
  ...trigonometry,
  ...activations,
  ...reductions,
  ...linearAlgebra,
  ...structure,
  ...networks,
};

export const FAMILIES_IN_FRENCH: Readonly<Record<Family, string>> = {
  arithmetic: 'Arithmétique',
  powers: 'Puissances et racines',
  exponentials: 'Exponentielles et logarithmes',
  trigonometry: 'Trigonométrie',
  hyperbolic: 'Fonctions hyperboliques',
  'linear algebra': 'Algèbre linéaire',
  reductions: 'Sommes et normes',
  structure: 'Vecteurs et composantes',
  activations: 'Fonctions d’activation',
  losses: 'Fonctions de perte',
  layers: 'Couches',
  rounding: 'Arrondis et blocages',
};

/** The helps of settings, the labels of their choices, and what completes "expected …". */
export const ATTRIBUTES_IN_FRENCH: Readonly<Record<string, string>> = {
  'the exponent c': 'l’exposant c',
  'the slope for x ≤ 0': 'la pente pour x ≤ 0',
  'the depth α of the negative side': 'la profondeur α du côté négatif',
  'the lower bound': 'la borne inférieure',
  'the upper bound': 'la borne supérieure',
  '0 = down the rows, 1 = across the columns, absent = over everything':
    '0 = en descendant les lignes, 1 = en traversant les colonnes, absent = sur tout',
  everything: 'tout',
  '0: down the rows': '0 : en descendant les lignes',
  '1: across the columns': '1 : en traversant les colonnes',
  'which norm: 1, 2, "inf" or any p ≥ 1': 'quelle norme : 1, 2, « inf » ou tout p ≥ 1',
  '1: sum of absolute values': '1 : somme des valeurs absolues',
  '2: Euclidean': '2 : euclidienne',
  'inf: largest absolute value': 'inf : plus grande valeur absolue',
  'c in the divisor n − c: 0 for a population, 1 for a sample':
    'c dans le diviseur n − c : 0 pour une population, 1 pour un échantillon',
  'which component, from 1': 'quelle composante, à partir de 1',
  'the first component, from 1': 'la première composante, à partir de 1',
  'the last component, included': 'la dernière composante, comprise',
  'which components, from 1, in any order': 'quelles composantes, à partir de 1, dans un ordre quelconque',
  'which row, from 1': 'quelle ligne, à partir de 1',
  'which column, from 1': 'quelle colonne, à partir de 1',
  'the new shape: [], [components] or [rows, columns]':
    'la nouvelle forme : [], [composantes] ou [lignes, colonnes]',
  'how many zeros before': 'combien de zéros avant',
  'how many zeros after': 'combien de zéros après',
  'the shape of the result: [components] or [rows, columns]':
    'la forme du résultat : [composantes] ou [lignes, colonnes]',
  'T in softmax(x/T)': 'T dans softmax(x/T)',
  'the residual from which the loss is linear': 'le résidu à partir duquel la perte est linéaire',
  'how many neighbours are pooled into one': 'combien de voisins sont regroupés en un seul',
  'added to the mean square, so that nothing is divided by 0':
    'ajouté à la moyenne des carrés, pour ne jamais diviser par 0',
  'a finite number': 'un nombre fini',
  '0 or 1, or no axis at all': '0 ou 1, ou aucun axe',
  'a number ≥ 1 or "inf"': 'un nombre ≥ 1 ou « inf »',
  'a whole number ≥ 1': 'un nombre entier ≥ 1',
  'a list of whole numbers ≥ 1': 'une liste de nombres entiers ≥ 1',
  '[], [components] or [rows, columns], of whole numbers ≥ 1':
    '[], [composantes] ou [lignes, colonnes], en nombres entiers ≥ 1',
  'a whole number ≥ 0': 'un nombre entier ≥ 0',
  'a number > 0': 'un nombre > 0',
};
