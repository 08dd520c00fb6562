import { short, type Shape } from '../scene.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far the handles of a quarter of a circle are from its ends, for a radius of 1. */
const HANDLE = 0.5523;

const at = (x: number, y: number): string => `${short(x)} ${short(y)}`;

/** A rectangle with round corners. */
export function rectangle(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2, height / 2), k = r * (1 - HANDLE), right = x + width, bottom = y + height;
  if (r <= 0) return `M${at(x, y)}L${at(right, y)}L${at(right, bottom)}L${at(x, bottom)}Z`;
  return `M${at(x + r, y)}L${at(right - r, y)}C${at(right - k, y)} ${at(right, y + k)} ${at(right, y + r)}L${at(right, bottom - r)}C${at(right, bottom - k)} ${at(right - k, bottom)} ${at(right - r, bottom)}`
    + `L${at(x + r, bottom)}C${at(x + k, bottom)} ${at(x, bottom - k)} ${at(x, bottom - r)}L${at(x, y + r)}C${at(x, y + k)} ${at(x + k, y)} ${at(x + r, y)}Z`;
}

export const circle = (x: number, y: number, r: number): string => rectangle(x - r, y - r, r * 2, r * 2, r);

export const polyline = (points: readonly Point[], closed = false): string => `M${points.map((p) => at(p.x, p.y)).join('L')}${closed ? 'Z' : ''}`;

/** How lines of a status are drawn: planned ones dashed, possible ones dotted. */
export function dashes(status: string, width: number): Pick<Shape, 'dash' | 'round'> {
  if (status === 'planned') return { dash: [width * 4, width * 3.3] };
  if (status === 'possible') return { dash: [0, width * 2.6], round: true };
  return {};
}
