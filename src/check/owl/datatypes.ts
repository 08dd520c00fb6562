import { DataFactory, type Literal } from 'n3';
import { wellFormed } from '../literals.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const INTEGERS = new Set('integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long int short byte unsignedLong unsignedInt unsignedShort unsignedByte'.split(' '));
const STRINGS = new Set(['string', 'normalizedString', 'token', 'language', 'Name', 'NCName', 'NMTOKEN']);
/** Digits after which a number is compared as it is written: a hostile literal of a million digits is no number to reckon with. */
const LONGEST = 1000;

/** A key that two literals share if they are one value; in different spaces of values they never do. */
export function valueKey(l: Literal): string {
  const kind = l.datatype.value.startsWith(XSD) ? l.datatype.value.slice(XSD.length) : l.datatype.value;
  const text = l.value.trim();
  if (INTEGERS.has(kind) || kind === 'decimal') {
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
  if (!INTEGERS.has(wanted) && !STRINGS.has(wanted) && !['decimal', 'double', 'float', 'boolean', 'date', 'dateTime', 'gYear', 'gYearMonth', 'time', 'duration', 'anyURI'].includes(wanted)) return true;
  const numeric = (k: string): boolean => INTEGERS.has(k) || k === 'decimal';
  if (numeric(wanted) && numeric(had)) return wanted === 'decimal' || wellFormed(DataFactory.literal(l.value.replace(/\.0*$/, ''), DataFactory.namedNode(datatype))) === true;
  if (STRINGS.has(wanted) && STRINGS.has(had)) return true;
  return false;
}
