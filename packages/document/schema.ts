/**
 * The form of the saved graph, version 1. What needs more than one place to judge (ids, wires, operators) is checked in structure.ts.
 */
import * as z from 'zod';
import { ID_PATTERN } from './graph';
import { firstOf, PROBLEM_LIMIT } from './problem';

// The strict content policy forbids making code at run time.
z.config({ jitless: true });

/** Every message completes "expected …". */
const expected = (what: string) => ({ error: `expected ${what}` });

const text = (what = 'a text') => z.string(expected(what));
const finite = (what = 'a finite number') => z.number(expected(what));
const object = (what: string) => z.looseObject({}, expected(what));

const name = z
  .string(expected('a name'))
  .regex(ID_PATTERN, expected('a name: a letter, then up to 63 letters, digits or underscores'));

const id = z
  .string(expected('an id'))
  .regex(ID_PATTERN, expected('an id: a letter, then up to 63 letters, digits or underscores'));

/** A value is checked by hand: it may have a million entries, and a ragged row is to be named. */
const value = z.unknown().superRefine((given, context) => {
  for (const { path, what } of firstOf(valueFaults(given), PROBLEM_LIMIT))
    context.addIssue({ code: 'custom', path, message: `expected ${what}` });
});

interface Fault {
  readonly path: number[];
  readonly what: string;
}

function* valueFaults(given: unknown): Generator<Fault> {
  if (typeof given === 'number') return;
  if (!Array.isArray(given)) {
    yield { path: [], what: 'a number, a list of numbers or a list of equally long rows' };
    return;
  }
  if (!given.some(Array.isArray)) return yield* rowFaults(given, []);
  const width = Array.isArray(given[0]) && given[0].length;
  for (const [i, row] of given.entries()) {
    if (!Array.isArray(row)) yield { path: [i], what: 'a row of numbers like the others' };
    else if (width && row.length > 0 && row.length !== width)
      yield { path: [i], what: `a row of ${width} numbers like the first` };
    else yield* rowFaults(row, [i]);
  }
}

function* rowFaults(row: readonly unknown[], path: number[]): Generator<Fault> {
  if (row.length === 0) yield { path, what: 'at least one entry' };
  for (const [j, entry] of row.entries())
    if (typeof entry !== 'number') yield { path: [...path, j], what: 'a number' };
}

export const nodeSchema = z.looseObject(
  {
    id,
    op: text('the name of an operator'),
    label: text().optional(),
    value: value.optional(),
    expression: text('a formula').optional(),
    function: text('the name of a function').optional(),
    inputs: z
      .record(z.string(), text('the id of a node'), expected('an object from operands to ids'))
      .optional(),
    attributes: object('an object of settings').optional(),
    position: z.tuple([finite(), finite()], expected('two numbers [x, y]')).optional(),
    note: text().optional(),
  },
  expected('a node: an object with id and op'),
);

export const functionSchema = z.looseObject(
  {
    title: text().optional(),
    inputs: z.array(name, expected('a list of names of inputs')),
    nodes: z.array(nodeSchema, expected('a list of nodes')),
    output: text('the id of a node or an input'),
  },
  expected('a function: an object with inputs, nodes and output'),
);

export const graphSchema = z.looseObject(
  {
    format: z.literal('nabla', expected('"nabla"')),
    version: z.int(),
    title: text().default(''),
    description: text().default(''),
    nodes: z.array(nodeSchema, expected('a list of nodes')),
    target: text('the id of a node, or null').nullable().default(null),
    functions: z.record(z.string(), functionSchema, expected('an object from names to functions')).optional(),
    training: object('an object').optional(),
    lesson: object('an object').optional(),
    view: object('an object').optional(),
  },
  expected('a graph: an object with format, version and nodes'),
);

export type RawGraph = z.infer<typeof graphSchema>;
export type RawFunction = z.infer<typeof functionSchema>;
export type RawNode = z.infer<typeof nodeSchema>;
