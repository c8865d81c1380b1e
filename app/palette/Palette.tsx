/**
 * Every function that can be wired in: searched, clicked or dragged onto the canvas.
 */
import { useState } from 'react';
import { addNode, freshId } from '#document';
import { type Family, LEAVES, operators } from '#engine';
import { OPERATOR_DRAG } from '../canvas/Canvas';
import { freePlace } from '../canvas/viewport';
import { Tex } from '../math/Tex';
import { commit, currentDocument, select } from '../state/store';
import styles from './palette.module.css';

interface Entry {
  readonly op: string;
  readonly group: string;
  readonly title: string;
  readonly symbol: string;
  readonly help: string;
  readonly words: string;
}

const LEAF_ENTRIES: readonly Omit<Entry, 'words' | 'group'>[] = [
  { op: LEAVES[0], title: 'Variable', symbol: 'x', help: 'An input of the graph.' },
  { op: LEAVES[1], title: 'Parameter', symbol: 'w', help: 'A number (or matrix) that training changes.' },
  { op: LEAVES[2], title: 'Constant', symbol: 'c', help: 'Data that stays as it is.' },
];

const FAMILIES: Record<Family, string> = {
  arithmetic: 'Arithmetic',
  powers: 'Powers and roots',
  exponentials: 'Exponentials',
  trigonometry: 'Trigonometry',
  hyperbolic: 'Hyperbolic',
  'linear algebra': 'Linear algebra',
  reductions: 'Sums and norms',
  structure: 'Vectors and components',
  activations: 'Activations',
  losses: 'Losses',
  layers: 'Layers',
  rounding: 'Rounding and blocking',
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const ENTRIES: readonly Entry[] = [
  ...LEAF_ENTRIES.map((leaf) => ({
    ...leaf,
    group: 'Values',
    words: plain(`${leaf.title} ${leaf.op} input`),
  })),
  ...[...operators.values()].map(({ name, family, title, symbol, help, synonyms = [] }) => ({
    op: name,
    group: FAMILIES[family],
    title,
    symbol,
    help,
    words: plain([name, title, ...synonyms].join(' ')),
  })),
];

const GROUPS = ['Values', ...Object.values(FAMILIES)];

export function Palette() {
  const [search, setSearch] = useState('');
  const wanted = plain(search).trim();
  const found = ENTRIES.filter(({ words }) => words.includes(wanted));
  return (
    <div className={styles.palette}>
      <input
        className={styles.search}
        type="search"
        placeholder="Search functions"
        aria-label="Search functions"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found.length > 0) add(best(found, wanted).op);
          if (event.key === 'Escape') setSearch('');
        }}
      />
      <div className={styles.list}>
        {GROUPS.map((group) => (
          <Group key={group} title={group} entries={found.filter((entry) => entry.group === group)} />
        ))}
        {found.length === 0 && <p className={styles.nothing}>No function is called “{search}”.</p>}
      </div>
    </div>
  );
}

/** An exact name before a name that begins so before the rest. */
function best(found: readonly Entry[], wanted: string): Entry {
  return (
    found.find(({ op }) => op === wanted) ?? found.find(({ words }) => words.startsWith(wanted)) ?? found[0]
  );
}

function add(op: string): void {
  const id = freshId(currentDocument(), op);
  commit(addNode(id, op, freePlace()));
  select({ nodes: [id] });
}

function Group({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.items}>
        {entries.map(({ op, title: name, symbol, help }) => (
          <button
            key={op}
            type="button"
            className={styles.item}
            title={`${name} (${op}): ${help}`}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(OPERATOR_DRAG, op);
              event.dataTransfer.effectAllowed = 'copy';
            }}
            onClick={() => add(op)}
          >
            <span className={styles.symbol} aria-hidden="true">
              <Tex>{symbol}</Tex>
            </span>
            <span className={styles.itemName}>{op}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
