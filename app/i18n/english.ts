/**
 * What English needs beyond its keys: the forms of a text that counts something.
 */
import type { french } from './french';

/** Every text that counts in French counts in English too. */
type Counted = Extract<keyof typeof french, `${string}_${'one' | 'other'}`>;

export const english: Readonly<Record<Counted, string>> = {
  'and {{count}} more_one': 'and one more',
  'and {{count}} more_other': 'and {{count}} more',
  '{{count}} nodes_one': '{{count}} node',
  '{{count}} nodes_other': '{{count}} nodes',
  '{{count}} edges_one': '{{count}} edge',
  '{{count}} edges_other': '{{count}} edges',
  '{{count}} wires_one': '{{count}} wire',
  '{{count}} wires_other': '{{count}} wires',
  'graph of {{count}} nodes_one': 'graph of {{count}} node',
  'graph of {{count}} nodes_other': 'graph of {{count}} nodes',
  'One term for each of the {{count}} edges that leave it._one': 'One term for the edge that leaves it.',
  'One term for each of the {{count}} edges that leave it._other':
    'One term for each of the {{count}} edges that leave it.',
  '{{count}} derivatives compared so far._one': '{{count}} derivative compared so far.',
  '{{count}} derivatives compared so far._other': '{{count}} derivatives compared so far.',
  '{{wrong}} of {{count}} derivatives are wrong._one': '{{wrong}} of {{count}} derivative is wrong.',
  '{{wrong}} of {{count}} derivatives are wrong._other': '{{wrong}} of {{count}} derivatives are wrong.',
  'All {{count}} derivatives agree with differences._one': 'The only derivative agrees with differences.',
  'All {{count}} derivatives agree with differences._other':
    'All {{count}} derivatives agree with differences.',
  'It is a graph of {{count}} nodes._one': 'It is a graph of {{count}} node.',
  'It is a graph of {{count}} nodes._other': 'It is a graph of {{count}} nodes.',
  'There are {{count}} problems in the file. The graph that is open stays as it is._one':
    'There is one problem in the file. The graph that is open stays as it is.',
  'There are {{count}} problems in the file. The graph that is open stays as it is._other':
    'There are {{count}} problems in the file. The graph that is open stays as it is.',
};
