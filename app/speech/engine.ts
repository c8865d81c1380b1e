/**
 * The Speech Rule Engine with the rules of our languages, all of them files of the page. Imported only when somebody listens.
 */
import { setupEngine, toSpeech } from 'speech-rule-engine/mjs/common/system.js';
import type { Language } from '../i18n/i18n';
import { MANNER } from './manner';

type Rules = 'base' | Language;

const FILES: Readonly<Record<Rules, () => Promise<{ readonly default: unknown }>>> = {
  base: () => import('speech-rule-engine/lib/mathmaps/base.json'),
  en: () => import('speech-rule-engine/lib/mathmaps/en.json'),
  fr: () => import('speech-rule-engine/lib/mathmaps/fr.json'),
};

const load = async (rules: Rules) => (await FILES[rules]()).default;

// At once: left alone, the engine would look for its rules in the network. Its types know of no loader.
const begun = setupEngine({ ...MANNER, custom: load as unknown as string });

/** A formula in words. Fails when the rules cannot be had: the engine itself would go on without them. */
export async function speak(mathml: string, locale: Language): Promise<string> {
  await Promise.all([load('base'), load('en'), load(locale), begun]);
  await setupEngine({ locale });
  return toSpeech(mathml);
}
