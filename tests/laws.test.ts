// Laws of the whole reader, on the seed article: a text cut off anywhere is read without a fault, and the same text in another spelling says the same.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { contextTables, createLanguage, loadTables, readWords, segmentText } from '../src/language/index.js';
import { createEngine } from '../src/pipeline.js';
import { originalSpan } from '../src/text/normalise.js';

const text = readFileSync(new URL('../seeds/rudaw-2021-07-kazimi.txt', import.meta.url), 'utf8');
const tables = loadTables();
const language = createLanguage(tables);
const engine = createEngine(tables);
const article = { id: 'law', published: '2021-07-01' };

describe('every beginning of a text', () => {
  it('gives tokens in order, inside the text and its normal form', () => {
    const context = contextTables(language);
    for (let length = 0; length <= text.length; length++) {
      const normal = language.normalise(text.slice(0, length));
      const { tokens, sentences } = segmentText(language, normal.text);
      let end = 0;
      for (const t of tokens) {
        const span = originalSpan(normal, t.start, t.end);
        if (t.start < end || normal.text.slice(t.start, t.end) !== t.text || span.end <= span.start || span.end > length) expect.fail(`token "${t.text}" of the first ${length} characters`);
        end = t.end;
      }
      for (const s of sentences) readWords(language, context, tokens, s);
    }
  });

  it('is read by the engine, and every mention stands in it', () => {
    for (let length = 0; length <= text.length; length += 7) {
      for (const entity of engine.read({ ...article, text: text.slice(0, length) }).entities) {
        for (const m of entity.mentions) if (!(m.span.start >= 0 && m.span.start < m.span.end && m.span.end <= length)) expect.fail(`a mention of "${entity.name}" in the first ${length} characters`);
      }
    }
  });
});

/** What is said, without where: events with their roles, by names. */
function facts(of: string): string[] {
  const found = engine.read({ ...article, text: of });
  const names = new Map(found.entities.map((e) => [e.id, language.normalise(e.name).text]));
  return found.events.map((e) => `${e.type} ${e.status} ${e.roles.map((r) => `${r.role} ${r.entity ? names.get(r.entity) : r.value}`).sort().join(', ')}`).sort();
}

describe('another spelling says the same', () => {
  const each = (change: (letter: string, before: string, at: number) => string) => (x: string): string => [...x].map((c, i, all) => change(c, all[i - 1] ?? ' ', i)).join('');
  test.each<[spelling: string, typed: (x: string) => string]>([
    ['Arabic letters', each((c) => ({ ک: 'ك', ی: 'ي' })[c] ?? c)],
    ['heh and ZWNJ for the vowel', each((c) => (c === 'ە' ? 'ه\u200c' : c))],
    ['Latin digits', each((c) => (/[٠-٩]/.test(c) ? String(c.charCodeAt(0) - 0x660) : c))],
    ['the strong r at the beginning', each((c, before) => (c === 'ر' && !/\p{L}/u.test(before) ? 'ڕ' : c))],
    ['bidi marks', each((c, _, i) => (c === ' ' && i % 3 === 0 ? '\u200f \u200e' : c))],
    ['tatweel', each((c, _, i) => (/[بتسشفقکلمن]/.test(c) && i % 5 === 0 ? `${c}ـ` : c))],
    ['light verbs split', (x) => x.replace(/(?<!\p{L})(بڵاو|ئەنجام|ئاشکرا|داوا)(کرد|دا)/gu, '$1 $2')],
    ['prepositions split', (x) => x.replace(/(?<!\p{L})(لە)(لایەن|سەر|بارە|نێوان)/gu, '$1 $2')],
  ])('%s', (_, typed) => {
    expect(typed(text)).not.toBe(text);
    expect(facts(typed(text))).toEqual(facts(text));
  });
});
