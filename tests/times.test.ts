import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compile } from '../src/extract/index.js';
import { readWords } from '../src/language/context/index.js';
import { addDays, daysBetween, exists, fromPersian, iso, isoWeek, parseDay, weekday, type Day } from '../src/extract/times/calendar.js';
import { timesOf } from '../src/extract/times/expressions.js';
import type { TimeMention } from '../src/extract/times/tables.js';
import { createLanguage, loadTables } from '../src/language/index.js';

const language = createLanguage(loadTables());
const c = compile(language);
/** A Wednesday. */
const PUBLISHED: Day = { y: 2021, m: 3, d: 10 };

interface Found extends TimeMention {
  readonly words: string;
}

/** Time expressions of one sentence, read as `readSentence` does. */
function timesIn(text: string, published: Day | null = PUBLISHED): Found[] {
  const normal = language.normalise(text).text;
  const tokens = language.tokenise(normal);
  const items = readWords(language, c.words, tokens, { first: 0, last: tokens.length });
  return timesOf(items, c.times, published ?? undefined).map((m) => ({ ...m, words: normal.slice(items[m.first]?.start, items[m.last]?.end) }));
}

const FIRST = (x: string): string => `${x} بەفرێکی زۆر لە گوندەکە باری.`;
const INSIDE = (x: string): string => `پێنج نەمام لە باخچەکە ${x} ڕوان.`;
const AFTER_PREPOSITION = (x: string): string => `بەفرەکە لە ${x} توایەوە.`;

type Row = readonly [expression: string, value: string];

/** The expression is one mention with this value, first in a sentence, inside it, and after a preposition. A closing bracket stays outside. */
function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', (expression, value) => {
    for (const sentence of [FIRST, INSIDE, AFTER_PREPOSITION]) {
      const text = sentence(expression);
      const found = timesIn(text).map((m) => `${m.words}: ${m.value ?? '?'}`).join(' + ');
      expect(`${text} ${found}`).toBe(`${text} ${language.normalise(expression).text.replace(/\)$/, '')}: ${value}`);
    }
  });
}

describe('day and month, Syriac names', () => holds([
  ['15ی کانوونی دووەمی 2020', '2020-01-15'],
  ['15ی کانونی دووەم', '2021-01-15'],
  ['6ی کانوونی دووهەمی 2019', '2019-01-06'],
  ['3ی شوبات', '2021-02-03'],
  ['29ی شوباتی 2020', '2020-02-29'],
  ['8ی ئازاری 2021', '2021-03-08'],
  ['8 ی ئادار', '2021-03-08'],
  ['21ی نیسان', '2021-04-21'],
  ['1ی ئایاری ساڵی 2018', '2018-05-01'],
  ['9ی مایس', '2021-05-09'],
  ['14ی حوزەیرانی 2014', '2014-06-14'],
  ['4ی تەمووزی 1999', '1999-07-04'],
  ['4ی تەموز', '2021-07-04'],
  ['4ی تەممووزی 2017', '2017-07-04'],
  ['4ی تەمموزی 2017', '2017-07-04'],
  ['2ی ئاب', '2021-08-02'],
  ['11ی ئەیلولی 2001', '2001-09-11'],
  ['6ی تشرینی یەکەم', '2020-10-06'],
  ['23ی تشرینی دووەمی 2020', '2020-11-23'],
  ['30ی کانونی یەکەم', '2020-12-30'],
  ['٢٦ی شوبات', '2021-02-26'],
  ['۲۶ی شوبات', '2021-02-26'],
  ['26ـی شوبات', '2021-02-26'],
  ['7ی مانگی ئایار', '2021-05-07'],
]));

describe('day and month, western names', () => holds([
  ['5ی جەنیوەری', '2021-01-05'],
  ['5ی ژانویەی 2021', '2021-01-05'],
  ['5ی ینایر', '2021-01-05'],
  ['12ی فێبریوەری', '2021-02-12'],
  ['12ی فەبرایەر', '2021-02-12'],
  ['17ی مارس', '2021-03-17'],
  ['17ی مارچی 2020', '2020-03-17'],
  ['28ی ئەپریل', '2021-04-28'],
  ['3ی مەی', '2021-05-03'],
  ['18ی جوون', '2021-06-18'],
  ['18ی ژوئەنی 2019', '2019-06-18'],
  ['20ی جولای', '2021-07-20'],
  ['20ی یۆلیۆ', '2021-07-20'],
  ['10ی ئۆگەست', '2021-08-10'],
  ['10ی ئۆگۆستی 2013', '2013-08-10'],
  ['13ی سێپتەمبەری 2020', '2020-09-13'],
  ['13ی سێپتێمبەری 2020', '2020-09-13'],
  ['31ی ئۆکتۆبەر', '2020-10-31'],
  ['4ی نۆڤەمبەر', '2020-11-04'],
  ['24ی دیسەمبەری 2018', '2018-12-24'],
  ['24ی دیسێمبەر', '2020-12-24'],
]));

describe('Kurdish and Persian solar year', () => holds([
  ['1ی خاکەلێوەی 1400', '2021-03-21'],
  ['16ی خاکەلێوە', '2021-04-05'],
  ['12ی بانەمەڕی 1399', '2020-05-01'],
  ['3ی گوڵانی 1395', '2016-04-22'],
  ['20ی گوڵانی 2005', '2005-05-10'],
  ['20ی گوڵانی 2705', '2005-05-10'],
  ['10ی ڕێبەندانی 2020', '2020-01-30'],
  ['15ی جۆزەردانی 1342', '1963-06-05'],
  ['7ی پووشپەڕی 1360', '1981-06-28'],
  ['28ی گەلاوێژی 1358', '1979-08-19'],
  ['20ی خەرمانانی 1399', '2020-09-10'],
  ['26ی ڕەزبەری 99', '2020-10-17'],
  ['21ی گەڵاڕێزانی 1398', '2019-11-12'],
  ['25ی خەزەڵوەری 1398', '2019-11-16'],
  ['30ی سەرماوەز', '2020-12-20'],
  ['17ی بەفرانباری 1398', '2020-01-07'],
  ['2ی ڕێبەندانی 1324ی هەتاوی', '1946-01-22'],
  ['29ی ڕەشەمەی 98', '2020-03-19'],
  ['30ی ڕەشەمەی 1399', '2021-03-20'],
]));

describe('dates in numbers', () => holds([
  ['15-7-2020', '2020-07-15'],
  ['15/7/2020', '2020-07-15'],
  ['15 - 07 - 2020', '2020-07-15'],
  ['١٥ - ٠٧ - ٢٠٢٠', '2020-07-15'],
  ['15/ 7/ 2020', '2020-07-15'],
  ['2020/7/15', '2020-07-15'],
  ['2020-07-15', '2020-07-15'],
  ['7–1–2015', '2015-01-07'],
  ['15/7/20', '2020-07-15'],
  ['ڕێکەوتی 15-7-2020', '2020-07-15'],
  ['ڕۆژی 15/7/2020', '2020-07-15'],
]));

describe('months and years', () => holds([
  ['مانگی ئایاری 2019', '2019-05'],
  ['نیسانی 2020', '2020-04'],
  ['مانگی تشرینی دووەم', '2020-11'],
  ['تشرینی یەکەمی 2019', '2019-10'],
  ['ئۆکتۆبەری ساڵی 2016', '2016-10'],
  ['ساڵی 2018', '2018'],
  ['ساڵی ١٩٩١', '1991'],
]));

describe('days of the week', () => holds([
  ['یەکشەممە', '2021-03-07'],
  ['دووشەممە', '2021-03-08'],
  ['دوشەممە', '2021-03-08'],
  ['سێشەممە', '2021-03-09'],
  ['چوارشەممە', '2021-03-10'],
  ['پێنجشەممە', '2021-03-04'],
  ['پێنج شەممە', '2021-03-04'],
  ['سێ شەممە', '2021-03-09'],
  ['هەینی', '2021-03-05'],
  ['جومعە', '2021-03-05'],
  ['شەممە', '2021-03-06'],
  ['سێشەمە', '2021-03-09'],
  ['ڕۆژی دووشەممە', '2021-03-08'],
  ['دووشەممەی ڕابردوو', '2021-03-08'],
  ['چوارشەممەی ڕابردوو', '2021-03-03'],
  ['ڕۆژی هەینیی ڕابردوو', '2021-03-05'],
  ['دووشەممەی داهاتوو', '2021-03-15'],
  ['چوارشەممەی داهاتوو', '2021-03-17'],
  ['ڕۆژی شەممەی داهاتوو', '2021-03-13'],
  ['شەوی هەینی', '2021-03-05'],
  ['ئێوارەی ڕۆژی دووشەممە', '2021-03-08'],
  ['ئەمڕۆ چوارشەممە', '2021-03-10'],
  ['دوێنێ سێشەممە', '2021-03-09'],
  ['دوێنێ، سێشەممە', '2021-03-09'],
  ['ئەمڕۆ (چوارشەممە 10-3-2021)', '2021-03-10'],
  ['ئەمڕۆ چوارشەممە، 10ی ئازاری 2021', '2021-03-10'],
  ['ڕۆژی سێشەممە، 9ی ئازار', '2021-03-09'],
  ['هەینی 26/2/2021', '2021-02-26'],
]));

describe('relative words', () => holds([
  ['ئەمڕۆ', '2021-03-10'],
  ['ئەمرۆ', '2021-03-10'],
  ['دوێنێ', '2021-03-09'],
  ['پێرێ', '2021-03-08'],
  ['سبەی', '2021-03-11'],
  ['سبەینێ', '2021-03-11'],
  ['دووسبەی', '2021-03-12'],
  ['ئەمشەو', '2021-03-10'],
  ['دوێشەو', '2021-03-09'],
  ['شەوی ڕابردوو', '2021-03-09'],
  ['ئێوارەی ئەمڕۆ', '2021-03-10'],
  ['بەرەبەیانی ئەمڕۆ', '2021-03-10'],
  ['نیوەڕۆی دوێنێ', '2021-03-09'],
  ['ئێوارەی دوێنێ', '2021-03-09'],
  ['شەوی دوێنێ', '2021-03-09'],
  ['بەیانیی سبەینێ', '2021-03-11'],
  ['ئەمساڵ', '2021'],
  ['ئەم هەفتەیە', '2021-W10'],
  ['ئەم مانگە', '2021-03'],
  ['ئەم ساڵە', '2021'],
  ['هەفتەی ڕابردوو', '2021-W09'],
  ['هەفتەی پێشوو', '2021-W09'],
  ['هەفتەی داهاتوو', '2021-W11'],
  ['مانگی ڕابردوو', '2021-02'],
  ['مانگی داهاتوو', '2021-04'],
  ['ساڵی ڕابردوو', '2020'],
  ['ساڵی پێشوو', '2020'],
  ['ساڵی داهاتوو', '2022'],
  ['ساڵی ئایندە', '2022'],
]));

describe('so long ago', () => holds([
  ['سێ ساڵ لەمەوبەر', '2018'],
  ['10 ساڵ لەمەوپێش', '2011'],
  ['بیست ساڵ لەمەوبەر', '2001'],
  ['شەش ساڵ پێش ئێستا', '2015'],
  ['پێنج ڕۆژ لەمەوبەر', '2021-03-05'],
  ['دوو هەفتە لەمەوبەر', '2021-W08'],
  ['سێ مانگ لەمەوبەر', '2020-12'],
  ['15 مانگ لەمەوبەر', '2019-12'],
  ['ساڵێک لەمەوبەر', '2020'],
  ['مانگێک لەمەوپێش', '2021-02'],
  ['پێش دوو ساڵ', '2019'],
  ['پێش سێ مانگ', '2020-12'],
  ['19ی مانگی دوو', '2021-02-19'],
  ['5ی ئەم مانگە', '2021-03-05'],
  ['20ی مانگی ڕابردوو', '2021-02-20'],
  ['10ی مانگی داهاتوو', '2021-04-10'],
  ['پێنجشەم', '2021-03-04'],
]));

describe('clock times', () => holds([
  ['کاتژمێر 10:30ی بەیانیی ئەمڕۆ', '2021-03-10T10:30'],
  ['کاتژمێر 8ی ئێوارەی دوێنێ', '2021-03-09T20:00'],
  ['کاژێر 08:59', 'T08:59'],
  ['سەعات 5ی عەسر', 'T17:00'],
  ['کاتژمێر 12ی نیوەڕۆ', 'T12:00'],
  ['کاتژمێر 11ی شەو', 'T23:00'],
  ['کاتژمێر 2ی شەو', 'T02:00'],
  ['کاتژمێر (10)ی بەیانی', 'T10:00'],
  ['کاتژمێر ١٤:٠٥', 'T14:05'],
  ['3ی ئازار کاتژمێر 14:15', '2021-03-03T14:15'],
  ['3ی ئازار، کاتژمێر 14:15', '2021-03-03T14:15'],
  ['کاتژمێر 1:30ی شەوی 9ی ئازار', '2021-03-09T01:30'],
  ['سەعات 4ی دوانیوەڕۆی دووشەممە', '2021-03-08T16:00'],
]));

describe('what gives no value', () => {
  test.each([
    ['31ی شوباتی 2021', '31ی شوباتی 2021'],
    ['ساڵی 1386ی هەتاوی', 'ساڵی 1386'],
    ['مانگی ڕێبەندان', 'مانگی ڕێبەندان'],
    ['پێشتر', 'پێشتر'],
  ])('%s is a time without one', (expression, words) => {
    expect(timesIn(INSIDE(expression))).toEqual([expect.objectContaining({ words })]);
    expect(timesIn(INSIDE(expression))[0]?.value).toBeUndefined();
  });

  test.each([
    '35ی ئازار', '13-40-2020', '5-3', 'ژمارەی 3 بۆ 4', 'سێ ڕۆژ', 'ماوەی سێ ڕۆژ', 'شەش مانگی ڕابردوو', 'هەموو ڕۆژێک', 'ئازاری دڵ', 'گوڵانی سوور', 'مەی سوور', 'کاتژمێر 25:00', 'ئێوارە', '2021 کەس', 'ئەم گوندە',
  ])('%s is none', (expression) => {
    expect(timesIn(INSIDE(expression))).toEqual([]);
  });

  it('what is counted from the day of publication, when that is not known', () => {
    for (const x of ['ئەمڕۆ', 'دوێنێ', 'ساڵی ڕابردوو', 'سێ ساڵ لەمەوبەر', 'دووشەممە', '8ی ئازار', '16ی خاکەلێوە', 'ئەمساڵ', 'ئەم مانگە']) {
      const [only, ...more] = timesIn(INSIDE(x), null);
      expect({ x, words: only?.words, value: only?.value, more }).toEqual({ x, words: x, value: undefined, more: [] });
    }
    expect(timesIn(INSIDE('8ی ئازاری 2019'), null)[0]?.value).toBe('2019-03-08');
  });
});

describe('several', () => {
  test.each<[text: string, values: string[]]>([
    ['12ی ئازاری 1991 و 5ی ئایاری 2003 بەفر باری.', ['1991-03-12', '2003-05-05']],
    ['دوێنێ دارەکان چێنران و سبەی ئاو دەدرێن.', ['2021-03-09', '2021-03-11']],
    ['ساڵی 2015 باخەکە دامەزرا و ساڵی 2019 داخرا.', ['2015', '2019']],
    ['یانەکە لە 2015 دامەزرا.', ['2015']],
    ['کەمێکی دیکە دەستپێدەکات.', ['2021-03-10']],
    ['پارەکە بۆ 2015 کتێب خەرج کرا.', []],
    ['یارییەکانی مۆندیالی 2022 دەستیان پێکرد.', ['2022']],
    ['کاتژمێر 10:15 بە کاتی هەولێر گەیشتن.', ['T10:15']],
    ['لە دووشەممە تا پێنجشەممە باران دەبارێت.', ['2021-03-08', '2021-03-04']],
  ])('%s', (text, values) => {
    expect(timesIn(text).map((m) => m.value)).toEqual(values);
  });

  it('a day of the week keeps its number until the event says whether it is past', () => {
    expect(timesIn(INSIDE('پێنجشەممە'))[0]).toMatchObject({ weekday: 4 });
    expect(timesIn(INSIDE('ڕۆژی دووشەممە'))[0]).toMatchObject({ weekday: 1 });
    expect(timesIn(INSIDE('دووشەممەی داهاتوو'))[0]?.weekday).toBeUndefined();
    expect(timesIn(INSIDE('دووشەممە، 8ی ئازار'))[0]?.weekday).toBeUndefined();
  });
});

describe('laws of time expressions', () => {
  const words = fc.constantFrom('ئەمڕۆ', 'دوێنێ', 'شەوی', 'ئێوارەی', 'کاتژمێر', '10', '10:30', '31', 'ی', '2021', '1399', '99', '-', '/', '.', '،', '(', ')', 'ئازار', 'شوباتی', 'تشرینی', 'یەکەم', 'ڕەشەمەی', 'مانگی', 'ساڵی', 'هەفتەی', 'ڕۆژی', 'ڕابردوو', 'داهاتوو', 'دووشەممە', 'پێنج', 'شەممە', 'سێ', 'سێ ساڵ لەمەوبەر', '5 ڕۆژ پێش ئێستا', 'ئەم', 'باران', 'و', 'لە', '30-2-2021', '15/7/2020');
  it('come in order, do not overlap, and say only days that exist', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 14 }), fc.boolean(), (list, dated) => {
      let last = -1;
      const oneClock = list.filter((w, i) => w !== 'کاتژمێر' || list.indexOf(w) === i);
      for (const m of timesIn(oneClock.join(' '), dated ? PUBLISHED : null)) {
        expect(m.first).toBeGreaterThan(last);
        expect(m.last).toBeGreaterThanOrEqual(m.first);
        last = m.last;
        if (m.value === undefined) continue;
        expect(m.value).toMatch(/^(?:\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?|-W\d\d)?|T\d\d:\d\d)$/);
        if (/^\d{4}-\d\d-\d\d/.test(m.value)) expect(parseDay(m.value)).toBeDefined();
      }
    }), { numRuns: 2000 });
  });
});

const day = (text: string): Day => {
  const [y, m, d] = text.split('-').map(Number) as [number, number, number];
  return { y, m, d };
};

describe('calendar', () => {
  test.each([
    ['1324-11-2', '1946-01-22'], ['1357-11-22', '1979-02-11'], ['1358-1-1', '1979-03-21'], ['1375-1-1', '1996-03-20'], ['1379-1-1', '2000-03-20'],
    ['1387-12-30', '2009-03-20'], ['1391-12-30', '2013-03-20'], ['1395-1-1', '2016-03-20'], ['1398-1-1', '2019-03-21'], ['1398-12-29', '2020-03-19'],
    ['1399-1-1', '2020-03-20'], ['1399-6-31', '2020-09-21'], ['1399-7-1', '2020-09-22'], ['1399-12-30', '2021-03-20'], ['1400-1-1', '2021-03-21'],
    ['1401-1-1', '2022-03-21'], ['1402-1-1', '2023-03-21'], ['1403-1-1', '2024-03-20'], ['1403-12-30', '2025-03-20'], ['1404-1-1', '2025-03-21'],
  ])('%s of the solar year is %s', (persian, gregorian) => {
    const { y, m, d } = day(persian);
    expect(iso(fromPersian(y, m, d) as Day)).toBe(gregorian);
  });

  test.each(['1398-12-30', '1400-12-30', '1399-7-31', '1399-1-32', '1399-13-1', '1399-0-1', '1399-5-0'])('the solar year has no %s', (persian) => {
    const { y, m, d } = day(persian);
    expect(fromPersian(y, m, d)).toBeUndefined();
  });

  it('solar days follow one another', () => {
    for (const year of [1320, 1357, 1398, 1399, 1400, 1403]) {
      let before = fromPersian(year - 1, 12, 30) ?? (fromPersian(year - 1, 12, 29) as Day);
      for (let m = 1; m <= 12; m++) for (let d = 1; d <= 31; d++) {
        const now = fromPersian(year, m, d);
        if (!now) continue;
        expect(daysBetween(before, now)).toBe(1);
        before = now;
      }
    }
  });

  test.each([
    ['2011-12-31', '2011-W52'], ['2012-01-01', '2011-W52'], ['2012-01-02', '2012-W01'], ['2015-12-31', '2015-W53'], ['2016-01-03', '2015-W53'], ['2016-01-04', '2016-W01'],
    ['2018-12-30', '2018-W52'], ['2018-12-31', '2019-W01'], ['2020-12-31', '2020-W53'], ['2021-01-01', '2020-W53'], ['2021-01-03', '2020-W53'], ['2021-01-04', '2021-W01'],
    ['2021-03-10', '2021-W10'], ['2022-12-31', '2022-W52'], ['2023-01-01', '2022-W52'], ['2024-12-29', '2024-W52'], ['2024-12-30', '2025-W01'],
  ])('%s is in %s', (date, week) => {
    expect(isoWeek(day(date))).toBe(week);
  });

  test.each<[date: string, there: boolean]>([
    ['2020-02-29', true], ['2021-02-29', false], ['2000-02-29', true], ['1900-02-29', false], ['2021-04-31', false], ['2021-12-31', true],
    ['2021-13-1', false], ['2021-0-1', false], ['2021-1-0', false], ['2021-1-32', false],
  ])('%s exists: %s', (date, there) => {
    expect(exists(day(date))).toBe(there);
  });

  test.each<[text: string | undefined, expected: Day | undefined]>([
    ['2021-03-10', { y: 2021, m: 3, d: 10 }], ['2021-03-10T08:30:00Z', { y: 2021, m: 3, d: 10 }], ['2021-02-30', undefined], ['2021-3-1', undefined], ['10-03-2021', undefined], ['', undefined], [undefined, undefined],
  ])('parses %s', (text, expected) => {
    expect(parseDay(text)).toEqual(expected);
  });

  it('knows the day of the week', () => {
    expect(['1970-01-01', '2021-03-10', '2021-03-14', '1969-12-31', '2000-02-29'].map((d) => weekday(day(d)))).toEqual([4, 3, 0, 3, 2]);
  });

  it('counts days there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: -5000, max: 5000 }), (y, m, d, n) => {
      const from = { y, m, d };
      const to = addDays(from, n);
      expect(exists(to)).toBe(true);
      expect(daysBetween(from, to)).toBe(n);
      expect(addDays(to, -n)).toEqual(from);
      expect(weekday(to)).toBe((((weekday(from) + n) % 7) + 7) % 7);
    }));
  });

  it('a week begins on Monday', () => {
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 20_000 }), (n) => {
      const from = addDays({ y: 2000, m: 1, d: 1 }, n);
      expect(isoWeek(from) === isoWeek(addDays(from, 1))).toBe(weekday(from) !== 0);
    }));
  });
});
