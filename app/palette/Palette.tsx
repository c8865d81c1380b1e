/**
 * Every function that can be wired in: searched, clicked or dragged onto the canvas.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OPERATOR_DRAG } from '../canvas/Canvas';
import { freePlace } from '../canvas/viewport';
import { addOperator } from '../finder/adding';
import { Tex } from '../math/Tex';
import { ENTRIES, type Entry, GROUPS, search } from './entries';
import styles from './palette.module.css';

export function Palette() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const found = search(ENTRIES, words);
  return (
    <div className={styles.palette}>
      <input
        className={styles.search}
        type="search"
        placeholder={t('Search functions')}
        aria-label={t('Search functions')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && found.length > 0) add(found[0].op);
          if (event.key === 'Escape') setWords('');
        }}
      />
      <div className={styles.list}>
        {GROUPS.map((group) => (
          <Group key={group} title={t(group)} entries={found.filter((entry) => entry.group === group)} />
        ))}
        {found.length === 0 && (
          <p className={styles.nothing}>{t('No function is called “{{words}}”.', { words })}</p>
        )}
      </div>
    </div>
  );
}

const add = (op: string) => addOperator(op, freePlace());

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
