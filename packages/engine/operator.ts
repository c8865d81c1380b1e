/**
 * What an operator is: one literal that says everything Nabla knows about a function.
 */
import type { Take } from './arena';
import type { Jacobian } from './jacobian/jacobian';
import type { Shape } from './shape';
import type { NestedValue, Tensor } from './tensor';

export type Family =
  | 'arithmetic'
  | 'powers'
  | 'exponentials'
  | 'trigonometry'
  | 'hyperbolic'
  | 'activations'
  | 'rounding'
  | 'reductions'
  | 'linear algebra'
  | 'structure'
  | 'losses'
  | 'layers';

export type Attributes = Readonly<Record<string, unknown>>;

/** A setting of an operator, checked before the operator sees it. */
export interface AttributeSpec {
  readonly help: string;
  /** Completes "expected …" in a refusal. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** The value when the file does not say; an attribute without one is required, unless it is optional. */
  readonly default?: unknown;
  readonly optional?: true;
  /** What a node fresh from the palette starts with. */
  readonly initial?: unknown;
  /** Offered as a choice instead of a number field. */
  readonly choices?: readonly { readonly value: unknown; readonly label: string }[];
}

/** The description within a rule. */
export function descriptionOf({
  name,
  family,
  title,
  symbol,
  help,
  source,
  synonyms = [],
}: Description): Description {
  return { name, family, title, symbol, help, source, synonyms };
}

/** Operand names in order, or x1, x2, … growing by one as the last is wired. */
export type Operands = readonly string[] | { readonly numbered: string };

export type ErrorCode =
  | 'unwired'
  | 'shape'
  | 'attribute'
  | 'expression'
  | 'function'
  | 'singular'
  | 'blocked';
export type WarningCode =
  | 'domain'
  | 'not-finite'
  | 'caused-by'
  | 'kink'
  | 'vertical-tangent'
  | 'blocks-gradient'
  | 'not-true-derivative'
  | 'unused-input';

/** Why operands or settings do not fit, told to the learner. */
export interface Refusal {
  readonly code: 'shape' | 'attribute' | 'expression' | 'function';
  readonly message: string;
}

export const refuse = (message: string): Refusal => ({ code: 'shape', message });
export const badAttribute = (message: string): Refusal => ({ code: 'attribute', message });
export const isRefusal = <T extends object>(outcome: T | Refusal): outcome is Refusal => 'code' in outcome;

/** Something true of the current point that a reader of its derivative has to know; or why there is no result at this point. */
export interface Finding {
  readonly code: Exclude<WarningCode, 'caused-by' | 'unused-input'> | 'singular';
  readonly message: string;
  readonly operand?: string;
  /** 1-based, by rows; absent for scalars. */
  readonly component?: number;
  /** The one-sided derivatives at a kink. */
  readonly left?: number;
  readonly right?: number;
}

/** Operand values (and settings) at a smooth point, chosen to embarrass a wrong derivative. */
export interface Example {
  readonly operands: readonly NestedValue[];
  readonly attributes?: Attributes;
}

/** What a person is told of an operator. */
export interface Description {
  /** Saved in files, never changed. */
  readonly name: string;
  readonly family: Family;
  readonly title: string;
  /** TeX drawn in the palette. */
  readonly symbol: string;
  readonly help: string;
  /** Where the formula of the derivative is from. */
  readonly source: string;
  /** Other words a person may look for. */
  readonly synonyms?: readonly string[];
}

/** Whose derivative is used at a kink, where several would do: ours, that of PyTorch, that of JAX, or none (NaN). */
export const PROFILES = ['nabla', 'pytorch', 'jax', 'strict'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a differential is bound with. */
export interface Binding {
  /** Memory for payloads. */
  readonly take: Take;
  readonly profile: Profile;
}

/** Operands and result at a point, with the direction in which they move. */
export interface MovingPoint {
  readonly operands: readonly Tensor[];
  readonly y: Tensor;
  readonly attributes: Attributes;
  /** A tangent for each operand. */
  readonly tangents: readonly Float64Array[];
  /** The tangent of the result. */
  readonly dy: Float64Array;
  /** Which entries of the cotangent anything arrived at, where that matters: the 0 of the others is one by structure. */
  readonly reached?: Uint8Array;
}

/**
 * The second-order term of a Hessian-vector product: J̇, the derivative of the Jacobians along the tangents, pulled back. Adds w · J̇ of
 * operand k to `out[k]`, given the cotangent w, a row of size(y). What nothing has `reached` adds nothing where a second derivative may be
 * infinite. `'none'` where every Jacobian is constant (between kinks).
 */
export type Curvature =
  | 'none'
  | ((point: MovingPoint, w: Float64Array, out: readonly Float64Array[]) => void);

/**
 * An operator between numbers, as the tape runs it: from the operands `y[a]` and `y[b]`, writes the value to `y[p]` and the slope of each operand
 * to `d[e]`, `d[e + 1]`. With one operand, b means nothing. (Places are passed, not numbers: a number that crosses a call costs an allocation.)
 */
export type Kernel = (y: Float64Array, a: number, b: number, p: number, d: Float64Array, e: number) => void;

/** What an operator is where all its operands are numbers, if its result is then a number too. */
export interface ScalarForm {
  readonly structures: readonly ('diagonal' | 'identity' | 'zero')[];
  /** A slope may say that the branch is not taken, by `isTaken`: nothing flows through it, whatever arrives. */
  readonly selects: boolean;
  /** `same` when one node is wired to both operands. */
  kernel(attributes: Attributes, profile: Profile, same: boolean): Kernel;
}

export interface Operator extends Description {
  readonly operands: Operands;
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** The shape of the result, or the sentence that refuses the operands. */
  shape(operands: readonly Shape[], attributes: Attributes): Shape | Refusal;
  /** Writes the result into y. */
  value(y: Tensor, operands: readonly Tensor[], attributes: Attributes): void;
  /** One Jacobian an operand, bound to the views they are computed from. Called once, when a program is compiled. */
  differential(
    operands: readonly Tensor[],
    y: Tensor,
    attributes: Attributes,
    binding: Binding,
  ): readonly Jacobian[];
  readonly curvature: Curvature;
  /** Absent where a number would be a special case of nothing: sums, products of matrices … */
  readonly scalar?: ScalarForm;
  /** Kinks, domain, blocked gradients at the current point. Operands that are not finite are somebody else's finding. */
  diagnose?(operands: readonly Tensor[], y: Tensor, attributes: Attributes): readonly Finding[];
  /** TeX of the value, given the TeX of the operands. */
  tex(operands: readonly string[], attributes: Attributes): string;
  /** TeX of each operand's Jacobian. */
  jacobianTex(
    operands: readonly string[],
    attributes: Attributes,
    shapes: readonly Shape[],
  ): readonly string[];
  readonly examples: readonly Example[];
}

/** The operand names of a node, given how far its numbered operands are wired. */
export function operandNames(operands: Operands, wired: Iterable<string>): string[] {
  if (!('numbered' in operands)) return [...operands];
  let last = 1;
  for (const name of wired) last = Math.max(last, Number(name.slice(operands.numbered.length)));
  return Array.from({ length: last }, (_, i) => `${operands.numbered}${i + 1}`);
}

/** Whether `name` can be a key of `inputs` for these operands. */
export function isOperand(operands: Operands, name: string): boolean {
  if (!('numbered' in operands)) return operands.includes(name);
  return name.startsWith(operands.numbered) && /^[1-9]\d{0,3}$/.test(name.slice(operands.numbered.length));
}

/** The settings with defaults filled in, or the sentence that refuses one of them. */
export function readAttributes(
  operator: Operator,
  given: Attributes | undefined,
): { attributes: Attributes } | Refusal {
  const attributes: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(operator.attributes)) {
    const value = given && Object.hasOwn(given, name) ? given[name] : spec.default;
    if (value === undefined) {
      if (spec.optional) continue;
      return badAttribute(
        `${operator.name} needs the setting ${name} (${spec.help}): expected ${spec.expected}.`,
      );
    }
    if (!spec.accepts(value))
      return badAttribute(
        `The setting ${name} of ${operator.name} is ${JSON.stringify(value)}: expected ${spec.expected}.`,
      );
    attributes[name] = value;
  }
  return { attributes };
}
