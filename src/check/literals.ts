import type { Literal, Term } from 'n3';
import { dateExists } from '../graph/times.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

type Range = readonly [least: bigint | undefined, greatest: bigint | undefined];
const signed = (bits: bigint): Range => [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
const unsigned = (bits: bigint): Range => [0n, 2n ** bits - 1n];
const INTEGERS: Readonly<Record<string, Range>> = {
  integer: [undefined, undefined], nonNegativeInteger: [0n, undefined], positiveInteger: [1n, undefined], nonPositiveInteger: [undefined, 0n], negativeInteger: [undefined, -1n],
  long: signed(64n), int: signed(32n), short: signed(16n), byte: signed(8n), unsignedLong: unsigned(64n), unsignedInt: unsigned(32n), unsignedShort: unsigned(16n), unsignedByte: unsigned(8n),
};
const ZONE = /(?:Z|[+-]\d\d:\d\d)$/;
const FLOAT = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;
const FORMS: Readonly<Record<string, RegExp>> = { boolean: /^(?:true|false|0|1)$/, decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/, float: FLOAT, double: FLOAT };
/** Types of times, and what makes a whole date and time of each of their values. */
const TIMES: Readonly<Record<string, (value: string) => readonly [value: string, type: string]>> = {
  dateTime: (v) => [v, 'dateTime'], dateTimeStamp: (v) => [ZONE.test(v) ? v : '', 'dateTime'], date: (v) => [v, 'date'], gYearMonth: (v) => [v, 'gYearMonth'], gYear: (v) => [v, 'gYear'],
  time: (v) => [`2000-01-01T${v}`, 'dateTime'], gMonthDay: (v) => [v.replace(/^-/, '2000'), 'date'], gMonth: (v) => [v.replace(/^-/, '2000'), 'gYearMonth'], gDay: (v) => [v.replace(/^--/, '2000-01'), 'date'],
};

const typeOf = (t: Literal): string => (t.datatype.value.startsWith(XSD) ? t.datatype.value.slice(XSD.length) : '');

/** Whether a literal is in the lexical space of its datatype (XML Schema 1.1 part 2, section 3); undefined for types that are not numbers, booleans or times. */
export function wellFormed(literal: Literal): boolean | undefined {
  const { value } = literal, type = typeOf(literal);
  const range = INTEGERS[type];
  if (range) return /^[+-]?\d+$/.test(value) && (value.length > LONGEST ? beyond(value, range) : within(BigInt(value.replace('+', '')), range));
  const form = FORMS[type];
  if (form) return form.test(value);
  const time = TIMES[type];
  if (!time) return undefined;
  const [whole, as] = time(value);
  // every 400 years the calendar is the same; 24:00:00 is the midnight that ends a day
  const year = (y: string): string => String(2000 + (((Number(y) % 400) + 400) % 400));
  return !/^-?0\d{4}/.test(whole) && dateExists(whole.replace(/^-?\d{4,}/, year).replace(/T24:00:00(\.0+)?(?![\d.])/, 'T00:00:00'), XSD + as);
}

/** Digits past which a number is not reckoned with: it is beyond every bound. */
const LONGEST = 1000;
const beyond = (value: string, [least, greatest]: Range): boolean => (value.startsWith('-') ? least : greatest) === undefined;
const within = (n: bigint, [least, greatest]: Range): boolean => (least === undefined || n >= least) && (greatest === undefined || n <= greatest);

/** How two terms compare by the operator < of SPARQL (dates and times of day as XPath does); undefined where they do not. */
export function compare(a: Term, b: Term): number | undefined {
  if (a.termType !== 'Literal' || b.termType !== 'Literal' || wellFormed(a) === false || wellFormed(b) === false) return undefined;
  const [x, y] = [kindOf(typeOf(a)), kindOf(typeOf(b))];
  if (x === 'decimal' && y === 'decimal') return decimals(a.value, b.value);
  if ((x === 'double' || x === 'decimal') && (y === 'double' || y === 'decimal')) return order(double(a.value), double(b.value));
  if (x === undefined || x !== y) return undefined;
  if (x === 'string') return codePoints(a.value, b.value);
  if (x === 'boolean') return order(Number(/^(?:true|1)$/.test(a.value)), Number(/^(?:true|1)$/.test(b.value)));
  return ZONE.test(a.value) === ZONE.test(b.value) ? order(instant(a.value, x), instant(b.value, x)) : undefined;
}

/** Types whose values compare with each other. */
function kindOf(type: string): string | undefined {
  if (type === 'decimal' || type in INTEGERS) return 'decimal';
  if (type === 'float') return 'double';
  if (type === 'dateTimeStamp') return 'dateTime';
  return ['double', 'string', 'boolean', 'dateTime', 'date', 'time'].includes(type) ? type : undefined;
}

const order = <T extends number | bigint>(a: T, b: T): number | undefined => (a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined);
const double = (value: string): number => Number(value.replace('INF', 'Infinity'));

/** Numbers without rounding. */
function decimals(a: string, b: string): number | undefined {
  if (a.length > LONGEST || b.length > LONGEST) return order(Number(a), Number(b));
  const [x, y] = [a, b].map((v) => v.replace('+', '').split('.')) as [string[], string[]];
  const width = Math.max(x[1]?.length ?? 0, y[1]?.length ?? 0);
  const whole = ([integer = '', fraction = '']: string[]): bigint => BigInt(integer + fraction.padEnd(width, '0') || '0');
  return order(whole(x), whole(y));
}

function codePoints(a: string, b: string): number | undefined {
  const [x, y] = [[...a], [...b]];
  const at = x.findIndex((c, i) => c !== y[i]);
  return at < 0 ? order(x.length, y.length) : order(x[at]?.codePointAt(0) as number, y[at]?.codePointAt(0) ?? -1);
}

/** Milliseconds of a time; one without a zone is taken for UTC. */
function instant(value: string, type: string): number {
  const zone = ZONE.exec(value)?.[0] ?? 'Z';
  const bare = value.replace(ZONE, '');
  const whole = type === 'date' ? `${bare}T00:00:00` : type === 'time' ? `2000-01-01T${bare}` : bare;
  // ECMAScript wants six digits and a sign where a year has not four
  return Date.parse(whole.replace(/^(-?)(\d{4,})/, (year, minus: string, digits: string) => (minus === '' && digits.length === 4 ? year : `${minus || '+'}${digits.padStart(6, '0')}`)) + zone);
}

/** Basic filtering of language tags (RFC 4647, section 3.3.1), the langMatches of SPARQL. */
export function langMatches(tag: string, range: string): boolean {
  const t = tag.toLowerCase(), r = range.toLowerCase();
  return t !== '' && (r === '*' || t === r || t.startsWith(`${r}-`));
}
