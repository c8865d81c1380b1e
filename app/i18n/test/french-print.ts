/**
 * What a printer would send back of a French text, by its name in a message of a test.
 */
const MISTAKES: Readonly<Record<string, RegExp>> = {
  'a straight quote': /['"“”]/,
  'no narrow space before ; ! ?': /(^|[^\u202f])[;!?]/,
  'no unbreakable space before a colon': /(^|[^\u00a0]):/,
  'no unbreakable space inside « »': /«(?!\u00a0)|(?<!\u00a0)»/,
  'a space twice or at an end': / {2}|^\s|\s$/,
  'three dots': /\.\.\./,
  'nothing at all': /^$/,
};

export const mistakesIn = (text: string): string[] =>
  Object.keys(MISTAKES).filter((name) => MISTAKES[name].test(text));
