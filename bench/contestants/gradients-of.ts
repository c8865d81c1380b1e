/**
 * Libraries that give gradients of arguments only can be asked in two ways: for the gradient of every node, each of which must then be an
 * argument, or for those of the inputs alone, which is less than what Nabla and C do.
 */
export type GradientsOf = 'nodes' | 'inputs';

export const TOLD: Readonly<Record<GradientsOf, string>> = {
  nodes: '',
  inputs: ', gradients of the inputs alone',
};

/** The quantity that is compared. */
export const GRADIENTS: Readonly<Record<GradientsOf, string>> = {
  nodes: 'gradients',
  inputs: 'input gradients',
};
