/**
 * Why the desktop could not read or write a file, in French.
 */
import type { Groups } from './phrases';

export const HOST: Groups = {
  reason: {
    'the file or its folder is not there any more.': 'le fichier ou son dossier n’existe plus.',
    'you are not allowed to: change its permissions, or choose another place.':
      'vous n’en avez pas le droit : changez ses permissions, ou choisissez un autre endroit.',
    'the disk is read-only: choose another place.':
      'le disque est en lecture seule : choisissez un autre endroit.',
    'the disk is full: make room, or choose another place.':
      'le disque est plein : faites de la place, ou choisissez un autre endroit.',
    'it is a folder: expected a file.': 'c’est un dossier : il faut un fichier.',
    '{0}.': '{0}.',
  },
  sentence: {
    '"{0}" has {1} bytes: more than the editor opens. {2}':
      '« {0} » a {1} octets : plus que l’éditeur n’en ouvre. {2:sentence}',
    '"{0}" cannot be read: {1}': '« {0} » ne peut pas être lu : {1:reason}',
    '"{0}" was not saved: {1}': '« {0} » n’a pas été enregistré : {1:reason}',
    '"{0}" was not saved: it is open in another window. Choose another name.':
      '« {0} » n’a pas été enregistré : il est ouvert dans une autre fenêtre. Choisissez un autre nom.',
    'This file is no longer among the recent ones.': 'Ce fichier n’est plus parmi les récents.',
  },
};
