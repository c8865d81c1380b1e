/**
 * A formula, lowered to the operators it stands for. Which they are depends on the shapes of its operands, so that shapes are inferred on the
 * way, by the operators themselves.
 *
 * The tree is not deeper than the nesting limit: these functions recurse over it.
 */
import type { Refusal, Shape, Unfolded } from '#engine';
import { type Application, Building, isRefused, type Lowered, type Outcome } from './building';
import { readCall } from './calls';
import { CONSTANTS } from './constants';
import { lowerIndex } from './indexing';
import { numberOf, numbersOf, writtenOut } from './literals';
import { isFormulaProblem } from './problem';
import { productOf, sideOf } from './products';
import { quoted, refusalIn, type Source } from './source';
import type { Binary, Term, TermOf } from './tree';

export function lower(
  source: Source,
  tree: Term,
  operands: readonly string[],
  shapes: readonly Shape[],
): Unfolded | Refusal {
  const building = new Building(source);
  const output = new Lowering(building, new Map(operands.map((name, i) => [name, shapes[i]]))).lower(tree);
  if (isRefused(output)) return output;
  if (output.row)
    return refusalIn(
      source,
      tree,
      `Row "${quoted(source, tree)}" as the result`,
      'a result is a column; transpose it once more, or multiply it by a column.',
    );
  return { nodes: building.nodes, output: output.id };
}

/** One unfolding, part by part. */
class Lowering {
  readonly #source: Source;
  readonly #shapes: ReadonlyMap<string, Shape>;
  readonly #building: Building;
  /** Parts that are written alike are one node. */
  readonly #seen = new Map<string, Outcome>();

  constructor(building: Building, shapes: ReadonlyMap<string, Shape>) {
    this.#source = building.source;
    this.#building = building;
    this.#shapes = shapes;
  }

  lower(term: Term): Outcome {
    if (term.kind === 'number') return this.#building.constant(term.value);
    if (term.kind === 'name') {
      const shape = this.#shapes.get(term.name);
      if (shape) return { id: term.name, shape, row: false };
    }
    const words = this.#source.tokens.slice(term.first, term.last + 1).map(({ text }) => text);
    const key = words.join(' ');
    const seen = this.#seen.get(key);
    if (seen) return seen;
    const outcome = this.#lower(term);
    this.#seen.set(key, outcome);
    return outcome;
  }

  #lower(term: Term): Outcome {
    switch (term.kind) {
      case 'name':
        return this.#building.constant(CONSTANTS.get(term.name)!);
      case 'call':
        return this.#call(term);
      case 'negative':
        return this.#negative(term);
      case 'transpose':
        return this.#transpose(term);
      case 'binary':
        return this.#binary(term);
      case 'list':
        return this.#list(term);
      case 'rows':
        return this.#rows(term);
      case 'index':
        return this.#index(term);
      default:
        throw new Error(`a ${term.kind} has no value`);
    }
  }

  #all(terms: readonly Term[]): Lowered[] | Refusal {
    const values: Lowered[] = [];
    for (const term of terms) {
      const value = this.lower(term);
      if (isRefused(value)) return value;
      values.push(value);
    }
    return values;
  }

  #call(term: TermOf<'call'>): Outcome {
    const call = readCall(this.#source, term);
    if (isFormulaProblem(call)) throw new Error(call.message);
    const values = this.#all(call.operands);
    if (isRefused(values)) return values;
    const row = values.findIndex((value) => value.row);
    if (row >= 0)
      return refusalIn(
        this.#source,
        call.operands[row],
        `Row "${quoted(this.#source, call.operands[row])}" as an argument of ${term.name}`,
        'expected a column; leave the transpose out.',
      );
    return this.#building.apply(call.operator.name, values, {
      term,
      parts: call.operands,
      attributes: call.attributes,
    });
  }

  #index(term: TermOf<'index'>): Outcome {
    const value = this.lower(term.term);
    return isRefused(value) ? value : lowerIndex(this.#building, term, value);
  }

  #negative(term: TermOf<'negative'>): Outcome {
    const value = this.lower(term.term);
    if (isRefused(value)) return value;
    return this.#building.apply('negative', [value], { term, parts: [term.term], row: value.row });
  }

  #transpose(term: TermOf<'transpose'>): Outcome {
    const value = this.lower(term.term);
    if (isRefused(value)) return value;
    if (value.shape.length === 2)
      return this.#building.apply('transpose', [value], { term, parts: [term.term] });
    return { ...value, row: value.shape.length === 1 && !value.row };
  }

  #binary(term: TermOf<'binary'>): Outcome {
    if (term.sign === '^' || term.sign === '.^') return this.#power(term);
    const values = this.#all([term.left, term.right]);
    if (isRefused(values)) return values;
    const [a, b] = values;
    if (term.sign === '*') return this.#product(term, a, b);
    if (term.sign === '/' && b.shape.length > 0)
      return refusalIn(
        this.#source,
        term,
        `Division by the ${sideOf(b)} "${quoted(this.#source, term.right)}"`,
        'write "./" to divide entry by entry.',
      );
    return this.#entrywise(ENTRYWISE[term.sign], term, a, b);
  }

  #product(term: TermOf<'binary'>, a: Lowered, b: Lowered): Outcome {
    const product = productOf(a, b);
    const parts = [term.left, term.right];
    if ('operator' in product)
      return this.#building.apply(product.operator, [a, b], { term, parts, row: product.row });
    const [left, right] = parts.map((part) => quoted(this.#source, part));
    return refusalIn(this.#source, term, `${product.what}, "${left}" and "${right}",`, product.instead);
  }

  #entrywise(operator: string, term: TermOf<'binary'>, a: Lowered, b: Lowered): Outcome {
    const sides = [sideOf(a), sideOf(b)];
    const parts = [term.left, term.right];
    if (sides.includes('row') && sides.includes('vector')) {
      const [left, right] = parts.map((part) => quoted(this.#source, part));
      return refusalIn(
        this.#source,
        term,
        `A row beside a column, "${left}" and "${right}",`,
        'expected two of a kind; transpose one of them.',
      );
    }
    const row = sides.includes('row') && !sides.includes('matrix');
    return this.#building.apply(operator, [a, b], { term, parts, row });
  }

  #power(term: TermOf<'binary'>): Outcome {
    const exponent = numberOf(term.right);
    const natural = this.#isConstant(term.left, 'e');
    const terms = natural ? [term.right] : exponent === undefined ? [term.left, term.right] : [term.left];
    const values = this.#all(terms);
    if (isRefused(values)) return values;
    const odd = values.findIndex((value) => value.shape.length > 0);
    if (term.sign === '^' && odd >= 0)
      return refusalIn(
        this.#source,
        term,
        `Power with the ${sideOf(values[odd])} "${quoted(this.#source, terms[odd])}"`,
        natural
          ? 'write "exp(x)" or "e.^x" for the power entry by entry.'
          : 'write ".^" for the power entry by entry, "dot(x, x)" for the square of a vector or "A*A" for that of a matrix.',
      );
    const [x, y] = values;
    if (y) return this.#entrywise('pow', term, x, y);
    const use: Application = { term, parts: terms, row: x.row };
    if (natural) return this.#building.apply('exp', values, use);
    if (exponent === 2) return this.#building.apply('square', values, use);
    if (exponent === 3) return this.#building.apply('cube', values, use);
    return this.#building.apply('power', values, { ...use, attributes: { exponent } });
  }

  #isConstant(term: Term, name: string): boolean {
    return term.kind === 'name' && term.name === name && !this.#shapes.has(name);
  }

  #list(term: TermOf<'list'>): Outcome {
    const value = writtenOut(term.items);
    return value ? this.#building.constant(value) : this.#stack(term, term.items);
  }

  #stack(term: Term, items: readonly Term[]): Outcome {
    const values = this.#all(items);
    return isRefused(values) ? values : this.#building.apply('stack', values, { term, parts: items });
  }

  #rows(term: TermOf<'rows'>): Outcome {
    const [first] = term.rows;
    if (first.length === 1) {
      const column = term.rows.flat();
      const value = writtenOut(column);
      return value ? this.#building.constant(value) : this.#stack(term, column);
    }
    const value = term.rows.map(numbersOf);
    if (value.every((row) => row !== undefined)) return this.#building.constant(value);
    const stacks: Lowered[] = [];
    for (const row of term.rows) {
      const stack = this.#scalarRow(term, row);
      if (isRefused(stack)) return stack;
      stacks.push(stack);
    }
    return this.#building.apply('stack', stacks, { term, parts: term.rows.map(([start]) => start) });
  }

  #scalarRow(term: Term, row: readonly Term[]): Outcome {
    const value = numbersOf(row);
    if (value) return this.#building.constant(value);
    const values = this.#all(row);
    if (isRefused(values)) return values;
    const odd = values.findIndex(({ shape }) => shape.length > 0);
    if (odd < 0) return this.#building.apply('stack', values, { term, parts: row });
    return refusalIn(
      this.#source,
      row[odd],
      `Entry "${quoted(this.#source, row[odd])}" of a matrix, a ${sideOf(values[odd])},`,
      'expected a scalar.',
    );
  }
}

const ENTRYWISE: Readonly<Record<Exclude<Binary, '*' | '^' | '.^'>, string>> = {
  '+': 'add',
  '-': 'subtract',
  '.*': 'multiply',
  '/': 'divide',
  './': 'divide',
};
