import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createLanguage, loadTables } from '../src/language/index.js';
import { findQuotations, splitSentences } from '../src/text/sentences.js';
import type { Token } from '../src/text/tokenise.js';

const { normalise, tokenise } = createLanguage(loadTables());
const tokens = (text: string): Token[] => tokenise(normalise(text).text);
const words = (text: string): string => tokens(text).map((t) => t.text).join(' | ');
const kinds = (text: string): string => tokens(text).map((t) => t.kind).join(' ');
/** Kind and text of the one token that is not a word or a mark. */
const special = (text: string): string[] => tokens(text).filter((t) => t.kind !== 'word' && t.kind !== 'punct').map((t) => `${t.kind} ${t.text}`);

describe('tokens', () => {
  test.each([
    ['پشیلەکە خەوت.', 'پشیلەکە | خەوت | .'],
    ['نان، ماست؛ پەنیر!', 'نان | ، | ماست | ؛ | پەنیر | !'],
    ['(باران)', '( | باران | )'],
    ['“باران”', '“ | باران | ”'],
    ['ئالان-دا', 'ئالان | - | دا'],
    ['18:45', '18 | : | 45'],
    ['5-9-2022', '5 | - | 9 | - | 2022'],
    ['5/9/2022', '5 | / | 9 | / | 2022'],
    ['باران...', 'باران | . | . | .'],
    ['', ''],
    ['   ', ''],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ['سەیری https://example.org/a?b=1 بکە', ['link https://example.org/a؟b=1']],
    ['سەیری www.example.org بکە', ['link www.example.org']],
    ['لە example.com دایە', ['link example.com']],
    ['لە https://example.org/a. ئەوێ', ['link https://example.org/a']],
    ['(https://example.org/a)، دواتر', ['link https://example.org/a']],
    ['بنووسە بۆ sara@example.org.', ['link sara@example.org']],
    ['بنووسە بۆ sara.k@example.org ئەمڕۆ', ['link sara.k@example.org']],
    ['وێنە: example.tv/video/12', ['link example.tv/video/12']],
    ['#باران و #Rain_2022 خۆشن', ['hashtag #باران', 'hashtag #Rain_2022']],
    ['#هەواڵی_نوێ', ['hashtag #هەواڵی_نوێ']],
    ['ژمارە # نییە', []],
    ['12 پەپوولە', ['number 12']],
    ['12.5 لیتر', ['number 12.5']],
    ['1,250,000 دار', ['number 1,250,000']],
    ['١٢٫٥ لیتر', ['number 12.5']],
    ['ژمارەی 12. باشە', ['number 12']],
    ['12، 13', ['number 12', 'number 13']],
    ['مۆدێلی X5 و F16 و Zürich', ['latin X5', 'latin F16', 'latin Zürich']],
    ['ا\nب', ['newline \n']],
  ])('%s', (text, expected) => {
    expect(special(text)).toEqual(expected);
  });

  /** An ending without a space after digits, brackets, quotation marks and Latin words is a token of its own, glued to what it ends. */
  test.each([
    ['(بەهار)ی', 'punct word punct word', 'ی'],
    ['"بەهار"یش', 'punct word punct word', 'یش'],
    ['«بەهار»ەوە', 'punct word punct word', 'ەوە'],
    ['2019دا', 'number word', 'دا'],
    ['١٢ـەمین', 'number word', 'ەمین'],
    ['7یان', 'number word', 'یان'],
    ['NATOی', 'latin word', 'ی'],
    ['FMێکی', 'latin word', 'ێکی'],
    ['12.5ی', 'number word', 'ی'],
  ])('%s', (text, expected, ending) => {
    expect(kinds(text)).toBe(expected);
    expect(tokens(text).at(-1)).toMatchObject({ text: ending, glued: true });
  });

  it('says what is glued', () => {
    expect(tokens('ا ب، پ\nت').map((t) => t.glued)).toEqual([false, false, true, false, true, false]);
  });

  it('keeps a character outside the basic plane in one piece', () => {
    expect(words('باش😀بوو')).toBe('باش | 😀 | بوو');
  });
});

const splice = fc.array(fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('پەپوولە', 'ڕووبار', 'و', 'د', 'ی', 'دا', ' ', ' ', ' ', '\n') },
  { weight: 3, arbitrary: fc.constantFrom('.', '،', '؟', '!', ':', '"', '“', '”', '«', '»', '(', ')', '[', ']', '-', '...', "'", '#', '/', '%', '@', '_') },
  { weight: 2, arbitrary: fc.constantFrom('12', '3.5', '1,000', 'Abc', 'www.x.org', 'https://x.org/y', 'a@b.org', 'x.com', '😀', '\ud83d', 'é', 'السلام') },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
), { maxLength: 40 }).map((p) => p.join(''));
const runs = { numRuns: 3000 };

describe('laws of tokens', () => {
  it('come in order, never overlap, are their own text and leave out nothing but spaces', () => {
    fc.assert(fc.property(splice, fc.boolean(), (x, asTyped) => {
      const text = asTyped ? x : normalise(x).text;
      let at = 0;
      for (const t of tokenise(text)) {
        expect(text.slice(at, t.start)).toMatch(/^ *$/);
        expect(t.end).toBeGreaterThan(t.start);
        expect(t.text).toBe(text.slice(t.start, t.end));
        expect(t.glued).toBe(at > 0 && t.start === at && text[at - 1] !== '\n');
        at = t.end;
      }
      expect(text.slice(at)).toMatch(/^ *$/);
    }), runs);
  });

  it('sentences come in order and leave out nothing but line ends', () => {
    fc.assert(fc.property(splice, (x) => {
      const list = tokens(x);
      let at = 0;
      for (const s of splitSentences(list, findQuotations(list))) {
        expect(s.first).toBeGreaterThanOrEqual(at);
        expect(s.last).toBeGreaterThan(s.first);
        expect(list.slice(at, s.first).every((t) => t.kind === 'newline')).toBe(true);
        expect(list.slice(s.first, s.last).some((t) => t.kind === 'newline')).toBe(false);
        at = s.last;
      }
      expect(list.slice(at).every((t) => t.kind === 'newline')).toBe(true);
    }), runs);
  });

  it('quotations open at a mark, close after it, and never run over a line end', () => {
    fc.assert(fc.property(splice, (x) => {
      const list = tokens(x);
      let before = -1;
      for (const q of findQuotations(list)) {
        expect(list[q.open]?.text).toMatch(/^["“”]$/);
        expect(q.open).toBeGreaterThan(before);
        expect(q.close).toBeGreaterThan(q.open);
        expect(q.close).toBeLessThanOrEqual(list.length);
        expect(list.slice(q.open, q.close).some((t) => t.kind === 'newline')).toBe(false);
        before = q.open;
      }
    }), runs);
  });
});

/** Sentences as text. */
function sentences(text: string): string[] {
  const normal = normalise(text).text;
  const list = tokenise(normal);
  return splitSentences(list, findQuotations(list)).map((s) => normal.slice(list[s.first]?.start, list[s.last - 1]?.end));
}

describe('sentences', () => {
  test.each<[name: string, text: string, expected: string[]]>([
    ['full stop', 'باران باری. بەفر توایەوە.', ['باران باری.', 'بەفر توایەوە.']],
    ['no mark at the end', 'باران باری. بەفر توایەوە', ['باران باری.', 'بەفر توایەوە']],
    ['question and exclamation mark', 'باران دەبارێت؟ بەڵێ! زۆر', ['باران دەبارێت؟', 'بەڵێ!', 'زۆر']],
    ['three dots are a pause', 'باران دەبارێت... بەفریش', ['باران دەبارێت... بەفریش']],
    ['three dots at the end of a line', 'باران دەبارێت...\nبەفریش', ['باران دەبارێت...', 'بەفریش']],
    ['several marks', 'باران دەبارێت؟! بەڵێ', ['باران دەبارێت؟!', 'بەڵێ']],
    ['line end', 'باران دەبارێت\nبەفریش', ['باران دەبارێت', 'بەفریش']],
    ['empty lines', '\n\nباران دەبارێت.\n\nبەفریش\n', ['باران دەبارێت.', 'بەفریش']],
    ['one-letter abbreviation', 'د. ئاڤان هاتەوە. م. ڕێبین چوو.', ['د. ئاڤان هاتەوە.', 'م. ڕێبین چوو.']],
    ['one-letter abbreviation without a space', 'د.ئاڤان هاتەوە.', ['د.ئاڤان هاتەوە.']],
    ['abbreviation of two letters', 'پ.د. ئاڤان هاتەوە.', ['پ.د. ئاڤان هاتەوە.']],
    ['number with a point', 'ئاوەکە 3.5 مەتر بەرز بوو.', ['ئاوەکە 3.5 مەتر بەرز بوو.']],
    ['number at the end', 'ئەوان 12. ئێمە 13.', ['ئەوان 12.', 'ئێمە 13.']],
    ['link', 'سەیری www.example.org بکە. باشە.', ['سەیری www.example.org بکە.', 'باشە.']],
    ['full stop inside a quotation', 'دایکم وتی “باران باری. دەرگاکە داخە.” و ڕۆیشت.', ['دایکم وتی “باران باری. دەرگاکە داخە.” و ڕۆیشت.']],
    ['full stop inside straight marks', 'دایکم وتی "باران باری. دەرگاکە داخە." و ڕۆیشت.', ['دایکم وتی "باران باری. دەرگاکە داخە." و ڕۆیشت.']],
    ['full stop after a quotation', 'دایکم وتی “باران باری”. دەرگاکە داخرا.', ['دایکم وتی “باران باری”.', 'دەرگاکە داخرا.']],
    ['quotation that never closes ends with its line', 'دایکم وتی “باران باری. دەرگاکە داخە\nباوکم خەوت. باشە.', ['دایکم وتی “باران باری. دەرگاکە داخە', 'باوکم خەوت.', 'باشە.']],
    ['full stop inside brackets', 'نەمامەکان (سێو. هەرمێ) گەشانەوە. جوانن.', ['نەمامەکان (سێو. هەرمێ) گەشانەوە.', 'جوانن.']],
    ['bracket that never closes ends with its line', 'نەمامەکان (سێو. هەرمێ\nباران باری. بەفر نا.', ['نەمامەکان (سێو. هەرمێ', 'باران باری.', 'بەفر نا.']],
    ['colon and semicolon do not end', 'باخەوان: سێوەکان پێگەیشتن؛ هەرمێ نا.', ['باخەوان: سێوەکان پێگەیشتن؛ هەرمێ نا.']],
    ['nothing', '', []],
    ['spaces', '  \n  ', []],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

/** What each quotation holds, in order of opening. */
function quoted(text: string): string[] {
  const normal = normalise(text).text;
  const list = tokenise(normal);
  return findQuotations(list).map((q) => normal.slice(list[q.open]?.end, list[q.close]?.start).trim());
}

describe('quotations', () => {
  test.each<[name: string, text: string, expected: string[]]>([
    ['straight', 'وتی "باران دێت" و ڕۆیشت', ['باران دێت']],
    ['two straight', 'وتی "باران" و "بەفر"', ['باران', 'بەفر']],
    ['curly', 'وتی “باران دێت” و ڕۆیشت', ['باران دێت']],
    ['guillemets', 'وتی «باران دێت» و ڕۆیشت', ['باران دێت']],
    ['two apostrophes', "وتی ''باران دێت'' و ڕۆیشت", ['باران دێت']],
    ['curly opened, straight closed', 'وتی “باران دێت" و ڕۆیشت', ['باران دێت']],
    ['straight opened, curly closed', 'وتی "باران دێت” و ڕۆیشت', ['باران دێت']],
    ['closing mark used to open', 'وتی ”باران دێت” و ڕۆیشت', ['باران دێت']],
    ['unclosed, to the end of the text', 'وتی “باران دێت و بەفریش', ['باران دێت و بەفریش']],
    ['unclosed straight, to the end of the line', 'وتی "باران دێت\nبەفر نایەت "هەور" هەیە', ['باران دێت', 'هەور']],
    ['unclosed curly, to the end of the line', 'وتی “باران دێت\nبەفر نایەت', ['باران دێت']],
    ['nested guillemets and curly', 'وتی «باوکم گوتی “باران دێت” ئێستا» و ڕۆیشت', ['باوکم گوتی “باران دێت” ئێستا', 'باران دێت']],
    ['straight inside curly', 'وتی “ڕۆمانی "ژین" خۆشە” و ڕۆیشت', ['ڕۆمانی "ژین" خۆشە', 'ژین']],
    ['curly inside straight', 'وتی "ڕۆمانی “ژین” خۆشە" و ڕۆیشت', ['ڕۆمانی “ژین” خۆشە', 'ژین']],
    ['stray closing mark', 'باران دێت” ڕۆیشت', []],
    ['none', 'باران دێت', []],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});
