import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCoverage, type CoverageReport } from '../src/coverage/index.js';
import { createTally } from '../src/coverage/tally.js';
import { ARTICLES, tables } from './support/make.js';

const of = (texts: readonly string[], top = 50, names: Parameters<typeof createCoverage>[1] = []): CoverageReport => {
  const c = createCoverage(tables, names);
  texts.forEach((text, i) => c.add({ id: `a${i}`, text }));
  return c.report(top);
};
const words = (list: CoverageReport['verbs']): string[] => list.top.map((f) => f.what);

describe('tokens', () => {
  it('counts words, numbers, marks and the rest', () => {
    const r = of(['وەزیر لە هەولێر ١٢ کەسی بینی، Twitter گوتی.', 'زڕیمبۆق هات. زڕیمبۆق ڕۆیشت.']);
    expect(r.tokens).toEqual({ all: 16, numbers: 1, marks: 4, words: 10, knownWords: 8, other: 1 });
    expect(r.share).toBeCloseTo(13 / 16);
    expect(r.wordShare).toBeCloseTo(8 / 10);
    expect(r.unknownWords).toEqual({ different: 1, total: 2, top: [{ what: 'زڕیمبۆق', count: 2, example: '[زڕیمبۆق] هات.', article: 'a1' }] });
  });

  it('shows the words of the article as they were typed', () => {
    expect(of(['سه‌رۆك له‌ هه‌ولێر زڕیمبۆقی بینی']).unknownWords.top[0]?.example).toBe('سه‌رۆك له‌ هه‌ولێر [زڕیمبۆقی] بینی');
  });

  it('counts different spellings of a word as one, the most frequent first, no more than asked', () => {
    const r = of(['زڕیمبۆق و گڵمەتۆنک و زریمبۆق هاتن.'], 1);
    expect(r.unknownWords).toMatchObject({ different: 2, total: 3, top: [{ what: 'زڕیمبۆق', count: 2 }] });
    expect(of(['گڵمەتۆنک'], 0).unknownWords.top).toEqual([]);
  });

  it('a name of an own list is known', () => {
    const own = [{ name: 'زڕیمبۆق', type: 'Place' as const, english: '', aliases: [], wikidata: '' }];
    expect(of(['وەزیر لە زڕیمبۆق بوو.'], 5, own).unknownWords.total).toBe(0);
  });
});

describe('what no frame knows', () => {
  it('verbs and compounds by infinitive, written together or apart, and after a chain', () => {
    const r = of(['منداڵەکان لە باخچەکە پێکەنین.', 'خەڵکەکە پێکەنین.', 'ئەوان مەلە دەکەن.', 'ئەوان سڵاویان کرد.']);
    expect(words(r.verbs)[0]).toBe('پێکەنین');
    expect(r.verbs.top[0]).toMatchObject({ count: 2, example: 'منداڵەکان لە باخچەکە [پێکەنین] .' });
    expect(words(r.verbs).sort()).toEqual(['سڵاو کردن', 'پێکەنین', 'مەلە کردن'].sort());
  });

  it('not verbs that have a frame, nor copulas', () => {
    const r = of(ARTICLES.map((a) => a.text));
    for (const v of ['کۆبوونەوە', 'پێشوازی کردن', 'سەردان کردن', 'گوتن', 'دەستگیر کردن', 'بوون']) expect(words(r.verbs)).not.toContain(v);
  });

  it('nouns for events and acts that are not in a frame', () => {
    const r = of(['ئاهەنگەکە لە هەولێر بەڕێوەچوو.', 'هێرشەکە لە کەرکووک بوو.']);
    expect(words(r.nouns)).toContain('ئاهەنگ');
    expect(words(r.nouns)).not.toContain('هێرش');
  });

  it('who speaks without an explanation', () => {
    const r = of(['گڵمەتۆنک گوتی: وەزیر هات.', 'جۆ بایدن گوتی: وەزیر هات.', 'وەزیری دارایی گوتی: باشە.', 'ئەو گوتی: باشە.']);
    expect(words(r.actors)).toEqual(['گڵمەتۆنک']);
  });
});

describe('counting', () => {
  it('never throws, and shares stay between 0 and 1', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('کرد', 'گوتی', 'ن', 'ە', ' ', ' ', '"', '“', '”', ':', '.', '،', '٣', 'a', '#', '(', ')', '\n', '\u200c', '\ud800', 'کە', 'و', 'لە', 'دەکات', 'ی') }), (text) => {
      const r = of([text]);
      for (const share of [r.share, r.wordShare]) expect(share >= 0 && share <= 1).toBe(true);
      expect(r.tokens.numbers + r.tokens.marks + r.tokens.words + r.tokens.other).toBe(r.tokens.all);
    }), { numRuns: 300 });
  }, 120_000);

  it('holds no more than it may, and keeps the frequent', () => {
    const t = createTally(100);
    const add = (k: string): void => t.add(k, () => ({ what: k, example: '', article: '' }));
    for (let i = 0; i < 1000; i++) {
      add(`rare ${i}`);
      if (i % 5 === 0) add('often');
    }
    expect(t.different).toBeLessThanOrEqual(100);
    expect(t.total).toBe(1200);
    expect(t.top(1)).toEqual([{ what: 'often', count: 200, example: '', article: '' }]);
  });
});

describe('hewal coverage', () => {
  const ROOT = fileURLToPath(new URL('..', import.meta.url));
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'hewal-coverage-'));
    writeFileSync(join(dir, 'a.jsonl'), `${JSON.stringify({ id: '1', text: 'زڕیمبۆق لە هەولێر پێکەنی.' })}\n{"id": "2"\n${JSON.stringify({ id: '3', text: 'The minister visited the city on Monday and said that it was good.' })}\n`);
    writeFileSync(join(dir, 'b.txt'), 'گڵمەتۆنک\u202e گوتی: باشە.');
    writeFileSync(join(dir, 'n.tsv'), 'زڕیمبۆق\tPlace\n');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const hewal = (...args: string[]): { code: number | null; out: string; err: string } => {
    const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'coverage', ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
    return { code: r.status, out: r.stdout, err: r.stderr };
  };

  it('prints lists a person can read', () => {
    const r = hewal('b.txt');
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toMatch(/^1 article\(s\), \d+ tokens: \d+\.\d % known\n/);
    expect(r.out).toMatch(/words that are not known: 1 different, 1 in all\n {6}1 {2}گڵمەتۆنک {2}….*\[گڵمەتۆنک\]/);
    expect(r.out).not.toContain('\u202e');
    expect(r.out).toContain('verbs that no frame knows: none');
  });

  it('prints JSON; says what was left out', () => {
    const r = hewal('a.jsonl', '--json', '--top', '5', '--names', 'n.tsv');
    expect(r.code).toBe(3);
    expect(r.err).toMatch(/a\.jsonl:2: error HW-008[\s\S]*a\.jsonl:3: error HW-011/);
    expect(JSON.parse(r.out)).toMatchObject({ articles: 1, leftOut: 2, unknownWords: { total: 0 }, verbs: { top: [{ what: 'پێکەنین', count: 1, article: '1' }] } });
  });

  it('refuses what cannot be meant', () => {
    for (const args of [[], ['b.txt', '--top', '-1'], ['b.txt', '--top', 'x'], ['b.txt', '--top', '1', '--top', '2'], ['b.txt', '--tops']]) expect(hewal(...args).code, args.join(' ')).toBe(2);
    expect(hewal('none.txt').code).toBe(3);
    expect(hewal('b.txt', '--names', 'none.tsv')).toMatchObject({ code: 3, out: '' });
  });
});
