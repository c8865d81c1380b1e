/**
 * Sums and norms in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const reductions: Readonly<Record<string, OperatorInFrench>> = {
  sum: {
    title: 'Somme',
    help: 'La somme de tous les coefficients, ou le long d’un axe.',
    words: ['total', 'additionner'],
  },
  mean: {
    title: 'Moyenne',
    help: 'La moyenne de tous les coefficients, ou le long d’un axe.',
    words: ['moyenne arithmétique', 'espérance'],
  },
  prod: {
    title: 'Produit',
    help: 'Le produit de tous les coefficients, ou le long d’un axe.',
    words: ['multiplier', 'facteurs'],
  },
  squared_norm: {
    title: 'Norme au carré',
    help: 'La somme des carrés.',
    words: ['carré de la norme', 'somme des carrés'],
  },
  norm: {
    title: 'Norme',
    help: 'La longueur d’un vecteur : euclidienne, ou la norme p du réglage ord.',
    words: ['longueur', 'module', 'norme euclidienne'],
  },
  max: {
    title: 'Plus grand coefficient',
    help: 'Le plus grand de tous les coefficients, ou le long d’un axe ; lui seul reçoit un gradient.',
    words: ['maximum'],
  },
  min: {
    title: 'Plus petit coefficient',
    help: 'Le plus petit de tous les coefficients, ou le long d’un axe ; lui seul reçoit un gradient.',
    words: ['minimum'],
  },
  logsumexp: {
    title: 'Logarithme de la somme des exponentielles',
    help: 'Un maximum lisse ; son gradient est le softmax.',
    words: ['maximum lisse', 'log-somme-exp'],
  },
  var: {
    title: 'Variance',
    help: 'La moyenne des carrés des écarts à la moyenne ; le réglage correction est retranché du diviseur.',
    words: ['dispersion', 'écart quadratique'],
  },
  std: {
    title: 'Écart-type',
    help: 'La racine de la variance : de combien les coefficients s’écartent de leur moyenne.',
    words: ['écart type', 'dispersion'],
  },
  cumulative_sum: {
    title: 'Somme cumulée',
    help: 'La composante i est la somme des i premières composantes.',
    words: ['somme partielle', 'cumul', 'intégrale'],
  },
  cumulative_prod: {
    title: 'Produit cumulé',
    help: 'La composante i est le produit des i premières composantes.',
    words: ['produit partiel', 'cumul'],
  },
  diff: {
    title: 'Différences de voisins',
    help: 'Chaque composante retranchée de la suivante : une composante de moins.',
    words: ['différences finies', 'accroissements'],
  },
};
