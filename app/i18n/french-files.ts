/**
 * Files, the first screen and what stands in front of the editor, in French.
 */
export const FILES_IN_FRENCH = {
  'Unsaved work': 'Travail non enregistré',
  'Nabla was closed before this was saved.': 'Nabla a été fermé avant l’enregistrement.',
  Open: 'Ouvrir',
  Discard: 'Abandonner',
  'Open “{{title}}”': 'Ouvrir « {{title}} »',
  'Discard “{{title}}”': 'Abandonner « {{title}} »',
  'Discard “{{title}}”?': 'Abandonner « {{title}} » ?',
  'It was never saved: nothing brings it back.':
    'Ce travail n’a jamais été enregistré : rien ne le fera revenir.',
  '“{{title}}” has been opened or discarded in another window.':
    '« {{title}} » a été ouvert ou abandonné dans une autre fenêtre.',
  'No copy of unsaved work can be kept here, so save from time to time. ({{reason}})':
    'Aucune copie du travail non enregistré ne peut être gardée ici : enregistrez de temps en temps. ({{reason}})',
  '{{file}} is open in another window': '{{file}} est ouvert dans une autre fenêtre',
  'If both windows change it, you are asked before what the other one has saved is replaced.':
    'Si les deux fenêtres le modifient, on vous demandera avant de remplacer ce que l’autre a enregistré.',
  'Open anyway': 'Ouvrir quand même',
  'Only read it': 'Lecture seule',
  '{{name}} (read only)': '{{name}} (lecture seule)',
  '{{name}} (also open elsewhere)': '{{name}} (aussi ouvert ailleurs)',
  'read only': 'lecture seule',
  'This graph is only read here, for another window has it open: “Save as…” makes it yours.':
    'Ce graphe est en lecture seule ici, car une autre fenêtre l’a ouvert : « Enregistrer sous… » en fait le vôtre.',
  'Drop a graph, or a picture of one, to open it.':
    'Déposez un graphe, ou l’image d’un graphe, pour l’ouvrir.',
  'Drop one file at a time.': 'Déposez un seul fichier à la fois.',
  '{{file}} is neither a graph (.nabla) nor a picture with a graph inside (.svg, .png).':
    '{{file}} n’est ni un graphe (.nabla) ni une image contenant un graphe (.svg, .png).',
  '{{file}} is too large to hold a graph.': '{{file}} est trop gros pour contenir un graphe.',
  'Graphs, and pictures of graphs': 'Graphes et images de graphes',
  'The link would have {{length}} characters, more than {{most}}: save the graph and send the file.':
    'Le lien aurait {{length}} caractères, plus que {{most}} : enregistrez le graphe et envoyez le fichier.',
  'The browser does not let this page write to the clipboard.':
    'Le navigateur ne laisse pas cette page écrire dans le presse-papiers.',
  'The link is copied. It holds the graph as it is now, in {{length}} characters.':
    'Le lien est copié. Il contient le graphe tel qu’il est, en {{length}} caractères.',
  'The graph in the link': 'Le graphe du lien',
  'The link is damaged or was cut off: ask for it once more, or for the file.':
    'Le lien est abîmé ou a été coupé : demandez-le encore une fois, ou demandez le fichier.',
  'The link holds more than 16 MiB, which no graph that the editor opens has.':
    'Le lien contient plus de 16 Mio, ce qu’aucun graphe ouvert par l’éditeur n’atteint.',
  'Open “{{title}}” from the link?': 'Ouvrir « {{title}} » depuis le lien ?',
  'It is a graph of {{count}} nodes._one': 'C’est un graphe de {{count}} nœud.',
  'It is a graph of {{count}} nodes._many': 'C’est un graphe de {{count}} de nœuds.',
  'It is a graph of {{count}} nodes._other': 'C’est un graphe de {{count}} nœuds.',
  'It takes the place of “{{title}}”.': 'Il prendra la place de « {{title}} ».',
  'It takes the place of “{{title}}”, which you will be asked to save.':
    'Il prendra la place de « {{title}} », qu’il vous sera proposé d’enregistrer.',
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
  'Nabla graph, or a picture of one': 'Graphe Nabla, ou image d’un graphe',
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
  'That did not work': 'Cela n’a pas fonctionné',
  '{{file}} was changed by somebody else': '{{file}} a été modifié ailleurs',
  'Another program has saved it since it was opened here. If you replace it, a copy of what is there now is kept.':
    'Un autre programme l’a enregistré depuis qu’il est ouvert ici. Si vous le remplacez, une copie de ce qui s’y trouve est gardée.',
  'The page of this window has failed twice in a row. Close the window and open the graph again: its last copy is offered on the first screen.':
    'La page de cette fenêtre est tombée en panne deux fois de suite. Fermez la fenêtre et rouvrez le graphe : sa dernière copie est proposée au premier écran.',
  'PDF document': 'Document PDF',
  'Save as PDF…': 'Enregistrer en PDF…',
  'Earlier versions…': 'Versions antérieures…',
  'Versions of {{name}}': 'Versions de {{name}}',
  Versions: 'Versions',
  'There is none yet: a version is kept whenever the graph is opened or saved.':
    'Il n’y en a pas encore : une version est gardée chaque fois que le graphe est ouvert ou enregistré.',
  'Kept in this browser or application, for four months. Files are not touched.':
    'Gardées dans ce navigateur ou cette application, pendant quatre mois. Les fichiers ne sont pas touchés.',
  'as it was opened': 'tel qu’il a été ouvert',
  saved: 'enregistré',
  'given up for what was on disk': 'abandonné pour ce qui était sur le disque',
  'Changed since': 'Changé depuis',
  'Nothing.': 'Rien.',
  'and {{count}} more_one': 'et un de plus',
  'and {{count}} more_many': 'et {{count}} de plus',
  'and {{count}} more_other': 'et {{count}} de plus',
  'Restore this version': 'Rétablir cette version',
  '{{node}} was added': '{{node}} a été ajouté',
  '{{node}} was removed': '{{node}} a été supprimé',
  '{{operand}} of {{node}}: {{from}} → {{to}}': '{{operand}} de {{node}} : {{from}} → {{to}}',
  'the function': 'la fonction',
  'the symbol': 'le symbole',
  'the note': 'la note',
  'the formula': 'la formule',
  'the settings': 'les réglages',
  'the place': 'la place',
  'something that this version of Nabla does not know':
    'quelque chose que cette version de Nabla ne connaît pas',
  'The title': 'Le titre',
  'The description': 'La description',
  'The target': 'La cible',
  'The functions': 'Les fonctions',
  'The lesson': 'La leçon',
  'What is shown': 'Ce qui est montré',
  'Something that this version of Nabla does not know':
    'Quelque chose que cette version de Nabla ne connaît pas',
  'The order of the nodes in the file': 'L’ordre des nœuds dans le fichier',
  'Open a repaired copy': 'Ouvrir une copie réparée',
  'Too little of the file can be understood to repair it.':
    'On comprend trop peu du fichier pour le réparer.',
  'A repaired copy of {{file}}': 'Une copie réparée de {{file}}',
  'The file itself stays as it is. This is a new graph without, or with something else for:':
    'Le fichier reste tel quel. Ceci est un nouveau graphe, sans ce qui suit ou avec autre chose à sa place :',
  Mended: 'Rétabli',
  'Left out': 'Laissé de côté',
  'Set to 0': 'Mis à 0',
  Renamed: 'Renommé',
  Completed: 'Complété',
  'Text file': 'Fichier texte',
  'About Nabla': 'À propos de Nabla',
  'Free software under the MIT licence. It sends nothing anywhere.':
    'Logiciel libre sous licence MIT. Il n’envoie rien nulle part.',
  'Software by others': 'Logiciels de tiers',
  'Save diagnostics…': 'Enregistrer un diagnostic…',
  '{{name}} is saved: read it, and send it only if you like.':
    '{{name}} est enregistré : lisez-le, et ne l’envoyez que si vous le voulez.',
  'This part of Nabla has failed': 'Cette partie de Nabla est en panne',
  'Your graph is not lost: save it, undo the last step, or try again.':
    'Votre graphe n’est pas perdu : enregistrez-le, annulez la dernière étape, ou réessayez.',
  'Try again': 'Réessayer',
  'Decide later': 'Décider plus tard',
  'Open what is there': 'Ouvrir ce qui s’y trouve',
  'Replace it': 'Le remplacer',
  'Save mine as a copy…': 'Enregistrer une copie du mien…',
  'The graph was not saved: what would be written does not read back as the same graph.':
    'Le graphe n’a pas été enregistré : ce qui serait écrit ne se relit pas comme le même graphe.',
  'What it took the place of is kept as {{name}}.': 'Ce qu’il a remplacé est gardé sous le nom {{name}}.',
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
  'The browser does not let this page read the clipboard: press its keys instead.':
    'Le navigateur ne laisse pas cette page lire le presse-papiers : utilisez ses touches.',
} as const;
