/**
 * The turns of a scenario as rows: the median of the rounds, and how often Nabla's time goes into that of the naive version.
 */
import type { Report, Row } from '../harness/report';
import { quantile } from './frames';
import { MOVES, type Turn } from './scenarios';

interface Rounds {
  readonly nabla: readonly Turn[];
  readonly naive: readonly Turn[];
}

export type Found = Readonly<Record<string, Rounds>>;

export function framesReport(found: Found): Report {
  const rows = Object.entries(found).flatMap(([name, rounds]) =>
    MOVES.filter((move) => rounds.nabla[0].moves[move]).map((move): Row => {
      const of = (turns: readonly Turn[], figure: 'median' | 'p95' | 'busy') =>
        middle(turns.map(({ moves }) => moves[move]![figure]));
      const [median, p95, busy] = (['median', 'p95', 'busy'] as const).map((figure) =>
        of(rounds.nabla, figure),
      );
      const [naive, naive95, naiveBusy] = (['median', 'p95', 'busy'] as const).map((figure) =>
        of(rounds.naive, figure),
      );
      return {
        name: rounds.nabla[0].moves.pan ? `${name} ${move}` : name,
        figures: {
          'frame ms': median,
          '95 %': p95,
          'busy ms': busy,
          'naive: frame ms': naive,
          '95 % ': naive95,
          'busy ms ': naiveBusy,
          '× frame': naive / median,
          '× busy': naiveBusy / busy,
        },
        note: noteOf(rounds.nabla[0]),
      };
    }),
  );
  const columns = Object.keys(rows[0]?.figures ?? {});
  return { title: 'From frame to frame while the pointer moves', columns, rows };
}

const noteOf = ({ seen: { detail, nodes, labels, changed } }: Turn): string =>
  `${detail}; ${nodes} nodes in sight${labels > 0 ? `; ${changed} of ${labels} labels changed` : ''}`;

export function openingReport(found: Found): Report {
  const rows = Object.entries(found).map(([name, rounds]): Row => {
    const opened = (turns: readonly Turn[]) => middle(turns.map((turn) => turn.opened));
    const heap = (turns: readonly Turn[]) => middle(turns.map((turn) => turn.heap)) / 1e6;
    return {
      name,
      figures: {
        'opened ms': opened(rounds.nabla),
        'heap MB': heap(rounds.nabla),
        'naive: opened ms': opened(rounds.naive),
        'heap MB ': heap(rounds.naive),
        '× opened': opened(rounds.naive) / opened(rounds.nabla),
      },
    };
  });
  const columns = Object.keys(rows[0]?.figures ?? {});
  return { title: 'A file opened, and the JavaScript heap after all that', columns, rows };
}

const middle = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
