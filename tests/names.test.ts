import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importNames, type ImportSummary } from '../src/input/import.js';
import { readNames, type NameRead } from '../src/input/names.js';
import { compileLetters } from '../src/language/letters.js';
import { extendTables, type NameEntry, type NameType } from '../src/language/names.js';
import { createEngine } from '../src/pipeline.js';
import { DEFAULT_BASE } from '../src/graph/iris.js';
import { tables } from './support/make.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const letters = compileLetters(tables.letters);
let home: string, dir: string, n = 0;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'hewal-names-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => mkdirSync((dir = join(home, String(++n)))));

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
async function read(path: string, type?: NameType): Promise<NameRead[]> {
  const out: NameRead[] = [];
  for await (const r of readNames(path, letters, type)) out.push(r);
  return out;
}
const entries = (list: readonly NameRead[]): NameEntry[] => list.flatMap((r) => ('entry' in r ? [r.entry] : []));
const problems = (list: readonly NameRead[]): string[] => list.flatMap((r) => ('note' in r ? [`${r.note.place?.replace(`${dir}/`, '')} ${r.note.code} ${r.note.message}`] : []));
async function imported(path: string, type?: NameType): Promise<{ summary: ImportSummary; lines: string[] }> {
  const lines: string[] = [];
  const summary = await importNames(path, letters, type, async (all) => {
    for await (const l of all) lines.push(l);
  });
  return { summary, lines };
}

interface ItemSpec {
  readonly ckb?: string;
  readonly kuArab?: string;
  readonly en?: string;
  readonly aliases?: readonly string[];
  readonly classes?: readonly (string | readonly [id: string, rank: string])[];
}
/** An entity as a Wikidata dump has it, cut down to what matters. */
const item = (id: string, s: ItemSpec): string => JSON.stringify({
  type: 'item', id,
  labels: s.ckb || s.kuArab || s.en ? { ...(s.ckb ? { ckb: { language: 'ckb', value: s.ckb } } : {}), ...(s.kuArab ? { 'ku-arab': { language: 'ku-arab', value: s.kuArab } } : {}), ...(s.en ? { en: { language: 'en', value: s.en } } : {}) } : [],
  aliases: s.aliases ? { ckb: s.aliases.map((value) => ({ language: 'ckb', value })) } : [],
  claims: s.classes ? { P31: s.classes.map((c) => ({ mainsnak: { snaktype: 'value', datavalue: { value: { id: typeof c === 'string' ? c : c[0] } } }, rank: typeof c === 'string' ? 'normal' : c[1] })) } : [],
});

describe('a table of names', () => {
  it('is read with and without a first line, in one spelling', async () => {
    const wanted = [{ name: 'زریان گوڵەباخی', type: 'Person', english: 'Zryan', aliases: ['زریانی گوڵەباخ'], wikidata: 'Q12' }];
    expect(entries(await read(put('a.tsv', 'زريان  گوڵەباخي\tperson\tZryan\tزريانی گوڵەباخ\tQ12\n')))).toEqual(wanted);
    expect(entries(await read(put('b.tsv', '\ufeffType\tName\tWikidata\tAliases\tEnglish\r\n# mine\r\n\r\nPerson\tزریان گوڵەباخی\thttp://www.wikidata.org/entity/Q12\tزریانی گوڵەباخ\tZryan\r\n')))).toEqual(wanted);
  });

  it('says file and line of what is wrong, and reads on', async () => {
    const found = await read(put('bad.tsv', Buffer.concat([
      Buffer.from('ناوێک\tPerson\n\tPerson\nNobody\tPerson\nناوێک\nناوێک\tPlanet\nناوێک\tPerson\t\t\tQ0\nناوێک\tPerson\t\t\t42\nناوێک\tPerson\t\t\tQ1\textra\n'),
      Buffer.from([0xff, 0xfe, 0x80, 10]), Buffer.from(`${'ن'.repeat(300)}\tPerson\nناوێک\tPerson\t\tabc\nناوی دوو\tPlace`),
    ])));
    expect(entries(found).map((e) => e.name)).toEqual(['ناوێک', 'ناوی دوو']);
    expect(problems(found)).toEqual([
      'bad.tsv:2 HW-031 is not a name: no name', 'bad.tsv:3 HW-031 is not a name: no letter of Central Kurdish in the name',
      'bad.tsv:4 HW-031 is not a name: no type (Person, Place, Organization)', 'bad.tsv:5 HW-031 is not a name: unknown type "planet" (Person, Place, Organization)',
      'bad.tsv:6 HW-031 is not a name: "Q0" is no Wikidata id (Q and a number)', 'bad.tsv:7 HW-031 is not a name: "42" is no Wikidata id (Q and a number)',
      'bad.tsv:8 HW-031 is not a name: 6 columns', 'bad.tsv:9 HW-031 is not UTF-8 text', 'bad.tsv:10 HW-031 is not a name: a name of 300 letters',
      'bad.tsv:11 HW-031 is not a name: alias: no letter of Central Kurdish in the name',
    ]);
  });

  it('knows a type for lines that say none, and keeps only that type', async () => {
    const found = await read(put('t.tsv', 'ناوێک\nشوێنێک\tPlace\n'), 'Person');
    expect(entries(found).map((e) => e.type)).toEqual(['Person']);
    expect(found[1]).toEqual({ skipped: 'of another type' });
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: fc.constantFrom('\t', '\n', ';', '?', '#', '{', '[', '"', 'Q', '1', 'ن', 'ا', '\u200c', '\ud800', 'Person') }).map((s) => Buffer.from(s))), async (bytes) => {
      for (const e of entries(await read(put('x', bytes), 'Place'))) expect(`${e.name}${e.aliases.join('')}`).not.toMatch(/[\t\n\r]|^$/);
    }), { numRuns: 300 });
  });
});

describe('a Wikidata dump', () => {
  const dump = [
    item('Q990000001', { ckb: 'زریان گوڵەباخی', en: 'Zryan Gulebakhi', aliases: ['گوڵەباخی', 'English alias'], classes: ['Q215627', 'Q5'] }),
    item('Q1002', { kuArab: 'مەزرێنگە (شار)', classes: ['Q3957'] }),
    item('Q1003', { en: 'No Kurdish', classes: ['Q5'] }),
    item('Q1004', { ckb: 'زنجیرەیەک', classes: ['Q5398426'] }),
    item('Q1005', { ckb: 'بێ چین' }),
    item('Q1006', { ckb: 'Latin Label', classes: ['Q5'] }),
    item('Q1007', { ckb: 'پارتی گوڵەباخ', classes: [['Q3957', 'deprecated'], 'Q515', ['Q7278', 'preferred']] }),
    item('P31', { ckb: 'جۆر', classes: ['Q5'] }),
  ];
  const forms: readonly (readonly [string, string])[] = [
    ['with brackets and commas', `[\n${dump.join(',\n')}\n]\n`], ['bare lines', dump.join('\n')], ['brackets on the lines', `[${dump.join(',\r\n')}]`], ['one line', `[${dump.join(',')}]`], ['with a mark before it', `\ufeff[\n${dump.join(',\n')}\n]`],
  ];

  it.each(forms)('is read %s', async (_, text) => {
    const found = await read(put('d.json', text));
    expect(problems(found)).toEqual([]);
    expect(entries(found)).toEqual([
      { name: 'زریان گوڵەباخی', type: 'Person', english: 'Zryan Gulebakhi', aliases: ['گوڵەباخی'], wikidata: 'Q990000001' },
      { name: 'مەزرێنگە', type: 'Place', english: '', aliases: [], wikidata: 'Q1002' },
      { name: 'پارتی گوڵەباخ', type: 'Organization', english: '', aliases: [], wikidata: 'Q1007' },
    ]);
    expect(found.flatMap((r) => ('skipped' in r ? [r.skipped] : [])).sort()).toEqual([
      'label not in letters of Central Kurdish', 'no label in Central Kurdish', 'not an item', 'of no class that is a person, place or organization', 'of no class that is a person, place or organization',
    ]);
  });

  it('is unpacked, and what is missing of a packed one is said', async () => {
    const packed = gzipSync(forms[0]?.[1] ?? '');
    expect(entries(await read(put('d.json.gz', packed)))).toHaveLength(3);
    expect(problems(await read(put('cut.json.gz', packed.subarray(0, packed.length - 30))))).toContainEqual('cut.json.gz HW-030 cannot be read to its end (Z_BUF_ERROR)');
    expect(problems(await read(put('no.json.gz', 'not packed')))).toEqual(['no.json.gz HW-030 cannot be read to its end (Z_DATA_ERROR)']);
  });

  it('is read up to where it was cut, and past lines that are no entities', async () => {
    const text = forms[0]?.[1] ?? '';
    for (let cut = 1; cut < text.length; cut += 37) {
      const found = await read(put('cut.json', text.slice(0, cut)));
      expect(problems(found).length).toBeLessThanOrEqual(1);
    }
    const odd = ['[', '{"id": 5, "labels": {"ckb": 1}}', '{"id":"Q7","labels":{"ckb":{"value":7}},"claims":{"P31":"Q5"}}', '{"ckb"', 'null', '7', '{"id":"Q8","labels":{"ckb":{"value":"ناوێک"}},"claims":{"P31":[null,{"mainsnak":null},{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]}}'];
    const found = await read(put('odd.json', odd.join('\n')));
    expect(entries(found).map((e) => e.wikidata)).toEqual(['Q8']);
    expect(problems(found).map((p) => p.slice(0, 16))).toEqual(['odd.json:2 HW-03', 'odd.json:4 HW-03', 'odd.json:5 HW-03', 'odd.json:6 HW-03']);
  });
});

describe('importing', () => {
  it('sorts, joins doubles, counts', async () => {
    const { summary, lines } = await imported(put('a.tsv', 'وەستا\tPerson\nئاسۆ گوڵ\tPerson\t\tئاسۆی گوڵ\nئاسۆ گوڵ\tPerson\tAso\t\tQ10\nوەستا\tPlace\nئاسۆ گوڵ\tPerson\t\tئاسۆ\tQ10\nدوو ناو\tPerson\tA\t\tQ9\nدوو ناو\tPerson\tB\t\tQ10\nدوو ناو\tPerson\noops\n'));
    expect(lines).toEqual([
      'name\ttype\tenglish\taliases\twikidata', 'ئاسۆ گوڵ\tPerson\tAso\tئاسۆ;ئاسۆی گوڵ\tQ10', 'دوو ناو\tPerson\t\t\t', 'دوو ناو\tPerson\tA\t\tQ9', 'دوو ناو\tPerson\tB\t\tQ10', 'وەستا\tPerson\t\t\t', 'وەستا\tPlace\t\t\t',
    ]);
    expect(summary).toMatchObject({ read: 9, merged: 2, bad: 1, broken: false, kept: { Person: 5, Place: 1, Organization: 0 } });
    const again = await imported(put('b.tsv', `${lines.join('\n')}\n`));
    expect(again.lines).toEqual(lines);
  });

  it('writes nothing when nothing is kept', async () => {
    expect((await imported(put('e.tsv', ''))).lines).toEqual([]);
    expect((await imported(join(dir, 'nowhere'))).summary).toMatchObject({ broken: true, read: 0, bad: 0 });
    expect((await imported(dir)).summary).toMatchObject({ broken: true });
  });
});

describe('own names beside the built-in ones', () => {
  const entry = (name: string, type: NameType, more: Partial<NameEntry> = {}): NameEntry => ({ name, type, english: '', aliases: [], wikidata: '', ...more });
  const added = (list: readonly NameEntry[]): string[][] => extendTables(tables, list).names.slice(tables.names.length).map((r) => [...r]);
  const text = 'زریان گوڵەباخی لە مەزرێنگە لەگەڵ جۆ بایدن کۆبووەوە.';

  it('are known by id, English name and Wikidata id', () => {
    const own = createEngine(tables, DEFAULT_BASE, [entry('زریان گوڵەباخی', 'Person', { english: 'Zryan Gulebakhi', wikidata: 'Q990000001' }), entry('مەزرێنگە', 'Place')]);
    const known = (e: ReturnType<typeof createEngine>): (string | undefined)[] => e.read({ id: 'a', text }).entities.map((x) => x.known);
    expect(known(createEngine(tables))).not.toContain('person/zryan-gulebakhi');
    expect(known(own)).toEqual(['person/zryan-gulebakhi', 'place/mezrenge', 'person/joe-biden']);
    expect(own.known('person/zryan-gulebakhi')).toMatchObject({ name: 'زریان گوڵەباخی', english: 'Zryan Gulebakhi', wikidata: 'Q990000001' });
    expect(own.quads(own.read({ id: 'a', text })).some((q) => q.object.value === 'http://www.wikidata.org/entity/Q990000001')).toBe(true);
  });

  it('keep the ids of the built-in lists and add spellings', () => {
    const row = extendTables(tables, [entry('جۆ بایدن', 'Person', { english: 'Somebody', aliases: ['بایدنەکە', 'پرێزدێنت بایدن'] })]).names.find((r) => r[0] === 'person/joe-biden');
    expect(row?.[4]).toBe('Joe Biden');
    expect(row?.[5]).toMatch(/پرێزدێنت بایدن/);
    expect(added([entry('جۆ بایدن', 'Person')])).toEqual([]);
  });

  it('claim no identity that is not certain', () => {
    const [both] = added([entry('زریان گوڵەباخی', 'Person', { wikidata: 'Q1' }), entry('زریان گوڵەباخی', 'Person', { wikidata: 'Q2' })]);
    expect(both?.[7]).toBe('');
    const shared = added([entry('زریان گوڵەباخی', 'Person', { aliases: ['گوڵەباخی'] }), entry('هێمنا گوڵەباخی', 'Person', { aliases: ['گوڵەباخی', 'بەغدا'] })]);
    expect(shared.map((r) => r[5])).toEqual(['', '']);
  });

  it('an ordinary word needs support, whatever the list says', () => {
    expect(added([entry('باران', 'Person')])[0]?.[5]).toBe('باران?');
    expect(added([entry('مەزرێنگە', 'Place', { aliases: ['باران'] })])[0]?.[5]).toBe('باران?');
    const e = createEngine(tables, DEFAULT_BASE, [entry('باران', 'Place')]);
    expect(e.read({ id: 'a', text: 'ئەمڕۆ لە شارەکە باران دەبارێت.' }).entities).toEqual([]);
  });

  it('do not depend on the order of the files, and namesakes have ids of their own', () => {
    const list = [entry('گوڵەباخ', 'Place', { english: 'Same' }), entry('مەزرێنگە', 'Place', { english: 'Same', wikidata: 'Q5' }), entry('زریانە', 'Place', { english: 'Same' })];
    expect(added([...list].reverse())).toEqual(added(list));
    expect(new Set(added(list).map((r) => r[0])).size).toBe(3);
    expect(extendTables(tables, [])).toBe(tables);
  });
});

describe('names in sentences', () => {
  const engine = createEngine(tables);
  const found = (text: string): string[] => engine.read({ id: 'a', text }).entities.map((e) => `${e.type} ${e.name}`);

  it('one noun for a human makes no name of the word after it, a title does', () => {
    expect(found('ئەو مرۆڤانە خاوەن پێدوایستییە تایبەتەکانن.')).toEqual([]);
    expect(found('پیاوێکی چینی ناچارکرا بگەڕێتەوە.')).toEqual(['Place چین']);
    expect(found('سەرۆک تەیلەربۆرن گەیشتە بەغدا.')).toEqual(['Person تەیلەربۆرن', 'Place بەغدا']);
  });

  it('"what are" is not China', () => {
    expect(found('هۆکارەکانی ئەم نەخۆشییە چین؟')).toEqual([]);
    expect(found('ئەو هەنگاوانە چین کە حکوومەت نایانوێت؟')).toEqual(['Organization حکوومەت']);
    expect(found('لە چین کارگەکان داخران.')).toEqual(['Place چین']);
  });

  it('ordinary words that name a party, a body or a paper need support, one word or several', () => {
    expect(found('منداڵەکان نەوەی نوێن.')).toEqual([]);
    expect(found('ئەندامێکی نەوەی نوێ گەیشتە بەغدا.')).toContain('Organization نەوەی نوێ');
    expect(found('گوتەبێژی گۆڕان گەیشت.')).toContain('Organization گۆڕان');
    expect(found('سەرۆکی گۆڕانی کەشوهەوا گەیشت.')).not.toContain('Organization گۆڕان');
    expect(found('داوا لە هاووڵاتییان کرا لە ماڵەوە بمێننەوە.')).toEqual(['Group هاووڵاتییان']);
  });

  it('a full name of the list does not take ordinary words', () => {
    expect(found('برێت کاڤانۆ دیار نییە لە کوێیە.')).toEqual(['Person برێت کاڤانۆ']);
  });

  it('a place or a facility that is named after a person is no person', () => {
    expect(found('ئاگر لە گوندی شێخ ناسر کەوتەوە.')).toEqual(['Place شێخ ناسر']);
    expect(found('کەنیسەی سەیدە نەجات سووتا.')).toEqual(['Place کەنیسەی سەیدە نەجات']);
    expect(found('خوێندکاری قوتابخانەی ئازاد کەریم گەیشت.')).not.toContain('Person ئازاد کەریم');
  });

  it('a place after an honorific is somebody, towns in general are nowhere', () => {
    expect(found('هەڤاڵ داغستان گەیشت.')).toEqual(['Person داغستان']);
    expect(found('لە شارەکانی سوید باران دەبارێت.')).toEqual(['Place سوید']);
  });

  it('who is led is not what leads, what a minister is for is no body', () => {
    expect(found('شاندێک بە سەرۆکایەتیی ئازاد کەریم گەیشت.')).toEqual(['Person ئازاد کەریم']);
    expect(found('وەزیری تەندروستیی هەرێم گەیشت.')).toEqual(['Person وەزیری تەندروستیی هەرێم', 'Place هەرێم']);
  });

  it('one law is a work, "this law" and laws in general are not', () => {
    expect(found('پەرلەمان یاسای سزادانی هەموار کرد.')).toEqual(['Organization پەرلەمان', 'Work یاسای سزادان']);
    expect(found('ئەم یاسای سزادانە باشە.')).toEqual([]);
    expect(found('یاساکانی هاتووچۆ باشن.')).toEqual([]);
  });

  it('forces in the plural are a group, unless one is named', () => {
    expect(found('هێزە ئەمنییەکان دوو پیاویان دەستگیر کرد.')).toContain('Group هێزە ئەمنییەکان');
    expect(found('هێزەکانی پۆلیس دوو پیاویان دەستگیر کرد.')).toContain('Organization هێزەکانی پۆلیس');
  });
});

describe('listed bodies of state', () => {
  const known = (text: string): string[] => createEngine(tables).read({ id: 'a', text }).entities.filter((e) => e.type === 'Organization').map((e) => `${e.name} ${e.known ?? '-'}`);

  it('are those of another country when its name is joined to them', () => {
    expect(known('وەزارەتی پلاندانانی لوبنان ژمارەی دانیشتووانی ڕاگەیاند.')).toEqual(['وەزارەتی پلاندانانی لوبنان -']);
    expect(known('لە ڕاپۆرتی وەزارەتی نەوتی ئێراندا باسی هەناردە کراوە.')).toEqual(['وەزارەتی نەوتی ئێران organization/ministry-of-petroleum-iran']);
    expect(known('دادگای باڵای یۆنان داواکەی ڕەت کردەوە.')).toEqual(['دادگای باڵای یۆنان -']);
  });

  it('stay the listed ones with their own country, or with none', () => {
    expect(known('وەزارەتی پلاندانان ژمارەی دانیشتووانی ڕاگەیاند.')).toEqual(['وەزارەتی پلاندانان organization/ministry-of-planning']);
    expect(known('وەزارەتی سامانە سروشتییەکانی هەرێمی کوردستان بڕیارێکی دەرکرد.')).toEqual(['وەزارەتی سامانە سروشتییەکانی هەرێمی کوردستان organization/ministry-of-natural-resources-kurdistan-region']);
  });

  it('a body that has another body in its name is known by all names of that', () => {
    const keys = tables.names.find(([, , name]) => name === 'مەکتەبی سیاسیی پارتی')?.[8].split(';') ?? [];
    expect(keys).toContain(letters.fold('مەکتەبی سیاسیی پارتی دیموکراتی کوردستان'));
    // no agency of the agency, and nothing that another entry is called
    expect(keys.some((k) => k.includes(letters.fold('مەکتەبی سیاسیی مەکتەبی')))).toBe(false);
    const owners = new Map<string, Set<string>>();
    for (const [id, type, name, , , aliases, , , all] of tables.names) if (type === 'Organization' && aliases !== '' && all !== '') for (const key of all.split(';')) owners.set(key, (owners.get(key) ?? new Set()).add(`${id} ${name}`));
    const written = new Set(tables.names.flatMap((r) => [r[2], ...r[5].split(';')]).map((n) => letters.fold(n.replace('?', ''))));
    expect([...owners].filter(([key, of]) => of.size > 1 && !written.has(key))).toEqual([]);
  });

  it('an infinitive in a name of several words is still a verb', () => {
    expect(tables.properWords.filter((w) => w.endsWith('کردن') || w.endsWith('گەیاندن'))).toEqual([]);
  });
});

describe('hewal names import, hewal build --names', () => {
  const hewal = (...args: string[]): { code: number | null; out: string; err: string } => {
    const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
    return { code: r.status, out: r.stdout, err: r.stderr };
  };

  it('a name of a list becomes known in a build', () => {
    put('a.txt', 'زریان گوڵەباخی لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە.');
    put('d.json.gz', gzipSync(`[\n${item('Q990000001', { ckb: 'زریان گوڵەباخی', en: 'Zryan Gulebakhi', classes: ['Q5'] })},\n]\n`));
    expect(hewal('names', 'import', 'd.json.gz', '--out', 'sub/mine.tsv')).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 name(s) kept: Person 1') as unknown });
    expect(readFileSync(join(dir, 'sub/mine.tsv'), 'utf8')).toBe('name\ttype\tenglish\taliases\twikidata\nزریان گوڵەباخی\tPerson\tZryan Gulebakhi\t\tQ990000001\n');
    expect(readdirSync(join(dir, 'sub'))).toEqual(['mine.tsv']);
    expect(hewal('build', '--names', 'sub/mine.tsv', 'a.txt', '-f', 'nq')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(dir, 'out/graph.nq'), 'utf8')).toMatch(/person\/zryan-gulebakhi> <http:\/\/www.w3.org\/2002\/07\/owl#sameAs> <http:\/\/www.wikidata.org\/entity\/Q990000001>/);
  });

  it('wrong lines are told and the others used; a list that cannot be read stops the build', () => {
    put('a.txt', 'زریان گوڵەباخی لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە.');
    put('one.tsv', 'زریان گوڵەباخی\tPerson\tZryan\nزریان\n');
    put('two.tsv', 'مەزرێنگە\tPlace\n');
    const r = hewal('build', 'a.txt', '--names', 'one.tsv', '--names', 'two.tsv', '-f', 'nq');
    expect(r).toMatchObject({ code: 3, err: expect.stringMatching(/^one\.tsv:2: error HW-031/) as unknown, out: expect.stringContaining('1 line(s) of --names left out') as unknown });
    expect(readFileSync(join(dir, 'out/graph.nq'), 'utf8')).toContain('person/zryan>');
    expect(hewal('build', 'a.txt', '--names', 'none.tsv', '-o', 'no')).toMatchObject({ code: 3, out: '', err: expect.stringContaining('none.tsv: error HW-030') as unknown });
    expect(existsSync(join(dir, 'no'))).toBe(false);
  });

  it('exit statuses of the import', () => {
    put('bad.tsv', `${'x\n'.repeat(50)}ناوێک\tPerson\n`);
    put('none.tsv', 'x\n');
    const r = hewal('names', 'import', 'bad.tsv');
    expect(r).toMatchObject({ code: 3, out: expect.stringContaining('wrong:   50') as unknown });
    expect(r.err.match(/HW-031/g)).toHaveLength(20);
    expect(r.err).toContain('… and 30 more');
    expect(hewal('names', 'import', 'none.tsv', '--out', 'n.tsv')).toMatchObject({ code: 3, err: expect.stringContaining('HW-033') as unknown });
    expect(existsSync(join(dir, 'n.tsv'))).toBe(false);
    expect(hewal('names', 'import', 'nowhere')).toMatchObject({ code: 3, err: expect.stringContaining('HW-030') as unknown });
    for (const args of [['names'], ['names', 'import'], ['names', 'import', 'bad.tsv', '--type', 'Work'], ['names', 'import', 'bad.tsv', '--out', 'a/'], ['names', 'import', 'bad.tsv', '--out', 'a', '--out', 'b'], ['names', 'export', 'x']]) expect(hewal(...args).code, args.join(' ')).toBe(2);
  });
});
