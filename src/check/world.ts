import type { Note } from '../model/note.js';
import { news } from '../model/vocabulary.js';
import type { Subject } from './types.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Whether a literal of an XSD date type names a time that exists (XML Schema 1.1 part 2, section 3.3). */
export function dateExists(value: string, datatype: string): boolean {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?)?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(value);
  if (!m) return false;
  const [, y, mo, d, h, mi, s] = m;
  const wants = { gYear: 1, gYearMonth: 2, date: 3, dateTime: 6 }[datatype.slice(XSD.length)] ?? 0;
  if ([y, mo, d, h, mi, s].filter((x) => x !== undefined).length !== wants) return false;
  if (mo !== undefined && (Number(mo) < 1 || Number(mo) > 12)) return false;
  if (d !== undefined && (Number(d) < 1 || Number(d) > new Date(Date.UTC(Number(y), Number(mo), 0)).getUTCDate())) return false;
  return h === undefined || (Number(h) < 24 && Number(mi) < 60 && Number(s) < 60);
}

/** HW-401: a time that does not exist. HW-402: somebody hosts, meets or strikes only themselves. */
export function checkWorld({ quads }: Subject): Note[] {
  const notes: Note[] = [];
  const host = new Map<string, string>();
  for (const q of quads) {
    if (q.object.termType === 'Literal') {
      const type = q.object.datatype.value;
      if (/#(date|dateTime|gYear|gYearMonth)$/.test(type) && type.startsWith(XSD) && !dateExists(q.object.value, type)) {
        notes.push({ code: 'HW-401', level: 'error', place: q.subject.value, message: `"${q.object.value}" is not a ${type.slice(XSD.length)} that exists`, actual: q.object.value, hint: 'write the date as the calendar has it' });
      }
    }
    if (q.predicate.value === news('host')) host.set(q.subject.value, q.object.value);
  }
  for (const q of quads) {
    if (q.predicate.value === news('guest') && host.get(q.subject.value) === q.object.value) {
      notes.push({ code: 'HW-402', level: 'error', place: q.subject.value, message: 'host and guest are the same', actual: q.object.value, hint: 'one of the two roles was read wrongly: remove it' });
    }
  }
  return notes;
}
