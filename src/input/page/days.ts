import { dayExists } from '../../graph/times.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Forms of a date in metadata; the groups are y, m, d. What can be read in two ways (03/04/2024) is not among them. */
const FORMS: readonly RegExp[] = [
  // ISO 8601, with or without time and offset
  /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)/, /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})(?!\d)/, /^(?<y>\d{4})\.(?<m>\d\d)\.(?<d>\d\d)(?!\d)/, /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:T|$)/,
  // RFC 5322, section 3.3 (RSS, HTTP): Fri, 10 May 2024 23:30:00 +0300
  /^(?:[A-Za-z]{3,9},?\s{1,3})?(?<d>\d{1,2})[\s-]{1,3}(?<m>[A-Za-z]{3,9})\.?,?[\s-]{1,3}(?<y>\d{4})(?!\d)/,
  // May 10, 2024
  /^(?:[A-Za-z]{3,9},?\s{1,3})?(?<m>[A-Za-z]{3,9})\.?\s{1,3}(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?<y>\d{4})(?!\d)/,
];

/**
 * The calendar day (YYYY-MM-DD) of a date as metadata write it, in the offset it is written with: 23:30 at +03:00 is that evening, whatever the day in
 * Greenwich. Undefined for other forms, days that do not exist, and the zeros of programs (0001-01-01, 1970-01-01).
 */
export function dayOf(value: string): string | undefined {
  const text = value.slice(0, 100).trim().replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (c) => String(c.charCodeAt(0) & 0xf));
  for (const form of FORMS) {
    const { y, m, d } = form.exec(text)?.groups ?? {};
    if (y === undefined || m === undefined || d === undefined) continue;
    const month = /^\d/.test(m) ? Number(m) : MONTHS.indexOf(m.slice(0, 3).toLowerCase()) + 1;
    const day = `${y}-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`;
    return dayExists(day) && y >= '1900' && day !== '1970-01-01' ? day : undefined;
  }
  return undefined;
}
