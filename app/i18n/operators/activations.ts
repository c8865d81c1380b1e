/**
 * Activation functions in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const activations: Readonly<Record<string, OperatorInFrench>> = {
  sigmoid: {
    title: 'Sigmoïde',
    help: '1/(1 + e⁻ˣ), une courbe en S de 0 à 1.',
    words: ['fonction logistique', 'activation', 'dérivée de softplus'],
  },
  relu: {
    title: 'Unité linéaire rectifiée',
    help: 'x s’il est positif, 0 sinon.',
    words: ['rectificateur', 'rampe', 'partie positive', 'activation'],
  },
  relu6: {
    title: 'Relu plafonné à 6',
    help: 'x entre 0 et 6, constant en dehors.',
    words: ['rectificateur borné', 'activation'],
  },
  leaky_relu: {
    title: 'Relu à fuite',
    help: 'x s’il est positif, slope · x sinon.',
    words: ['rectificateur à fuite', 'activation'],
  },
  elu: {
    title: 'Unité linéaire exponentielle',
    help: 'x s’il est positif, α(eˣ − 1) sinon.',
    words: ['activation'],
  },
  selu: {
    title: 'Elu autonormalisé',
    help: 'Un elu mis à l’échelle pour que les moyennes et les variances se stabilisent.',
    words: ['autonormalisation', 'activation'],
  },
  gelu: {
    title: 'Unité linéaire à erreur gaussienne',
    help: 'x Φ(x), où Φ est la fonction de répartition de la loi normale.',
    words: ['gaussienne', 'activation'],
  },
  gelu_tanh: {
    title: 'Gelu par la tangente hyperbolique',
    help: 'L’approximation ½x(1 + tanh(√(2/π)(x + 0,044715x³))) de gelu.',
    words: ['gelu approché', 'activation'],
  },
  silu: {
    title: 'Unité linéaire sigmoïde',
    help: 'x σ(x), appelée aussi swish.',
    words: ['activation'],
  },
  mish: {
    title: 'Mish',
    help: 'x tanh(softplus x).',
    words: ['activation'],
  },
  softsign: {
    title: 'Softsign',
    help: 'x/(1 + |x|), une courbe en S aux queues lentes.',
    words: ['signe lisse', 'activation'],
  },
  erf: {
    title: 'Fonction d’erreur',
    help: '(2/√π) ∫₀ˣ e^(−t²) dt.',
    words: ['erreur de Gauss', 'gaussienne', 'loi normale'],
  },
  hardtanh: {
    title: 'Tanh par morceaux',
    help: 'x entre −1 et 1, constant en dehors.',
    words: ['tangente hyperbolique dure', 'activation'],
  },
  hardsigmoid: {
    title: 'Sigmoïde par morceaux',
    help: 'x/6 + ½ entre −3 et 3, constant en dehors.',
    words: ['sigmoïde dure', 'activation'],
  },
  hardswish: {
    title: 'Swish par morceaux',
    help: 'x · hardsigmoid(x).',
    words: ['swish dur', 'activation'],
  },
  clip: {
    title: 'Écrêtage',
    help: 'x entre les réglages min et max, constant en dehors.',
    words: ['écrêter', 'borner', 'limiter', 'tronquer'],
  },
};
