/**
 * Why a command of the document is not to be had, in French.
 */
import type { Groups } from './phrases';

export const REFUSALS: Groups = {
  why: {
    'used by {0}': 'utilisé par {0}',
    'the target': 'la cible',
    'used by nobody': 'utilisé par personne',
  },
  results: {
    '{0} ({1})': '{0} ({1:why})',
    '{0}, {1}': '{0:results}, {1:results}',
    '…': '…',
  },
  matrixEntries: { '1 entry': '1 coefficient', '{0} entries': '{0} coefficients' },
  sentence: {
    'There is no such node any more.': 'Ce nœud n’existe plus.',
    '{0} is a {1}: it has no operands.': '{0} est {1:leaf} : il n’y a pas d’opérandes.',
    '{0} has no operand {1}.': '{0} n’a pas d’opérande {1}.',
    '{0} cannot be its own operand: the wires would go round in a circle.':
      '{0} ne peut pas être son propre opérande : les fils tourneraient en rond.',
    '{0} already depends on {1}: the wires would go round in a circle.':
      '{0} dépend déjà de {1} : les fils tourneraient en rond.',
    '{0} ({1}) has no formula: only an expression can be unfolded.':
      '{0} ({1}) n’a pas de formule : seule une formule se déplie.',
    '{0} cannot be unfolded. {1}': '{0} ne peut pas être déplié. {1:sentence}',
    'There is nothing to fold: select at least one operator.':
      'Il n’y a rien à replier : sélectionnez au moins un opérateur.',
    '{0} cannot be folded. {1}': '{0} ne peut pas être replié. {1:sentence}',
    '{0} (expression) has a formula of its own: unfold it first.':
      '{0} (expression) a sa propre formule : dépliez-la d’abord.',
    '{0} (function) cannot be called in a formula: leave it out of the selection.':
      '{0} (function) ne peut pas être appelé dans une formule : laissez-le hors de la sélection.',
    '{0} is a {1}: a formula is made of operators and numbers. Leave it out of the selection.':
      '{0} est {1:leaf} : une formule se compose d’opérateurs et de nombres. Laissez ce nœud hors de la sélection.',
    'The selection has {0} results ({1}): a formula has one. Select what leads to one of them.':
      'La sélection a {0} résultats ({1}) : une formule en a un. Sélectionnez ce qui mène à l’un d’eux.',
    '{0} is used by {1} outside of the selection: select {2} too, or leave {3} out.':
      '{0} est utilisé par {1} hors de la sélection : sélectionnez aussi {2}, ou laissez {3} de côté.',
    '{0} is the target: inside of a formula it could not be differentiated. Leave it out of the selection.':
      '{0} est la cible : à l’intérieur d’une formule, elle ne pourrait pas être dérivée. Laissez-la hors de la sélection.',
    'The wires {0} leave the selection and come back to it: as one node they would go round in a circle. Select {1} too.':
      'Les fils {0} quittent la sélection et y reviennent : en un seul nœud, ils tourneraient en rond. Sélectionnez aussi {1}.',
    'The selection has {0} results: {1}. A function has one: select what leads to one of them.':
      'La sélection a {0} résultats : {1:results}. Une fonction en a un : sélectionnez ce qui mène à l’un d’eux.',
    '{0} is a node already: expected a formula of it, like {1}^2.':
      '{0} est déjà un nœud : il faut une formule de lui, par exemple {1}^2.',
    '{0} ({1}) stands for no function: select one that does.':
      '{0} ({1}) ne tient lieu d’aucune fonction : sélectionnez un nœud qui le fait.',
    '"{0}" is no name: expected a letter, then up to 63 letters, digits or underscores.':
      '« {0} » n’est pas un nom : il faut une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas.',
    'Another node is called {0}: expected a new name.':
      'Un autre nœud s’appelle {0} : il faut un nouveau nom.',
    'There is no function "{0}" in this file.{1}':
      'Il n’y a pas de fonction « {0} » dans ce fichier.{1:hint}',
    '{0} has no output: expected a target inside. Differentiate the node that is its result.':
      '{0} n’a pas de sortie : il faut une cible à l’intérieur. Dérivez le nœud qui est son résultat.',
    '{0} would use itself: {1}. A function cannot: remove what stands for {2} inside of {3}.':
      '{0} s’utiliserait elle-même : {1}. Une fonction ne le peut pas : retirez ce qui tient lieu de {2} à l’intérieur de {3}.',
    '{0} is wired to the operand {1} of {2}, which has none of that name any more: give {3} an input {4} again.':
      '{0} est relié à l’opérande {1} de {2}, qui n’en a plus de ce nom : redonnez à {3} une entrée {4}.',
    'Another function is called {0}: expected a new name.':
      'Une autre fonction s’appelle {0} : il faut un nouveau nom.',
    '{0} stands for a function {1} that is missing: expected another name.':
      '{0} tient lieu d’une fonction {1} qui manque : il faut un autre nom.',
    '"{0}" is no name of an input: expected a letter, then up to 63 letters, digits or underscores.':
      '« {0} » n’est pas un nom d’entrée : il faut une lettre, puis jusqu’à 63 lettres, chiffres ou tirets bas.',
    'Another input of {0} is called {1}: expected a new name.':
      'Une autre entrée de {0} s’appelle {1} : il faut un nouveau nom.',
    'A node inside of {0} is called {1}: expected a new name for the input.':
      'Un nœud à l’intérieur de {0} s’appelle {1} : il faut un nouveau nom pour l’entrée.',
    '{0} has no input {1}: expected {2}.': '{0} n’a pas d’entrée {1} : attendu : {2:none?}.',
    'There is no unused function.': 'Il n’y a pas de fonction inutilisée.',
    'The matrix has no entries: expected at least one number.':
      'La matrice n’a pas de coefficients : il faut au moins un nombre.',
    'Row {0} has {1}, row 1 has {2}: expected rows of the same length.':
      'La ligne {0} a {1:matrixEntries}, la ligne 1 en a {2} : il faut des lignes de même longueur.',
    '“{0}” in row {1}, column {2} is no number: expected one like 0.5, 1e-3 or 1/2.':
      '« {0} », à la ligne {1}, colonne {2}, n’est pas un nombre : il en faut un comme 0.5, 1e-3 ou 1/2.',
    'There is nothing to paste: the clipboard holds no text.':
      'Il n’y a rien à coller : le presse-papiers ne contient pas de texte.',
    'This cannot be pasted. {0}': 'Ceci ne peut pas être collé. {0:sentence}',
    'The graph on the clipboard cannot be pasted. {0}: {1}':
      'Le graphe du presse-papiers ne peut pas être collé. {0} : {1:sentence}',
    'There is nothing to paste: the graph on the clipboard is empty.':
      'Il n’y a rien à coller : le graphe du presse-papiers est vide.',
  },
};
