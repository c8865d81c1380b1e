/**
 * What the user prefers: language, theme, numbers, the wheel, the derivative at a kink. Every choice counts at once.
 */
import { Dialog } from '@base-ui/react/dialog';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILES, type Profile } from '#engine';
import { EDGE_LABELS, type EdgeLabel, shortNumber } from '#scene';
import { LANGUAGES, type Language, type PlainText, setLanguage, t } from '../i18n/i18n';
import {
  DIGITS,
  NUMBER_STYLES,
  type Settings,
  settingsIn,
  settingsText,
  USUAL_SETTINGS,
  WHEELS,
} from '../state/settings';
import { find, setSettings, useEditor } from '../state/store';
import { chosenTheme, setTheme, THEMES, type Theme } from '../state/theme';
import styles from './dialogs.module.css';

type Style = Settings['numbers']['style'];

const THEME_NAMES = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
} as const satisfies Record<Theme, PlainText>;
const STYLE_NAMES = {
  decimal: 'Decimals',
  scientific: 'Scientific',
  fraction: 'Fractions where they are exact',
} as const satisfies Record<Style, PlainText>;
const EDGE_NAMES = {
  numbers: 'Numbers',
  symbols: 'Symbols',
  both: 'Symbols and numbers',
} as const satisfies Record<EdgeLabel, PlainText>;
const WHEEL_NAMES = {
  pan: 'Moves the canvas',
  zoom: 'Zooms',
} as const satisfies Record<Settings['wheel'], PlainText>;
const PROFILE_NAMES = {
  nabla: 'Nabla: the convention of each function, and a warning',
  pytorch: 'As PyTorch',
  jax: 'As JAX',
  strict: 'Strict: there is none',
} as const satisfies Record<Profile, PlainText>;

/** Numbers that show what a format does. */
const SAMPLES = [1 / 3, -1234.5678, 0.0000123];

export function SettingsDialog() {
  const { t, i18n } = useTranslation();
  const settings = useEditor((state) => state.settings);
  const [theme, chooseTheme] = useState(chosenTheme);
  const { numbers } = settings;
  const changeNumbers = (changed: Partial<Settings['numbers']>) =>
    setSettings({ numbers: { ...numbers, ...changed } });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && find(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <Dialog.Title className={styles.title}>{t('Settings')}</Dialog.Title>
          <Choice
            label={t('Language')}
            value={i18n.language}
            onChange={(name) => setLanguage(name as Language)}
          >
            {Object.entries(LANGUAGES).map(([name, label]) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('Theme')}
            value={theme}
            onChange={(name) => {
              setTheme(name as Theme);
              chooseTheme(name as Theme);
            }}
          >
            {THEMES.map((name) => (
              <option key={name} value={name}>
                {t(THEME_NAMES[name])}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('Numbers')}
            value={numbers.style}
            onChange={(style) => changeNumbers({ style: style as Style })}
          >
            {NUMBER_STYLES.map((style) => (
              <option key={style} value={style}>
                {t(STYLE_NAMES[style])}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('Significant digits')}
            value={String(numbers.digits)}
            onChange={(digits) => changeNumbers({ digits: Number(digits) as (typeof DIGITS)[number] })}
          >
            {DIGITS.map((digits) => (
              <option key={digits}>{digits}</option>
            ))}
          </Choice>
          <label className={styles.choice}>
            <span>{t('Decimal comma')}</span>
            <input
              type="checkbox"
              checked={numbers.comma}
              onChange={(event) => changeNumbers({ comma: event.currentTarget.checked })}
            />
          </label>
          <p className={styles.sample}>{SAMPLES.map((x) => shortNumber(x, numbers)).join('    ')}</p>
          <Choice
            label={t('On the edges')}
            value={settings.edges}
            onChange={(edges) => setSettings({ edges: edges as EdgeLabel })}
          >
            {EDGE_LABELS.map((name) => (
              <option key={name} value={name}>
                {t(EDGE_NAMES[name])}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('The wheel')}
            value={settings.wheel}
            onChange={(wheel) => setSettings({ wheel: wheel as Settings['wheel'] })}
          >
            {WHEELS.map((wheel) => (
              <option key={wheel} value={wheel}>
                {t(WHEEL_NAMES[wheel])}
              </option>
            ))}
          </Choice>
          <Choice
            label={t('The derivative at a kink')}
            value={settings.profile}
            onChange={(profile) => setSettings({ profile: profile as Profile })}
          >
            {PROFILES.map((profile) => (
              <option key={profile} value={profile}>
                {t(PROFILE_NAMES[profile])}
              </option>
            ))}
          </Choice>
          <Transfer />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly children: ReactNode;
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

/** To a file, from a file, back to the usual. */
function Transfer() {
  const { t } = useTranslation();
  const [told, tell] = useState('');
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <p role="status" className={styles.sample}>
        {told}
      </p>
      <div className={styles.buttons}>
        <input
          ref={file}
          type="file"
          accept=".json"
          className="visually-hidden"
          aria-label={t('A file of settings')}
          tabIndex={-1}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) void chosen.text().then((text) => tell(taken(text)));
          }}
        />
        <button type="button" className={styles.button} onClick={() => setSettings(USUAL_SETTINGS)}>
          {t('Back to the usual')}
        </button>
        <button type="button" className={styles.button} onClick={() => file.current?.click()}>
          {t('Import…')}
        </button>
        <a
          className={styles.button}
          download="nabla-settings.json"
          href={`data:application/json,${encodeURIComponent(settingsText(useEditor.getState().settings))}`}
        >
          {t('Export')}
        </a>
        <Dialog.Close className={styles.primary}>{t('Close')}</Dialog.Close>
      </div>
    </>
  );
}

function taken(text: string): string {
  const settings = settingsIn(text);
  if (!settings) return t('This is no file of settings: expected one that was exported here.');
  setSettings(settings);
  return t('The settings have been taken over.');
}
