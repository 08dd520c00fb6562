import { DataFactory, type Literal } from 'n3';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const PARTS: Readonly<Record<string, number>> = { gYear: 1, gYearMonth: 2, date: 3, dateTime: 6 };

/** Whether a literal of an XSD date type names a time that exists (XML Schema 1.1 part 2, section 3.3). */
export function dateExists(value: string, datatype: string): boolean {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?)?)?(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?$/.exec(value);
  if (!m || !datatype.startsWith(XSD)) return false;
  const [, y, mo, d, h, mi, s] = m;
  if ([y, mo, d, h, mi, s].filter((x) => x !== undefined).length !== (PARTS[datatype.slice(XSD.length)] ?? 0)) return false;
  if (mo !== undefined && (Number(mo) < 1 || Number(mo) > 12)) return false;
  // The calendar repeats every 400 years; Date.UTC takes the years 0 to 99 for 1900 to 1999.
  if (d !== undefined && (Number(d) < 1 || Number(d) > new Date(Date.UTC(Number(y) + 400, Number(mo), 0)).getUTCDate())) return false;
  return h === undefined || (Number(h) < 24 && Number(mi) < 60 && Number(s) < 60);
}

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export const dayExists = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && dateExists(value, `${XSD}date`);

const FORMS: readonly (readonly [form: RegExp, type: string, rest: string])[] = [
  [/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'dateTime', ':00'], [/^\d{4}-\d\d-\d\d$/, 'date', ''], [/^\d{4}-\d\d$/, 'gYearMonth', ''], [/^\d{4}$/, 'gYear', ''],
];

/** The typed literal of an ISO value; undefined for what RDF has no datatype for (weeks) and for times that do not exist. */
export function timeLiteral(value: string): Literal | undefined {
  const found = FORMS.find(([form]) => form.test(value));
  if (!found) return undefined;
  const [, type, rest] = found;
  return dateExists(value + rest, XSD + type) ? DataFactory.literal(value + rest, DataFactory.namedNode(XSD + type)) : undefined;
}
