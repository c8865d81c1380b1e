/**
 * What the store holds: a document with its history and results, and what the user is looking at.
 */
import type { HostFile } from '#bridge';
import type {
  FileProblem,
  History,
  PlantedFault,
  Position,
  Remedy,
  Repair,
  Transaction,
  Use,
} from '#document';
import type { QuestionKind, Verdict } from '#quiz';
import type { Annotation, ChainTerm, Directions, Pass } from '#scene';
import type { Guide } from '../canvas/alignment';
import type { Evaluation } from './evaluation';
import type { Progress } from './progress';
import type { Settings } from './settings';

export interface Selection {
  readonly nodes: readonly string[];
  /** Ids of wires: `to.operand`. */
  readonly wires: readonly string[];
}

/** What may be done with a document: its file belongs to this window, or is open in another one and is only read here, or is changed in both. */
export type Access = 'own' | 'reading' | 'shared';

/** A question or a message that stands in front of the editor. */
export type Dialog =
  | {
      readonly kind: 'refused';
      readonly file: string;
      readonly problems: readonly FileProblem[];
      /** What the file says, where it may be repaired. */
      readonly text?: string;
    }
  | { readonly kind: 'repaired'; readonly file: string; readonly repairs: readonly Repair[] }
  | { readonly kind: 'failure'; readonly message: string }
  | { readonly kind: 'unsaved'; proceed(): void }
  /** Somebody else has saved the file. */
  | { readonly kind: 'changed'; readonly file: string }
  | { readonly kind: 'elsewhere'; readonly file: string; proceed(access: Access): void }
  | { readonly kind: 'shared'; readonly title: string; readonly nodes: number; proceed(): void }
  | { readonly kind: 'discard'; readonly title: string; proceed(): void }
  | { readonly kind: 'export' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'about' };

/** An end of a wire that something new is to be wired to: the output of a node, or one of its operands. */
export interface WireEnd {
  readonly node: string;
  /** The operand; undefined for the output. */
  readonly operand?: string;
}

/** What stands beside the canvas. */
export type SidePanel = 'lesson' | 'functions' | 'outline';

/** What is looked for in front of the canvas. */
export type Finding =
  | { readonly kind: 'operators'; readonly place: Position; readonly end?: WireEnd }
  | { readonly kind: 'commands' }
  | { readonly kind: 'nodes' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' };

/** An entry of a local Jacobian that the pointer is on. */
export interface PointedEntry {
  readonly to: string;
  readonly operand: string;
  readonly row: number;
  readonly col: number;
}

/** Where a wire can lead: to an operand as it is, or through what makes it fit. */
export interface Choice extends Use {
  readonly remedy?: Remedy;
}

/** A wire being drawn by keyboard: from a node to one of these places. */
export interface Connecting {
  readonly from: string;
  readonly choices: readonly Choice[];
  readonly at: number;
}

/** A graph that waits while a function of it is edited from inside. */
interface Level {
  /** The function that was entered. */
  readonly name: string;
  readonly history: History;
  readonly saved: Transaction | undefined;
  readonly selection: Selection;
}

/** A pass that is replayed, and the step that is shown, counted from 0. */
export interface Replay {
  readonly kind: 'replay';
  readonly pass: Pass;
  readonly at: number;
}

/** The paths between two nodes, and the one that is written out, counted from 0; null for their sum. */
export interface PathsStudy {
  readonly kind: 'paths';
  readonly from: string;
  readonly to: string;
  readonly at: number | null;
}

/** The differential of a node, along the directions at the leaves. */
export interface DifferentialStudy {
  readonly kind: 'differential';
  readonly of: string;
  /** The step is h = 10^exponent. */
  readonly exponent: number;
}

/** The derivatives against differences, with one of them wrong or none. */
export interface CheckStudy {
  readonly kind: 'check';
  readonly fault: PlantedFault | undefined;
  /** While somebody looks for the wrong one: the wire that was taken for it, and whether the check is still hidden. */
  readonly guess: string | null;
  readonly hidden: boolean;
}

/** Questions about the graph, and the one that is asked, counted from 0. */
export interface QuizStudy {
  readonly kind: 'quiz';
  readonly ask: QuestionKind;
  /** The nodes and wires that are asked about; null for all. */
  readonly only: readonly string[] | null;
  readonly at: number;
  /** What the last answer was worth; null before there is one. */
  readonly verdict: Verdict | null;
  readonly help: 'none' | 'hint' | 'solution';
  /** Whether the question is in the score: the first answer is, if the solution was not looked at before. */
  readonly counted: boolean;
  readonly score: Score;
}

/** A question that nobody has answered yet. */
export const UNANSWERED = { verdict: null, help: 'none', counted: false } as const;

/** How many questions were answered, and how many of them right at once. */
export interface Score {
  readonly asked: number;
  readonly right: number;
}

/** A derivative, in the layouts of other books and programs. */
export interface LayoutsStudy {
  readonly kind: 'layouts';
  readonly of: string;
  readonly by: string;
}

/** Where numbers stop being finite: the node where it begins that is looked at; null for the first. */
export interface CulpritStudy {
  readonly kind: 'culprit';
  readonly of: string | null;
}

/** The product along a path, on a workbench. */
export interface ChainStudy {
  readonly kind: 'chain';
  readonly from: string;
  readonly to: string;
  /** Which of the paths between the two, counted from 0. */
  readonly path: number;
  /** What has been made of the factors; undefined as long as nothing was done. */
  readonly terms: readonly ChainTerm[] | undefined;
  /** The factors that the terms are made of: after an edit they may be others. */
  readonly of?: string;
}

/** What is studied below the graph, in place of the inspector. */
export type Study =
  | Replay
  | PathsStudy
  | DifferentialStudy
  | CheckStudy
  | QuizStudy
  | LayoutsStudy
  | ChainStudy
  | CulpritStudy;

/** A sentence for the moment, and what could be done about it. */
export interface Notice {
  readonly text: string;
  readonly kind: 'refusal' | 'note';
  readonly actions?: readonly { readonly label: string; run(): void }[];
}

export interface EditorState {
  readonly screen: 'welcome' | 'editor';
  /** Counts the documents opened: the canvas starts afresh with each. */
  readonly session: number;
  /** Outermost first; empty unless the document is the inside of a function. */
  readonly levels: readonly Level[];
  readonly settings: Settings;
  readonly history: History;
  /** The last step that is on disk; undefined for the document as it was opened from there. */
  readonly saved: Transaction | undefined;
  readonly file: HostFile | null;
  readonly access: Access;
  readonly evaluation: Evaluation;
  readonly directions: Directions;
  readonly selection: Selection;
  readonly annotation: Annotation;
  readonly lessonStep: number;
  readonly progress: Progress;
  /** Whether the steps of the lesson are being written. */
  readonly authoring: boolean;
  readonly dialog: Dialog | null;
  readonly finding: Finding | null;
  readonly connecting: Connecting | null;
  readonly minimap: boolean;
  /** How the graph is being presented; null while it is edited. */
  readonly presenting: { readonly blank: boolean; readonly laser: boolean } | null;
  /** The window with the notes for the speaker, if it is open. */
  readonly speaker: Window | null;
  readonly study: Study | null;
  /** The term that is pointed at: the wires it goes along, with a space between. */
  readonly hinted: string | null;
  readonly historyOpen: boolean;
  readonly pointed: PointedEntry | null;
  readonly side: SidePanel;
  /** Lines that what is being dragged falls in with. */
  readonly guides: readonly Guide[];
  /** The wire that what is being dragged would be put into. */
  readonly dropWire: string | null;
  /** The last step that was done or taken back, for those who listen. */
  readonly told: { readonly kind: 'done' | 'undone' | 'redone'; readonly step: string } | null;
  /** A sentence for the moment: why a wire was refused, or what was done unasked. */
  readonly notice: Notice | null;
}
