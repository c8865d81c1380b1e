/**
 * The quiz in French.
 */
export const QUIZ_IN_FRENCH = {
  'Products of the chain rule': 'Produits de la règle de la chaîne',
  'Only what is selected': 'Seulement ce qui est sélectionné',
  'Only {{things}}': 'Seulement {{things}}',
  'Only {{count}} things': 'Seulement {{count}} objets',
  'There is nothing of this kind to ask about in what was selected.':
    'Il n’y a rien de ce genre à demander dans ce qui était sélectionné.',
  Sheet: 'Feuille',
  'Sheet as PDF': 'Feuille en PDF',
  'Opens the dialog for printing, which saves as PDF': 'Ouvre la boîte d’impression, qui enregistre en PDF',
  'Ask for': 'Demander',
  'No notes for this step.': 'Pas de notes pour cette étape.',
  'Next: {{title}}': 'Ensuite : {{title}}',
  'This is the last step.': 'C’est la dernière étape.',
  'Start the time anew': 'Remettre le temps à zéro',
  'No other window may be opened here: allow this page to open windows, and try again.':
    'Aucune autre fenêtre ne peut s’ouvrir ici : autorisez cette page à en ouvrir, puis réessayez.',
  'Record a step': 'Enregistrer une étape',
  'Step {{n}}': 'Étape {{n}}',
  'Text, in Markdown with $formulas$': 'Texte, en Markdown avec des $formules$',
  'Notes for the speaker': 'Notes pour l’orateur',
  'Show what is seen now': 'Montrer ce qu’on voit',
  Earlier: 'Plus tôt',
  Later: 'Plus tard',
  Remove: 'Retirer',
  'Sizes of Jacobians': 'Tailles des jacobiennes',
  'Fresh numbers': 'Autres nombres',
  'Sheet as LaTeX': 'Feuille en LaTeX',
  'Sheet as Markdown': 'Feuille en Markdown',
  'There is nothing of this kind to ask about: choose another, or a target.':
    'Il n’y a rien de cette sorte à demander : choisissez-en une autre, ou une cible.',
  'No other numbers were found at which the graph has a derivative.':
    'Aucun autre jeu de nombres n’a été trouvé où le graphe ait une dérivée.',
  '{{right}} of {{asked}} right at once': '{{right}} sur {{asked}} justes du premier coup',
  'Begin anew': 'Recommencer',
  Questions: 'Questions',
  Solutions: 'Solutions',
  'Compute {{tex}}.': 'Calculer {{tex}}.',
  'How many rows and columns has': 'Combien de lignes et de colonnes a',
  'How many rows and columns has {{tex}}?': 'Combien de lignes et de colonnes a {{tex}} ?',
  'Given {{tex}}.': 'On donne {{tex}}.',
  'The sheet is copied.': 'La feuille est copiée.',
  Question: 'Question',
  'Question {{at}} of {{of}}': 'Question {{at}} sur {{of}}',
  Answer: 'Réponse',
  'such as 2×3': 'par exemple 2×3',
  'such as 0.5, 1/2, [1, 2] or [[1, 2], [3, 4]]': 'par exemple 0.5, 1/2, [1, 2] ou [[1, 2], [3, 4]]',
  Check: 'Vérifier',
  Hint: 'Indice',
  Solution: 'Solution',
  'Question before': 'Question précédente',
  'Next question': 'Question suivante',
  '✓ Right.': '✓ Juste.',
  'It has another size: {{expected}} is expected, and this is {{found}}.':
    'La taille est autre : il faut {{expected}}, et ceci est {{found}}.',
  'Not right. Take the hint, or try again.': 'Ce n’est pas juste. Prenez l’indice, ou réessayez.',
  'Rows and columns are exchanged: a row for each component of what is differentiated.':
    'Lignes et colonnes sont échangées : une ligne par composante de ce qui est dérivé.',
  'The product is in the other order: the later function stands on the left.':
    'Le produit est dans l’autre ordre : la fonction appliquée en dernier est à gauche.',
  'One path is missing: every edge that leaves a node brings a term.':
    'Il manque un chemin : chaque arête qui part d’un nœud apporte un terme.',
  'One path is counted twice.': 'Un chemin est compté deux fois.',
  'A local derivative is taken at the wrong point: at the operand, not at the result.':
    'Une dérivée locale est prise au mauvais point : c’est en l’opérande, pas en le résultat.',
  'The weights have already been updated: all derivatives belong to one point.':
    'Les poids ont déjà été mis à jour : toutes les dérivées sont au même point.',
  'The softmax does not act entry by entry: all its outputs depend on all inputs.':
    'Le softmax n’agit pas terme à terme : toutes ses sorties dépendent de toutes les entrées.',
  'Entries were multiplied one by one where a product of matrices stands.':
    'Les coefficients ont été multipliés un à un là où il faut un produit de matrices.',
  'What the operand is used for several times has to be added up.':
    'Ce à quoi l’opérande sert plusieurs fois doit être additionné.',
  'There is a kink here, and the slope of the other side was taken.':
    'Il y a ici un point anguleux, et c’est la pente de l’autre côté qui a été prise.',
  'A sign is wrong.': 'Un signe est faux.',
  'A factor is lost, or too much: the 2 of a square, the n of a mean.':
    'Un facteur manque, ou est de trop : le 2 d’un carré, le n d’une moyenne.',
  'Change the operand a little: how much does the result change?':
    'Changez un peu l’opérande : de combien change le résultat ?',
} as const;
