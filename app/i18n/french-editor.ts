/**
 * The bar, the lesson, the canvas and the names of keys, in French.
 */
export const EDITOR_IN_FRENCH = {
  '{{label}} ({{keys}})': '{{label}} ({{keys}})',
  '{{label}}: {{about}} ({{keys}})': '{{label}} : {{about}} ({{keys}})',
  '{{name}} ({{op}}): {{help}}': '{{name}} ({{op}}) : {{help}}',
  'What the edges show': 'Ce que montrent les fils',
  Lesson: 'Leçon',
  'Lesson, functions, outline': 'Leçon, fonctions, plan du graphe',
  'Side panel': 'Panneau latéral',
  'Width of the side panel': 'Largeur du panneau latéral',
  'Width of the outline': 'Largeur du plan du graphe',
  'Height of the panel below the graph': 'Hauteur du panneau sous le graphe',
  'Drag to resize; two clicks bring the usual size back':
    'Tirez pour changer la taille ; deux clics rendent la taille habituelle',
  'Steps of the lesson': 'Étapes de la leçon',
  'Go on at step {{at}} of {{of}}': 'Reprendre à l’étape {{at}} sur {{of}}',
  'Next lesson: {{title}}': 'Leçon suivante : {{title}}',
  'Up to step {{at}} of {{of}}': 'Jusqu’à l’étape {{at}} sur {{of}}',
  'All {{of}} steps': 'Les {{of}} étapes',
  'Begin the course anew': 'Recommencer le cours',
  Introduction: 'Introduction',
  Start: 'Commencer',
  Next: 'Suivant',
  Back: 'Retour',
  '{{at}} of {{of}}': '{{at}} sur {{of}}',
  'The lesson of this file cannot be shown: {{place}} is missing or not what it should be. The graph is as it was saved.':
    'La leçon de ce fichier ne peut pas être montrée : {{place}} manque ou n’est pas ce qui est attendu. Le graphe est tel qu’il a été enregistré.',
  target: 'cible',
  selected: 'sélectionné',
  'error: {{messages}}': 'erreur : {{messages}}',
  'warning: {{messages}}': 'avertissement : {{messages}}',
  'Both ends are operands: expected the output of a node at one end.':
    'Les deux bouts sont des opérandes : il faut la sortie d’un nœud à l’un des bouts.',
  'Both ends are outputs: expected an operand at one end.':
    'Les deux bouts sont des sorties : il faut un opérande à l’un des bouts.',
  Shift: 'Maj',
  Esc: 'Échap',
  Enter: 'Entrée',
  Del: 'Suppr',
  Backspace: '⌫',
  Insert: 'Inser',
  Home: 'Début',
} as const;
