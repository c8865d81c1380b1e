/**
 * Files, the first screen and what stands in front of the editor, in French.
 */
export const FILES_IN_FRENCH = {
  'See differential calculus: graphs whose edges carry their Jacobians.':
    'Voir le calcul différentiel : des graphes dont les fils portent leurs jacobiennes.',
  'Open a file…': 'Ouvrir un fichier…',
  'Back to “{{title}}”': 'Revenir à « {{title}} »',
  'Back to “{{title}}” (unsaved)': 'Revenir à « {{title}} » (non enregistré)',
  'Recent files': 'Fichiers récents',
  Untitled: 'Sans titre',
  Title: 'Titre',
  unsaved: 'non enregistré',
  graph: 'graphe',
  'Nabla graph': 'Graphe Nabla',
  'Nabla graph, or a picture of one': 'Graphe Nabla, ou une image d’un tel graphe',
  'SVG picture': 'Image SVG',
  'PNG picture': 'Image PNG',
  'Export a picture': 'Exporter une image',
  'The picture holds its graph: it can be opened again, here.':
    'L’image contient son graphe : on peut la rouvrir ici.',
  'Preview of the picture': 'Aperçu de l’image',
  Format: 'Format',
  Paper: 'Papier',
  light: 'clair',
  dark: 'sombre',
  transparent: 'transparent',
  'Letters of an SVG': 'Lettres d’un SVG',
  text: 'texte',
  outlines: 'contours',
  'Text is small and can be searched; outlines look the same where the fonts are missing.':
    'Le texte est léger et se laisse chercher ; les contours restent les mêmes là où les polices manquent.',
  'Pixels for each pixel of the canvas': 'Pixels par pixel du graphe',
  'Only the selected nodes': 'Seulement les nœuds sélectionnés',
  '{{width}} × {{height}} pixels': '{{width}} × {{height}} pixels',
  '{{width}} × {{height}} pixels are more than there is room for: choose fewer, or SVG.':
    '{{width}} × {{height}} pixels dépassent la place disponible : choisissez-en moins, ou SVG.',
  'The browser has no room for so many pixels: choose fewer, or SVG.':
    'Le navigateur n’a pas la place pour tant de pixels : choisissez-en moins, ou SVG.',
  'The fonts of the picture could not be loaded.': 'Les polices de l’image n’ont pas pu être chargées.',
  Copied: 'Copié',
  '{{name}} is saved.': '{{name}} est enregistré.',
  'The browser does not let this page write to the clipboard.':
    'Le navigateur ne laisse pas cette page écrire dans le presse-papiers.',
  'That did not work': 'Cela n’a pas fonctionné',
  'Save the changes to “{{title}}”?': 'Enregistrer les modifications de « {{title}} » ?',
  'If you do not save them, they are lost.': 'Si vous ne les enregistrez pas, elles seront perdues.',
  Cancel: 'Annuler',
  'Don’t save': 'Ne pas enregistrer',
  '{{file}} cannot be opened': 'Impossible d’ouvrir {{file}}',
  'There are {{count}} problems in the file. The graph that is open stays as it is._one':
    'Il y a un problème dans le fichier. Le graphe ouvert reste tel quel.',
  'There are {{count}} problems in the file. The graph that is open stays as it is._many':
    'Il y a {{count}} de problèmes dans le fichier. Le graphe ouvert reste tel quel.',
  'There are {{count}} problems in the file. The graph that is open stays as it is._other':
    'Il y a {{count}} problèmes dans le fichier. Le graphe ouvert reste tel quel.',
  Problems: 'Problèmes',
  'line {{line}}, column {{column}}: {{place}}': 'ligne {{line}}, colonne {{column}} : {{place}}',
  'The nodes had no places of their own, or stood on each other: they have been laid out.':
    'Les nœuds n’avaient pas de place à eux, ou se recouvraient : ils ont été disposés.',
  'This file is no longer among the recent ones.': 'Ce fichier n’est plus parmi les fichiers récents.',
  'The browser refused: {{reason}}': 'Le navigateur a refusé : {{reason}}',
  'The browser does not let this page write to the clipboard: press Ctrl+C instead.':
    'Le navigateur ne laisse pas cette page écrire dans le presse-papiers : appuyez plutôt sur Ctrl+C.',
  'The browser does not let this page read the clipboard: press Ctrl+V instead.':
    'Le navigateur ne laisse pas cette page lire le presse-papiers : appuyez plutôt sur Ctrl+V.',
} as const;
