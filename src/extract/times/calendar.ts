/** Civil dates without clock or zone: year, month 1–12, day. */
export interface Day {
  readonly y: number;
  readonly m: number;
  readonly d: number;
}

const MS = 86_400_000;
const epoch = ({ y, m, d }: Day): number => Date.UTC(y, m - 1, d) / MS;
const fromEpoch = (n: number): Day => {
  const t = new Date(n * MS);
  return { y: t.getUTCFullYear(), m: t.getUTCMonth() + 1, d: t.getUTCDate() };
};
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

export const iso = ({ y, m, d }: Day): string => `${pad(y, 4)}-${pad(m)}-${pad(d)}`;
export const isoMonth = (y: number, m: number): string => `${pad(y, 4)}-${pad(m)}`;
export const addDays = (day: Day, n: number): Day => fromEpoch(epoch(day) + n);
/** 0 Sunday … 6 Saturday. */
export const weekday = (day: Day): number => (((epoch(day) + 4) % 7) + 7) % 7;
export const daysBetween = (a: Day, b: Day): number => epoch(b) - epoch(a);

/** Whether such a day exists in the Gregorian calendar. */
export function exists({ y, m, d }: Day): boolean {
  const back = fromEpoch(epoch({ y, m, d }));
  return back.y === y && back.m === m && back.d === d;
}

/** Parses YYYY-MM-DD; undefined when it is not a day that exists. */
export function parseDay(text: string | undefined): Day | undefined {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(text ?? '');
  if (!m) return undefined;
  const day = { y: Number(m[1]), m: Number(m[2]), d: Number(m[3]) };
  return exists(day) ? day : undefined;
}

/** ISO 8601 week, e.g. 2021-W11. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - (weekday(day) || 7));
  const first = { y: thursday.y, m: 1, d: 1 };
  return `${pad(thursday.y, 4)}-W${pad(Math.floor(daysBetween(first, thursday) / 7) + 1)}`;
}

let persian: Intl.DateTimeFormat | undefined;

/** The Gregorian day of a day of the Iranian solar calendar (Solar Hijri), checked against CLDR through `Intl`. */
export function fromPersian(year: number, month: number, day: number): Day | undefined {
  persian ??= new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  const guess = epoch({ y: year + 621, m: 3, d: 21 }) + before + day - 1;
  for (const off of [0, -1, 1, -2, 2]) {
    const parts = persian.formatToParts(new Date((guess + off) * MS));
    const get = (type: string): number => parseInt(parts.find((p) => p.type === type)?.value ?? '0', 10);
    if (get('year') === year && get('month') === month && get('day') === day) return fromEpoch(guess + off);
  }
  return undefined;
}
