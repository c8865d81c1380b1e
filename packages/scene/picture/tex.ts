/**
 * The TeX of names, as runs of characters: letters, Greek, indices and exponents, ∂, upright words, signs. That is what labels are made of by
 * default and what most people write into one; a label with anything else is shown as its source.
 */
import { eachRun, type Face, joined, type Piece, type Run, run } from './runs';
import { ACCENTS, FUNCTIONS, SLANTED, SPACED, SPACES, UPRIGHT } from './tex-symbols';

/** Longer or deeper sources are shown as text, as on the canvas. */
const LONGEST = 500;
const DEEPEST = 40;

/** Sizes and heights are those of TeX. */
const SMALLER = 0.7;
const SMALLEST = 0.5;
const EXPONENT = 0.38;
const INDEX = -0.17;
const LOWER = 0.09;
/** A formula is set larger than the text around it. */
const TEXT_SCALE = 0.83;
/** On a capital letter an accent stands higher. */
const ACCENT_LIFT = 0.22;
/** Letters lean to the right. */
const ACCENT_SHIFT = 0.06;
const BINARY_SPACE = 2 / 9;
const FUNCTION_SPACE = 1 / 6;

const WORDS: Readonly<Record<string, Face>> = {
  '\\text': 'roman',
  '\\textrm': 'roman',
  '\\mathrm': 'roman',
  '\\operatorname': 'roman',
  '\\mathbf': 'bold',
  '\\textbf': 'bold',
  '\\mathit': 'italic',
};

interface Style {
  readonly scale: number;
  readonly raise: number;
  readonly face: Face | undefined;
}

export function piecesOfTex(source: string): readonly Piece[] {
  const asText = [run(source, 'sans', { scale: TEXT_SCALE })];
  if (source.length > LONGEST) return asText;
  const reader = new Reader(source);
  const pieces = reader.list({ scale: 1, raise: 0, face: undefined }, 0);
  return pieces && reader.atEnd ? pieces : asText;
}

/** Reads TeX once, from left to right. Every part returns undefined where it meets what it does not know. */
class Reader {
  readonly #tokens: readonly string[];
  #at = 0;
  /** Room that the next run has before it. */
  #space = 0;

  constructor(source: string) {
    this.#tokens = source.match(/\\[a-zA-Z]+|\\.|\s+|./gsu) ?? [];
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** Everything up to a closing brace or the end. */
  list(style: Style, depth: number): Piece[] | undefined {
    if (depth > DEEPEST) return undefined;
    const pieces: Piece[] = [];
    while (!this.atEnd && this.#tokens[this.#at] !== '}') {
      const atom = this.#atom(style, depth, pieces.length === 0);
      const scripted = atom && this.#scripts(atom, style, depth);
      if (!scripted) return undefined;
      pieces.push(...scripted);
    }
    return joined(pieces);
  }

  #atom(style: Style, depth: number, first: boolean): Piece[] | undefined {
    const token = this.#tokens[this.#at++];
    if (token === '{') return this.#group(style, depth);
    if (/^\s/.test(token)) return [];
    const space = SPACES.get(token);
    if (space !== undefined) {
      this.#space += space * style.scale;
      return [];
    }
    if (Object.hasOwn(WORDS, token)) return this.#words(token, style, depth);
    if (token.startsWith('\\')) return this.#command(token.slice(1), style, depth, first);
    return this.#character(token, style, first);
  }

  #group(style: Style, depth: number): Piece[] | undefined {
    const runs = this.list(style, depth + 1);
    return this.#tokens[this.#at++] === '}' ? runs : undefined;
  }

  /** `\text{…}` keeps its spaces; `\mathrm{…}` is a formula in another face. */
  #words(command: string, style: Style, depth: number): Piece[] | undefined {
    const face = WORDS[command];
    if (!command.startsWith('\\text') && command !== '\\operatorname')
      return this.#argument({ ...style, face }, depth);
    if (this.#tokens[this.#at++] !== '{') return undefined;
    const close = this.#tokens.indexOf('}', this.#at);
    const words = this.#tokens.slice(this.#at, close);
    if (close < 0 || words.some((token) => /^[{$\\]/.test(token))) return undefined;
    this.#at = close + 1;
    const runs = words.length === 0 ? [] : [this.#set(words.join('').replace(/\s+/g, ' '), face, style)];
    if (command === '\\operatorname') this.#leaveRoom(style);
    return runs;
  }

  /** An accent over one letter; over more it would have to be wider. */
  #accented(accent: string, style: Style, depth: number): Piece[] | undefined {
    const space = this.#space;
    this.#space = 0;
    const below = this.#argument(style, depth);
    if (below?.length !== 1 || !('text' in below[0]) || below[0].text.length !== 1) return undefined;
    const [letter] = below;
    const tall = /[\p{Lu}bdfhklt0-9βδθλ]/u.test(letter.text);
    const raise = style.raise + (tall ? ACCENT_LIFT * style.scale : 0);
    const above = run(accent, 'roman', {
      scale: style.scale,
      raise,
      space: space + ACCENT_SHIFT * style.scale,
    });
    return [{ below: [{ ...letter, space }], above: [above] }];
  }

  #command(name: string, style: Style, depth: number, first: boolean): Piece[] | undefined {
    const accent = ACCENTS.get(name);
    if (accent) return this.#accented(accent, style, depth);
    const slanted = SLANTED.get(name);
    if (slanted) return [this.#set(slanted, 'italic', style)];
    const upright = UPRIGHT.get(name);
    if (upright) return [this.#set(upright, 'roman', style)];
    const spaced = SPACED.get(name);
    if (spaced) return [this.#between(spaced, style, first)];
    if (FUNCTIONS.has(name)) {
      if (!first && this.#space === 0) this.#space = FUNCTION_SPACE * style.scale;
      const runs = [this.#set(name, 'roman', style)];
      this.#leaveRoom(style);
      return runs;
    }
    return /^[{}%&_#$|]$/.test(name) ? [this.#set(name === '|' ? '‖' : name, 'roman', style)] : undefined;
  }

  #character(character: string, style: Style, first: boolean): Piece[] | undefined {
    if (/^\p{L}$/u.test(character)) return [this.#set(character, style.face ?? 'italic', style)];
    if (character === "'" || character === '_' || character === '^') {
      // A script of nothing stands on its own.
      this.#at--;
      return [];
    }
    if (/^[-+=<>]$/.test(character))
      return [this.#between(character === '-' ? '−' : character, style, first)];
    if (/^[{}%&#$~\\]$/.test(character)) return undefined;
    const runs = [this.#set(character === '*' ? '∗' : character, style.face ?? 'roman', style)];
    if (character === ',' && style.scale === 1) this.#space += 1 / 6;
    return runs;
  }

  /** A sign between two things has room around it, one at the start has none, and none is left in indices. */
  #between(sign: string, style: Style, first: boolean): Run {
    const room = first || style.scale < 1 ? 0 : BINARY_SPACE;
    this.#space += room;
    const set = this.#set(sign, 'roman', style);
    this.#space += room;
    return set;
  }

  /** After the name of a function, unless a bracket or a script follows. */
  #leaveRoom(style: Style): void {
    if (!/^[([{_^]?$/.test(this.#tokens[this.#at] ?? '')) this.#space += FUNCTION_SPACE * style.scale;
  }

  #set(text: string, face: Face, { scale, raise, face: forced }: Style): Run {
    const space = this.#space;
    this.#space = 0;
    return run(text, forced ?? face, { scale, raise, space });
  }

  /** Primes, the index and the exponent behind an atom. */
  #scripts(base: Piece[], style: Style, depth: number): Piece[] | undefined {
    const pieces = [...base];
    while (this.#tokens[this.#at] === "'") {
      this.#at++;
      // The sans face has a prime that is raised already.
      pieces.push(run('′', 'sans', { scale: style.scale, raise: style.raise }));
    }
    const scripts = new Map<string, Piece[]>();
    for (let sign = this.#tokens[this.#at]; sign === '_' || sign === '^'; sign = this.#tokens[this.#at]) {
      if (scripts.has(sign)) return undefined;
      this.#at++;
      const script = this.#script(style, sign === '^' ? EXPONENT : INDEX, depth);
      if (!script) return undefined;
      scripts.set(sign, script);
    }
    const below = scripts.get('_');
    const above = scripts.get('^');
    if (below && above) return [...pieces, { below: lowered(below, LOWER * style.scale), above }];
    return [...pieces, ...(below ?? above ?? [])];
  }

  #script(style: Style, height: number, depth: number): Piece[] | undefined {
    const small = {
      ...style,
      scale: Math.max(SMALLEST, style.scale * SMALLER),
      raise: style.raise + height * style.scale,
    };
    this.#space = 0;
    return this.#argument(small, depth);
  }

  /** What a script or an accent applies to: one atom. */
  #argument(style: Style, depth: number): Piece[] | undefined {
    while (/^\s/.test(this.#tokens[this.#at] ?? '')) this.#at++;
    if (this.atEnd || /^[}_^']/.test(this.#tokens[this.#at])) return undefined;
    return depth > DEEPEST ? undefined : this.#atom(style, depth + 1, true);
  }
}

/** Under an exponent an index stands lower. */
const lowered = (pieces: readonly Piece[], by: number): Piece[] =>
  eachRun(pieces, (one) => ({ ...one, raise: one.raise - by }));
