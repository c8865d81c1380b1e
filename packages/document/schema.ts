/**
 * The form of the saved graph, version 1. What needs more than one place to judge (ids, wires, operators) is checked in structure.ts.
 */
import * as z from 'zod';
import { ID_PATTERN } from './graph';

// The strict content policy forbids making code at run time.
z.config({ jitless: true });

/** Every message completes "expected …". */
const expected = (what: string) => ({ error: `expected ${what}` });

const text = (what = 'a text') => z.string(expected(what));
const finite = (what = 'a finite number') => z.number(expected(what));
const object = (what: string) => z.looseObject({}, expected(what));

const id = z
  .string(expected('an id'))
  .regex(ID_PATTERN, expected('an id: a letter, then up to 63 letters, digits or underscores'));

/** A value is checked by hand: it may have a million entries, and a ragged row is to be named. */
const value = z.unknown().superRefine((given, context) => {
  for (const { path, what } of valueFaults(given))
    context.addIssue({ code: 'custom', path, message: `expected ${what}` });
});

interface Fault {
  readonly path: number[];
  readonly what: string;
}

function valueFaults(given: unknown): Fault[] {
  if (typeof given === 'number') return [];
  if (!Array.isArray(given))
    return [{ path: [], what: 'a number, a list of numbers or a list of equally long rows' }];
  if (!given.some(Array.isArray)) return rowFaults(given, []);
  const width = Array.isArray(given[0]) && given[0].length;
  return given.flatMap((row, i) => {
    if (!Array.isArray(row)) return [{ path: [i], what: 'a row of numbers like the others' }];
    if (width && row.length > 0 && row.length !== width)
      return [{ path: [i], what: `a row of ${width} numbers like the first` }];
    return rowFaults(row, [i]);
  });
}

function rowFaults(row: readonly unknown[], path: number[]): Fault[] {
  if (row.length === 0) return [{ path, what: 'at least one entry' }];
  return row.flatMap((entry, j) =>
    typeof entry === 'number' ? [] : [{ path: [...path, j], what: 'a number' }],
  );
}

const node = z.looseObject(
  {
    id,
    op: text('the name of an operator'),
    label: text().optional(),
    value: value.optional(),
    inputs: z
      .record(z.string(), text('the id of a node'), expected('an object from operands to ids'))
      .optional(),
    attributes: object('an object of settings').optional(),
    position: z.tuple([finite(), finite()], expected('two numbers [x, y]')).optional(),
    note: text().optional(),
  },
  expected('a node: an object with id and op'),
);

export const graphSchema = z.looseObject(
  {
    format: z.literal('nabla', expected('"nabla"')),
    version: z.int(),
    title: text().default(''),
    description: text().default(''),
    nodes: z.array(node, expected('a list of nodes')),
    target: text('the id of a node, or null').nullable().default(null),
    functions: object('an object from names to functions').optional(),
    training: object('an object').optional(),
    lesson: object('an object').optional(),
    view: object('an object').optional(),
  },
  expected('a graph: an object with format, version and nodes'),
);

export type RawGraph = z.infer<typeof graphSchema>;
export type RawNode = z.infer<typeof node>;
