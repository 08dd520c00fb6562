import { DEF, INDEF, IZAFE, PLURAL } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import { isMark } from '../../language/context/items.js';
import { clock } from './clock.js';
import { bareYear, period, shortly } from './loose.js';
import { keys, mayBegin, num, numWord, pick, says, type Month, type TimeMention, type TimeTables } from './tables.js';
import { addDays, daysBetween, exists, fromPersian, iso, isoMonth, isoWeek, weekday, type Day } from './calendar.js';

/** Finds the time expressions of a sentence, left to right, the longest at each place. `day` is the day of publication. */
export function timesOf(items: readonly Item[], t: TimeTables, day: Day | undefined): TimeMention[] {
  const found: TimeMention[] = [];
  for (let i = 0; i < items.length; i++) {
    const m = at(items, i, t, day);
    if (!m) continue;
    const prev = found[found.length - 1];
    const gap = prev ? items.slice(prev.last + 1, m.first) : [];
    if (prev && gap.every((g) => isMark(g, '،', '(', ')', '-')) && gap.length <= 1 && !(gap.length > 0 && isDate(items, prev) && isDate(items, m))) found[found.length - 1] = merge(prev, m);
    else found.push(m);
    i = m.last;
  }
  return found;
}

/** A day by its number, not by the weekday or as "today". */
const isDate = (items: readonly Item[], m: TimeMention): boolean => m.value !== undefined && /^\d{4}-\d\d-\d\d/.test(m.value) && items.slice(m.first, m.last + 1).some((i) => i.kind === 'number');

function merge(a: TimeMention, b: TimeMention): TimeMention {
  const clock = /^T/;
  let value = a.value && b.value ? (a.value.length >= b.value.length ? a.value : b.value) : (a.value ?? b.value);
  if (a.value && b.value && clock.test(b.value)) value = /^\d{4}-\d\d-\d\d$/.test(a.value) ? a.value + b.value : a.value;
  if (a.value && b.value && clock.test(a.value)) value = /^\d{4}-\d\d-\d\d$/.test(b.value) ? b.value + a.value : b.value;
  const dated = (m: TimeMention): boolean => m.weekday === undefined && m.value !== undefined && /^\d{4}-\d\d-\d\d/.test(m.value);
  if (a.weekday !== undefined) value = dated(b) ? b.value : b.value && clock.test(b.value) && a.value && /^\d{4}-\d\d-\d\d$/.test(a.value) ? a.value + b.value : b.value === undefined && b.weekday === undefined ? undefined : value;
  else if (b.weekday !== undefined && dated(a)) value = a.value;
  const week = dated(a) || dated(b) || (a.weekday === undefined && b.weekday === undefined) ? undefined : (a.weekday ?? b.weekday);
  const nearest = value !== undefined && ((a.nearest && dated(a)) || (b.nearest && dated(b)));
  return { first: a.first, last: b.last, ...(value ? { value } : {}), ...(week !== undefined && value ? { weekday: week } : {}), ...(nearest ? { nearest } : {}) };
}

function at(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  const item = items[i];
  if (!item || !mayBegin(item, t)) return undefined;
  return numericDate(items, i, day) ?? dayMonth(items, i, t, day) ?? clock(items, i, t) ?? calendarUnit(items, i, t, day) ?? relative(items, i, t, day) ?? ago(items, i, t, day) ?? period(items, i, t) ?? vague(items, i, t) ?? bareYear(items, i, t) ?? shortly(items, i, t, day);
}

/** 15-07-2021, 15/7/2021, 2021/7/15, with or without spaces. */
function numericDate(items: readonly Item[], i: number, _day: Day | undefined): TimeMention | undefined {
  const a = num(items[i]), b = num(items[i + 2]), c = num(items[i + 4]);
  const sep = items[i + 1];
  if (a === undefined || b === undefined || c === undefined || !isMark(sep, '-', '/', '.') || !isMark(items[i + 3], sep?.text ?? '')) return undefined;
  const d = a > 31 ? { y: a, m: b, d: c } : { y: c < 100 ? 2000 + c : c, m: b, d: a };
  if (d.y < 1300) return undefined;
  const value = d.y < 1500 ? fromPersian(d.y, d.m, d.d) : exists(d) ? d : undefined;
  return value ? { first: i, last: i + 4, value: iso(value) } : undefined;
}

function monthAt(items: readonly Item[], i: number, t: TimeTables): { month: Month; last: number } | undefined {
  const pair = pick(items[i], t.monthPairs, t);
  if (pair) {
    const second = pick(items[i + 1], pair, t);
    if (second) return { month: second, last: i + 1 };
  }
  const month = pick(items[i], t.months, t);
  return month && items[i]?.kind === 'word' ? { month, last: i } : undefined;
}

/** A year after a month: 2021, (ی) ساڵی 2021, two digits of the solar calendar. */
function yearAfter(items: readonly Item[], i: number, t: TimeTables, calendar: string): { year: number; last: number } | undefined {
  let j = i;
  const open = isMark(items[j], '(');
  if (open) j++;
  if (says(items[j], 'year', t)) j++;
  const n = num(items[j]);
  if (n === undefined) return undefined;
  const solarYear = calendar !== 'persian' ? undefined : n >= 60 && n < 100 ? 1300 + n : n > 2600 && n < 2900 ? n - KURDISH : undefined;
  const year = n >= 1300 && n < 2200 ? n : solarYear;
  if (year === undefined) return undefined;
  const solar = says(items[j + 1], 'solar', t);
  return { year, last: j + (solar ? 1 : 0) };
}

/** Years between the beginning of the Kurdish era (700 BC) and of the solar Hijri one; they begin on one day. */
const KURDISH = 1321;
/** No solar year of news is as late. */
const GREGORIAN = 1700;

/** 26ی تەمموزی 2021; 16ی خاکەلێوە; also a month alone, and a month with a year. */
function dayMonth(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  // هەشتی مارس: the number in a word, joined to the month
  const word = num(items[i]) === undefined && ((items[i]?.flags ?? 0) & IZAFE) !== 0 ? items[i]?.readings.find((r) => r.pos === 'num' && /^\d+$/.test(r.feature)) : undefined;
  const d = word ? Number(word.feature) : num(items[i]);
  if (d !== undefined && d >= 1 && d <= 31) {
    const counted = numberedMonth(items, i, d, t, day);
    if (counted) return counted;
    const m = monthAt(items, i + 1, t) ?? (says(items[i + 1], 'month', t) ? monthAt(items, i + 2, t) : undefined);
    if (!m) return undefined;
    const year = yearAfter(items, m.last + 1, t, m.month.calendar);
    const last = year?.last ?? m.last;
    const value = fixDay(d, m.month, year?.year, day);
    return { first: i, last, ...(value ? { value: iso(value) } : {}), ...(year ? {} : { nearest: true }) };
  }
  const lead = says(items[i], 'month', t) ? 1 : 0;
  const m = monthAt(items, i + lead, t);
  if (!m) return undefined;
  const ambiguous = lead === 0 && m.last === i && (items[i]?.readings.some((r) => r.pos !== 'name' && r.known && r.kind !== 'time') ?? false);
  const year = yearAfter(items, m.last + 1, t, m.month.calendar);
  if (ambiguous && !year) return undefined;
  if (m.month.calendar === 'persian') return { first: i, last: year?.last ?? m.last };
  const y = year?.year ?? (day ? nearestYear(m.month.number, 15, day) : undefined);
  return { first: i, last: year?.last ?? m.last, ...(y ? { value: isoMonth(y, m.month.number) } : {}), ...(year ? {} : { nearest: true }) };
}

/** 19ی مانگی هەشت; 10ی ئەم مانگە; 10ی مانگی ڕابردوو. */
function numberedMonth(items: readonly Item[], i: number, d: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  const monthWord = (at: number): boolean => says(items[at], 'month', t);
  const this_ = items[i + 1]?.a.pos === 'dem' && says(items[i + 1], 'this', t) && monthWord(i + 2);
  if (!this_ && !monthWord(i + 1)) return undefined;
  const next = items[i + 2];
  const away = this_ ? 0 : says(next, 'last', t) ? -1 : says(next, 'next', t) ? 1 : undefined;
  if (away !== undefined) {
    const [y, m] = day ? shifted(day, 'month', away).split('-').map(Number) as [number, number] : [0, 0];
    return { first: i, last: i + 2, ...(day && exists({ y, m, d }) ? { value: iso({ y, m, d }) } : {}) };
  }
  const number = numWord(items[i + 2]);
  if (number === undefined || number < 1 || number > 12) return undefined;
  const year = yearAfter(items, i + 3, t, 'gregorian');
  const value = fixDay(d, { calendar: 'gregorian', number }, year?.year, day);
  return { first: i, last: year?.last ?? i + 2, ...(value ? { value: iso(value) } : {}) };
}

function fixDay(d: number, month: Month, year: number | undefined, day: Day | undefined): Day | undefined {
  if (month.calendar === 'persian') {
    // 20ی گوڵانی 2005: the month of one calendar in the year of another
    if (year !== undefined && year > GREGORIAN) return [year - 622, year - 621].map((y) => fromPersian(y, month.number, d)).find((x) => x?.y === year);
    if (year !== undefined) return fromPersian(year, month.number, d);
    if (!day) return undefined;
    const options = [day.y - 622, day.y - 621].map((y) => fromPersian(y, month.number, d)).filter((x): x is Day => x !== undefined);
    return options.sort((a, b) => Math.abs(daysBetween(a, day)) - Math.abs(daysBetween(b, day)))[0];
  }
  const y = year ?? (day ? nearestYear(month.number, d, day) : undefined);
  const value = y === undefined ? undefined : { y, m: month.number, d };
  return value && exists(value) ? value : undefined;
}

function nearestYear(m: number, d: number, day: Day): number {
  return [day.y - 1, day.y, day.y + 1].sort((a, b) => Math.abs(daysBetween({ y: a, m, d }, day)) - Math.abs(daysBetween({ y: b, m, d }, day)))[0] as number;
}

/** ساڵی 2018; a weekday; هەفتەی ڕابردوو; مانگی داهاتوو. */
function calendarUnit(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  let j = i;
  const isDayWord = says(items[j], 'day', t);
  if (isDayWord) j++;
  const week = weekdayAt(items, j, t);
  if (week) {
    const next = items[week.last + 1];
    const last = (says(next, 'last', t) || says(next, 'next', t)) ? week.last + 1 : week.last;
    const back = day ? ((weekday(day) - week.n + 7) % 7) : 0;
    const ahead = says(next, 'next', t);
    const value = day ? iso(addDays(day, ahead ? 7 - back : -(says(next, 'last', t) && back === 0 ? 7 : back))) : undefined;
    return { first: i, last, ...(value ? { value } : {}), ...(ahead ? {} : { weekday: week.n }) };
  }
  if (isDayWord) {
    const inner = at(items, j, t, day);
    if (inner && inner.first === j && /^\d{4}-\d\d-\d\d/.test(inner.value ?? '0')) return { ...inner, first: i };
  }
  const unit = pick(items[i], t.units, t);
  if (unit === 'year') {
    const n = num(items[i + 1]);
    if (n !== undefined && n >= 1300 && n < 2200) {
      return { first: i, last: i + 1, ...(n > 1700 ? { value: String(n) } : {}) };
    }
  }
  if (!unit || unit === 'hour' || unit === 'minute') return undefined;
  const next = items[i + 1];
  const way = says(next, 'last', t) ? -1 : says(next, 'next', t) ? 1 : undefined;
  if (way === undefined || items[i - 1]?.a.pos === 'num') return undefined;
  return { first: i, last: i + 1, ...(day ? { value: shifted(day, unit, way) } : {}) };
}

function weekdayAt(items: readonly Item[], i: number, t: TimeTables): { n: number; last: number } | undefined {
  // پێنج شەممە, 5 شەممە
  const before = num(items[i])?.toString() ?? (items[i]?.kind === 'word' ? items[i]?.word.key : undefined);
  const joined = before !== undefined && items[i + 1]?.kind === 'word' ? keys(items[i + 1], t).map((k) => t.weekdays.get(before + k)).find((n) => n !== undefined) : undefined;
  if (joined !== undefined) return { n: joined, last: i + 1 };
  const n = pick(items[i], t.weekdays, t);
  return n === undefined ? undefined : { n, last: i };
}

function shifted(day: Day, unit: string, n: number): string {
  if (unit === 'day') return iso(addDays(day, n));
  if (unit === 'week') return isoWeek(addDays(day, 7 * n));
  if (unit === 'month') {
    const months = day.y * 12 + day.m - 1 + n;
    return isoMonth(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1);
  }
  return String(day.y + n);
}

/** ئەمڕۆ, ئێوارەی دوێنێ, شەوی ڕابردوو, ئەمساڵ. */
function relative(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  const part = pick(items[i], t.parts, t);
  const j = part ? i + 1 : i;
  const away = pick(items[j], t.relative, t);
  if (away !== undefined) return { first: i, last: j, ...(day ? { value: iso(addDays(day, away)) } : {}) };
  if (part) {
    if (says(items[j], 'last', t)) return { first: i, last: j, ...(day ? { value: iso(addDays(day, -1)) } : {}) };
    const inner = weekdayAt(items, j, t) ?? (says(items[j], 'day', t) ? weekdayAt(items, j + 1, t) : undefined);
    if (inner) {
      const m = calendarUnit(items, j, t, day);
      if (m) return { ...m, first: i };
    }
    return undefined;
  }
  const own = items[i];
  // پارە is "money", and پارت "party"
  if (t.is('last-year', (items[i] as Item).a.key) && ((items[i] as Item).flags & (DEF | INDEF | PLURAL)) === 0) return { first: i, last: i, ...(day ? { value: String(day.y - 1) } : {}) };
  if (says(own, 'this-year', t)) return { first: i, last: i, ...(day ? { value: String(day.y) } : {}) };
  const unit = pick(items[i + 1], t.units, t);
  if (items[i]?.a.pos === 'dem' && says(own, 'this', t) && unit && unit !== 'hour' && unit !== 'minute') {
    return { first: i, last: i + 1, ...(day ? { value: shifted(day, unit, 0) } : {}) };
  }
  return undefined;
}

/** سێ ڕۆژ لەمەوبەر; ساڵێک لەمەوبەر; پێش شەش ساڵ; شەش ساڵ پێش ئێستا. */
function ago(items: readonly Item[], i: number, t: TimeTables, day: Day | undefined): TimeMention | undefined {
  if (says(items[i], 'before', t)) {
    const unit = pick(items[i + 2], t.units, t);
    const count = numWord(items[i + 1]);
    // پێش دوو ساڵ is "two years ago", but پێش دوو ساڵ لە … is "two years before …"
    if (count === undefined || !unit || unit === 'hour' || unit === 'minute' || (items[i + 2]?.flags ?? 0) & IZAFE) return undefined;
    return { first: i, last: i + 2, ...(day ? { value: shifted(day, unit, -count) } : {}) };
  }
  const one = pick(items[i], t.units, t);
  if (one && one !== 'hour' && one !== 'minute' && (items[i]?.flags ?? 0) & INDEF && says(items[i + 1], 'ago', t)) {
    return { first: i, last: i + 1, ...(day ? { value: shifted(day, one, -1) } : {}) };
  }
  const n = numWord(items[i]);
  const unit = n === undefined ? undefined : pick(items[i + 1], t.units, t);
  if (n === undefined || !unit || unit === 'hour' || unit === 'minute') return undefined;
  const then = items[i + 2];
  if (says(then, 'ago', t)) return { first: i, last: i + 2, ...(day ? { value: shifted(day, unit, -n) } : {}) };
  if (says(then, 'before', t) && items[i + 3]) return { first: i, last: i + 3, ...(day ? { value: shifted(day, unit, -n) } : {}) };
  return undefined;
}

function vague(items: readonly Item[], i: number, t: TimeTables): TimeMention | undefined {
  return says(items[i], 'vague', t) ? { first: i, last: i, vague: true } : undefined;
}
