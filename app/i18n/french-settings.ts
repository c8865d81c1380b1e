/**
 * The settings in French.
 */
export const SETTINGS_IN_FRENCH = {
  Settings: 'Réglages',
  Language: 'Langue',
  Theme: 'Thème',
  'As the system': 'Comme le système',
  Light: 'Clair',
  Dark: 'Sombre',
  Numbers: 'Nombres',
  Decimals: 'Décimaux',
  Scientific: 'Scientifiques',
  'Fractions where they are exact': 'Fractions quand elles sont exactes',
  'Significant digits': 'Chiffres significatifs',
  'Decimal comma': 'Virgule décimale',
  'On the edges': 'Sur les fils',
  Symbols: 'Symboles',
  'Symbols and numbers': 'Symboles et nombres',
  'The wheel': 'La molette',
  'Moves the canvas': 'Déplace le graphe',
  Zooms: 'Zoome',
  'The derivative at a kink': 'La dérivée en un point anguleux',
  'Nabla: the convention of each function, and a warning':
    'Nabla\u00a0: la convention de chaque fonction, et un avertissement',
  'As PyTorch': 'Comme PyTorch',
  'As JAX': 'Comme JAX',
  'Strict: there is none': 'Stricte\u00a0: il n’y en a pas',
  'A file of settings': 'Un fichier de réglages',
  'Back to the usual': 'Réglages habituels',
  'Import…': 'Importer…',
  Export: 'Exporter',
  'This is no file of settings: expected one that was exported here.':
    'Ce n’est pas un fichier de réglages\u00a0: il en faut un qui a été exporté ici.',
  'The settings have been taken over.': 'Les réglages ont été repris.',
  'As it was opened': 'Tel qu’il a été ouvert',
  'Press keys in this list to choose others.':
    'Appuyez sur des touches de cette liste pour en choisir d’autres.',
  'Press the new keys. Escape leaves them as they are, Backspace gives the usual ones back.':
    'Appuyez sur les nouvelles touches. Échap n’y change rien, Retour arrière rend les touches habituelles.',
  'These keys are taken by “{{label}}”.': 'Ces touches sont prises par «\u00a0{{label}}\u00a0».',
  'Keys of “{{label}}”': 'Touches de «\u00a0{{label}}\u00a0»',
} as const;
