import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createLanguage, loadTables } from '../src/language/index.js';
import { originalSpan } from '../src/text/normalise.js';

const { normalise } = createLanguage(loadTables());
const ZWNJ = '\u200c';

const VARIANTS: readonly (readonly [name: string, typed: string, normal: string])[] = [
  ['Arabic kaf', 'كتێبخانه\u200cكه\u200c', 'کتێبخانەکە'],
  ['swash kaf', 'ڪچ', 'کچ'],
  ['alef maksura at the end', 'گوندى', 'گوندی'],
  ['alef maksura inside', 'پىاو', 'پیاو'],
  ['Arabic yeh', 'شاري', 'شاری'],
  ['yeh barree', 'شارے', 'شاری'],
  ['heh doachashmee', 'ھاوڕێ', 'هاوڕێ'],
  ['heh goal', 'ہاوین', 'هاوین'],
  ['heh with ZWNJ is the vowel', `له${ZWNJ}باره${ZWNJ}ی`, 'لەبارەی'],
  ['heh with ZWNJ at the end', `خانه${ZWNJ}`, 'خانە'],
  ['heh at the end of a word is the vowel', 'له ماڵی گەوره', 'لە ماڵی گەورە'],
  ['heh at the end after a long vowel is the consonant', 'گوناه', 'گوناه'],
  ['heh without ZWNJ stays a consonant', 'هەناو', 'هەناو'],
  ['heh with tatweel is the consonant', 'گوناهـ', 'گوناه'],
  ['heh with tatweel inside', 'مەهـدی', 'مەهدی'],
  ['heh with yeh above', 'خانۀ', 'خانە'],
  ['teh marbuta', 'فاتيمة', 'فاتیمە'],
  ['ZWNJ elsewhere', `دەست${ZWNJ}کەوت`, 'دەستکەوت'],
  ['ZWNJ after the vowel letter', `کورتە${ZWNJ}یەک`, 'کورتەیەک'],
  ['tatweel', 'دلـــــشاد', 'دلشاد'],
  ['tatweel between digit and ending', '12ـی', '12ی'],
  ['tatweel between Arabic digits and ending', '٣٧ـەمین', '37ەمین'],
  ['tatweel between year and postposition', '٢٠١٦ـەوە', '2016ەوە'],
  ['tatweel after a closing quotation mark', '"ئاسۆ"ـی', '"ئاسۆ"ی'],
  ['Arabic digits', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['Persian digits', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
  ['Latin digits', '0123456789', '0123456789'],
  ['r at the beginning of a word', 'رێگا', 'ڕێگا'],
  ['r at the beginning of every word', 'رۆژ و رووبار', 'ڕۆژ و ڕووبار'],
  ['r after a mark', '(رەش)', '(ڕەش)'],
  ['r inside stays', 'برا', 'برا'],
  ['strong r stays', 'ڕێوی', 'ڕێوی'],
  ['w doubled at the beginning', 'ووشە', 'وشە'],
  ['w doubled at the beginning of the second word', 'دوو ووڵات', 'دوو وڵات'],
  ['w doubled inside stays', 'مووچە', 'مووچە'],
  ['w alone stays', 'من و تۆ', 'من و تۆ'],
  ['u with damma letter', 'خۇشک', 'خووشک'],
  ['hamza on alef', 'أمین', 'ئەمین'],
  ['hamza under alef', 'إدریس', 'ئیدریس'],
  ['madda on alef', 'آسۆ', 'ئاسۆ'],
  ['alef wasla', 'ٱ', 'ا'],
  ['hamza on waw', 'مؤمن', 'مۆمن'],
  ['hamza and alef as two characters', 'ا\u0654مین', 'ئەمین'],
  ['yeh and hamza as two characters', '\u064a\u0654ەمڕۆ', 'ئەمڕۆ'],
  ['Farsi yeh and hamza as two characters', '\u06cc\u0654ەمڕۆ', 'ئەمڕۆ'],
  ['madda as a second character', 'ا\u0653سۆ', 'ئاسۆ'],
  ['harakat', 'مُحَمَّد', 'محمد'],
  ['question mark', 'کوا?', 'کوا؟'],
  ['Arabic question mark', 'کوا؟', 'کوا؟'],
  ['comma', 'نان, ماست', 'نان، ماست'],
  ['Arabic comma', 'نان، ماست', 'نان، ماست'],
  ['comma between digits stays', '12,500', '12,500'],
  ['comma between Arabic digits stays', '١٢,٥٠٠', '12,500'],
  ['comma after a digit', '12, 13', '12، 13'],
  ['semicolon', 'نان; ماست', 'نان؛ ماست'],
  ['decimal mark', '٣٫٥', '3.5'],
  ['percent', '٪٥', '%5'],
  ['guillemets', '«بەهار»', '“بەهار”'],
  ['curly quotation marks', '“بەهار”', '“بەهار”'],
  ['low quotation mark', '„بەهار”', '“بەهار”'],
  ['straight quotation marks', '"بەهار"', '"بەهار"'],
  ['two apostrophes', "''بەهار''", '"بەهار"'],
  ['two curly apostrophes', '‘‘بەهار’’', '"بەهار"'],
  ['one apostrophe', '‘بەهار’', "'بەهار'"],
  ['dashes', 'هەولێر – دهۆک — زاخۆ', 'هەولێر - دهۆک - زاخۆ'],
  ['hyphens before an ending', 'ئالان‑دا', 'ئالان-دا'],
  ['three dots in one', 'باشە…', 'باشە...'],
  ['no-break space', 'نانی\u00a0گەرم', 'نانی گەرم'],
  ['narrow, thin and ideographic space', 'ا\u202fب\u2009پ\u3000ت', 'ا ب پ ت'],
  ['tab and carriage return', 'ا\tب\r\nپ', 'ا ب \nپ'],
  ['line and paragraph separator', 'ا\u2028ب\u2029پ\u0085ت', 'ا\nب\nپ\nت'],
  ['byte order mark', '\ufeffنان', 'نان'],
  ['bidi marks', '\u200fنان\u200e \u202bماست\u202c \u2067پەنیر\u2069\u061c', 'نان ماست پەنیر'],
  ['zero-width space and joiner, soft hyphen', 'نا\u200bن\u200d ما\u00adست', 'نان ماست'],
  ['presentation forms', '\ufedb\ufe8e\ufead', 'کار'],
  ['presentation form of kaf, r at the beginning', '\ufeadۆژ \ufed9چ', 'ڕۆژ کچ'],
  ['ligature lam alef', '\ufefb', 'لا'],
  ['Latin letter and accent as two characters', 'Cafe\u0301', 'Café'],
];

describe('spelling variants', () => {
  test.each(VARIANTS)('%s: %s', (_, typed, normal) => {
    expect(normalise(typed).text).toBe(normal);
  });

  it('leaves normal text as it is', () => {
    const text = 'هەڤاڵان لە چایخانەی "گوڵاڵە" 12,5 لیتر ئاو و 3 نانیان کڕی؛ باشە؟';
    const n = normalise(text);
    expect(n.text).toBe(text);
    expect([...n.start]).toEqual([...text].map((_, i) => i));
    expect([...n.end]).toEqual([...text].map((_, i) => i + 1));
  });
});

/** Heh for the vowel, as some sites type. */
const bare = (text: string): string => text.replaceAll('ە', 'ه');

describe('text typed with heh for the vowel', () => {
  const sentences = [
    'باخچەکەی گەڕەکی ئێمە پڕە لە دەنگی چۆلەکە و گەڵای زەرد.',
    'ئەو کچە بچووکە کتێبەکەی خۆی لەسەر مێزەکە دانا.',
    'نەنکم هەموو بەیانییەک نانی گەرم دەکات و پەنجەرەکە دەکاتەوە.',
    'مامۆستاکە هەر سێ هەفتە جارێک تاقیکردنەوەیەک دەکات.',
    'هاوینی داهاتوو لەگەڵ هاوڕێکانم دەچمە گوندەکەمان.',
  ];
  test.each(sentences)('%s', (sentence) => {
    const n = normalise(bare(sentence));
    expect(n.recovered).toBe(true);
    expect(n.text).toBe(normalise(sentence).text);
  });

  it('leaves a text that has the vowel letter', () => {
    const text = 'بەهار و هەڵاڵە و هەناسە لە هەمان هەوادا دەهاڕن';
    expect(normalise(text)).toMatchObject({ text, recovered: false });
  });

  it('half typed with ZWNJ is no recovery', () => {
    const n = normalise(`له${ZWNJ}گه${ZWNJ}ڵ ئەوان هاتە ماڵەوە بەڵام نەما`);
    expect(n).toMatchObject({ text: 'لەگەڵ ئەوان هاتە ماڵەوە بەڵام نەما', recovered: false });
  });
});

const KURDISH = 'ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ';
const ODD = 'كىيےھہةأإآؤۇۀٱ٠٥٩۰۵۹?;,،؛؟.:!«»„"\'‘’`“”–—…-()[]%٪٫ \u00a0\t\r\n\u2028\u200b\u200c\u200d\u200e\u200f\u061c\u202b\u2067\ufeff\u00ad\u0640\u064b\u0651\u0653\u0654\u0655\u0670\u0301\u0308\u0327\ufe8d\ufefb\ufdfa\ufdf2\ufedb\ufb50\ud83d\ude00\ud800\udc00';
const pieces = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KURDISH) },
  { weight: 5, arbitrary: fc.constantFrom(...ODD.split('')) },
  { weight: 2, arbitrary: fc.constantFrom(' ', ' ', '\n', '12', '3,4', 'abc', 'É', 'رووی', 'ووتی', `ده${ZWNJ}`, 'هـ', 'کتێبەکە', 'بههار', 'السلام عليكم', '😀', '𐎠') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x300, max: 0x36f }).map((c) => String.fromCharCode(c)) },
  { weight: 1, arbitrary: fc.integer({ min: 0xfb50, max: 0xfefc }).map((c) => String.fromCharCode(c)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x600, max: 0x6ff }).map((c) => String.fromCharCode(c)) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)) },
);
const text = fc.array(pieces, { maxLength: 40 }).map((p) => p.join(''));
const runs = { numRuns: 4000 };

describe('laws', () => {
  it('says for every unit where it came from, in order and inside the text', () => {
    fc.assert(fc.property(text, (x) => {
      const n = normalise(x);
      expect(n.start.length).toBe(n.text.length);
      expect(n.end.length).toBe(n.text.length);
      for (let i = 0; i < n.text.length; i++) {
        const s = n.start[i] as number, e = n.end[i] as number;
        expect(s).toBeGreaterThanOrEqual(i > 0 ? (n.start[i - 1] as number) : 0);
        expect(e).toBeGreaterThanOrEqual(i > 0 ? (n.end[i - 1] as number) : 0);
        expect(e).toBeGreaterThan(s);
        expect(e).toBeLessThanOrEqual(x.length);
      }
    }), runs);
  });

  it('changes nothing in what it has normalised', () => {
    fc.assert(fc.property(text, (x) => {
      const once = normalise(x).text;
      expect(normalise(once).text).toBe(once);
    }), runs);
  });

  it('leaves none of the characters it replaces', () => {
    fc.assert(fc.property(text, (x) => {
      expect(normalise(x).text).not.toMatch(/[كىيھہأإآةؤے٠-٩۰-۹?;«»\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad\u00a0\t\r]/u);
    }), runs);
  });

  it('gives every stretch a span inside the original', () => {
    fc.assert(fc.property(text, fc.nat(), fc.nat(), (x, a, b) => {
      const n = normalise(x);
      const from = a % (n.text.length + 1);
      const to = from + (b % (n.text.length - from + 1));
      const span = originalSpan(n, from, to);
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(x.length);
      if (to > from) expect(span.end).toBeGreaterThan(span.start);
    }), runs);
  });

  it('normalises a stretch of the original to what it stands for', () => {
    const words = fc.array(fc.constantFrom('كتێبی', `خانه${ZWNJ}`, 'رۆژ', '«نان»', 'گوناهـ', '٢٠٢٢ـی', 'ووتی', 'شارى'), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(words, (list) => {
      const x = list.join(' ');
      const n = normalise(x);
      let at = 0;
      for (const w of n.text.split(' ')) {
        const s = originalSpan(n, at, at + w.length);
        expect(normalise(x.slice(s.start, s.end)).text).toBe(w);
        at += w.length + 1;
      }
    }));
  });

  it('reads a text of a million characters', () => {
    const x = 'كتێبه\u200cكه\u200c '.repeat(100_000);
    expect(normalise(x).text).toBe('کتێبەکە '.repeat(100_000));
  });
});
