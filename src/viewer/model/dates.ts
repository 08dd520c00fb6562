export type Lang = 'ckb' | 'en';
export type Calendar = 'gregory' | 'persian' | 'islamic-umalqura';
export type Digits = 'arab' | 'latn';

/** How a reader wants dates and numbers. */
export interface Manner {
  readonly lang: Lang;
  readonly calendar: Calendar;
  readonly digits: Digits;
}

/** Browsers have no month names in Central Kurdish (Chromium knows no locale ckb). */
const MONTHS: Readonly<Record<Calendar, readonly string[]>> = {
  gregory: ['کانوونی دووەم', 'شوبات', 'ئازار', 'نیسان', 'ئایار', 'حوزەیران', 'تەممووز', 'ئاب', 'ئەیلوول', 'تشرینی یەکەم', 'تشرینی دووەم', 'کانوونی یەکەم'],
  persian: ['خاکەلێوە', 'گوڵان', 'جۆزەردان', 'پووشپەڕ', 'گەلاوێژ', 'خەرمانان', 'ڕەزبەر', 'گەڵاڕێزان', 'سەرماوەز', 'بەفرانبار', 'ڕێبەندان', 'ڕەشەمە'],
  'islamic-umalqura': ['موحەڕەم', 'سەفەر', 'ڕەبیعی یەکەم', 'ڕەبیعی دووەم', 'جەمادی یەکەم', 'جەمادی دووەم', 'ڕەجەب', 'شەعبان', 'ڕەمەزان', 'شەوال', 'زولقەعدە', 'زولحیججە'],
};

/** A number in the reader's digits. */
export const digits = (text: string | number, m: Manner): string => (m.digits === 'latn' ? String(text) : String(text).replace(/\d/g, (d) => String.fromCharCode(0x660 + Number(d))));

/** A date or part of one (XSD gYear, gYearMonth, date, dateTime) in the reader's calendar, language and digits. What is no date stays as it is. */
export function sayDate(iso: string, m: Manner): string {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(iso);
  if (!found) return iso;
  const [, year = '', month, day, hour] = found;
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return iso;
  // a year or a month of one calendar is none of another
  const parts = day === undefined ? { year: Number(year), month: month === undefined ? undefined : Number(month), day: undefined } : inCalendar(Number(year), Number(month), Number(day), m.calendar);
  const calendar = day === undefined ? 'gregory' : m.calendar;
  const name = parts.month === undefined ? undefined : m.lang === 'ckb' ? MONTHS[calendar][parts.month - 1] : englishMonth(parts.month, calendar, iso.slice(0, 10));
  const said = name === undefined ? String(parts.year)
    : m.lang === 'en' ? [parts.day, name, parts.year].filter((x) => x !== undefined).join(' ')
      : `${parts.day === undefined ? '' : `${parts.day}ی `}${name}ی ${parts.year}`;
  return digits(hour === undefined || hour === '00:00' ? said : `${said}${m.lang === 'ckb' ? '، ' : ', '}${hour}`, m);
}

interface Parts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const DAY = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const;

function inCalendar(year: number, month: number, day: number, calendar: Calendar): Parts {
  if (calendar === 'gregory') return { year, month, day };
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, DAY).formatToParts(utc(year, month, day));
  const of = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return { year: of('year'), month: of('month'), day: of('day') };
}

function englishMonth(month: number, calendar: Calendar, iso: string): string {
  const [y = 0, mo = month, d = 1] = iso.split('-').map(Number);
  return new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', month: 'long' }).format(calendar === 'gregory' ? utc(2000, month, 1) : utc(y, mo, d));
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): Date {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date;
}
