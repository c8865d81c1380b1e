/**
 * Every function that can be wired in: searched, clicked or dragged onto the canvas.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OPERATOR_DRAG } from '../canvas/gestures';
import { freePlace } from '../canvas/viewport';
import { addEntry } from '../finder/adding';
import { Tex } from '../math/Tex';
import { currentDocument, useEditor } from '../state/store';
import { type Entry, entriesFor, GROUPS, groupTitle, search } from './entries';
import styles from './palette.module.css';

export function Palette() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const functions = useEditor(({ history }) => history.document.functions);
  const found = search(entriesFor({ ...currentDocument(), functions }), words);
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
          if (event.key === 'Enter' && found.length > 0) add(found[0]);
          if (event.key === 'Escape') setWords('');
        }}
      />
      <div className={styles.list}>
        {GROUPS.map((group) => (
          <Group
            key={group}
            title={groupTitle(group)}
            entries={found.filter((entry) => entry.group === group)}
          />
        ))}
        {found.length === 0 && (
          <p className={styles.nothing}>{t('No function is called “{{words}}”.', { words })}</p>
        )}
      </div>
    </div>
  );
}

const add = (entry: Entry) => addEntry(entry, freePlace());

function Group({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2 className={styles.heading}>{title}</h2>
      <div className={styles.items}>
        {entries.map((entry) => {
          const { key, op, title: name, symbol, help } = entry;
          return (
            <button
              key={key}
              type="button"
              className={styles.item}
              title={t('{{name}} ({{op}}): {{help}}', { name, op, help })}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(OPERATOR_DRAG, key);
                event.dataTransfer.effectAllowed = 'copy';
              }}
              onClick={() => add(entry)}
            >
              <span className={styles.symbol} aria-hidden="true">
                <Tex>{symbol}</Tex>
              </span>
              <span className={styles.itemName}>{op}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
