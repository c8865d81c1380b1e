/**
 * Why the engine refuses operands or settings, in French.
 */
import type { Groups } from './phrases';

export const SHAPES: Groups = {
  shape: {
    'a scalar': 'un scalaire',
    'a vector of {0}': 'un vecteur de {0:count}',
    'a {0} matrix': 'une matrice {0:count}',
  },
  shapes: {
    '{0} is {1}': '{0} est {1:shape}',
    '{0}, {1}': '{0:shapes}, {1:shapes}',
  },
  kindOfShape: {
    'a vector': 'un vecteur',
    'a matrix': 'une matrice',
  },
  entries: {
    '1 entry': '1 coefficient',
    '{0} entries': '{0:count} coefficients',
  },
  thing: {
    component: 'composante',
    components: 'composantes',
    row: 'ligne',
    rows: 'lignes',
    column: 'colonne',
    columns: 'colonnes',
  },
  range: { '1 to {0}': 'de 1 à {0:count}' },
  divisors: {
    'such as {0}': 'par exemple {0}',
    'one of {0}': 'parmi {0}',
  },
  wantedShape: { '[{0}] or [rows, {1}]': '[{0}] ou [lignes, {1}]' },
  sentence: {
    '{0}: expected a vector and a matrix.': '{0:shapes} : il faut un vecteur et une matrice.',
    '{0}: the inner dimensions {1} and {2} differ; expected x to have {3} components.':
      '{0:shapes} : les dimensions intérieures {1} et {2} diffèrent ; il faut que x ait {3} composantes.',
    '{0}: the inner dimensions {1} and {2} differ; expected B to have {3} rows.':
      '{0:shapes} : les dimensions intérieures {1} et {2} diffèrent ; il faut que B ait {3} lignes.',
    '{0}: expected a square matrix and a vector with as many components as it has rows.':
      '{0:shapes} : il faut une matrice carrée et un vecteur qui a autant de composantes qu’elle a de lignes.',
    '{0}: expected a matrix and two vectors.': '{0:shapes} : il faut une matrice et deux vecteurs.',
    '{0}: expected x to have {1} components and y to have {2}.':
      '{0:shapes} : il faut que x ait {1} composantes et que y en ait {2}.',
    '{0}: expected two vectors of 3.': '{0:shapes} : il faut deux vecteurs de 3.',
    '{0}: expected two vectors.': '{0:shapes} : il faut deux vecteurs.',
    '{0}: expected two matrices.': '{0:shapes} : il faut deux matrices.',
    '{0}: expected the same shape.': '{0:shapes} : il faut la même forme.',
    '{0}: expected two vectors of the same length.': '{0:shapes} : il faut deux vecteurs de même longueur.',
    '{0}: expected a kernel that is no longer than x.':
      '{0:shapes} : il faut un noyau qui n’est pas plus long que x.',
    '{0}: expected a matrix and a vector.': '{0:shapes} : il faut une matrice et un vecteur.',
    '{0}: expected a matrix W, a vector x (or a matrix of samples) and a vector b.':
      '{0:shapes} : il faut une matrice W, un vecteur x (ou une matrice d’exemples) et un vecteur b.',
    '{0}: W has {1} columns, but a sample of x has {2} components.':
      '{0:shapes} : W a {1} colonnes, mais un exemple de x a {2} composantes.',
    '{0}: W has {1} rows, but b has {2} components; expected as many.':
      '{0:shapes} : W a {1} lignes, mais b a {2} composantes ; il en faut autant.',
    '{0} is {1} and {2} is {3}: expected equal shapes, a scalar with anything, or a matrix with a vector as long as its rows.':
      '{0} est {1:shape} et {2} est {3:shape} : il faut des formes égales, un scalaire avec n’importe quoi, ou une matrice avec un vecteur aussi long que ses lignes.',
    'x1 is {0}: stack takes scalars or vectors.':
      'x1 est {0:shape} : stack prend des scalaires ou des vecteurs.',
    'x1 is {0}, x{1} is {2}: expected operands of one shape.':
      'x1 est {0:shape}, x{1} est {2:shape} : il faut des opérandes de même forme.',
    'x{0} is {1} beside a matrix with {2} columns: expected only vectors and scalars, or only matrices with equally long rows.':
      'x{0} est {1:shape} à côté d’une matrice à {2} colonnes : il faut seulement des vecteurs et des scalaires, ou seulement des matrices à lignes de même longueur.',
    'x is {0}: {1} takes a vector.': 'x est {0:shape} : {1} prend un vecteur.',
    'x is {0}: normalize takes a vector.': 'x est {0:shape} : normalize prend un vecteur.',
    'x is {0}: pad takes a vector.': 'x est {0:shape} : pad prend un vecteur.',
    'x is {0}: diag takes a vector.': 'x est {0:shape} : diag prend un vecteur.',
    'x is {0}: sort takes a vector.': 'x est {0:shape} : sort prend un vecteur.',
    'x is {0}: {1} takes a vector of at least {2}.':
      'x est {0:shape} : {1} prend un vecteur d’au moins {2} composantes.',
    'x is {0}: {1} takes {2}.': 'x est {0:shape} : {1} prend {2:kindOfShape}.',
    'x is {0}: {1} takes a square matrix.': 'x est {0:shape} : {1} prend une matrice carrée.',
    'x is {0}: inv takes a square matrix.': 'x est {0:shape} : inv prend une matrice carrée.',
    'x is a scalar: {0} takes a vector or a matrix.':
      'x est un scalaire : {0} prend un vecteur ou une matrice.',
    'x is a scalar: softmax takes a vector or a matrix.':
      'x est un scalaire : softmax prend un vecteur ou une matrice.',
    'x is a scalar: log_softmax takes a vector or a matrix.':
      'x est un scalaire : log_softmax prend un vecteur ou une matrice.',
    'logits is a scalar: cross_entropy takes a vector or a matrix.':
      'logits est un scalaire : cross_entropy prend un vecteur ou une matrice.',
    '{0} needs the setting {1} ({2}): expected {3}.':
      '{0} a besoin du réglage {1} ({2:setting}) : il faut {3:setting}.',
    'The setting {0} of {1} is {2}: expected {3}.': 'Le réglage {0} de {1} vaut {2} : il faut {3:setting}.',
    'The setting min of clip is {0}, above its max {1}: expected min ≤ max.':
      'Le réglage min de clip vaut {0}, plus que son max {1} : il faut min ≤ max.',
    'The setting size of {0} is {1}, but x has {2} components: expected a divisor of {3}, {4}.':
      'Le réglage size de {0} vaut {1}, mais x a {2} composantes : il faut un diviseur de {3}, {4:divisors}.',
    'The setting shape of reshape asks for {0}, {1}, but x has {2}: expected a shape of {3}.':
      'Le réglage shape de reshape demande {0:shape}, {1:entries}, mais x en a {2:count} : il faut une forme à {3:entries}.',
    'The setting shape of broadcast asks for {0}, but x is {1}: expected {2}.':
      'Le réglage shape de broadcast demande {0:shape}, mais x est {1:shape} : il faut {2:wantedShape?}.',
    'The setting {0} of {1} is {2}, but x has {3} {4}: expected {5}.':
      'Le réglage {0} de {1} vaut {2}, mais x a {3:count} {4:thing} : il faut {5:range?}.',
    'The setting start of slice is {0}, beyond its end {1}: expected 1 ≤ start ≤ end ≤ {2}.':
      'Le réglage start de slice vaut {0}, au-delà de son end {1} : il faut 1 ≤ start ≤ end ≤ {2:count}.',
    'The setting indices of gather names component {0}, but x has {1}: expected numbers from 1 to {2}.':
      'Le réglage indices de gather nomme la composante {0}, mais x en a {1:count} : il faut des nombres de 1 à {2:count}.',
    'The setting correction of {0} is {1}, but the number of entries it reduces is {2}: expected a number < {3}.':
      'Le réglage correction de {0} vaut {1}, mais le nombre de coefficients réduits est {2} : il faut un nombre < {3}.',
    'The setting axis of {0} is {1}, but x is a scalar: expected no axis.':
      'Le réglage axis de {0} vaut {1}, mais x est un scalaire : il ne faut aucun axe.',
    'The setting axis of {0} is {1}, but x is {2}: expected axis 0 or none.':
      'Le réglage axis de {0} vaut {1}, mais x est {2:shape} : il faut l’axe 0 ou aucun.',
  },
};
