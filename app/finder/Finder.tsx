/**
 * A field to search in and what it finds: functions to add, commands, nodes. The arrows choose, Enter takes, Escape leaves everything as it was.
 */
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { type CSSProperties, type ReactNode, useRef, useState } from 'react';
import { find } from '../state/store';
import styles from './finder.module.css';

export interface Found {
  readonly key: string;
  readonly title: string;
  readonly sign?: ReactNode;
  /** Said beside it: the keys of a command, the name of an operator. */
  readonly aside?: string | undefined;
  readonly help?: string | undefined;
  run(): void;
}

interface FinderProps {
  readonly label: string;
  readonly placeholder: string;
  /** What answers to the words. */
  results(words: string): readonly Found[];
  /** Why there is nothing. */
  nothing(words: string): string;
  /** A point of the screen that it opens at; else it opens in the middle, near the top. */
  readonly at?: { readonly x: number; readonly y: number };
  /** Gives the focus to what was taken, once it is drawn. */
  focusAfter?(): void;
}

const WIDTH = 440;
const HEIGHT = 420;

/** Beside the point, and inside the window, whatever becomes of its size. */
const placeBeside = ({ x, y }: { readonly x: number; readonly y: number }): CSSProperties => ({
  left: `clamp(8px, ${x}px, calc(100vw - ${WIDTH + 8}px))`,
  top: `clamp(8px, ${y}px, calc(100vh - ${HEIGHT + 8}px))`,
  transform: 'none',
});

export function Finder({ label, placeholder, results, nothing, at, focusAfter }: FinderProps) {
  const [words, setWords] = useState('');
  const taken = useRef(false);
  const found = results(words);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && find(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} data-clear={at ? true : undefined} />
        <Dialog.Popup
          className={styles.popup}
          style={at && placeBeside(at)}
          aria-label={label}
          finalFocus={() => !(taken.current && focusAfter)}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={found}
            value={words}
            onValueChange={setWords}
            itemToStringValue={({ title }: Found) => title}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.Input className={styles.input} placeholder={placeholder} aria-label={label} />
            {found.length === 0 && <p className={styles.nothing}>{nothing(words)}</p>}
            <Autocomplete.List className={styles.list}>
              {(item: Found) => (
                <Autocomplete.Item
                  key={item.key}
                  value={item}
                  className={styles.item}
                  title={item.help}
                  onClick={() => {
                    taken.current = true;
                    find(null);
                    item.run();
                    if (focusAfter) requestAnimationFrame(focusAfter);
                  }}
                >
                  <span className={styles.sign} aria-hidden="true">
                    {item.sign}
                  </span>
                  <span className={styles.title}>{item.title}</span>
                  {item.aside && <span className={styles.aside}>{item.aside}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
