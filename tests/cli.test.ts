import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const GOOD = 'نێچیرڤان بارزانی لە هەولێر لەگەڵ ئیمانوێل ماکرۆن کۆبووەوە. مستەفا کازمی لە بەغدا پێشوازی لە جۆ بایدن کرد.';
const FILES = ['annotations.jsonl', 'graph.json', 'graph.jsonld', 'graph.nq', 'graph.trig', 'graph.ttl', 'merges.tsv'];

let home: string, dir: string, n = 0;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hewal-cli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  dir = join(home, String(++n));
  mkdirSync(dir);
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program in the folder of the test. Whatever happens, nobody is shown a stack. */
function hewal(args: readonly string[], input = ''): Run {
  const r = spawnSync(process.execPath, [MAIN, ...args], { cwd: dir, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, HEWAL_DEBUG: undefined, COLUMNS: '110' } as NodeJS.ProcessEnv });
  for (const text of [r.stdout, r.stderr]) expect(text).not.toMatch(/\n\s+at \S|node:internal|fault of hewal/);
  expect(r.status).not.toBe(70);
  return { code: r.status, out: r.stdout, err: r.stderr };
}
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return name;
};
const text = (name: string): string => readFileSync(join(dir, name), 'utf8');
const parts = (): string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((f) => f.includes('.part'));
const line = (o: object): string => `${JSON.stringify(o)}\n`;

describe('hewal build', () => {
  it('writes every format and says what it did', () => {
    put('a.txt', GOOD);
    put('a.json', '{"published": "2024-05-10", "publisher": "Own", "title": "<هەواڵ>"}');
    const r = hewal(['build', 'a.txt', '--out', 'kb']);
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(dir, 'kb')).sort()).toEqual(FILES);
    expect(r.out).toMatch(/^1 article\(s\): \d+ entities, [1-9]\d* events, [1-9]\d* facts, [1-9]\d* direct facts\n/);
    expect(r.out).toMatch(/check: clean/);
    for (const f of FILES) expect(r.out).toContain(`kb/${f}`);
    expect(text('kb/graph.ttl')).toMatch(/news:published "2024-05-10"\^\^xsd:date/);
    expect((JSON.parse(text('kb/annotations.jsonl')) as { text: string }).text).toBe(GOOD);
    expect(parts()).toEqual([]);
  });

  it('two runs write the same bytes, whatever the order of the inputs, over what was there', () => {
    put('a.txt', GOOD);
    put('b.jsonl', line({ id: 'x', text: GOOD, published: '2024-05-10' }) + line({ id: 7, text: GOOD }));
    mkdirSync(join(dir, 'two'));
    put('two/graph.ttl', 'old');
    expect(hewal(['build', 'a.txt', 'b.jsonl', '-o', 'one']).code).toBe(0);
    expect(hewal(['build', 'b.jsonl', 'a.txt', '-o', 'two']).code).toBe(0);
    for (const f of FILES) expect(text(`two/${f}`)).toBe(text(`one/${f}`));
    expect(text('one/annotations.jsonl').trim().split('\n').map((l) => (JSON.parse(l) as { id: string }).id)).toEqual(['7', 'a', 'x']);
  });

  it('only the formats asked for; out/ unless told', () => {
    put('a.txt', GOOD);
    expect(hewal(['build', 'a.txt', '-f', 'nq, graph-json']).code).toBe(0);
    expect(readdirSync(join(dir, 'out')).sort()).toEqual(['graph.json', 'graph.nq']);
  });

  it('gives all of its files one time: what one build wrote is told by it', () => {
    put('a.txt', GOOD);
    expect(hewal(['build', 'a.txt', '-f', 'nq,ttl,annotations,void']).code).toBe(0);
    expect(new Set(readdirSync(join(dir, 'out')).map((f) => statSync(join(dir, 'out', f)).mtimeMs)).size).toBe(1);
  });

  it('exports by name, or all; the description names what is written beside it', () => {
    put('a.txt', GOOD);
    const r = hewal(['build', 'a.txt', '-f', 'events-csv,gexf,void', '--title', 'هەواڵ', '--license', 'https://example.org/l', '-o', 'some']);
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(dir, 'some')).sort()).toEqual(['events.csv', 'graph.gexf', 'void.ttl']);
    expect(text('some/events.csv')).toMatch(/^event_id,pair,.*\r\n/);
    expect(text('some/void.ttl')).toMatch(/dcterms:license <https:\/\/example\.org\/l>;[^]*dcterms:title "هەواڵ"/);
    expect([...text('some/void.ttl').matchAll(/dcat:downloadURL <(.*)>/g)].map((m) => m[1])).toEqual(['events.csv', 'graph.gexf']);
    for (const out of ['one', 'two']) expect(hewal(['build', 'a.txt', '-f', 'all', '-j', out === 'one' ? '1' : '2', '-o', out]).code).toBe(0);
    const all = readdirSync(join(dir, 'one')).sort();
    expect(all).toEqual([...FILES, 'events.csv', 'graph.cyjs', 'graph.gexf', 'graph.graphml', 'void.ttl'].sort());
    for (const f of all) expect(text(`two/${f}`)).toBe(text(`one/${f}`));
    for (const f of ['events.csv', 'graph.gexf']) expect(text(`some/${f}`)).toBe(text(`one/${f}`));
  }, 120_000);

  it('--base, --published, --projection and --no-check do what they say', () => {
    put('a.txt', GOOD);
    const r = hewal(['build', 'a.txt', '--base', 'https://example.org/kb', '--published', '2024-02-29', '--projection', '--no-check']);
    expect(r.code).toBe(0);
    expect(r.out).not.toContain('check:');
    expect(text('out/graph.ttl')).toContain('@prefix person: <https://example.org/kb/entity/person/>');
    expect(text('out/graph.nq')).toContain('"2024-02-29"^^');
    expect((JSON.parse(text('out/graph.json')) as { nodes: { attributes: { kind: string } }[] }).nodes.every((x) => x.attributes.kind === 'entity')).toBe(true);
  });

  it('reads folders, all the way down, in order of name', () => {
    mkdirSync(join(dir, 'news/sub'), { recursive: true });
    put('news/b.txt', GOOD);
    put('news/sub/c.TXT', GOOD);
    put('news/a.jsonl', line({ id: 'z', text: GOOD }));
    put('news/readme.md', 'no article');
    expect(hewal(['build', 'news', '-f', 'annotations'])).toMatchObject({ code: 0, err: '' });
    expect(text('out/annotations.jsonl').trim().split('\n')).toHaveLength(3);
  });

  it('reads JSON Lines from standard input', () => {
    const r = hewal(['build', '-', '-f', 'nq'], line({ id: 'in', text: GOOD }) + '\n' + JSON.stringify({ id: 'last', text: GOOD }));
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toContain('2 article(s)');
    expect(text('out/graph.nq')).toContain('/article/last>');
  });

  it('the metadata beside a text may say its id; a byte order mark disturbs neither JSON nor text', () => {
    put('a.txt', `\ufeff${GOOD}`);
    put('a.json', '\ufeff{"id": "own-id"}');
    put('b.jsonl', `\ufeff${line({ id: 'bom', text: GOOD })}`);
    expect(hewal(['build', 'a.txt', 'b.jsonl', '-f', 'nq'])).toMatchObject({ code: 0, err: '' });
    expect(text('out/graph.nq')).toContain('/article/own-id>');
    expect(text('out/graph.nq')).toContain('/article/bom>');
  });

  it('file names and ids cannot leave their place', () => {
    put('in.jsonl', ['../../x', '<script>', '"', '.', '..', 'a b', '#', '😀', 'a\nb', '\u202e'].map((id) => line({ id, text: GOOD })).join(''));
    expect(hewal(['build', 'in.jsonl', '-o', 'deep/out'])).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(join(dir, 'deep/out')).sort()).toEqual(FILES);
    expect(readdirSync(dir).sort()).toEqual(['deep', 'in.jsonl']);
    expect(hewal(['check', 'deep/out/graph.ttl', 'deep/out/graph.jsonld', '--articles', 'in.jsonl']).code).toBe(0);
  });

  it('a summary for a terminal shows no control characters from outside', () => {
    const r = hewal(['build', '-'], line({ id: 'a\u001b[31m\u202e', text: 'The president of the country met with the minister of defence in the city.' }));
    expect(r.code).toBe(3);
    expect(r.out + r.err).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
  });
});

const KURMANJI_LATIN = 'Serokê herêmê li Hewlêrê bi wezîrê derve re civiya. Wî got ku ew dê di demek nêz de biçe Bexdayê û li wir jî bi serokwezîr re bicive.';
const KURMANJI_ARABIC = 'سەرۆکێ هەرێمێ ل هەولێرێ دگەل وەزیرێ دەرڤە کۆم بوو. وی گۆت کو ئەو دێ ل دەمەکێ نێزیک دا چیتە بەغدایێ و ل وێرێ ژی دێ دگەل سەرۆکێ حوکمەتێ جڤینەکێ کەت. ئەڤ چەندە یا گرنگە و ژ لایێ وان ڤە هاتە پەسەندکرن.';
const ENGLISH = 'The president of the country met with the prime minister in the capital on Monday, and they talked of the economy.';
const ARABIC = 'التقى رئيس الجمهورية في العاصمة مع رئيس الوزراء، وقد أكد على أن التعاون بين البلدين من أهم الأولويات التي يعمل عليها.';

const PERSIAN = 'رئیس جمهور امروز در تهران با وزیر امور خارجه دیدار کرد. او گفت که این دیدار برای گسترش روابط دو کشور است و از آن استقبال می کند.';

/** A bad input, how it is made, and what is said of it. */
const BAD: readonly (readonly [name: string, make: () => string, said: RegExp])[] = [
  ['empty text', () => put('bad.txt', ''), /bad\.txt: error HW-007: is empty/],
  ['blank text', () => put('bad.txt', ' \n\t\n'), /bad\.txt: error HW-007: is empty/],
  ['empty JSON Lines', () => put('bad.jsonl', ''), /bad\.jsonl: error HW-007: is empty/],
  ['blank JSON Lines', () => put('bad.jsonl', '\n \n\r\n'), /bad\.jsonl: error HW-007: is empty/],
  ['binary text', () => put('bad.txt', Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)), /bad\.txt: error HW-005: is binary/],
  ['binary JSON Lines', () => put('bad.jsonl', Uint8Array.from([0, 1, 2, 255, 254, 0, 10])), /bad\.jsonl:1: error HW-005: is binary/],
  ['control characters', () => put('bad.txt', `\u0001\u0002${GOOD}`), /bad\.txt: error HW-005: .*binary/],
  ['Latin-1 text', () => put('bad.txt', Buffer.from('Le président a rencontré le ministre à Erbil.', 'latin1')), /bad\.txt: error HW-005: is not UTF-8/],
  ['Latin-1 JSON Lines', () => put('bad.jsonl', Buffer.from('{"id": "é", "text": "été"}\n', 'latin1')), /bad\.jsonl:1: error HW-005: is not UTF-8/],
  ['UTF-16', () => put('bad.txt', Buffer.from(`\ufeff${GOOD}`, 'utf16le')), /bad\.txt: error HW-005: is UTF-16/],
  ['a text of 5 MB', () => put('bad.txt', 'ئا '.repeat(1_100_000)), /bad\.txt: error HW-009: is 5\.\d MB long, more than 4 MB/],
  ['a missing file', () => 'none.txt', /none\.txt: error HW-001: no such file/],
  ['a folder without articles', () => { mkdirSync(join(dir, 'void')); return 'void'; }, /void: error HW-002/],
  ['a broken link in a folder', () => { mkdirSync(join(dir, 'links')); spawnSync('ln', ['-s', '/nonexistent/x', join(dir, 'links/a.txt')]); return 'links'; }, /a\.txt: error HW-003: cannot be read \(ENOENT\)/],
  ['an unknown ending', () => put('bad.docx', 'x'), /bad\.docx: error HW-004: unknown format "\.docx"/],
  ['no ending', () => put('bad', 'x'), /bad: error HW-004: unknown format "bad"/],
  ['English', () => put('bad.txt', ENGLISH), /bad\.txt: error HW-011: seems to be English/],
  ['Kurmanji in Latin letters', () => put('bad.txt', KURMANJI_LATIN), /bad\.txt: error HW-011: seems to be Northern Kurdish in Latin letters/],
  ['Kurmanji in Arabic letters', () => put('bad.txt', KURMANJI_ARABIC), /bad\.txt: error HW-011: seems to be Northern Kurdish \(Kurmanji\)/],
  ['only digits', () => put('bad.txt', '12 34 56'), /bad\.txt: error HW-011: .*no letters/],
  ['a broken line of JSON', () => put('bad.jsonl', `{"id": "x", "text": \n${line({ id: 'fine', text: GOOD })}`), /bad\.jsonl:1: error HW-008: is not an article/],
  ['a line that is no object', () => put('bad.jsonl', '[1]\n'), /bad\.jsonl:1: error HW-008/],
  ['a line without text', () => put('bad.jsonl', line({ id: 'x' })), /bad\.jsonl:1: error HW-008: is not an article: text/],
  ['a line without id', () => put('bad.jsonl', line({ text: GOOD })), /bad\.jsonl:1: error HW-008: is not an article: id/],
  ['an empty text in a line', () => put('bad.jsonl', line({ id: 'x', text: ' ' })), /bad\.jsonl:1: error HW-007: is empty/],
  ['a day that does not exist', () => put('bad.jsonl', line({ id: 'x', text: GOOD, published: '2024-02-30' })), /bad\.jsonl:1: error HW-008: .*published: .*date that exists/],
  ['metadata that is no JSON', () => { put('bad.json', '{'); return put('bad.txt', GOOD); }, /bad\.json: error HW-006/],
  ['metadata with a bad day', () => { put('bad.json', '{"published": "May"}'); return put('bad.txt', GOOD); }, /bad\.json: error HW-006: .*published/],
  ['an id that was there before', () => put('bad.jsonl', line({ id: 'good', text: GOOD })), /bad\.jsonl:1: error HW-010: an article with the id "good" was read before/],
];

describe('bad input', () => {
  // All at once, each in a folder of its own, between good ones: a run costs half a second.
  let r: Run, where: string, there: readonly string[];
  beforeAll(() => {
    dir = where = join(home, 'bad');
    mkdirSync(dir);
    put('good.txt', GOOD);
    const inputs = BAD.map(([, make], i) => {
      dir = join(where, String(i));
      mkdirSync(dir);
      return `${i}/${make()}`;
    });
    dir = where;
    put('end.txt', GOOD);
    r = hewal(['build', 'good.txt', ...inputs, 'end.txt', '-o', 'kb', '-f', 'nq,annotations']);
    there = text('kb/annotations.jsonl').trim().split('\n').map((l) => (JSON.parse(l) as { id: string }).id);
  });

  it.each(BAD.map(([name, , said], i) => [name, said, i] as const))('%s is said', (_, said, i) => {
    const own = r.err.split(/\n(?=\S)/).filter((m) => m.startsWith(`${i}/`));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(said);
    expect(own[0]).toMatch(/\n {2}→ \S/);
  });

  it('the good inputs beside them are written', () => {
    expect(r.code).toBe(3);
    expect(there).toEqual(['end', 'fine', 'good']);
    expect(r.out).toContain(`${BAD.length} input(s) left out`);
    for (const id of there) expect(readFileSync(join(where, 'kb/graph.nq'), 'utf8')).toContain(`/article/${id}>`);
    expect(readdirSync(where, { recursive: true, encoding: 'utf8' }).filter((f) => f.includes('.part'))).toEqual([]);
  });

  it.each(BAD.filter(([name]) => ['empty text', 'English', 'Latin-1 JSON Lines', 'a missing file'].includes(name)))('%s alone: exit status 3, nothing is written', (_, make, said) => {
    const alone = hewal(['build', make()]);
    expect(alone.code).toBe(3);
    expect(alone.err).toMatch(said);
    expect(existsSync(join(dir, 'out'))).toBe(false);
  });

  it.each([['Arabic', ARABIC], ['Persian', PERSIAN]])('%s is said too', (name, words) => {
    const alone = hewal(['build', put('bad.txt', words)]);
    expect(alone.err).toContain(`bad.txt: error HW-011: seems to be ${name}, not Central Kurdish`);
    expect(alone.code).toBe(3);
  });

  it('a single line of 50 MB is left out; the lines around it are read', () => {
    const file = openSync(join(dir, 'big.jsonl'), 'w');
    writeSync(file, line({ id: 'before', text: GOOD }) + '{"id": "big", "text": "');
    const piece = 'سەردان '.repeat(80_000);
    for (let i = 0; i < 50; i++) writeSync(file, piece);
    writeSync(file, `"}\n${line({ id: 'after', text: GOOD })}`);
    closeSync(file);
    const r = hewal(['build', 'big.jsonl', '-f', 'nq']);
    expect(r.code).toBe(3);
    expect(r.err).toMatch(/big\.jsonl:2: error HW-009: is more than 4 MB long/);
    expect(r.out).toMatch(/^2 article\(s\)/);
    for (const id of ['before', 'after']) expect(text('out/graph.nq')).toContain(`/article/${id}>`);
  });

  it('a long line at the end, without a newline', () => {
    put('big.jsonl', line({ id: 'before', text: GOOD }) + 'x'.repeat(5 * 1024 * 1024));
    const r = hewal(['build', 'big.jsonl', '-f', 'nq']);
    expect(r).toMatchObject({ code: 3 });
    expect(r.err.match(/HW-009/g)).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('a file and a folder that may not be read', () => {
    put('good.txt', GOOD);
    put('shut.txt', GOOD);
    put('shut.jsonl', line({ id: 's', text: GOOD }));
    mkdirSync(join(dir, 'shut'));
    for (const f of ['shut.txt', 'shut.jsonl', 'shut']) chmodSync(join(dir, f), 0);
    const r = hewal(['build', 'good.txt', 'shut.txt', 'shut.jsonl', 'shut', '-f', 'nq']);
    chmodSync(join(dir, 'shut'), 0o700);
    expect(r.code).toBe(3);
    expect(r.err.match(/HW-003: cannot be read \(EACCES\)/g)).toHaveLength(3);
    expect(existsSync(join(dir, 'out/graph.nq'))).toBe(true);
  });

  it('a place that cannot be written', () => {
    put('good.txt', GOOD);
    put('taken', 'a file');
    const r = hewal(['build', 'good.txt', '-o', 'taken']);
    expect(r.code).toBe(3);
    expect(r.err).toMatch(/taken: error hewal: cannot write graph\.ttl: E\w+/);
    expect(text('taken')).toBe('a file');
    expect(parts()).toEqual([]);
  });
});

describe('usage', () => {
  it.each([
    [['build', 'a.txt', '--ouput', 'x'], /Unknown argument: ouput/], [['build', 'a.txt', '-f', 'rdfxml'], /unknown format "rdfxml"/], [['build', 'a.txt', '-f', ','], /unknown format/],
    [['build', 'a.txt', '--published', '2024-13-45'], /--published: .*"2024-13-45" is not a date/], [['build', 'a.txt', '--published', 'yesterday'], /is not a date/], [['build', 'a.txt', '--published', '2024-01-01Z'], /is not a date/],
    [['build', 'a.txt', '--base', 'not an iri'], /--base: .*is not an http\(s\) IRI/], [['build', 'a.txt', '--base', 'https://x.org/#'], /--base: /], [['build', 'a.txt', '--base', 'ftp://x.org/'], /--base: /],
    [['build', 'a.txt', '-f', 'nq', '-f', 'ttl'], /--formats is given 2 times/], [['build', 'a.txt', '-o', 'x', '-o', 'y'], /--out is given 2 times/],
    [['build', 'a.txt', '--title', 'x'], /--title: .*none is written[^]*add void/], [['build', 'a.txt', '-f', 'void', '--license', 'MIT'], /--license: .*no http\(s\) IRI/], [['build', 'a.txt', '-f', 'void', '--title', ' '], /--title: .*empty/], [['build', 'a.txt', '-f', 'void', '--title', 'a', '--title', 'b'], /--title is given 2 times/],
    [['build'], /Not enough non-option arguments/], [['biuld', 'a.txt'], /Unknown|Did you mean build/], [[], /Say what to do/], [['check'], /no graph is given/], [['verify', 'g.ttl'], /Missing required argument: articles/], [['explain', 'g.ttl'], /Not enough/],
    [['check', 'g.ttl', '--limit', 'many'], /--limit wants a whole number/], [['check', 'g.ttl', '--articles'], /Not enough arguments following: articles/], [['check', 'g.ttl', '--base', 'x', '--articles', 'a.txt'], /--base: /],
  ] as const)('hewal %j: exit status 2', (args, said) => {
    put('a.txt', GOOD);
    put('g.ttl', '<https://example.org/a> <http://www.w3.org/2000/01/rdf-schema#label> "x"@ckb .');
    const r = hewal(args);
    expect(r.err).toMatch(said);
    expect(r.code).toBe(2);
    expect(r.out).toBe('');
    expect(existsSync(join(dir, 'out'))).toBe(false);
  });

  it.each(['build', 'check', 'explain'])('%s --help has examples', (command) => {
    const r = hewal([command, '--help']);
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toMatch(/Examples:\n\s+\S/);
    expect(r.out).toContain(`hewal ${command} `);
  });

  it('--version, --help, completion', () => {
    expect(hewal(['--version']).out).toBe(`${VERSION}\n`);
    expect(hewal(['--help']).out).toMatch(/hewal build[\s\S]*hewal check[\s\S]*hewal explain/);
    const r = hewal(['completion']);
    expect(r.code).toBe(0);
    expect(r.out).toContain('complete -o');
    expect(r.out).toContain('hewal');
  });
});

describe('hewal check', () => {
  let made: string;
  beforeAll(() => {
    made = dir = join(home, 'check');
    mkdirSync(dir);
    put('a.txt', GOOD);
    expect(hewal(['build', 'a.txt', '-o', 'kb']).code).toBe(0);
  });
  const graph = (name = 'graph.ttl'): string => {
    cpSync(made, dir, { recursive: true });
    return `kb/${name}`;
  };

  it.each(['graph.ttl', 'graph.trig', 'graph.nq', 'graph.jsonld'])('%s is clean, with and without its articles', (name) => {
    const file = graph(name);
    for (const args of [[], ['--articles', 'a.txt']]) {
      const r = hewal(['check', file, ...args]);
      expect(r).toMatchObject({ code: 0, err: '' });
      expect(r.out).toMatch(/^\d{2,} statements in 1 file\(s\): clean\n$/);
    }
  });

  it('findings: exit status 1, each with its code, place and what to do', () => {
    const file = graph();
    const bad = text(file).replace(/news:hosts person:[\w-]+/, 'news:hosts person:nobody-at-all').replace('"کۆبووەوە"', '"کۆبووەوێ"');
    expect(bad).not.toBe(text(file));
    put('bad.ttl', bad);
    const r = hewal(['check', 'bad.ttl', '--articles', 'a.txt']);
    expect(r.code).toBe(1);
    expect(r.out).toMatch(/#char=\d+,\d+: error HW-501: /);
    expect(r.out).toMatch(/entity\/person\/[\w-]+: error HW-504: /);
    expect(r.out).toMatch(/\n {2}→ \S/);
    expect(r.out).toMatch(/[1-9]\d* error\(s\), \d+ warning\(s\)\n$/);
    expect(hewal(['check', 'bad.ttl', '--articles', 'a.txt', '--limit', '1']).out).toMatch(/… and \d+ more/);
  });

  it('articles named under another base are found with --base', () => {
    put('a.txt', GOOD);
    expect(hewal(['build', 'a.txt', '--base', 'https://example.org/kb']).code).toBe(0);
    expect(hewal(['check', 'out/graph.nq', '--articles', 'a.txt', '--base', 'https://example.org/kb']).out).toContain('clean');
    expect(hewal(['check', 'out/graph.nq', '--articles', 'a.txt']).out).toContain('HW-503');
  });

  it.each([
    ['a missing file', (): string => 'none.ttl', /none\.ttl: error HW-020: cannot be read \(ENOENT\)/], ['a folder', (): string => '.', /cannot be read \(EISDIR\)/],
    ['broken Turtle', () => put('bad.ttl', '<a> <b> .'), /bad\.ttl: error HW-020: is not valid text\/turtle: .*line 1/], ['an unknown ending', () => put('bad.xyz', ''), /unknown RDF format "\.xyz"/],
    ['broken JSON', () => put('bad.jsonld', '{'), /is not valid JSON-LD/], ['a context that would be fetched', () => put('bad.jsonld', '{"@context": "https://example.org/c.jsonld", "@id": "https://example.org/x"}'), /nothing is fetched/],
    ['graph.json, which is no RDF', () => graph('graph.json'), /graph\.json: error HW-020: (holds no RDF statement|is not valid JSON-LD)/], ['an empty file', () => put('bad.ttl', ''), /holds no RDF statement/],
    ['Latin-1', () => put('bad.ttl', Buffer.from('<http://a/b> <http://a/c> "été" .', 'latin1')), /is not UTF-8 text/],
  ] as const)('%s: exit status 3', (_, make: () => string, said) => {
    const r: Run = hewal(['check', make()]);
    expect(r.err).toMatch(said);
    expect(r.out).not.toContain('clean');
    expect(r.code).toBe(3);
  });

  it('one graph that cannot be read does not hide the other', () => {
    const r = hewal(['check', graph(), 'none.ttl']);
    expect(r.code).toBe(3);
    expect(r.out).toMatch(/\d+ statements/);
    expect(r.err).toContain('none.ttl');
  });
});

describe('hewal explain', () => {
  let made: string;
  beforeAll(() => {
    made = dir = join(home, 'explain');
    mkdirSync(dir);
    put('a.txt', `😀 ${GOOD}`);
    expect(hewal(['build', 'a.txt', '-f', 'ttl,trig,nq,jsonld', '--no-check']).code).toBe(0);
  });
  beforeEach(() => cpSync(made, dir, { recursive: true }));
  const MEETS = 'نێچیرڤان بارزانی — news:meets — ئیمانوێل ماکرۆن';

  it.each([
    ['out/graph.ttl', 'person:nechirvan-barzani news:meets person:emmanuel-macron'], ['out/graph.trig', 'person:nechirvan-barzani news:meets ?'], ['out/graph.jsonld', 'نێچیرڤان بارزانی meets ئیمانوێل ماکرۆن'],
    ['out/graph.ttl', 'Nechirvan Barzani meets EMMANUEL MACRON'], ['out/graph.ttl', '<https://w3id.org/hewal/kb/entity/person/nechirvan-barzani> https://w3id.org/hewal/news#meets person:emmanuel-macron'],
  ])('%s "%s": the event, the rule, the sentence with the words marked', (file, fact) => {
    const r = hewal(['explain', file, fact]);
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toContain(MEETS);
    expect(r.out).toMatch(/event {4}Meeting \(asserted\) <\S+\/article\/a\/event\/\d+-meeting>/);
    expect(r.out).toMatch(/rule {5}\S+\.\S+/);
    expect(r.out).toMatch(/sentence \d+–\d+: .*\[کۆبووەوە\]/);
    expect(r.out).toMatch(/\[نێچیرڤان بارزانی\]/);
  });

  it('--json', () => {
    const found = JSON.parse(hewal(['explain', 'out/graph.ttl', 'person:nechirvan-barzani meets ?', '--json']).out) as { type: string; sentence: { quote: string; start: number; end: number } }[];
    expect(found).toHaveLength(1);
    expect(found[0]?.type).toBe('Meeting');
    const { quote, start, end } = (found[0] as (typeof found)[0]).sentence;
    expect(Array.from(`😀 ${GOOD}`).slice(start, end).join('')).toBe(quote);
  });

  it('the prefixes follow --base, with or without its slash', () => {
    expect(hewal(['build', 'a.txt', '-f', 'ttl', '-o', 'own', '--base', 'https://example.org/kb']).code).toBe(0);
    for (const base of ['https://example.org/kb', 'https://example.org/kb/']) expect(hewal(['explain', 'own/graph.ttl', 'person:nechirvan-barzani meets ?', '--base', base]).out).toContain(MEETS);
  });

  it('what the graph does not state: exit status 1', () => {
    for (const fact of ['person:nechirvan-barzani news:hosts ?', 'person:joe-biden meets person:emmanuel-macron', '? arrests ?']) {
      const r = hewal(['explain', 'out/graph.ttl', fact]);
      expect(r).toMatchObject({ code: 1, err: '' });
      expect(r.out).toContain('does not state');
    }
  });

  it('an event alone is not a fact: the graph has to state it', () => {
    const lines = text('out/graph.nq').split('\n'), without = lines.filter((l) => !l.includes('/news#meets>'));
    expect(lines.length - without.length).toBeGreaterThanOrEqual(2);
    put('without.nq', without.join('\n'));
    expect(hewal(['explain', 'without.nq', 'person:nechirvan-barzani meets ?'])).toMatchObject({ code: 1, err: '' });
  });

  it('what an article denies explains nothing, even beside what another asserts', () => {
    put('b.txt', 'جۆ بایدن لەگەڵ ئیمانوێل ماکرۆن کۆنەبووەوە. نێچیرڤان بارزانی لەگەڵ ئیمانوێل ماکرۆن کۆنەبووەوە.');
    expect(hewal(['build', 'a.txt', 'b.txt', '-f', 'nq']).code).toBe(0);
    expect(text('out/graph.nq')).toContain('news#negated');
    expect(hewal(['explain', 'out/graph.nq', 'person:joe-biden meets person:emmanuel-macron']).code).toBe(1);
    const r = hewal(['explain', 'out/graph.nq', 'person:nechirvan-barzani meets person:emmanuel-macron']);
    expect(r.code).toBe(0);
    expect(r.out).not.toMatch(/negated|article\/b/);
  });

  it.each([['person:x loves person:y', /no direct property/], ['meets', /no direct property/], ['کەسێکی نەناسراو meets ?', /nothing in the graph is called "کەسێکی نەناسراو"/]])('"%s": exit status 2', (fact, said) => {
    const r = hewal(['explain', 'out/graph.ttl', fact]);
    expect(r.code).toBe(2);
    expect(r.err).toMatch(said);
  });

  it('a name of two things has to be said more closely', () => {
    const label = (who: string): string => `<https://example.org/${who}> <http://www.w3.org/2000/01/rdf-schema#label> "ئەحمەد"@ckb .\n`;
    put('two.nt', label('a') + label('b'));
    const r = hewal(['explain', 'two.nt', 'ئەحمەد meets ?']);
    expect(r.code).toBe(2);
    expect(r.err).toMatch(/2 things are called "ئەحمەد"[\s\S]*<https:\/\/example\.org\/a> <https:\/\/example\.org\/b>/);
  });

  it.each([['none.ttl', /ENOENT/], ['a.txt', /unknown RDF format/]])('%s cannot be read: exit status 3', (file, said) => {
    const r = hewal(['explain', file, '? meets ?']);
    expect(r.code).toBe(3);
    expect(r.err).toMatch(said);
  });
});
