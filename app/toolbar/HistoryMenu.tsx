/**
 * All steps, those done and those taken back: one press goes to any of them.
 */
import { Popover } from '@base-ui/react/popover';
import { History as HistoryIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../i18n/messages';
import { redo, setHistoryOpen, undo, useEditor } from '../state/store';
import styles from './toolbar.module.css';

/** Undoes or redoes until so many steps are done. */
function goTo(count: number): void {
  const done = () => useEditor.getState().history.past.length;
  while (done() > count) undo();
  while (done() < count && useEditor.getState().history.future.length > 0) redo();
}

export function HistoryMenu() {
  const { t } = useTranslation();
  const open = useEditor((state) => state.historyOpen);
  return (
    <Popover.Root open={open} onOpenChange={setHistoryOpen}>
      <Popover.Trigger className={styles.button} aria-label={t('History')} title={t('History')}>
        <HistoryIcon size={19} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" className={styles.positioner}>
          <Popover.Popup className={styles.history}>
            <Popover.Title className={styles.historyTitle}>{t('History')}</Popover.Title>
            <Steps />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Steps() {
  const { t } = useTranslation();
  const said = useSaid();
  const { past, future } = useEditor((state) => state.history);
  const steps = [
    t('As it was opened'),
    ...past.map(({ label }) => said(label, 'step')),
    ...future.map(({ label }) => said(label, 'step')),
  ];
  return (
    <ol>
      {steps.map((step, count) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <li key={count}>
          <button
            type="button"
            aria-current={count === past.length ? 'step' : undefined}
            data-undone={count > past.length || undefined}
            onClick={() => goTo(count)}
          >
            {step}
          </button>
        </li>
      ))}
    </ol>
  );
}
