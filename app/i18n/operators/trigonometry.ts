/**
 * Circular and hyperbolic functions in French.
 */
import type { OperatorInFrench } from './operator-in-french';

export const trigonometry: Readonly<Record<string, OperatorInFrench>> = {
  atan2: {
    title: 'Angle d’un point',
    help: 'L’angle du point (x, y), dans ]−π, π].',
    words: ['argument', 'angle polaire', 'arc tangente'],
  },
  sin: {
    title: 'Sinus',
    help: 'Le sinus de chaque coefficient, en radians.',
    words: ['trigonométrie', 'primitive du cosinus'],
  },
  cos: {
    title: 'Cosinus',
    help: 'Le cosinus de chaque coefficient, en radians.',
    words: ['trigonométrie', 'dérivée du sinus'],
  },
  tan: {
    title: 'Tangente',
    help: 'La tangente de chaque coefficient, en radians.',
    words: ['trigonométrie', 'tg'],
  },
  asin: {
    title: 'Arc sinus',
    help: 'L’angle de [−π/2, π/2] dont le sinus est x.',
    words: ['arcsin', 'arcsinus', 'réciproque du sinus'],
  },
  acos: {
    title: 'Arc cosinus',
    help: 'L’angle de [0, π] dont le cosinus est x.',
    words: ['arccos', 'arccosinus', 'réciproque du cosinus'],
  },
  atan: {
    title: 'Arc tangente',
    help: 'L’angle de ]−π/2, π/2[ dont la tangente est x.',
    words: ['arctan', 'arctangente', 'réciproque de la tangente'],
  },
  sinc: {
    title: 'Sinus cardinal',
    help: 'sin x / x, et 1 en 0.',
    words: ['sinus sur x'],
  },
  sinh: {
    title: 'Sinus hyperbolique',
    help: '(eˣ − e⁻ˣ)/2.',
    words: ['sh', 'hyperbolique'],
  },
  cosh: {
    title: 'Cosinus hyperbolique',
    help: '(eˣ + e⁻ˣ)/2.',
    words: ['ch', 'chaînette', 'dérivée du sinus hyperbolique'],
  },
  tanh: {
    title: 'Tangente hyperbolique',
    help: 'Une courbe en S de −1 à 1.',
    words: ['th', 'activation', 'sigmoïde centrée'],
  },
  asinh: {
    title: 'Argument sinus hyperbolique',
    help: 'ln(x + √(x² + 1)).',
    words: ['argsh', 'réciproque du sinus hyperbolique'],
  },
  acosh: {
    title: 'Argument cosinus hyperbolique',
    help: 'ln(x + √(x² − 1)).',
    words: ['argch', 'réciproque du cosinus hyperbolique'],
  },
  atanh: {
    title: 'Argument tangente hyperbolique',
    help: '½ ln((1 + x)/(1 − x)).',
    words: ['argth', 'réciproque de la tangente hyperbolique'],
  },
};
