import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { soraniArticles } from '../../bench/generate.js';
import { loadTables } from '../../src/language/load.js';
import type { Article } from '../../src/model/article.js';
import { hewal } from './hewal.js';

/** Two states of one collection: what is loaded first, and what it is then brought to. */
export interface Data {
  readonly before: string;
  readonly after: string;
  readonly graphs: { readonly before: number; readonly after: number; readonly changed: number; readonly gone: number };
}

const BASE = 'https://w3id.org/hewal/kb/';
const ARTICLES = 24;

/** Everything that a store, or a request to it, could get wrong. */
function hostile(graph: string): string {
  const g = `<${graph}>`, xsd = 'http://www.w3.org/2001/XMLSchema#';
  const objects = [
    '"a \\"quote\\", a \\\\ and a\\nnew line\\r\\n\\tand more"', '"\\\\u0022 } } ; DROP ALL ; # \\\\U0001F600"', '"} } ; CLEAR ALL #"@ckb', "\"''' ''\"", '"\\u0001\\u0008\\u001F\\u007F\\u0085\\u2028"', '"\\uFFFD\\uFEFF"',
    '"ده‌کرێ‌ت"@ckb', '"\u200Fسڵاو\u200E \u202Bکوردی\u202C \u2067x\u2069"@ckb', '"کۆ ھەر ه‌ ي ى ك"@ckb', '"😀𐭀"', '""', '" "', '"Hello"@en-GB', `"${'درێژ '.repeat(20_000)}"@ckb`,
    `"007"^^<${xsd}integer>`, `"+5"^^<${xsd}nonNegativeInteger>`, `"0.80"^^<${xsd}decimal>`, `"-1.50"^^<${xsd}decimal>`,
    `"2021-07-17"^^<${xsd}date>`, `"2021-07"^^<${xsd}gYearMonth>`, `"2021"^^<${xsd}gYear>`, `"2021-07-17T09:30:00"^^<${xsd}dateTime>`,
    '<https://example.org/a?b=c&d=%20#e>', '<https://example.org/کوردستان>', '<urn:uuid:00000000-0000-0000-0000-000000000000>', `<${BASE}article/%D9%87%D9%88%D8%A7%DA%B5>`,
  ];
  return objects.map((o, i) => `${g} <https://example.org/p${i}> ${o} ${g} .\n`).join('');
}

/** Articles, some with names that IRIs are full of, made into graphs by hewal itself. */
export function data(folder: string): Data {
  const made = soraniArticles(loadTables(), 7);
  const articles = Array.from({ length: ARTICLES + 1 }, (_, i): Article => ({ ...(made.next().value as Article), id: i % 8 === 3 ? `هەواڵی ${i} #?&/%"<>` : `a${i}`, published: `2024-0${1 + (i % 6)}-1${i % 9}` }));
  const [first, second, ...rest] = articles as [Article, Article, ...Article[]];
  const fresh = rest.pop() as Article;
  // what is made up follows the name lists; these sentences give the queries an answer whatever it is
  const changed = { ...second, text: `${second.text} مستەفا کازمی لە بەغدا پێشوازی لە جۆ بایدن کرد. مستەفا کازمی هێرشەکەی بۆ سەر هەولێر شەرمەزار کرد.` };
  const build = (name: string, of: readonly Article[], more: string): string => {
    const file = join(folder, `${name}.jsonl`);
    writeFileSync(file, of.map((a) => `${JSON.stringify(a)}\n`).join(''));
    const r = hewal(['build', file, 'seeds', '--out', join(folder, name), '-f', 'nq', '--no-check']);
    if (r.code !== 0) throw new Error(r.err);
    appendFileSync(join(folder, name, 'graph.nq'), more);
    return join(folder, name);
  };
  const more = hostile(`${BASE}article/%22hostile%22%20%3E%20%7D;x=%D9%87`);
  // Every article and the seed and the hostile one; then the first is gone, the second changed, and one is new.
  return { before: build('before', [first, second, ...rest], more), after: build('after', [changed, ...rest, fresh], more), graphs: { before: ARTICLES + 2, after: ARTICLES + 2, changed: 2, gone: 1 } };
}
