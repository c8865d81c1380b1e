/**
 * What a user prefers, kept between visits and carried to another machine as a small file. What is not understood falls back to the usual.
 */
import * as z from 'zod';
import { PROFILES } from '#engine';
import { EDGE_LABELS, USUAL_FORMAT } from '#scene';

/** Choices of significant digits. */
export const DIGITS = [2, 3, 4, 6, 8] as const;
export const NUMBER_STYLES = ['decimal', 'scientific', 'fraction'] as const;
export const WHEELS = ['pan', 'zoom'] as const;

/** The width of the panel beside the canvas, and of the outline there; the height of the panel below. */
const PANELS = ['side', 'outline', 'below'] as const;
export type PanelName = (typeof PANELS)[number];

const numbers = z.object({
  digits: z.literal(DIGITS).catch(4),
  style: z.enum(NUMBER_STYLES).catch('decimal'),
  comma: z.boolean().catch(false),
});

const schema = z.object({
  numbers: numbers.catch({ digits: 4, style: 'decimal', comma: false }),
  /** What stands on an edge. */
  edges: z.enum(EDGE_LABELS).catch('numbers'),
  /** What the wheel does without Ctrl: it moves the canvas, or zooms. */
  wheel: z.enum(WHEELS).catch('pan'),
  /** Whose derivative counts at a kink. */
  profile: z.enum(PROFILES).catch('nabla'),
  /** Pixels of the panels that were made larger or smaller. */
  panels: z.partialRecord(z.enum(PANELS), z.number().positive()).catch({}),
  /** Keys that were chosen for commands, by their ids. */
  keys: z.record(z.string(), z.array(z.string())).catch({}),
});

export type Settings = Readonly<z.infer<typeof schema>>;

export const USUAL_SETTINGS: Settings = {
  numbers: { ...USUAL_FORMAT, digits: 4 },
  edges: 'numbers',
  wheel: 'pan',
  profile: 'nabla',
  panels: {},
  keys: {},
};

const KEY = 'nabla.settings';

/** The settings in a text, each on its own: one that is wrong does not take the others with it. Undefined when the text is no object at all. */
export function settingsIn(text: string): Settings | undefined {
  try {
    const outcome = schema.safeParse(JSON.parse(text));
    return outcome.success ? outcome.data : undefined;
  } catch {
    return undefined;
  }
}

export function keptSettings(): Settings {
  const kept = localStorage.getItem(KEY);
  return (kept !== null && settingsIn(kept)) || USUAL_SETTINGS;
}

export function keepSettings(settings: Settings): void {
  localStorage.setItem(KEY, settingsText(settings));
}

export const settingsText = (settings: Settings): string => `${JSON.stringify(settings, null, 2)}\n`;
