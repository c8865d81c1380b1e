#!/usr/bin/env node
/**
 * The process around the command line.
 */
import { main } from './main';

// A reader that has seen enough (`nabla eval … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  bytes: (data) => process.stdout.write(data),
});
