/**
 * Why a file is refused, in French.
 */
import type { Groups } from './phrases';

export const FILES: Groups = {
  hint: { ' Did you mean "{0}"?': ' Vouliez-vous dire « {0} » ?' },
  none: { none: 'aucun' },
  found: {
    nothing: 'rien',
    'an empty list': 'une liste vide',
    'a list of {0}': 'une liste de {0}',
    'an object': 'un objet',
  },
  remedy: {
    'Run it from a terminal instead: npx nabla eval FILE.':
      'Lancez-le plutôt depuis un terminal : npx nabla eval FILE.',
    'Split the graph into smaller files.': 'Partagez le graphe en fichiers plus petits.',
  },
  what: {
    'a text': 'un texte',
    'a finite number': 'un nombre fini',
    'a name': 'un nom',
    'a name: a letter, then up to 63 letters, digits or underscores':
      'un nom : une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas',
    'an id': 'un id',
    'an id: a letter, then up to 63 letters, digits or underscores':
      'un id : une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas',
    'a number, a list of numbers or a list of equally long rows':
      'un nombre, une liste de nombres ou une liste de lignes de même longueur',
    'a row of numbers like the others': 'une ligne de nombres comme les autres',
    'a row of {0} numbers like the first': 'une ligne de {0} nombres comme la première',
    'at least one entry': 'au moins un coefficient',
    'a number': 'un nombre',
    'the name of an operator': 'le nom d’un opérateur',
    'a formula': 'une formule',
    'the name of a function': 'le nom d’une fonction',
    'the id of a node': 'l’id d’un nœud',
    'an object from operands to ids': 'un objet qui associe des ids aux opérandes',
    'an object of settings': 'un objet de réglages',
    'two numbers [x, y]': 'deux nombres [x, y]',
    'a node: an object with id and op': 'un nœud : un objet avec id et op',
    'a list of names of inputs': 'une liste de noms d’entrées',
    'a list of nodes': 'une liste de nœuds',
    'the id of a node or an input': 'l’id d’un nœud ou d’une entrée',
    'a function: an object with inputs, nodes and output':
      'une fonction : un objet avec inputs, nodes et output',
    'the id of a node, or null': 'l’id d’un nœud, ou null',
    'an object from names to functions': 'un objet qui associe des fonctions aux noms',
    'an object': 'un objet',
    'a graph: an object with format, version and nodes': 'un graphe : un objet avec format, version et nodes',
  },
  token: {
    'a value': 'une valeur',
    'a value or ]': 'une valeur ou ]',
    'a key in double quotes': 'une clé entre guillemets droits',
    'a key in double quotes or }': 'une clé entre guillemets droits ou }',
    'a colon': 'un deux-points',
    'a comma or ]': 'une virgule ou ]',
    'a comma or }': 'une virgule ou }',
    'the end of the file': 'la fin du fichier',
    'a text without a closing quote': 'un texte sans guillemet fermant',
    'a raw control character (write it as an escape, such as \\n or \\u0007)':
      'un caractère de contrôle brut (écrivez-le par un échappement, comme \\n ou \\u0007)',
    'an escape that JSON does not have': 'un échappement que JSON ne connaît pas',
    'a control character': 'un caractère de contrôle',
  },
  leaf: { variable: 'une variable', parameter: 'un paramètre', constant: 'une constante' },
  article: { a: 'une', an: 'une' },
  composite: { expression: 'formule', function: 'fonction' },
  sentence: {
    'expected {0}': 'il faut {0:what?}',
    '{0}, found {1}.': '{0:sentence} (trouvé : {1:found?}).',
    'the graph has {0} nodes, more than the limit of {1}. {2}':
      'le graphe a {0:count} nœuds, plus que la limite de {1:count}. {2:remedy}',
    'the file has {0} bytes, more than the limit of {1} MiB. {2}':
      'le fichier a {0:count} octets, plus que la limite de {1} Mio. {2:remedy}',
    'not a text file in UTF-8: the byte 0x{0} at offset {1} does not belong there.':
      'ce n’est pas un fichier de texte en UTF-8 : l’octet 0x{0} à la position {1} n’y a pas sa place.',
    'expected a graph: an object with format, version and nodes, found {0}.':
      'il faut un graphe : un objet avec format, version et nodes (trouvé : {0:found?}).',
    'not a Nabla graph: expected "nabla", found {0}.':
      'ce n’est pas un graphe Nabla : il faut "nabla" (trouvé : {0:found?}).',
    'expected a whole number ≥ 1 (this Nabla reads up to {0}), found {1}.':
      'il faut un nombre entier ≥ 1 (ce Nabla lit jusqu’à {0}) ; trouvé : {1:found?}.',
    'the file is of version {0}, newer than version {1}, which this Nabla reads. Get a newer Nabla to open it.':
      'le fichier est de la version {0}, plus récente que la version {1}, que lit ce Nabla. Prenez un Nabla plus récent pour l’ouvrir.',
    'not JSON: expected {0}, found {1}.': 'ce n’est pas du JSON : il faut {0:token} (trouvé : {1:token?}).',
    '{0} is beyond the largest float64, 1.8e308.': '{0} dépasse le plus grand float64, 1.8e308.',
    'the key "__proto__" is refused anywhere in a file.':
      'la clé « __proto__ » est refusée partout dans un fichier.',
    'the key {0} stands twice in one object.': 'la clé {0} figure deux fois dans un même objet.',
    'half of a surrogate pair stands alone in a text.':
      'la moitié d’une paire de substitution figure seule dans un texte.',
    'nested too deep: expected at most {0} levels, the root counting 1.':
      'trop de niveaux imbriqués : il en faut au plus {0}, la racine comptant pour 1.',
    'unknown operator "{0}".{1}': 'opérateur inconnu « {0} ».{1:hint}',
    'a value belongs to a variable, parameter or constant: {0} computes its own.':
      'une valeur appartient à une variable, à un paramètre ou à une constante : {0} calcule la sienne.',
    'a formula belongs to an expression: {0} has none.':
      'une formule appartient à une expression : {0} n’en a pas.',
    'the name of a function belongs to the operator function: {0} has none.':
      'le nom d’une fonction appartient à l’opérateur function : {0} n’en a pas.',
    '{0} has no operand "{1}": expected {2}.{3}': '{0} n’a pas d’opérande « {1} » : il faut {2}.{3:hint}',
    '{0} has no setting "{1}": expected {2}.{3}':
      '{0} n’a pas de réglage « {1} » : attendu : {2:none?}.{3:hint}',
    'a {0} needs a value: expected a number, a list or rows.':
      '{0:leaf} a besoin d’une valeur : il faut un nombre, une liste ou des lignes.',
    'a {0} has no operands: expected no inputs.': '{0:leaf} n’a pas d’opérandes : il ne faut pas d’inputs.',
    'a {0} has no settings.': '{0:leaf} n’a pas de réglages.',
    '{0} {1} has no settings.': '{0:article} {1:composite} n’a pas de réglages.',
    'an expression needs a formula: expected expression, such as "a*sin(b)".':
      'un nœud expression a besoin d’une formule : il faut expression, par exemple « a*sin(b) ».',
    'a function needs a name: expected function, the name of an entry of functions.':
      'une fonction a besoin d’un nom : il faut function, le nom d’une entrée de functions.',
    'the function {0} has no operand "{1}": expected {2}.{3}':
      'la fonction {0} n’a pas d’opérande « {1} » : attendu : {2:none?}.{3:hint}',
    '"{0}" is no name of an operand: expected a letter, then up to 63 letters, digits or underscores.':
      '« {0} » n’est pas un nom d’opérande : il faut une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas.',
    '"{0}" is no name of a function: expected a letter, then up to 63 letters, digits or underscores.':
      '« {0} » n’est pas un nom de fonction : il faut une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas.',
    'no node has the id "{0}".{1}': 'aucun nœud n’a l’id « {0} ».{1:hint}',
    'the input "{0}" is taken by inputs[{1}]: expected another.':
      'l’entrée « {0} » est déjà prise par inputs[{1}] : il en faut une autre.',
    'the node "{0}" stands outside the function {1}: expected a node or an input of {2}. Give it an input for "{3}".':
      'le nœud « {0} » est hors de la fonction {1} : il faut un nœud ou une entrée de {2}. Donnez-lui une entrée pour « {3} ».',
    'no node or input of the function {0} has the id "{1}".{2}':
      'aucun nœud ni aucune entrée de la fonction {0} n’a l’id « {1} ».{2:hint}',
    'the id "{0}" is taken by {1}: expected another.':
      'l’id « {0} » est déjà pris par {1} : il en faut un autre.',
    'the wires go round in a circle: {0}.': 'les fils tournent en rond : {0}.',
    'the function uses itself: {0}.': 'la fonction s’utilise elle-même : {0}.',
  },
};
