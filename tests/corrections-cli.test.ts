// The round of a correction, as the commands are shipped: mark, build, explain, check, measure; without the file everything is back.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HEADER, type Correction } from '../src/corrections/types.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const SEEDS = join(ROOT, 'seeds');
const ID = 'rudaw-2021-07-kazimi';
const SEED = readFileSync(join(SEEDS, `${ID}.txt`), 'utf8');
const KB = 'https://w3id.org/hewal/kb/';

let home: string, dir: string, n = 0;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'hewal-corrections-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  dir = join(home, String(++n));
  mkdirSync(dir);
});

const ENV = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, HEWAL_DEBUG: undefined, COLUMNS: '110' } as NodeJS.ProcessEnv;
function hewal(args: readonly string[], input = ''): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [MAIN, ...args], { cwd: dir, input, encoding: 'utf8', env: ENV });
  for (const text of [r.stdout, r.stderr]) expect(text).not.toMatch(/\n\s+at \S|node:internal|fault of hewal/);
  return { code: r.status, out: r.stdout, err: r.stderr };
}
const put = (name: string, ...lines: readonly unknown[]): string => {
  writeFileSync(join(dir, name), lines.map((l) => `${typeof l === 'string' ? l : JSON.stringify(l)}\n`).join(''));
  return name;
};
const text = (name: string): string => readFileSync(join(dir, name), 'utf8');
const bytes = (name: string): Record<string, string> => Object.fromEntries(readdirSync(join(dir, name)).sort().map((f) => [f, readFileSync(join(dir, name, f)).toString('base64')]));
const words = (quote: string, from = 0) => {
  const at = SEED.indexOf(quote, from);
  return { at: [at, at + quote.length] as const, quote };
};

const HOSTING: Correction = { do: 'reject-event', article: ID, event: { type: 'Hosting', trigger: words('پێشوازی') }, note: 'تەنیا ڕاگەیاندنە' };
const MOVED: Correction = { do: 'move-role', article: ID, event: { type: 'Statement', trigger: words('راگەیاندبوو') }, role: 'target', filler: words('رووداو'), to: 'place' };
const NAME: Correction = { do: 'name', type: 'Person', label: 'حوسێن عەلاوی', english: 'Hussein Allawi' };
const GONE: Correction = { do: 'reject-event', article: 'another', event: { type: 'Visit', trigger: { at: [0, 3], quote: 'دەق' } } };
const ELSEWHERE: Correction = { do: 'merge', entities: [`${KB}entity/person/joe-biden`, `${KB}entity/person/nobody`] };

// whole programs, and several of them: slow where the machine is
const SLOW = { timeout: 180_000 };

describe('the round of a correction', SLOW, () => {
  it('the fact is gone, a check explains it, and without the file it is back byte for byte', () => {
    put('marked.jsonl', HEADER, HOSTING, MOVED, NAME, GONE, ELSEWHERE);
    expect(hewal(['build', SEEDS, '-o', 'plain'])).toMatchObject({ code: 0, err: '' });
    const plain = bytes('plain');
    const built = hewal(['build', SEEDS, '-o', 'kb', '--corrections', 'marked.jsonl']);
    expect(built.code).toBe(0);
    expect(built.out).toContain('corrections: 3 applied, 2 not applied: kb/corrections.tsv');
    expect(built.out).toContain('check: clean');
    expect(built.err).toMatch(/^marked\.jsonl:5: warning HW-043: reject-event in the article "another" was not applied: the article "another" is not in the input\n {2}→ .*\nmarked\.jsonl:6: warning HW-043: merge was not applied: no article names what is to be joined/);
    expect(text('kb/graph.nq')).not.toContain('hosting');
    expect(text('kb/graph.nq')).not.toContain('#hosts>');
    expect(text('kb/graph.nq')).toContain(`/event/4-negotiation> <https://w3id.org/hewal/news#status> <https://w3id.org/hewal/news#planned>`);
    expect(text('kb/graph.nq')).toContain('entity/person/hussein-allawi> <http://www.w3.org/2000/01/rdf-schema#label> "Hussein Allawi"@en');
    // explained
    const fact = hewal(['explain', 'kb/graph.ttl', 'جۆ بایدن hosts مستەفا کازمی']);
    expect([fact.code, fact.out]).toEqual([1, 'A correction took this away: جۆ بایدن — news:hosts — مستەفا کازمی\n  by       marked.jsonl:2 reject-event: the article does not tell this Hosting\n  note     تەنیا ڕاگەیاندنە\n\n']);
    expect(JSON.parse(hewal(['explain', 'kb/graph.ttl', 'person:joe-biden hosts ?', '--json']).out)).toMatchObject([{ takenAway: { predicate: 'https://w3id.org/hewal/news#hosts' }, by: { file: 'marked.jsonl', line: 2, note: 'تەنیا ڕاگەیاندنە' } }]);
    expect(hewal(['explain', 'kb/graph.ttl', `${KB}article/${ID}/event/3-hosting`]).out).toContain('marked.jsonl:2 reject-event');
    // checked
    const verify = (graph: string, ...more: string[]) => hewal(['verify', `${graph}/graph.nq`, '--articles', SEEDS, ...more]);
    expect(verify('kb', '--corrections', 'marked.jsonl')).toMatchObject({ code: 0, out: expect.stringContaining('clean') });
    const without = verify('kb');
    expect([without.code, without.out]).toEqual([1, expect.stringContaining(`${KB}article/${ID}/event/3-hosting: warning HW-512: the articles also give news:Hosting "پێشوازی"`)]);
    const old = verify('plain', '--corrections', 'marked.jsonl');
    expect([old.code, old.out]).toEqual([1, expect.stringContaining(`${KB}article/${ID}/event/3-hosting: error HW-513: a correction takes away news:Hosting "پێشوازی" (marked.jsonl:2: تەنیا ڕاگەیاندنە)`)]);
    expect(old.out).not.toContain('HW-511');
    const check = hewal(['check', 'plain/graph.ttl', '--articles', SEEDS, '--corrections', 'marked.jsonl', '--lang', 'ckb']);
    expect([check.code, check.out]).toEqual([1, expect.stringMatching(/HW-513: ڕاستکردنەوەیەک news:Hosting "پێشوازی" لا دەبات/)]);
    expect(hewal(['check', 'kb/graph.ttl', '--articles', SEEDS, '--corrections', 'marked.jsonl']).code).toBe(0);
    // back again
    expect(hewal(['build', SEEDS, '-o', 'kb'])).toMatchObject({ code: 0, err: '' });
    expect(bytes('kb')).toEqual(plain);
  });

  it('any number of threads and any order of files give the same bytes', () => {
    const lines = Array.from({ length: 40 }, (_, i) => ({ id: `n${i}`, text: SEED, published: '2021-07-17' }));
    put('news.jsonl', ...lines);
    const each = lines.flatMap(({ id }, i): Correction[] => (i % 3 === 0 ? [{ ...HOSTING, article: id }, { ...MOVED, article: id }] as Correction[] : []));
    put('one.jsonl', HEADER, ...each.slice(0, 10));
    put('two.jsonl', HEADER, ...each.slice(10), ELSEWHERE, { do: 'merge', entities: [`${KB}entity/person/joe-biden`, `${KB}entity/person/hwsen-elawi`] });
    const build = (out: string, ...args: string[]) => hewal(['build', 'news.jsonl', '-o', out, '-f', 'nq,annotations,merges', '--no-check', ...args]);
    const one = build('a', '--corrections', 'one.jsonl', '--corrections', 'two.jsonl'), three = build('b', '--corrections', 'one.jsonl', '--corrections', 'two.jsonl', '-j', '3');
    expect(three).toEqual({ ...one, out: one.out.replaceAll(' a/', ' b/') });
    expect(one.out).toContain('29 applied, 1 not applied');
    expect(bytes('b')).toEqual(bytes('a'));
    build('c', '--corrections', 'two.jsonl', '--corrections', 'one.jsonl');
    for (const f of ['graph.nq', 'annotations.jsonl', 'merges.tsv']) expect(text(`c/${f}`), f).toBe(text(`a/${f}`));
    const rows = text('a/merges.tsv').split('\n').filter((l) => l.includes('a correction'));
    expect([rows.length, rows[0]]).toEqual([40, `article\t${KB}entity/person/joe-biden\tn0\tحوسێن عەلاوی\t1040\t1052\ta correction (otherwise <${KB}entity/person/hwsen-elawi>)`]);
  });

  it('a collection: other corrections read again what they are about, none bring everything back, and an export is a build', () => {
    put('news.jsonl', ...['a', 'b', 'c'].map((id) => ({ id, text: SEED, published: '2021-07-17' })));
    put('marked.jsonl', HEADER, { ...HOSTING, article: 'b' }, { ...MOVED, article: 'a' }, GONE);
    const plain = hewal(['build', 'news.jsonl', '--into', 'kb']);
    expect(plain).toMatchObject({ code: 0, err: '' });
    hewal(['export', 'kb', '-o', 'before']);
    const manifest = text('kb/manifest.jsonl').split('\n').slice(1).map((l) => l.replace(/"at":\[[^\]]*\]/, ''));
    const marked = hewal(['add', 'kb', '--corrections', 'marked.jsonl']);
    expect([marked.code, marked.out]).toEqual([0, expect.stringMatching(/^kb: 3 article\(s\); 0 added, 0 replaced, 0 unchanged, 2 read again\n[^]*corrections: 2 applied, 1 not applied: kb\/corrections\.tsv/)]);
    expect(marked.err).toContain('marked.jsonl:4: warning HW-043');
    // an addition keeps them
    expect(hewal(['add', 'kb', 'news.jsonl']).out).toMatch(/^kb: 3 article\(s\); 0 added, 0 replaced, 3 unchanged\n {2}corrections: 2 applied/);
    expect(hewal(['export', 'kb', '-o', 'exported']).code).toBe(0);
    expect(hewal(['build', 'news.jsonl', '-o', 'scratch', '--corrections', 'marked.jsonl']).code).toBe(0);
    expect(bytes('exported')).toEqual(bytes('scratch'));
    expect(text('kb/corrections.tsv')).toBe(text('scratch/corrections.tsv'));
    // and a build without the file has none
    expect(hewal(['build', 'news.jsonl', '--into', 'kb']).out).toMatch(/^kb: 3 article\(s\); 0 added, 0 replaced, 1 unchanged, 2 read again\n/);
    expect(existsSync(join(dir, 'kb/corrections.tsv'))).toBe(false);
    expect(text('kb/manifest.jsonl').split('\n').slice(1).map((l) => l.replace(/"at":\[[^\]]*\]/, ''))).toEqual(manifest);
    hewal(['export', 'kb', '-o', 'after']);
    expect(bytes('after')).toEqual(bytes('before'));
  });

  it('document by document', () => {
    put('marked.jsonl', HEADER, HOSTING, { ...HOSTING, event: { type: 'Visit', trigger: words('پێشوازی') } }, GONE);
    const r = hewal(['map', '--corrections', 'marked.jsonl'], `${JSON.stringify({ id: ID, text: SEED, published: '2021-07-17' })}\n`);
    expect([r.code, r.out.includes('hosting'), r.out.includes('negotiation')]).toEqual([0, false, true]);
    // of articles that went elsewhere nothing is told
    expect(r.err.match(/HW-043/g)).toHaveLength(1);
    expect(r.err).toMatch(/marked\.jsonl:3: warning HW-043: .*no Visit is read from "پێشوازی" at 115–122 any more/);
  });

  it('as gold: what is marked as wrong is what the measure finds', () => {
    put('marked.jsonl', HEADER, HOSTING, MOVED);
    const run = (...args: string[]) => spawnSync('npx', ['tsx', join(ROOT, 'scripts/eval.ts'), ...args], { cwd: dir, encoding: 'utf8', env: ENV });
    const r = run('marked.jsonl', '--articles', SEEDS, '--json');
    expect(r.stderr).toBe('');
    expect(JSON.parse(r.stdout)).toMatchObject({ documents: 1, events: { gold: 17, said: 18, right: 17 }, facts: { gold: 54, said: 58, right: 53 } });
    put('other.jsonl', HEADER, GONE);
    expect(run('other.jsonl', '--articles', SEEDS)).toMatchObject({ status: 2, stderr: expect.stringContaining('that --articles does not have: another') });
    writeFileSync(join(dir, `${ID}.txt`), SEED.replace('پێشوازی', 'میوانداری'));
    expect(run('marked.jsonl', '--articles', `${ID}.txt`)).toMatchObject({ status: 2, stderr: expect.stringContaining('the text has changed') });
    expect(run('marked.jsonl', '--articles', SEEDS, '--measure').status).toBe(2);
    expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--articles PATH') });
  });
});

describe('files that are none', SLOW, () => {
  it('stop everything before anything is written, and say where', () => {
    put('bad.jsonl', HEADER, HOSTING, { ...HOSTING, artikel: 'x' }, 'nonsense', { ...NAME, label: 'Latin' });
    const r = hewal(['build', SEEDS, '-o', 'kb', '--corrections', 'bad.jsonl']);
    expect([r.code, r.out, existsSync(join(dir, 'kb'))]).toEqual([3, '', false]);
    for (const said of ['bad.jsonl:3: error HW-042: is no correction: unknown key "artikel"', 'bad.jsonl:4: error HW-042: is no correction: is not JSON', 'bad.jsonl:5: error HW-042: is no name: "Latin": no letter of Central Kurdish', '3 fault(s) in the corrections: nothing was done']) expect(r.err).toContain(said);
    expect(hewal(['build', SEEDS, '--into', 'kb', '--corrections', 'bad.jsonl']).code).toBe(3);
    expect(hewal(['map', '--corrections', 'bad.jsonl']).code).toBe(3);
    expect(existsSync(join(dir, 'kb'))).toBe(false);
    put('old.jsonl', { ...HEADER, version: 2 });
    expect(hewal(['build', SEEDS, '-o', 'kb', '--corrections', 'old.jsonl'])).toMatchObject({ code: 3, err: expect.stringContaining('old.jsonl:1: error HW-042: has version 2') });
    for (const none of ['none.jsonl', '.', '/dev/zero']) expect(hewal(['build', SEEDS, '-o', 'kb', '--corrections', none])).toMatchObject({ code: 3, err: expect.stringContaining(`${none}: error hewal: cannot be read`) });
    expect(hewal(['check', join(ROOT, 'out/graph.nq'), '--corrections', 'bad.jsonl'])).toMatchObject({ code: 2, err: expect.stringContaining('--articles') });
    expect(hewal(['verify', join(ROOT, 'out/graph.nq'), '--articles', SEEDS, '--corrections', 'bad.jsonl']).code).toBe(3);
  });

  it('a note cannot write into a terminal or a table', () => {
    put('marked.jsonl', HEADER, { ...HOSTING, note: 'a\u001b[31m\n\tb\u202e' });
    hewal(['build', SEEDS, '-o', 'kb', '--corrections', 'marked.jsonl']);
    for (const line of text('kb/corrections.tsv').split('\n').filter((l) => l !== '' && !l.startsWith('#'))) expect(line.split('\t')).toHaveLength(9);
    for (const r of [hewal(['explain', 'kb/graph.ttl', 'person:joe-biden hosts ?']), hewal(['verify', join(ROOT, 'out/graph.nq'), '--articles', SEEDS, '--corrections', 'marked.jsonl'])]) {
      // eslint-disable-next-line no-control-regex -- that is what is looked for
      expect(r.out).not.toMatch(/[\u001b\u202e]/);
    }
  });

  it('explain goes on where the account beside the graph is damaged, and stops where it is named', () => {
    put('marked.jsonl', HEADER, HOSTING);
    hewal(['build', SEEDS, '-o', 'kb', '--corrections', 'marked.jsonl']);
    put('kb/corrections.tsv', 'nonsense');
    expect(hewal(['explain', 'kb/graph.ttl', 'person:joe-biden hosts ?'])).toMatchObject({ code: 1, out: expect.stringContaining('does not state'), err: expect.stringContaining('line 1 is no row of a corrections.tsv') });
    expect(hewal(['explain', 'kb/graph.ttl', 'person:joe-biden hosts ?', '--corrections-log', 'kb/corrections.tsv']).code).toBe(3);
  });
});
