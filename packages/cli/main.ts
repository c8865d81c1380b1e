/**
 * `nabla COMMAND …`, without a process around it.
 */
import { didYouMean } from '#document';
import { version } from '../../package.json';
import { UsageError } from './arguments';
import {
  type Command,
  checkCommand,
  evalCommand,
  exportCommand,
  type Output,
  validateCommand,
} from './commands';
import { COMMAND_HELP, HELP } from './help';

const COMMANDS = new Map<string, Command>([
  ['eval', evalCommand],
  ['check', checkCommand],
  ['validate', validateCommand],
  ['export', exportCommand],
]);

/**
 * Runs the command line and returns the exit status: 0 fine, 1 a graph has a problem, 2 wrong use. Only `export` makes one wait for it.
 */
export function main(args: readonly string[], { out, err, bytes }: Output): number | Promise<number> {
  const output: Output = { out: (text) => out(harmless(text)), err: (text) => err(harmless(text)), bytes };
  const [name, ...rest] = args;
  if (name === '--version') output.out(version);
  else if (name === '--help' || name === '-h' || name === 'help') output.out(HELP);
  else return runCommand(name, rest, output);
  return 0;
}

/** A text of a stranger's file must not steer the terminal: control characters are shown, not sent. */
function harmless(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function runCommand(name: string | undefined, args: string[], output: Output): number | Promise<number> {
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (!command || name === undefined) {
    if (name !== undefined)
      output.err(`nabla: unknown command "${name}".${didYouMean(name, COMMANDS.keys())}`);
    output.err(HELP);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    output.out(COMMAND_HELP[name]);
    return 0;
  }
  try {
    return command(args, output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    output.err(`nabla ${name}: ${error.message}\nTry nabla ${name} --help.`);
    return 2;
  }
}
