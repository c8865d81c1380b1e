/**
 * Step, back, play at a speed, or go anywhere in the pass.
 */
import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allShownKeys } from '../../commands/keyboard';
import { commandById } from '../../commands/registry';
import shared from '../study.module.css';
import { goTo, stepBy } from './replay';
import styles from './replay.module.css';

/** Seconds from step to step, as they are written. */
const PACES = { 4: '4', 2: '2', 1: '1', 0.5: '½', 0.25: '¼' } as const;

interface PlayerProps {
  readonly at: number;
  readonly count: number;
}

export function Player({ at, count }: PlayerProps) {
  const { t } = useTranslation();
  const [pace, setPace] = useState(2);
  const [playing, play] = useState(false);
  const isLast = at === count - 1;
  if (playing && isLast) play(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => stepBy(1), 1000 * pace);
    return () => clearInterval(timer);
  }, [playing, pace]);
  const keys = (id: string) => allShownKeys(commandById(id)).join(', ');
  return (
    <>
      <div className={styles.player}>
        <button
          type="button"
          aria-label={t('Step back')}
          title={`${t('Step back')} (${keys('replay.back')})`}
          disabled={at === 0}
          onClick={() => stepBy(-1)}
        >
          <SkipBack size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label={playing ? t('Pause') : t('Play')}
          title={playing ? t('Pause') : t('Play')}
          onClick={() => {
            if (isLast) goTo(0);
            play(!playing);
          }}
        >
          {playing ? <Pause size={18} aria-hidden="true" /> : <Play size={18} aria-hidden="true" />}
        </button>
        <button
          type="button"
          aria-label={t('Next step')}
          title={`${t('Next step')} (${keys('replay.next')})`}
          disabled={isLast}
          onClick={() => stepBy(1)}
        >
          <SkipForward size={18} aria-hidden="true" />
        </button>
        <select
          aria-label={t('Pace')}
          value={pace}
          onChange={(event) => setPace(Number(event.currentTarget.value))}
        >
          {Object.entries(PACES)
            .toSorted(([a], [b]) => Number(b) - Number(a))
            .map(([seconds, written]) => (
              <option key={seconds} value={seconds}>
                {t('a step in {{seconds}} s', { seconds: written })}
              </option>
            ))}
        </select>
      </div>
      <label className={shared.scrub}>
        <span>{t('Step {{at}} of {{of}}', { at: at + 1, of: count })}</span>
        <input
          type="range"
          min={0}
          max={count - 1}
          value={at}
          onChange={(event) => goTo(Number(event.currentTarget.value))}
        />
      </label>
    </>
  );
}
