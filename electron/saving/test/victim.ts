/**
 * A process that saves one text after another until it is killed: `victim PATH`.
 */
import { DISK } from '../disk';
import { replaceFile } from '../replace-file';
import { textNumber } from './texts';

const path = process.argv[2];
process.stdout.write('ready\n');
for (let k = 1; ; k++) await replaceFile(DISK, path, new TextEncoder().encode(textNumber(k)));
