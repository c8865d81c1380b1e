/**
 * What a drawing is made of, and what with.
 */
import type { GraphDocument } from '#document';
import type { Annotation, EdgeLabel, Evaluated } from '../annotations';
import type { NumberFormat } from '../numbers';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** What is looked at, or stands back. */
export type PictureMark = 'lit' | 'dim' | undefined;

export interface Drawing {
  readonly document: GraphDocument;
  readonly evaluated: Evaluated;
  readonly annotation: Annotation;
  readonly edges: EdgeLabel;
  readonly palette: Palette;
  readonly pen: Pen;
  readonly numbers: NumberFormat | undefined;
}
