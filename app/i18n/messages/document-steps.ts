/**
 * The steps of the history, in French, as they stand after "Annuler : ".
 */
import type { Groups } from './phrases';

export const STEPS: Groups = {
  verb: { Paste: 'Coller', Duplicate: 'Dupliquer' },
  folded: { '{0} nodes': '{0} nœuds' },
  step: {
    'Add {0}': 'Ajouter {0}',
    'Add {0} = {1}': 'Ajouter {0} = {1}',
    'Delete {0}': 'Supprimer {0}',
    'Delete {0} nodes': 'Supprimer {0} nœuds',
    'Delete {0} and reconnect': 'Supprimer {0} et reconnecter',
    'Delete {0} nodes and reconnect': 'Supprimer {0} nœuds et reconnecter',
    'Cut the wire to {0}.{1}': 'Couper le fil vers {0}.{1}',
    'Cut {0} wires': 'Couper {0} fils',
    'Connect {0} to {1}.{2}': 'Connecter {0} à {1}.{2}',
    'Insert {0} before {1}.{2}': 'Insérer {0} avant {1}.{2}',
    'Change {0}': 'Modifier {0}',
    'Set {0} of {1}': 'Régler {0} de {1}',
    'Make {0} a {1}': 'Faire de {0} {1:leaf}',
    'Choose no target': 'Ne choisir aucune cible',
    'Differentiate {0}': 'Dériver {0}',
    'Move {0}': 'Déplacer {0}',
    'Move {0} nodes': 'Déplacer {0} nœuds',
    'Rename {0} to {1}': 'Renommer {0} en {1}',
    'Change the title': 'Modifier le titre',
    'Unfold {0}': 'Déplier {0}',
    'Fold {0} into a formula': 'Replier {0} en une formule',
    'Fold {0} nodes into {1}': 'Replier {0} nœuds en {1}',
    'Fold {0} into the function {1}': 'Replier {0:folded?} en la fonction {1}',
    'Change the function {0}': 'Modifier la fonction {0}',
    'Rename the function {0} to {1}': 'Renommer la fonction {0} en {1}',
    'Rename the input {0} of {1} to {2}': 'Renommer l’entrée {0} de {1} en {2}',
    'Remove the function {0}': 'Retirer la fonction {0}',
    'Remove {0} unused functions': 'Retirer {0} fonctions inutilisées',
    'Paste a value into {0}': 'Coller une valeur dans {0}',
    '{0} {1}': '{0:verb} {1}',
    '{0} {1} nodes': '{0:verb} {1} nœuds',
  },
};
