/**
 * The outline, in French.
 */
export const OUTLINE_IN_FRENCH = {
  'Outline of “{{title}}”, in the order of evaluation': 'Plan de « {{title}} », dans l’ordre du calcul',
  Function: 'Fonction',
  Operands: 'Opérandes',
  'There are no nodes yet.': 'Il n’y a pas encore de nœuds.',
  'Show more: {{shown}} of {{all}}': 'En montrer davantage : {{shown}} sur {{all}}',
  'no wire': 'pas de fil',
  '{{operand}}: go to {{source}}': '{{operand}} : aller à {{source}}',
  'Source of {{operand}}': 'Source de {{operand}}',
} as const;
