/**
 * What to write instead in a formula, in French.
 */
import type { Groups } from './phrases';

export const ADVICE: Groups = {
  signature: { '"{0}({1})"': '« {0}({1}) »' },
  value: {
    'expected a number, a name or a bracket': 'il faut un nombre, un nom ou une parenthèse',
  },
  example: { 'as in norm(x, {ord: 1}).': 'comme dans norm(x, {ord: 1}).' },
  expectedHere: {
    'no settings': 'aucun réglage',
    'a vector or a matrix before the "["': 'un vecteur ou une matrice avant le « [ »',
    'one place, as in "x[2]"': 'une place, comme dans « x[2] »',
    'two places, as in "A[1, 2]", "A[1, :]" or "A[:, 2]"':
      'deux places, comme dans « A[1, 2] », « A[1, :] » ou « A[:, 2] »',
  },
  advice: {
    '{0} takes one vector or matrix; of two values it is written "{1}(a, b)".':
      '{0} prend un vecteur ou une matrice ; pour deux valeurs, cela s’écrit « {1}(a, b) ».',
    'expected them last in the call.': 'il les faut à la fin de l’appel.',
    'expected {0}, found {1}.': 'il faut {0:signature}, trouvé {1}.',
    'did you mean "{0}"?': 'vouliez-vous dire « {0} » ?',
    'the functions are the operators by their names; to multiply, write "{0}*(…)".':
      'les fonctions sont les opérateurs, par leurs noms ; pour multiplier, écrivez « {0}*(…) ».',
    'expected {0}.': 'il faut {0:expectedHere?}.',
    'it is given twice.': 'il est donné deux fois.',
    'expected a number written out, found "{0}".': 'il faut un nombre écrit en chiffres, trouvé « {0} ».',
    '{0} after "{1}".': '{0:value} après « {1} ».',
    '{0}.': '{0:value}.',
    '{0} before it, as in "x\'".': "{0:value} avant, comme dans « x' ».",
    'expected a "{0}" after it.': 'il faut un « {0} » après.',
    'expected a setting, as in norm(x, {ord: 1}).': 'il faut un réglage, comme dans norm(x, {ord: 1}).',
    'a text stands only in a setting and holds letters, as in norm(x, {ord: "inf"}).':
      'un texte n’est permis que dans un réglage et se compose de lettres, comme dans norm(x, {ord: "inf"}).',
    'expected the name of a setting, {0}': 'il faut le nom d’un réglage, {0:example}',
    'expected ":" and a value after the setting {0}, {1}':
      'il faut « : » et une valeur après le réglage {0}, {1:example}',
    'settings stand last in a call, as in norm(x, {ord: 1}).':
      'les réglages se mettent à la fin d’un appel, comme dans norm(x, {ord: 1}).',
    'split the formula into several nodes or shorter parts.':
      'partagez la formule en plusieurs nœuds ou en parties plus courtes.',
    'write "*" and brackets, as in "(1/2)*a" or "1/(2*a)".':
      'écrivez « * » et des parenthèses, comme dans « (1/2)*a » ou « 1/(2*a) ».',
    'to multiply, write "{0}*{1}".': 'pour multiplier, écrivez « {0}*{1} ».',
    'to multiply, write "*" between them.': 'pour multiplier, écrivez « * » entre les deux.',
    'a comma stands between the arguments of a function or the entries of "[a, b]"; decimals have a point.':
      'une virgule sépare les arguments d’une fonction ou les coefficients de « [a, b] » ; les décimales ont un point.',
    'a formula is one expression; a semicolon stands only between the rows of "[a, b; c, d]".':
      'une formule est une seule expression ; un point-virgule ne sépare que les lignes de « [a, b; c, d] ».',
    'a range stands only in an index and has two ends, as in "x[2:4]".':
      'un intervalle n’est permis que dans un indice et a deux bouts, comme dans « x[2:4] ».',
    'nothing was opened before it.': 'rien n’a été ouvert avant.',
    'expected "{0}" for the "{1}" at character {2}.': 'il faut « {0} » pour le « {1} » du caractère {2}.',
    'row 1 has {0}, row {1} has {2}.': 'la ligne 1 a {0:entries}, la ligne {1} a {2:entries}.',
    'a result is a column; transpose it once more, or multiply it by a column.':
      'un résultat est une colonne ; transposez encore une fois, ou multipliez par une colonne.',
    'expected a column; leave the transpose out.': 'il faut une colonne ; enlevez la transposition.',
    'write "./" to divide entry by entry.': 'écrivez « ./ » pour diviser coefficient par coefficient.',
    'expected two of a kind; transpose one of them.':
      'il en faut deux de même sorte ; transposez l’une des deux.',
    'write "exp(x)" or "e.^x" for the power entry by entry.':
      'écrivez « exp(x) » ou « e.^x » pour la puissance coefficient par coefficient.',
    'write ".^" for the power entry by entry, "dot(x, x)" for the square of a vector or "A*A" for that of a matrix.':
      'écrivez « .^ » pour la puissance coefficient par coefficient, « dot(x, x) » pour le carré d’un vecteur ou « A*A » pour celui d’une matrice.',
    'expected a scalar.': 'il faut un scalaire.',
    'put brackets around its parts.': 'mettez des parenthèses autour de ses parties.',
    'expected one for a vector, as in "x[2]", or two for a matrix, as in "A[1, 2]".':
      'il en faut une pour un vecteur, comme dans « x[2] », ou deux pour une matrice, comme dans « A[1, 2] ».',
    'expected a whole number from 1 on, written out.':
      'il faut un nombre entier à partir de 1, écrit en chiffres.',
    'write "a .* b" for the product entry by entry, or "dot(a, b)" for the sum of the products.':
      'écrivez « a .* b » pour le produit coefficient par coefficient, ou « dot(a, b) » pour la somme des produits.',
    'write "a .* b" for the product entry by entry, or "a*b\'" for the sum of the products.':
      "écrivez « a .* b » pour le produit coefficient par coefficient, ou « a*b' » pour la somme des produits.",
    'a vector is a column; write "x\'*A" for the row times the matrix, or "A*x".':
      "un vecteur est une colonne ; écrivez « x'*A » pour la ligne fois la matrice, ou « A*x ».",
    'write "A*x" with the vector as it is, a column.':
      'écrivez « A*x » avec le vecteur tel quel, une colonne.',
    'expected a number below 1.8e308.': 'il faut un nombre inférieur à 1.8e308.',
    'expected a decimal number.': 'il faut un nombre décimal.',
    'expected at most {0} characters in a name.': 'il faut au plus {0} caractères dans un nom.',
    'write "-" for minus.': 'écrivez « - » pour moins.',
    'write "*" to multiply.': 'écrivez « * » pour multiplier.',
    'write "/" to divide.': 'écrivez « / » pour diviser.',
    'write ".*" for the product entry by entry.':
      'écrivez « .* » pour le produit coefficient par coefficient.',
    'write "^2" for the square.': 'écrivez « ^2 » pour le carré.',
    'write "^3" for the cube.': 'écrivez « ^3 » pour le cube.',
    'write "sqrt(x)" for the square root.': 'écrivez « sqrt(x) » pour la racine carrée.',
    'write "pi".': 'écrivez « pi ».',
    'write "\'" for the transpose.': "écrivez « ' » pour la transposée.",
    'write "abs(x)" for the absolute value, "norm(x)" for the norm.':
      'écrivez « abs(x) » pour la valeur absolue, « norm(x) » pour la norme.',
    'a formula only computes a value; it assigns and compares nothing.':
      'une formule ne fait que calculer une valeur ; elle n’affecte et ne compare rien.',
    'a formula compares nothing; its functions are the operators.':
      'une formule ne compare rien ; ses fonctions sont les opérateurs.',
    'a formula has no conditions; "maximum(a, b)", "step(x)" and "relu(x)" choose between values.':
      'une formule n’a pas de conditions ; « maximum(a, b) », « step(x) » et « relu(x) » choisissent entre des valeurs.',
    'there is no factorial and no negation.': 'il n’y a ni factorielle ni négation.',
    'there are no percentages and no remainders.': 'il n’y a ni pourcentages ni restes.',
    'a formula has no comments.': 'une formule n’a pas de commentaires.',
    'a value has no properties; a component is written "x[1]".':
      'une valeur n’a pas de propriétés ; une composante s’écrit « x[1] ».',
    'a name begins with a letter.': 'un nom commence par une lettre.',
    'a name is made of the letters a to z, digits and "_", as in "alpha" or "x_1".':
      'un nom se compose des lettres a à z, de chiffres et de « _ », comme dans « alpha » ou « x_1 ».',
    'a formula is made of numbers, names, "+ - * / ^ \'" and brackets.':
      "une formule se compose de nombres, de noms, de « + - * / ^ ' » et de parenthèses.",
  },
};
