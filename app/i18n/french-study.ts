/**
 * What is studied below the graph, in French.
 */
export const STUDY_IN_FRENCH = {
  Replay: 'Déroulement',
  Pass: 'Passe',
  Forward: 'Avant',
  Reverse: 'Arrière',
  Tangents: 'Tangentes',
  'There is nothing to pull back yet: choose a target that has a value.':
    'Il n’y a encore rien à propager en arrière : choisissez une cible qui a une valeur.',
  'The local Jacobian of the edge {{edge}}.': 'La jacobienne locale de l’arête {{edge}}.',
  'Back along {{edge}}: a term of the gradient row of {{node}}.':
    'En arrière le long de {{edge}} : un terme de la ligne de gradient de {{node}}.',
  'Along {{edge}}: a term of the differential of {{node}}.':
    'Le long de {{edge}} : un terme de la différentielle de {{node}}.',
  'The value of {{node}}.': 'La valeur de {{node}}.',
  'The seed: {{node}} differentiated by itself.': 'Le départ : {{node}} dérivé par lui-même.',
  'The direction at {{node}}.': 'La direction en {{node}}.',
  'Step back': 'Un pas en arrière',
  Play: 'Lire',
  Pause: 'Pause',
  'Next step': 'Un pas en avant',
  Pace: 'Allure',
  'a step in {{seconds}} s': 'un pas en {{seconds}} s',
  'Step {{at}} of {{of}}': 'Pas {{at}} sur {{of}}',
  'The step written out': 'Le pas développé',
  Trace: 'Trace',
  Node: 'Nœud',
  Differential: 'Différentielle',
  Paths: 'Chemins',
  From: 'De',
  To: 'À',
  'choose a node': 'choisir un nœud',
  'Choose two different nodes.': 'Choisissez deux nœuds différents.',
  'No path leads from {{from}} to {{to}}: the derivative is 0.':
    'Aucun chemin ne mène de {{from}} à {{to}} : la dérivée est 0.',
  'One path: a product and no sum.': 'Un seul chemin : un produit et pas de somme.',
  '{{paths}} paths: their products add up.': '{{paths}} chemins : leurs produits s’ajoutent.',
  'Walked one by one they pass {{walked}} edges. The reverse pass goes along each of the {{edges}} edges once: it adds up at every node before it goes on.':
    'Parcourus un à un, ils passent par {{walked}} arêtes. La passe arrière ne prend qu’une fois chacune des {{edges}} arêtes : elle additionne en chaque nœud avant de poursuivre.',
  'More than {{most}} are not listed.': 'Au-delà de {{most}}, ils ne sont pas énumérés.',
  'The path written out': 'Le chemin développé',
  'The sum over the paths': 'La somme sur les chemins',
  'All paths': 'Tous les chemins',
  'Their sum': 'Leur somme',
} as const;
