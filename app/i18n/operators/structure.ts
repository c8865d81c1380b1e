/**
 * Vectors and their components in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const structure: Readonly<Record<string, OperatorInFrench>> = {
  stack: {
    title: 'Empilement',
    help: 'Des scalaires deviennent les composantes d’un vecteur, des vecteurs les lignes d’une matrice.',
    words: ['empiler', 'vecteur', 'rassembler'],
  },
  concat: {
    title: 'Concaténation',
    help: 'Des vecteurs (et des scalaires) bout à bout ; des matrices aux lignes de même longueur l’une sous l’autre.',
    words: ['concaténer', 'joindre', 'mettre bout à bout'],
  },
  index: {
    title: 'Une composante',
    help: 'La composante d’un vecteur que désigne le réglage index, comptée à partir de 1.',
    words: ['coordonnée', 'élément', 'indice', 'projection'],
  },
  slice: {
    title: 'Partie d’un vecteur',
    help: 'Les composantes de start à end, toutes deux comprises, comptées à partir de 1.',
    words: ['tranche', 'sous-vecteur', 'intervalle'],
  },
  gather: {
    title: 'Composantes choisies',
    help: 'Les composantes que désigne la liste indices, dans son ordre ; une composante désignée deux fois reçoit les deux gradients.',
    words: ['choisir', 'extraire', 'prendre', 'plongement'],
  },
  row: {
    title: 'Ligne d’une matrice',
    help: 'La ligne d’une matrice que désigne le réglage index, comptée à partir de 1, comme vecteur.',
    words: ['vecteur ligne', 'exemple'],
  },
  column: {
    title: 'Colonne d’une matrice',
    help: 'La colonne d’une matrice que désigne le réglage index, comptée à partir de 1, comme vecteur.',
    words: ['vecteur colonne', 'caractéristique'],
  },
  reshape: {
    title: 'Changement de forme',
    help: 'Les mêmes nombres, lus par lignes, dans la forme du réglage shape.',
    words: ['remettre en forme', 'redimensionner', 'replier'],
  },
  flatten: {
    title: 'Aplatissement',
    help: 'Tous les coefficients, lus par lignes, en un seul vecteur.',
    words: ['aplatir', 'vectorisation', 'déplier'],
  },
  flip: {
    title: 'Retournement',
    help: 'Tous les coefficients en ordre inverse ; une matrice est retournée de haut en bas et de gauche à droite.',
    words: ['renverser', 'inverser', 'miroir'],
  },
  pad: {
    title: 'Ajout de zéros',
    help: 'Un vecteur avec des zéros avant et après.',
    words: ['compléter par des zéros', 'bourrage', 'prolonger'],
  },
  diag: {
    title: 'Matrice diagonale',
    help: 'La matrice qui a un vecteur sur sa diagonale et des zéros ailleurs.',
    words: ['diagonale'],
  },
  broadcast: {
    title: 'Diffusion',
    help: 'Un nombre dans tous les coefficients de la forme du réglage shape, ou un vecteur dans toutes ses lignes.',
    words: ['répéter', 'étendre', 'recopier'],
  },
  sort: {
    title: 'Tri',
    help: 'Les composantes en ordre croissant ; chacune garde son gradient.',
    words: ['trier', 'ordonner', 'rang'],
  },
};
