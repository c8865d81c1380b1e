/**
 * How often a random test tries: a few times in every run, as often as was promised by `npm run test:long`. `NABLA_SEED` is where it begins.
 */
const long = process.env.NABLA_LONG !== undefined;

export const SEED = Number(process.env.NABLA_SEED ?? 1);

export const trials = (usual: number, inTheLongRun: number): number => (long ? inTheLongRun : usual);
