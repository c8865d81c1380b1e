/**
 * What the engine says of a point, in French: kinks, edges of domains, values that are not finite; and of a graph that is not finished.
 */
import type { Groups } from './phrases';

export const POINTS: Groups = {
  place: {
    'component {0} of {1}': 'la composante {0} de {1:whole?}',
    'entry ({0}, {1}) of {2}': 'le coefficient ({0:count}, {1:count}) de {2:whole?}',
    'the result': 'le résultat',
  },
  whole: { 'the result': 'le résultat' },
  /** After "la colonne" and "la ligne": of a place. */
  ofPlace: {
    'component {0} of {1}': 'de la composante {0} de {1:whole?}',
    'entry ({0}, {1}) of {2}': 'du coefficient ({0:count}, {1:count}) de {2:whole?}',
  },
  places: {
    '{0}, {1}': '{0:place?}, {1:places?}',
    'component {0} of {1}': 'la composante {0} de {1:whole?}',
    'entry ({0}, {1}) of {2}': 'le coefficient ({0:count}, {1:count}) de {2:whole?}',
  },
  more: { ', and {0} more': ' et {0} autres' },
  run: {
    'the column of {0}': 'la colonne {0:ofPlace}',
    'the row of {0}': 'la ligne {0:ofPlace}',
  },
  domain: { 'x > 0 for the exponent {0}': 'x > 0 pour l’exposant {0}' },
  slot: {
    'where prediction and target are equal, and 0 is used as its slope':
      'là où prediction et target sont égaux, et sa pente y est prise égale à 0',
    'where score · target is 1, and 0 is used as its slope':
      'là où score · target vaut 1, et sa pente y est prise égale à 0',
  },
  finding: {
    'has a kink where its operands are equal, and gives each the slope ½':
      'a un point anguleux là où ses opérandes sont égaux, et donne à chacun la pente ½',
    'has a kink at (0, 0), where 0 is used as its slope':
      'a un point anguleux en (0, 0), où sa pente est prise égale à 0',
    'has a kink {0}': 'a un point anguleux {0:slot}',
    'has a vertical tangent where q is 0, its slope with respect to q is infinite':
      'a une tangente verticale là où q vaut 0, sa pente par rapport à q est infinie',
    'has no derivative with respect to b unless a > 0':
      'n’a pas de dérivée par rapport à b à moins que a > 0',
    'is undefined at the origin': 'n’est pas défini à l’origine',
    'needs a > 0, or a whole b (≥ 0 where a is 0)': 'exige a > 0, ou un b entier (≥ 0 là où a vaut 0)',
    'needs b ≠ 0': 'exige b ≠ 0',
    'needs p > 0': 'exige p > 0',
    'needs q ≥ 0': 'exige q ≥ 0',
  },
  /** Where a reduction has a kink. */
  corner: {
    '{0} is 0 throughout; 0 is used as its gradient':
      '{0:run?} vaut 0 partout ; le gradient y est pris égal à 0',
    '{0} is {1} throughout; 0 is used as its gradient':
      '{0:run?} vaut {1} partout ; le gradient y est pris égal à 0',
    '{0} is 0; 0 is used as its slope': '{0:place?} vaut 0 ; la pente y est prise égale à 0',
    '{0} ties for the largest absolute value {1}; the {2} share the slope equally':
      '{0:place?} est à égalité pour la plus grande valeur absolue {1} ; les {2} se partagent la pente à parts égales',
    '{0} ties for the {1} number {2}; the {3} share the slope equally':
      '{0:place?} est à égalité pour le plus {1:extreme} nombre {2} ; les {3} se partagent la pente à parts égales',
  },
  extreme: { largest: 'grand', smallest: 'petit' },
  equals: {
    '{0} and {1} are both {2}': '{0:place?} et {1:place?} valent tous deux {2}',
    '{0}, {1} and {2} more are all {3}': '{0:place?}, {1:place?} et {2} autres valent tous {3}',
  },
  what: { value: 'valeur', derivative: 'dérivée' },
  instead: {
    "The profile pytorch uses PyTorch's derivative instead.":
      'Le profil pytorch utilise à la place la dérivée de PyTorch.',
    "The profile jax uses JAX's derivative instead.": 'Le profil jax utilise à la place la dérivée de JAX.',
    'The profile strict uses none: the derivative is NaN.':
      'Le profil strict n’en utilise aucune : la dérivée est NaN.',
  },
  sentence: {
    '{0} {1}': '{0:sentence} {1:instead}',
    '{0} {1}: {2} is {3}, {4} is {5}.': '{0} {1:finding} : {2:place?} vaut {3}, {4:place?} vaut {5}.',
    '{0} (Also at {1}{2}.)': '{0:sentence} (De même pour {1:places?}{2:more}.)',
    'Inside, at {0}: {1}': 'À l’intérieur, en {0} : {1:sentence}',
    '{0} needs {1}, but {2} is {3}: there is no derivative here.':
      '{0} exige {1:domain?}, mais {2:place?} vaut {3} : il n’y a pas de dérivée ici.',
    '{0} has a vertical tangent where {1} is {2}: its slope is infinite.':
      '{0} a une tangente verticale là où {1:place?} vaut {2} : sa pente est infinie.',
    '{0} has a kink where {1} is {2}: slope {3} from the left, {4} from the right; {5} is used.':
      '{0} a un point anguleux là où {1:place?} vaut {2} : pente {3} à gauche, {4} à droite ; c’est {5} qui est utilisé.',
    '{0} has a kink where {1}.': '{0} a un point anguleux là où {1:corner}.',
    '{0} is constant between its jumps: its derivative is 0, so no gradient flows through it.':
      '{0} est constant entre ses sauts : sa dérivée est 0, donc aucun gradient ne le traverse.',
    '{0} passes its operand on but is given the derivative 0 by decree: this is not the true derivative.':
      '{0} transmet son opérande, mais sa dérivée est 0 par décret : ce n’est pas la vraie dérivée.',
    'normalize needs x ≠ 0: the zero vector has no direction, and no derivative here.':
      'normalize exige x ≠ 0 : le vecteur nul n’a pas de direction, et il n’y a pas de dérivée ici.',
    'cosine_similarity needs {0} ≠ 0: the zero vector has no direction, and there is no derivative here.':
      'cosine_similarity exige {0} ≠ 0 : le vecteur nul n’a pas de direction, et il n’y a pas de dérivée ici.',
    'distance has a kink where a and b are equal; 0 is used as its gradient.':
      'distance a un point anguleux là où a et b sont égaux ; son gradient y est pris égal à 0.',
    'max_pool1d has a kink where {0} ties for the largest of its window; the {1} share the slope equally.':
      'max_pool1d a un point anguleux là où {0:place?} est à égalité pour le plus grand de sa fenêtre ; les {1} se partagent la pente à parts égales.',
    'binary_cross_entropy needs 0 < p < 1, but {0} is {1}.':
      'binary_cross_entropy exige 0 < p < 1, mais {0:place?} vaut {1}.',
    'entropy needs p ≥ 0, but {0} is {1}.': 'entropy exige p ≥ 0, mais {0:place?} vaut {1}.',
    'entropy has a vertical tangent where {0} is 0: its slope is infinite.':
      'entropy a une tangente verticale là où {0:place?} vaut 0 : sa pente est infinie.',
    'sort has a kink where {0}: which comes first changes as they move; they keep their order here.':
      'sort a un point anguleux là où {0:equals} : le premier change quand ils bougent ; ici, ils gardent leur ordre.',
    '{0} needs an invertible matrix, but {1} is singular: its determinant is 0, or no larger than the rounding of its entries.':
      '{0} exige une matrice inversible, mais {1} est singulière : son déterminant est 0, ou ne dépasse pas l’arrondi de ses coefficients.',
    'logdet needs det x ≠ 0, but x is singular: there is no derivative here.':
      'logdet exige det x ≠ 0, mais x est singulière : il n’y a pas de dérivée ici.',
    'The {0} of {1} is not finite because of {2}.': 'La {0:what} de {1} n’est pas finie à cause de {2}.',
    'The {0} of {1} ({2}) is not finite: it is too large for a float64, whose largest number is 1.8e308, or undefined.':
      'La {0:what} de {1} ({2}) n’est pas finie : elle est trop grande pour un float64, dont le plus grand nombre est 1.8e308, ou n’est pas définie.',
    'The gradient of {0} with respect to {1} is not finite: a product on the way back is too large for a float64.':
      'Le gradient de {0} par rapport à {1} n’est pas fini : un produit au retour est trop grand pour un float64.',
    '{0} does not use its operand {1}: the wire from {2} changes nothing.':
      '{0} n’utilise pas son opérande {1} : le fil venant de {2} ne change rien.',
    'The operand {0} of {1} ({2}) has no wire.': 'L’opérande {0} de {1} ({2}) n’a pas de fil.',
    '{0} is not evaluated because of a problem at {1}.': '{0} n’est pas évalué à cause d’un problème en {1}.',
    'The value would be {0}: {1} entries, more than the limit of {2}.':
      'La valeur serait {0:shape} : {1:count} coefficients, plus que la limite de {2:count}.',
    '{0} cannot be evaluated: inside, at {1}: {2}':
      '{0} ne peut pas être évalué : à l’intérieur, en {1} : {2:sentence}',
    '{0} would unfold into more than {1} nodes: use fewer functions within functions.':
      '{0} se déplierait en plus de {1:count} nœuds : mettez moins de fonctions dans des fonctions.',
  },
};
