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
  '{{count}} derivatives compared so far._one': '{{count}} dérivée comparée jusqu’ici.',
  '{{count}} derivatives compared so far._many': '{{count}} de dérivées comparées jusqu’ici.',
  '{{count}} derivatives compared so far._other': '{{count}} dérivées comparées jusqu’ici.',
  '{{wrong}} of {{count}} derivatives are wrong._one': '{{wrong}} dérivée sur {{count}} est fausse.',
  '{{wrong}} of {{count}} derivatives are wrong._many': '{{wrong}} dérivées sur {{count}} sont fausses.',
  '{{wrong}} of {{count}} derivatives are wrong._other': '{{wrong}} dérivées sur {{count}} sont fausses.',
  'All {{count}} derivatives agree with differences._one': 'La seule dérivée s’accorde avec les différences.',
  'All {{count}} derivatives agree with differences._many':
    'Les {{count}} de dérivées s’accordent avec les différences.',
  'All {{count}} derivatives agree with differences._other':
    'Les {{count}} dérivées s’accordent avec les différences.',
  'Break one derivative, and let others find it: the values stay right, what is pulled back does not.':
    'Faussez une dérivée, et laissez les autres la trouver : les valeurs restent justes, ce qui est ramené en arrière ne l’est plus.',
  'Break one': 'En fausser une',
  'There is nothing to compare here.': 'Il n’y a rien à comparer ici.',
  'One derivative of this graph is wrong now. Select its edge and say so.':
    'Une dérivée de ce graphe est maintenant fausse. Sélectionnez son arête et dites-le.',
  'Yes: the derivative on {{edge}} is wrong.': 'Oui : la dérivée sur {{edge}} est fausse.',
  'The derivative on {{edge}} is right. Look on.': 'La dérivée sur {{edge}} est juste. Cherchez encore.',
  'The derivative on {{edge}} is wrong.': 'La dérivée sur {{edge}} est fausse.',
  'This one': 'Celle-ci',
  'Show the check': 'Montrer la vérification',
  'Mend it': 'La réparer',
  'It has the wrong sign.': 'Elle a le mauvais signe.',
  'It is half as large as it should be.': 'Elle est deux fois trop petite.',
  'It is transposed.': 'Elle est transposée.',
  'not compared: a kink or a jump': 'pas comparée : un point anguleux ou un saut',
  'not compared: not finite': 'pas comparée : pas finie',
  'not compared: too large': 'pas comparée : trop grande',
  'not compared: by decree': 'pas comparée : par décret',
  '✗ off by {{size}}': '✗ écart {{size}}',
  '✓ {{size}}': '✓ {{size}}',
  Path: 'Chemin',
  'From the input on': 'Depuis l’entrée',
  'From the target back': 'Depuis la cible',
  'Best brackets': 'Meilleures parenthèses',
  'So far': 'Jusqu’ici',
  Surface: 'Surface',
  'Turn of the surface': 'Rotation de la surface',
  'The surface of {{of}} and its tangent plane. Drag to turn.':
    'La surface de {{of}} et son plan tangent. Tirez pour tourner.',
  'First culprit': 'Premier coupable',
  'All values, local Jacobians and gradient rows are finite.':
    'Toutes les valeurs, jacobiennes locales et lignes de gradient sont finies.',
  'Not finite: values {{values}}, local Jacobians {{jacobians}}, gradient rows {{gradients}}.':
    'Non finies : valeurs {{values}}, jacobiennes locales {{jacobians}}, lignes de gradient {{gradients}}.',
  'It begins in {{count}} places': 'Cela commence à {{count}} endroits',
  'It begins at {{id}}': 'Cela commence en {{id}}',
  'What is lost': 'Ce qui est perdu',
  'Show where it begins': 'Montrer où cela commence',
  Multiplications: 'Multiplications',
  Workbench: 'Établi',
  'Start again': 'Recommencer',
  '{{left}} and {{right}} do not fit: the inner sizes are {{inner}} and {{other}}.':
    '{{left}} et {{right}} ne vont pas ensemble : les tailles intérieures sont {{inner}} et {{other}}.',
  'Multiply these two': 'Multiplier ces deux-là',
  'Factor {{at}} of {{of}}': 'Facteur {{at}} sur {{of}}',
  'Move to the left': 'Déplacer à gauche',
  'Move to the right': 'Déplacer à droite',
  'Take apart': 'Défaire',
  Transpose: 'Transposer',
  '✓ This is the derivative.': '✓ C’est la dérivée.',
  '{{stages}}, all paths together': '{{stages}}, tous les chemins ensemble',
  '✗ It fits, and it is wrong. The derivative is': '✗ Cela convient, et c’est faux. La dérivée est',
  Of: 'De',
  By: 'Par',
  Layouts: 'Dispositions',
  'The numbers are the same everywhere. Where they stand, and in which order products are written, is a matter of the book.':
    'Les nombres sont partout les mêmes. Leur place, et l’ordre des produits, dépendent du livre.',
  'This derivative has too many entries to be written in other ways.':
    'Cette dérivée a trop de coefficients pour être écrite autrement.',
  'shape {{shape}}': 'forme {{shape}}',
  'Numerator layout': 'Disposition par numérateur',
  'Folded like the matrix': 'Repliée comme la matrice',
  'Numerator layout of a matrix': 'Par numérateur, pour une matrice',
  'vec by columns': 'vec par colonnes',
  'Denominator layout': 'Disposition par dénominateur',
  'Gradient as a column': 'Gradient en colonne',
  PyTorch: 'PyTorch',
  JAX: 'JAX',
  SymPy: 'SymPy',
  'Here and in the lecture: a row for each component of what is differentiated, the later function on the left.':
    'Ici et dans le cours : une ligne par composante de ce qui est dérivé, la fonction appliquée en dernier à gauche.',
  'Entry i, j is the derivative by entry i, j: what one step of descent subtracts. Also called denominator layout.':
    'Le coefficient i, j est la dérivée par rapport au coefficient i, j : ce que retire un pas de descente. On dit aussi disposition par dénominateur.',
  'Canonical row': 'Ligne canonique',
  'Here: a Jacobian like all others, a column for each entry of the matrix, read by rows.':
    'Ici : une jacobienne comme les autres, une colonne par coefficient de la matrice, lue par lignes.',
  'The folded one, transposed: then traces and products come out as for vectors.':
    'La repliée, transposée : traces et produits sont alors comme pour les vecteurs.',
  'The matrix read column by column, as Magnus and Neudecker do; here it is read by rows.':
    'La matrice lue colonne par colonne, comme Magnus et Neudecker ; ici elle est lue par lignes.',
  'The transpose: products run the other way round, the later function on the right.':
    'La transposée : les produits sont dans l’autre sens, la fonction appliquée en dernier à droite.',
  'Much used for scalars: the row of this program, stood up as a column.':
    'Courant pour les scalaires : la ligne de ce programme, dressée en colonne.',
  'As long, or of as many indices, as result and operand together.':
    'Autant d’indices que le résultat et l’opérande ensemble.',
  'As PyTorch: the indices of the result, then those of the operand.':
    'Comme PyTorch : les indices du résultat, puis ceux de l’opérande.',
  'Of vectors a matrix; else an array with the indices of the operand first.':
    'Pour des vecteurs une matrice ; sinon un tableau, les indices de l’opérande d’abord.',
  'Step h = {{h}}': 'Pas h = {{h}}',
  'Nothing that moves leads there: give a variable a direction.':
    'Rien de ce qui bouge n’y mène : donnez une direction à une variable.',
  Picture: 'Figure',
  Remainder: 'Reste',
  Direction: 'Direction',
  'The differential written out': 'La différentielle développée',
  'Over the step': 'Sur le pas',
  'The difference': 'La différence',
  'The differential': 'La différentielle',
  'The remainder': 'Le reste',
  'Drag the direction.': 'Tirez sur la direction.',
  'Level lines of {{of}}, dashed those of its tangent plane. Drag the direction.':
    'Lignes de niveau de {{of}}, en tirets celles de son plan tangent. Tirez sur la direction.',
  'What {{of}} makes of the grid, dashed what its differential makes of it.':
    'Ce que {{of}} fait de la grille, en tirets ce qu’en fait sa différentielle.',
  '{{of}} along the direction, and its tangent': '{{of}} le long de la direction, et sa tangente',
  'The size of the remainder over the step, on logarithmic scales':
    'La taille du reste selon le pas, en échelles logarithmiques',
  'What is left does not vanish at all: there is a jump here.':
    'Ce qui reste ne disparaît pas du tout : il y a ici un saut.',
  'What is left is not finite: there is no differential here.':
    'Ce qui reste n’est pas fini : il n’y a pas de différentielle ici.',
  'Up to h = {{h}} nothing but rounding is left: there it is as good as linear.':
    'Jusqu’à h = {{h}}, il ne reste que des arrondis : là, c’est comme linéaire.',
  'Nothing but rounding is left: along dx it is as good as linear.':
    'Il ne reste que des arrondis : le long de dx, c’est comme linéaire.',
  'Slope {{slope}}: what is left is as large as the step itself. There is a kink here.':
    'Pente {{slope}} : ce qui reste est aussi grand que le pas. Il y a ici un point anguleux.',
  'Slope {{slope}}: what is left vanishes faster than the step. Below h = {{from}} rounding takes over.':
    'Pente {{slope}} : ce qui reste disparaît plus vite que le pas. En dessous de h = {{from}}, les arrondis l’emportent.',
} as const;
