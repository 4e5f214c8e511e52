import type { Grain } from './dimension.ts';

/** Something that happened at a term: it belongs to time, whatever is measured. */
export interface NoteAnnotation {
  readonly kind: 'note';
  readonly id: string;
  /** Id of the programme's period. */
  readonly period: string;
  /** The day of it as «YYYY-MM-DD», where that matters: the note follows the day if the calendar changes. */
  readonly date?: string;
  readonly text: string;
}

/** A value that a measure is to reach; what is counted by the term has another one than what is counted by the year. */
export interface TargetAnnotation {
  readonly kind: 'target';
  readonly id: string;
  readonly measure: string;
  readonly grain: Grain;
  /** In the measure's own unit: shares of one, not per cent. */
  readonly value: number;
  /** What it is called; empty where it is simply the target. */
  readonly text: string;
}

/** What a person pinned to pictures. */
export type Annotation = NoteAnnotation | TargetAnnotation;
