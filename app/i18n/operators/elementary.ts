/**
 * Sums, powers, exponentials and what rounds, in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const elementary: Readonly<Record<string, OperatorInFrench>> = {
  add: {
    title: 'Addition',
    help: 'La somme, terme à terme.',
    words: ['plus', 'somme', 'ajouter'],
  },
  subtract: {
    title: 'Soustraction',
    help: 'La différence, terme à terme.',
    words: ['moins', 'différence', 'retrancher'],
  },
  multiply: {
    title: 'Multiplication',
    help: 'Le produit, terme à terme.',
    words: ['fois', 'produit terme à terme', 'produit de Hadamard'],
  },
  divide: {
    title: 'Division',
    help: 'Le quotient, terme à terme.',
    words: ['quotient', 'rapport'],
  },
  maximum: {
    title: 'Le plus grand des deux',
    help: 'Le plus grand des deux opérandes, terme à terme ; lui seul reçoit un gradient.',
    words: ['maximum', 'max'],
  },
  minimum: {
    title: 'Le plus petit des deux',
    help: 'Le plus petit des deux opérandes, terme à terme ; lui seul reçoit un gradient.',
    words: ['minimum', 'min'],
  },
  identity: {
    title: 'Identité',
    help: 'Transmet son opérande sans le changer.',
    words: ['fonction identité'],
  },
  negative: {
    title: 'Opposé',
    help: 'Change le signe de chaque coefficient.',
    words: ['moins', 'négatif', 'changer de signe'],
  },
  pow: {
    title: 'Puissance',
    help: 'a à la puissance b, terme à terme ; on dérive par rapport aux deux.',
    words: ['exposant', 'exponentiation'],
  },
  hypot: {
    title: 'Hypoténuse',
    help: '√(a² + b²), mise à l’échelle pour que les carrés ne puissent pas déborder.',
    words: ['Pythagore', 'module'],
  },
  abs: {
    title: 'Valeur absolue',
    help: 'La distance de chaque coefficient à 0.',
    words: ['module', 'grandeur'],
  },
  square: {
    title: 'Carré',
    help: 'Chaque coefficient multiplié par lui-même.',
    words: ['au carré', 'puissance 2'],
  },
  cube: {
    title: 'Cube',
    help: 'La puissance troisième de chaque coefficient.',
    words: ['au cube', 'puissance 3'],
  },
  power: {
    title: 'Puissance d’exposant fixé',
    help: 'Chaque coefficient élevé à la puissance du réglage exponent.',
    words: ['exposant', 'fonction puissance', 'monôme'],
  },
  sqrt: {
    title: 'Racine carrée',
    help: 'La racine carrée de chaque coefficient.',
    words: ['racine', 'radical'],
  },
  rsqrt: {
    title: 'Inverse de la racine carrée',
    help: 'Un sur la racine carrée de chaque coefficient.',
    words: ['racine inverse', 'dérivée de la racine'],
  },
  reciprocal: {
    title: 'Inverse',
    help: 'Un sur chaque coefficient.',
    words: ['fonction inverse', 'dérivée du logarithme'],
  },
  logaddexp: {
    title: 'Somme en échelle logarithmique',
    help: 'ln(eᵃ + eᵇ) sans débordement.',
    words: ['logarithme de la somme', 'maximum lisse'],
  },
  exp: {
    title: 'Exponentielle',
    help: 'e à la puissance de chaque coefficient ; elle est sa propre dérivée.',
    words: ['fonction exponentielle', 'népérienne'],
  },
  exp2: {
    title: 'Exponentielle de base 2',
    help: '2 à la puissance de chaque coefficient.',
    words: ['puissance de deux'],
  },
  expm1: {
    title: 'Exponentielle moins un',
    help: 'eˣ − 1 avec tous ses chiffres près de 0.',
    words: ['exponentielle précise'],
  },
  log: {
    title: 'Logarithme népérien',
    help: 'Le logarithme de base e.',
    words: ['ln', 'logarithme naturel', 'primitive de 1/x'],
  },
  log2: {
    title: 'Logarithme binaire',
    help: 'Le logarithme de base 2.',
    words: ['logarithme en base 2', 'bits'],
  },
  log10: {
    title: 'Logarithme décimal',
    help: 'Le logarithme de base 10.',
    words: ['logarithme en base 10'],
  },
  log1p: {
    title: 'Logarithme de 1 + x',
    help: 'ln(1 + x) avec tous ses chiffres près de 0.',
    words: ['logarithme précis', 'logarithme de un plus'],
  },
  logit: {
    title: 'Logit',
    help: 'ln(x/(1 − x)), la réciproque de la sigmoïde.',
    words: ['log-cote', 'réciproque de la sigmoïde'],
  },
  logcosh: {
    title: 'Logarithme du cosinus hyperbolique',
    help: 'Comme ½x² près de 0, comme |x| − ln 2 au loin.',
    words: ['valeur absolue lisse', 'primitive de la tangente hyperbolique'],
  },
  xlogx: {
    title: 'x ln x',
    help: 'x fois son logarithme, 0 en 0 : un terme de l’entropie.',
    words: ['terme entropique'],
  },
  softplus: {
    title: 'Softplus',
    help: 'ln(1 + eˣ), un relu lisse.',
    words: ['rampe lisse', 'primitive de la sigmoïde'],
  },
  log_sigmoid: {
    title: 'Logarithme de la sigmoïde',
    help: 'ln σ(x), exact là où σ(x) est presque nul.',
    words: ['log-sigmoïde'],
  },
  sign: {
    title: 'Signe',
    help: '−1, 0 ou 1. Il bloque le gradient.',
    words: ['fonction signe', 'dérivée de la valeur absolue'],
  },
  step: {
    title: 'Échelon',
    help: '1 si x > 0, 0 sinon : la pente de relu. Il bloque le gradient.',
    words: ['Heaviside', 'marche', 'dérivée de relu'],
  },
  floor: {
    title: 'Partie entière',
    help: 'Le plus grand entier qui ne dépasse pas x. Elle bloque le gradient.',
    words: ['plancher', 'arrondi par défaut'],
  },
  ceil: {
    title: 'Partie entière supérieure',
    help: 'Le plus petit entier que x ne dépasse pas. Elle bloque le gradient.',
    words: ['plafond', 'arrondi par excès'],
  },
  round: {
    title: 'Arrondi',
    help: 'L’entier le plus proche, les demis vers l’entier pair. Il bloque le gradient.',
    words: ['arrondir', 'entier le plus proche'],
  },
  stop_gradient: {
    title: 'Arrêt du gradient',
    help: 'L’identité vers l’avant, 0 vers l’arrière par décret : ce n’est pas la vraie dérivée.',
    words: ['détacher', 'bloquer le gradient'],
  },
};
