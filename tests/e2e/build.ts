/**
 * Before the end-to-end tests: what they drive is built from the sources as they are.
 */
import { build } from '../../scripts/build.mjs';

export default build;
