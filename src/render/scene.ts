import type { Line } from './text/shape.js';

/** A line or an area, as path data of SVG 1.1 with absolute M, L, C and Z. */
export interface Shape {
  readonly kind: 'shape';
  readonly d: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly [on: number, off: number];
  /** Round ends: with them dashes of no length are dots. */
  readonly round?: boolean;
  readonly opacity?: number;
  /** It belongs to texts of this size, and is left out where they are. */
  readonly size?: number;
}

export interface Text {
  readonly kind: 'text';
  readonly line: Line;
  /** Left end and base line. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
}

/** What belongs together, with what is said of it where pictures can be asked. */
export interface Group {
  readonly kind: 'group';
  readonly title?: string;
  /** How far to the right and down all of it stands. */
  readonly by?: readonly [x: number, y: number];
  /** How many times larger than it was drawn, where `by` is given. */
  readonly grow?: number;
  readonly marks: readonly Mark[];
}

export type Mark = Shape | Text | Group;

/** A figure before anybody wrote it down. Pixels (CSS: 96 to the inch) from the upper left corner. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The whole in words, for those who do not see it. */
  readonly description: string;
  readonly lang: 'ckb' | 'en';
  readonly paper: string;
  readonly marks: readonly Mark[];
}

/** A number as short as it can be written; the same everywhere. */
export const short = (n: number): string => String(Math.round(n * 100) / 100 || 0);

/** All texts of marks, in order. */
export function* textsOf(marks: readonly Mark[]): Generator<Text> {
  for (const m of marks) {
    if (m.kind === 'text') yield m;
    else if (m.kind === 'group') yield* textsOf(m.marks);
  }
}
