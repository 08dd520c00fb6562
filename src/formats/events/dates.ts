import { dateExists } from '../../graph/times.js';

/** The days that a time covers, and how exact it is. */
export interface Days {
  readonly start: string;
  readonly end: string;
  readonly precision: 'minute' | 'day' | 'month' | 'year';
  /** HH:MM, where the text says it. */
  readonly time?: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The days of a literal of an XSD date type; `undefined` for one that names no time that exists. */
export function daysOf(value: string, datatype: string): Days | undefined {
  if (!dateExists(value, datatype)) return undefined;
  const [, year = '', month, day, time] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (month === undefined) return { start: `${year}-01-01`, end: `${year}-12-31`, precision: 'year' };
  if (day === undefined) return { start: `${year}-${month}-01`, end: `${year}-${month}-${two(new Date(Date.UTC(Number(year) + 400, Number(month), 0)).getUTCDate())}`, precision: 'month' };
  return { start: `${year}-${month}-${day}`, end: `${year}-${month}-${day}`, precision: time === undefined ? 'day' : 'minute', ...(time === undefined ? {} : { time }) };
}

/** From the first day of any to the last day of any. */
export const span = (days: readonly Days[]): { readonly start: string; readonly end: string } | undefined =>
  days.length === 0 ? undefined : { start: days.map((d) => d.start).sort()[0] as string, end: days.map((d) => d.end).sort().at(-1) as string };
