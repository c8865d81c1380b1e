/**
 * Why a formula is refused, in French: what is wrong and where. What to write instead is in `formula-advice.ts`.
 */
import type { Groups } from './phrases';

export const FORMULA: Groups = {
  character: { 'character {0} of "{1}"': 'caractère {0} de « {1} »' },
  /** Which part of a formula a refusal of the engine speaks of. */
  where: { '{0}({1}) at {2}': '{0}({1}) au {2:character}' },
  side: { scalar: 'le scalaire', vector: 'le vecteur', row: 'la ligne', matrix: 'la matrice' },
  aSide: { scalar: 'un scalaire', vector: 'un vecteur', row: 'une ligne', matrix: 'une matrice' },
  indexed: {
    'a row': 'une ligne',
    'a scalar': 'un scalaire',
    'a vector of {0}': 'un vecteur de {0:count}',
    'a {0} matrix': 'une matrice {0:count}',
  },
  product: {
    'Product of two vectors': 'Produit de deux vecteurs',
    'Product of two rows': 'Produit de deux lignes',
    'Product of a vector and a matrix': 'Produit d’un vecteur et d’une matrice',
    'Product of a matrix and a row': 'Produit d’une matrice et d’une ligne',
  },
  trouble: {
    'Two arguments for {0}': 'Deux arguments pour {0}',
    'Settings before an argument': 'Réglages avant un argument',
    'Wrong number of arguments for {0}': 'Mauvais nombre d’arguments pour {0}',
    'Unknown function "{0}"': 'Fonction inconnue « {0} »',
    'Unknown setting "{0}" of {1}': 'Réglage inconnu « {0} » de {1}',
    'Setting {0} of {1}': 'Réglage {0} de {1}',
    'Unfinished formula': 'Formule inachevée',
    'Unclosed "{0}"': '« {0} » non refermé',
    'Unexpected "{0}"': '« {0} » inattendu',
    'Unexpected text "{0}"': 'Texte inattendu « {0} »',
    'Unexpected {0}': '{0:sign} inattendu',
    'Nesting over {0}': 'Plus de {0} niveaux imbriqués',
    'Ambiguous "{0}{1}" after "/"': '« {0}{1} » ambigu après « / »',
    'Two values side by side': 'Deux valeurs côte à côte',
    'Unequal rows of the matrix': 'Lignes inégales de la matrice',
    'Index of "{0}", which is {1},': 'Indice de « {0} », qui est {1:indexed},',
    'Part of a matrix': 'Partie d’une matrice',
    'Row "{0}" as the result': 'Ligne « {0} » comme résultat',
    'Row "{0}" as an argument of {1}': 'Ligne « {0} » comme argument de {1}',
    'Division by the {0} "{1}"': 'Division par {0:side} « {1} »',
    '{0}, "{1}" and "{2}",': '{0:product}, « {1} » et « {2} »,',
    'A row beside a column, "{0}" and "{1}",': 'Une ligne à côté d’une colonne, « {0} » et « {1} »,',
    'Power with the {0} "{1}"': 'Puissance avec {0:side} « {1} »',
    'Entry "{0}" of a matrix, a {1},': 'Coefficient « {0} » d’une matrice, {1:aSide},',
    'Unreadable formula': 'Formule illisible',
    'Index with {0} places': 'Indice à {0} places',
    Index: 'Indice',
    'Number {0} too large': 'Nombre {0} trop grand',
    'Number "{0}…"': 'Nombre « {0}… »',
    'Name of {0} characters': 'Nom de {0} caractères',
  },
  sign: { '"{0}"': '« {0} »' },
  sentence: {
    '{0} at {1}: {2}': '{0:trouble} au {1:character} : {2:advice}',
    '{0}: {1}': '{0:where?} : {1:sentence}',
    'The formula has {0} characters: at most {1} are read.':
      'La formule a {0:count} caractères : au plus {1:count} sont lus.',
    'The formula is empty: write a value to compute, such as "2*x + 1".':
      'La formule est vide : écrivez une valeur à calculer, par exemple « 2*x + 1 ».',
    'There is no node {0} to write as a formula.': 'Il n’y a pas de nœud {0} à écrire en formule.',
    'The formula up to {0} would be longer than {1} characters.':
      'La formule jusqu’à {0} aurait plus de {1} caractères.',
    'The formula of {0} could not be read again: it would be nested over {1} deep.':
      'La formule de {0} ne pourrait pas être relue : elle aurait plus de {1} niveaux imbriqués.',
    '{0} ({1}) is no operator that a formula can call.':
      '{0} ({1}) n’est pas un opérateur qu’une formule peut appeler.',
    'The operand {0} of {1} ({2}) has no wire: there is nothing to write for it.':
      'L’opérande {0} de {1} ({2}) n’a pas de fil : il n’y a rien à écrire pour lui.',
    'The setting {0} of {1} ({2}) cannot be written in a formula.':
      'Le réglage {0} de {1} ({2}) ne peut pas s’écrire dans une formule.',
    '{0} is {1}: too many numbers to write in a formula.':
      '{0} est {1:shape} : trop de nombres à écrire dans une formule.',
  },
};
