/**
 * The tree of a formula. mathjs reads the text (it knows what binds tighter than what) and is never asked to compute; its tree has no places,
 * so it is walked beside the words, in their order, into a tree of our own that has.
 */
import { create, type MathNode, parseDependencies } from 'mathjs/number';
import { NESTING_LIMIT } from './grammar';
import type { Token } from './tokens';

export type Binary = '+' | '-' | '*' | '/' | '^' | '.*' | './' | '.^';

/** The words it spans, brackets around it not counted, and the place of its most telling word: the sign, the name, the bracket. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly at: number;
}

/** One place of an index: a number, or a range, of which either end may be absent. */
export type Place = Term | { readonly kind: 'range'; readonly from?: Term; readonly to?: Term };

export type Term = Span &
  (
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'call'; readonly name: string; readonly args: readonly Term[] }
    | { readonly kind: 'settings'; readonly entries: readonly (readonly [name: string, value: Term])[] }
    | { readonly kind: 'negative'; readonly term: Term }
    | { readonly kind: 'transpose'; readonly term: Term }
    | { readonly kind: 'binary'; readonly sign: Binary; readonly left: Term; readonly right: Term }
    | { readonly kind: 'list'; readonly items: readonly Term[] }
    | { readonly kind: 'rows'; readonly rows: readonly (readonly Term[])[] }
    | { readonly kind: 'index'; readonly term: Term; readonly places: readonly Place[] }
  );

export type TermOf<K extends Term['kind']> = Extract<Term, { kind: K }>;

let parse: ((text: string) => MathNode) | undefined;

/** Made at the first formula: most runs of the command line have none, and should not wait for it. */
function parser(): (text: string) => MathNode {
  parse ??= create({ parseDependencies }).parse;
  return parse as (text: string) => MathNode;
}

/** The depth of the tree exceeds the limit, at this word. */
export class TooDeep extends Error {
  readonly word: number;

  constructor(word: number) {
    super();
    this.word = word;
  }
}

/**
 * The tree of a formula whose words stand where they may. Throws {@link TooDeep} when it is nested too deeply, and what mathjs throws if it
 * should read the words otherwise than the grammar does.
 */
export function treeOf(tokens: readonly Token[]): Term {
  return new Walk(tokens).tree(parser()(disguised(tokens)), 0);
}

/** The formula for mathjs: names are replaced by ones that mean nothing to it, and numbers end where we say. */
function disguised(tokens: readonly Token[]): string {
  return tokens
    .map(({ kind, text }, i) => (kind === 'number' ? `${text} ` : kind === 'mark' ? text : `v${i}`))
    .join('');
}

/** What mathjs has in the kinds of nodes that the grammar lets through. */
interface Parsed {
  readonly type: string;
  readonly op?: string;
  readonly implicit?: boolean;
  readonly args?: readonly Parsed[];
  readonly content?: Parsed;
  readonly items?: readonly Parsed[];
  readonly properties?: Readonly<Record<string, Parsed>>;
  readonly object?: Parsed;
  readonly index?: { readonly dimensions: readonly Parsed[] };
  readonly start?: Parsed;
  readonly end?: Parsed;
}

/** Walks mathjs's tree and the words together; `#at` is the next word. */
class Walk {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  tree(node: MathNode, depth: number): Term {
    const term = this.#term(node as unknown as Parsed, depth);
    if (this.#at !== this.#tokens.length) throw new Error(`stopped reading at word ${this.#at + 1}`);
    return term;
  }

  #term(node: Parsed, depth: number): Term {
    if (depth > NESTING_LIMIT) throw new TooDeep(this.#at);
    switch (node.type) {
      case 'ConstantNode': {
        const at = this.#skip();
        return { kind: 'number', value: Number(this.#tokens[at].text), first: at, last: at, at };
      }
      case 'SymbolNode':
        return this.#word();
      case 'ParenthesisNode': {
        this.#skip('(');
        const inside = this.#term(node.content!, depth);
        this.#skip(')');
        return inside;
      }
      case 'OperatorNode':
        return this.#operation(node, depth + 1);
      case 'FunctionNode':
        return this.#call(node.args!, depth + 1);
      case 'ArrayNode':
        return this.#list(node.items!, depth + 1);
      case 'ObjectNode':
        return this.#settings(Object.values(node.properties!), depth + 1);
      case 'AccessorNode':
        return this.#index(node, depth + 1);
      default:
        throw new Error(`a formula has no ${node.type}`);
    }
  }

  /** The number of the next word, which is passed over. */
  #skip(mark?: string): number {
    if (mark !== undefined && this.#tokens[this.#at]?.text !== mark) throw new Error(`expected ${mark}`);
    return this.#at++;
  }

  #word(): Term {
    const at = this.#skip();
    const { kind, text } = this.#tokens[at];
    const span = { first: at, last: at, at };
    return kind === 'text' ? { kind, value: text, ...span } : { kind: 'name', name: text, ...span };
  }

  #operation({ op, implicit, args }: Parsed, depth: number): Term {
    if (args!.length === 2) return this.#binary(op as Binary, implicit === true, args!, depth);
    const [arg] = args!;
    if (op === "'") {
      const first = this.#at;
      const term = this.#term(arg, depth);
      const at = this.#skip("'");
      return { kind: 'transpose', term, first, last: at, at };
    }
    const at = this.#skip(op);
    const bare = this.#tokens[this.#at].kind === 'number';
    const term = this.#term(arg, depth);
    if (op === '+') return term;
    const span = { first: at, last: this.#at - 1, at };
    // −2 is a number; −(2) and −2^2 are opposites.
    if (bare && term.kind === 'number') return { kind: 'number', value: -term.value, ...span };
    return { kind: 'negative', term, ...span };
  }

  #binary(sign: Binary, implicit: boolean, [a, b]: readonly Parsed[], depth: number): Term {
    const first = this.#at;
    const left = this.#term(a, depth);
    const at = implicit ? this.#at : this.#skip(sign);
    const right = this.#term(b, depth);
    return { kind: 'binary', sign, left, right, first, last: this.#at - 1, at };
  }

  #call(args: readonly Parsed[], depth: number): Term {
    const at = this.#skip();
    const terms = this.#separated(args, '(', ')', depth);
    return { kind: 'call', name: this.#tokens[at].text, args: terms, first: at, last: this.#at - 1, at };
  }

  #separated(nodes: readonly Parsed[], open: string, close: string, depth: number): Term[] {
    this.#skip(open);
    const terms = nodes.map((node, i) => {
      if (i > 0) this.#skip(',');
      return this.#term(node, depth);
    });
    this.#skip(close);
    return terms;
  }

  /** mathjs reads `[a; b]` and `[[a], [b]]` alike; the semicolon tells them apart. */
  #list(items: readonly Parsed[], depth: number): Term {
    const at = this.#at;
    if (!this.#hasRows()) {
      const terms = this.#separated(items, '[', ']', depth);
      return { kind: 'list', items: terms, first: at, last: this.#at - 1, at };
    }
    this.#skip('[');
    const rows = items.map((row, i) => {
      if (i > 0) this.#skip(';');
      return row.items!.map((node, j) => {
        if (j > 0) this.#skip(',');
        return this.#term(node, depth);
      });
    });
    this.#skip(']');
    return { kind: 'rows', rows, first: at, last: this.#at - 1, at };
  }

  /** Whether the bracket at the next word has a semicolon of its own. */
  #hasRows(): boolean {
    let depth = 0;
    for (let i = this.#at; i < this.#tokens.length; i++) {
      const { kind, text } = this.#tokens[i];
      if (kind !== 'mark') continue;
      if (text === ';' && depth === 1) return true;
      if ('([{'.includes(text)) depth++;
      if (')]}'.includes(text) && --depth === 0) return false;
    }
    return false;
  }

  #settings(values: readonly Parsed[], depth: number): Term {
    const at = this.#skip('{');
    const entries = values.map((value, i) => {
      if (i > 0) this.#skip(',');
      const name = this.#tokens[this.#skip()].text;
      this.#skip(':');
      return [name, this.#term(value, depth)] as const;
    });
    this.#skip('}');
    return { kind: 'settings', entries, first: at, last: this.#at - 1, at };
  }

  #index({ object, index }: Parsed, depth: number): Term {
    const first = this.#at;
    const term = this.#term(object!, depth);
    const at = this.#skip('[');
    const places = index!.dimensions.map((place, i) => {
      if (i > 0) this.#skip(',');
      return this.#place(place, depth);
    });
    this.#skip(']');
    return { kind: 'index', term, places, first, last: this.#at - 1, at };
  }

  /** The ends that a range lacks are invented by mathjs; the words tell whether they are there. */
  #place(node: Parsed, depth: number): Place {
    if (node.type !== 'RangeNode') return this.#term(node, depth);
    const from = this.#tokens[this.#at].text === ':' ? undefined : this.#term(node.start!, depth);
    this.#skip(':');
    const open = [',', ']'].includes(this.#tokens[this.#at].text);
    const to = open ? undefined : this.#term(node.end!, depth);
    return { kind: 'range', ...(from && { from }), ...(to && { to }) };
  }
}
