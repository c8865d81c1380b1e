/**
 * For those who listen: what was just done, undone, or is being wired.
 */
import { useTranslation } from 'react-i18next';
import { choiceText } from '../commands/connecting';
import { useSaid } from '../i18n/messages';
import { useEditor } from '../state/store';

export function Announcer() {
  const { t } = useTranslation();
  const said = useSaid();
  const connecting = useEditor((state) => state.connecting);
  const told = useEditor((state) => state.told);
  const sentence = () => {
    if (connecting) {
      const { from, choices, at } = connecting;
      return t('{{from}} to {{choice}}, {{at}} of {{of}}', {
        from,
        choice: choiceText(from, choices[at]),
        at: at + 1,
        of: choices.length,
      });
    }
    if (!told) return '';
    const step = said(told.step, 'step');
    if (told.kind === 'undone') return t('Undone: {{step}}', { step });
    return told.kind === 'redone' ? t('Redone: {{step}}', { step }) : step;
  };
  return (
    <div className="visually-hidden" aria-live="polite" data-announcer>
      {sentence()}
    </div>
  );
}
