/**
 * The functions of the library in French, by their titles.
 */
import i18next from 'i18next';

export const LIBRARY_IN_FRENCH: Readonly<Record<string, string>> = {
  'Batch normalization': 'Normalisation par lot',
  'Dense layer': 'Couche dense',
  'Gated linear unit': 'Unité linéaire à porte',
  'Layer normalization with gain and bias': 'Normalisation de couche avec gain et biais',
  'Logistic regression': 'Régression logistique',
  'Polar to Cartesian coordinates': 'Coordonnées polaires en cartésiennes',
  'Product of quaternions': 'Produit de quaternions',
  'Residual block': 'Bloc résiduel',
  "Rosenbrock's valley": 'Vallée de Rosenbrock',
  'Scaled dot-product attention': 'Attention par produit scalaire réduit',
  'Spherical to Cartesian coordinates': 'Coordonnées sphériques en cartésiennes',
  'Two-layer perceptron': 'Perceptron à deux couches',
};

/** The title of a function in the language of the page: those of the library are known, others stay as their authors wrote them. */
export const functionTitle = (title = ''): string =>
  i18next.language === 'fr' && Object.hasOwn(LIBRARY_IN_FRENCH, title) ? LIBRARY_IN_FRENCH[title] : title;
