/**
 * Linear algebra in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const linearAlgebra: Readonly<Record<string, OperatorInFrench>> = {
  dot: {
    title: 'Produit scalaire',
    help: 'La somme des produits des composantes de deux vecteurs de même longueur.',
    words: ['produit intérieur', 'forme linéaire'],
  },
  matvec: {
    title: 'Matrice fois vecteur',
    help: 'L’application linéaire A appliquée à la colonne x.',
    words: ['produit matrice-vecteur', 'application linéaire'],
  },
  linear: {
    title: 'Couche linéaire',
    help: 'W x + b pour un vecteur x, ou x Wᵀ + b pour une matrice x dont les lignes sont des exemples.',
    words: ['affine', 'couche dense', 'complètement connectée'],
  },
  matmul: {
    title: 'Produit matriciel',
    help: 'Le produit de deux matrices : la composée de deux applications linéaires.',
    words: ['multiplication de matrices', 'composition', 'composée'],
  },
  outer: {
    title: 'Produit dyadique',
    help: 'La matrice de tous les produits a_i b_j.',
    words: ['produit tensoriel', 'produit externe', 'colonne fois ligne'],
  },
  transpose: {
    title: 'Transposée',
    help: 'Les lignes deviennent des colonnes ; un vecteur devient une matrice d’une ligne.',
    words: ['transposer', 'transposition'],
  },
  vecmat: {
    title: 'Vecteur fois matrice',
    help: 'xᵀA, en colonne : l’application linéaire qui ramène les lignes en arrière à travers A.',
    words: ['produit vecteur-matrice', 'ligne fois matrice', 'tirer en arrière'],
  },
  quadratic_form: {
    title: 'Forme quadratique',
    help: 'xᵀAx pour une matrice carrée A ; son gradient xᵀ(A + Aᵀ) ne voit que la partie symétrique de A.',
    words: ['énergie', 'ellipsoïde'],
  },
  bilinear: {
    title: 'Forme bilinéaire',
    help: 'xᵀAy : une matrice entre deux vecteurs, qui peuvent avoir des longueurs différentes.',
    words: ['bilinéaire'],
  },
  cross: {
    title: 'Produit vectoriel',
    help: 'Le vecteur perpendiculaire à deux vecteurs de trois composantes, de longueur égale à l’aire qu’ils enferment.',
    words: ['perpendiculaire', 'moment'],
  },
  trace: {
    title: 'Trace',
    help: 'La somme des coefficients diagonaux d’une matrice carrée.',
    words: ['somme de la diagonale'],
  },
  det: {
    title: 'Déterminant',
    help: 'Le facteur par lequel l’application linéaire x multiplie les volumes ; son gradient est fait des cofacteurs, même pour une matrice singulière.',
    words: ['volume', 'cofacteurs'],
  },
  logdet: {
    title: 'Logarithme du déterminant',
    help: 'log |det x| d’une matrice inversible, qui ne déborde ni vers le haut ni vers le bas.',
    words: ['log-déterminant'],
  },
  inv: {
    title: 'Matrice inverse',
    help: 'La matrice qui défait x.',
    words: ['inverser', 'inversion'],
  },
  solve: {
    title: 'Résolution d’un système linéaire',
    help: 'Le vecteur x tel que A x = b.',
    words: ['résoudre', 'système linéaire', 'équations'],
  },
  normalize: {
    title: 'Normalisation',
    help: 'La direction d’un vecteur : le vecteur ramené à la longueur 1.',
    words: ['normer', 'vecteur unitaire', 'direction'],
  },
  cosine_similarity: {
    title: 'Similarité cosinus',
    help: 'Le cosinus de l’angle de deux vecteurs : 1 dans la même direction, 0 à angle droit.',
    words: ['angle', 'similitude'],
  },
  distance: {
    title: 'Distance',
    help: 'La distance euclidienne de deux points.',
    words: ['distance euclidienne', 'écart', 'métrique'],
  },
};
