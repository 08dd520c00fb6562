import type { Literal } from 'n3';
import { dateExists } from '../../graph/times.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
/** Integer types with their bounds (XML Schema 1.1 part 2, section 3.4). */
const INTEGERS: Readonly<Record<string, readonly [least: bigint | undefined, most: bigint | undefined]>> = {
  integer: [undefined, undefined], nonNegativeInteger: [0n, undefined], positiveInteger: [1n, undefined], nonPositiveInteger: [undefined, 0n], negativeInteger: [undefined, -1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n], int: [-(2n ** 31n), 2n ** 31n - 1n], short: [-32768n, 32767n], byte: [-128n, 127n],
  unsignedLong: [0n, 2n ** 64n - 1n], unsignedInt: [0n, 2n ** 32n - 1n], unsignedShort: [0n, 65535n], unsignedByte: [0n, 255n],
};
const STRINGS = new Set(['string', 'normalizedString', 'token', 'language', 'Name', 'NCName', 'NMTOKEN']);
/** Digits after which a number is compared as it is written: a hostile literal of a million digits is no number to reckon with. */
const LONGEST = 1000;

/** Whether the words of a literal are of its own datatype; true for datatypes that are not known here. */
export function wellTyped(l: Literal): boolean {
  const kind = l.datatype.value.startsWith(XSD) ? l.datatype.value.slice(XSD.length) : '';
  const text = l.value.trim();
  const bounds = INTEGERS[kind];
  if (bounds) {
    if (!/^[+-]?\d+$/.test(text)) return false;
    if (text.length > LONGEST) return bounds[0] === undefined || bounds[1] === undefined;
    const n = BigInt(text.replace(/^\+/, ''));
    return (bounds[0] === undefined || n >= bounds[0]) && (bounds[1] === undefined || n <= bounds[1]);
  }
  switch (kind) {
    case 'decimal': return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text);
    case 'double': case 'float': return /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN)$/.test(text);
    case 'boolean': return /^(true|false|0|1)$/.test(text);
    case 'date': case 'dateTime': case 'gYear': case 'gYearMonth': return dateExists(text, l.datatype.value);
    default: return true;
  }
}

/** A key that two literals share if they are one value; in different spaces of values they never do. */
export function valueKey(l: Literal): string {
  const kind = l.datatype.value.startsWith(XSD) ? l.datatype.value.slice(XSD.length) : l.datatype.value;
  const text = l.value.trim();
  if (kind in INTEGERS || kind === 'decimal') {
    const m = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text.slice(0, LONGEST));
    if (m && text.length <= LONGEST) return `number ${m[1] === '-' && (m[2] || m[3]) ? '-' : ''}${m[2] || '0'}${m[3] ? `.${m[3]}` : ''}`;
  }
  if (kind === 'boolean') return `boolean ${text === '1' || text === 'true'}`;
  if (STRINGS.has(kind)) return `string ${l.value}`;
  return `${kind} ${l.language.toLowerCase()} ${l.value}`;
}

/** Whether a value lies in a datatype (rule dt-not-type); true where that is not known. */
export function inDatatype(l: Literal, datatype: string): boolean {
  const own = l.datatype.value;
  if (own === datatype || datatype === 'http://www.w3.org/2000/01/rdf-schema#Literal') return true;
  if (datatype === `${RDF}langString`) return own === datatype;
  if (!datatype.startsWith(XSD)) return true;
  const wanted = datatype.slice(XSD.length), had = own.startsWith(XSD) ? own.slice(XSD.length) : '';
  if (!(wanted in INTEGERS) && !STRINGS.has(wanted) && !['decimal', 'double', 'float', 'boolean', 'date', 'dateTime', 'gYear', 'gYearMonth', 'time', 'duration', 'anyURI'].includes(wanted)) return true;
  const numeric = (k: string): boolean => k in INTEGERS || k === 'decimal';
  if (numeric(wanted) && numeric(had)) return wanted === 'decimal' || wellTyped({ ...l, value: l.value.replace(/\.0*$/, ''), datatype: { value: datatype } } as Literal);
  if (STRINGS.has(wanted) && STRINGS.has(had)) return true;
  return false;
}
