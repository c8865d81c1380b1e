/**
 * What the inspector says of a graph, a node or a wire, in French.
 */
export const INSPECTOR_IN_FRENCH = {
  Inspector: 'Inspecteur',
  '{{nodes}} and {{wires}}': '{{nodes}} et {{wires}}',
  '{{things}} selected; the first is shown.': '{{things}} sélectionnés ; le premier est montré.',
  '{{count}} nodes_one': '{{count}} nœud',
  '{{count}} nodes_many': '{{count}} de nœuds',
  '{{count}} nodes_other': '{{count}} nœuds',
  '{{count}} edges_one': '{{count}} fil',
  '{{count}} edges_many': '{{count}} de fils',
  '{{count}} edges_other': '{{count}} fils',
  '{{count}} wires_one': '{{count}} fil',
  '{{count}} wires_many': '{{count}} de fils',
  '{{count}} wires_other': '{{count}} fils',
  '{{nodes}}, {{edges}}. Select one to see its Jacobians.':
    '{{nodes}}, {{edges}}. Sélectionnez-en un pour voir ses jacobiennes.',
  Differentiate: 'Dériver',
  'no target': 'pas de cible',
  About: 'À propos',
  Begin: 'Pour commencer',
  'Click a function on the left, or drag it onto the canvas. Then drag from the dot on the right of a node to an operand of another.':
    'Cliquez sur une fonction à gauche, ou faites-la glisser sur le graphe. Tirez ensuite un fil du point à droite d’un nœud à un opérande d’un autre.',
  Name: 'Nom',
  Kind: 'Nature',
  variable: 'variable',
  parameter: 'paramètre',
  constant: 'constante',
  expression: 'formule',
  function: 'fonction',
  Target: 'Cible',
  'Unfold into nodes': 'Déplier en nœuds',
  'The function {{name}}. Its Jacobians are the products and sums of those inside.':
    'La fonction {{name}}. Ses jacobiennes sont les produits et les sommes de celles qu’elle contient.',
  'The function {{name}}: {{title}}. Its Jacobians are the products and sums of those inside.':
    'La fonction {{name}} : {{title}}. Ses jacobiennes sont les produits et les sommes de celles qu’elle contient.',
  'Expected {{what}}.': 'Attendu : {{what}}.',
  Value: 'Valeur',
  Gradient: 'Gradient',
  Wires: 'Fils',
  '{{name}} slider': 'curseur de {{name}}',
  'Heat map': 'Carte de couleurs',
  '{{size}} entries: too many to edit one by one.': '{{size}} coefficients : trop pour les modifier un à un.',
  '{{size}} entries: too many to list here; copy them instead.':
    '{{size}} coefficients : trop pour les montrer ici ; copiez-les plutôt.',
  'Direction d{{id}}': 'Direction d{{id}}',
  number: 'nombre',
  vector: 'vecteur',
  matrix: 'matrice',
  Shape: 'Forme',
  Components: 'Composantes',
  Rows: 'Lignes',
  Columns: 'Colonnes',
  '{{name}}, component {{i}}': '{{name}}, composante {{i}}',
  '{{name}}, row {{i}}, column {{j}}': '{{name}}, ligne {{i}}, colonne {{j}}',
  'Expected a number, such as 0.25, 1e-3 or 1/3': 'Nombre attendu, par exemple 0,25, 1e-3 ou 1/3',
  '<formula/>: the target does not depend on this node.': '<formula/> : la cible ne dépend pas de ce nœud.',
  '<formula/>: the seed of the backward pass.': '<formula/> : le point de départ de la rétropropagation.',
  'One term for each of the {{count}} edges that leave it._one': 'Un terme pour le fil qui en part.',
  'One term for each of the {{count}} edges that leave it._many':
    'Un terme pour chacun des {{count}} de fils qui en partent.',
  'One term for each of the {{count}} edges that leave it._other':
    'Un terme pour chacun des {{count}} fils qui en partent.',
  Diagnostics: 'Diagnostics',
  error: 'erreur',
  warning: 'avertissement',
  '<node/>: {{code}}': '<node/> : {{code}}',
  'Derivative from the left {{left}}, from the right {{right}}.':
    'Dérivée à gauche {{left}}, à droite {{right}}.',
  '{{from}} to {{to}}': '{{from}} vers {{to}}',
  'operand {{operand}}': 'opérande {{operand}}',
  'There is no Jacobian while {{to}} cannot be evaluated.':
    'Pas de jacobienne tant que {{to}} ne peut pas être évalué.',
  'A row for each component of {{to}}, a column for each of {{from}}.':
    'Une ligne par composante de {{to}}, une colonne par composante de {{from}}.',
  'Local Jacobian': 'Jacobienne locale',
  'Its term of the chain rule': 'Son terme dans la règle de la chaîne',
  'Zero: nothing flows back through this edge.': 'Nulle : rien ne revient par ce fil.',
  'The identity: every change passes on as it is.': 'L’identité : toute variation passe telle quelle.',
  'Diagonal: each component depends on its own entry only.':
    'Diagonale : chaque composante ne dépend que du coefficient de même rang.',
  'A row: the gradient of a single number.': 'Une ligne : le gradient d’un seul nombre.',
  'A column: one number moves every component.':
    'Une colonne : un seul nombre fait varier toutes les composantes.',
  'A selection: each component is a copy of one entry, or of none.':
    'Une sélection : chaque composante est la copie d’un coefficient, ou d’aucun.',
  'A permutation: every entry is passed on, in another order.':
    'Une permutation : tous les coefficients passent, dans un autre ordre.',
  'A Kronecker product: one small matrix repeated in blocks.':
    'Un produit de Kronecker : une petite matrice répétée par blocs.',
  'Diagonal plus a matrix of low rank.': 'Diagonale plus une matrice de rang faible.',
  'Toeplitz: the same numbers along every diagonal.':
    'De Toeplitz : les mêmes nombres le long de chaque diagonale.',
  'Lower triangular: each component depends on the entries up to its own.':
    'Triangulaire inférieure : chaque composante dépend des coefficients jusqu’au sien.',
  'Block diagonal: each part of the value depends on its own part of the operand.':
    'Diagonale par blocs : chaque partie de la valeur dépend de sa propre partie de l’opérande.',
  'Dense: every component may depend on every entry.':
    'Pleine : chaque composante peut dépendre de chaque coefficient.',
  '∂{{of}}/∂{{by}}, row {{i}}, column {{j}}: {{number}}':
    '∂{{of}}/∂{{by}}, ligne {{i}}, colonne {{j}} : {{number}}',
  '{{name}}: {{words}}': '{{name}} : {{words}}',
  'not a number': 'pas un nombre',
  'Drawn as': 'Dessiné',
  'Used: {{nabla}} by Nabla, {{pytorch}} by PyTorch, {{jax}} by JAX.':
    'On prend {{nabla}} dans Nabla, {{pytorch}} dans PyTorch, {{jax}} dans JAX.',
  'TeX, such as w_{11}': 'TeX : w_{11}',
  'Edit the note': 'Modifier la note',
  'Add a note': 'Ajouter une note',
  'Note, in Markdown with $formulas$': 'Note, en Markdown avec des $formules$',
} as const;
