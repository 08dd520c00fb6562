// The commands that keep a collection, as they are shipped: killed, locked out, given bad input.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTarget } from '../src/cli/target.js';
import { disorder, listed, shouldShow, shown, TEXTS } from './support/collection.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const CRASH = new URL('support/crash-at.mjs', import.meta.url).href;

let home: string, dir: string, n = 0;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hewal-collection-cli-'));
}, 120_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  dir = join(home, String(++n));
  mkdirSync(dir);
});

const ENV = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, HEWAL_DEBUG: undefined, COLUMNS: '110' } as NodeJS.ProcessEnv;
function hewal(...args: string[]): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [MAIN, ...args], { cwd: dir, encoding: 'utf8', env: ENV });
  for (const text of [r.stdout, r.stderr]) expect(text).not.toMatch(/\n\s+at \S|node:internal|fault of hewal/);
  return { code: r.status, out: r.stdout, err: r.stderr };
}
const put = (name: string, articles: readonly object[]): string => {
  writeFileSync(join(dir, name), articles.map((a) => `${JSON.stringify(a)}\n`).join(''));
  return name;
};
const article = (id: string, k: number) => ({ id, text: TEXTS[k % TEXTS.length] as string, published: '2026-11-25' });
const EIGHT = [...'abcdefgh'].map((id, i) => article(id, i));
const text = (name: string): string => readFileSync(join(dir, name), 'utf8');
/** The bytes of all files of a folder. */
const bytes = (name: string): Record<string, string> => Object.fromEntries(readdirSync(join(dir, name)).sort().map((f) => [f, readFileSync(join(dir, name, f)).toString('base64')]));

/** What a build of these articles writes, held to what an export of the collection writes. */
function expectExport(articles: readonly object[], ...args: string[]): void {
  put('now.jsonl', articles);
  expect(hewal('build', 'now.jsonl', '-o', 'scratch', ...args)).toMatchObject({ code: 0, err: '' });
  expect(hewal('export', 'kb', '-o', 'exported')).toMatchObject({ code: 0, err: '' });
  expect(bytes('exported')).toEqual(bytes('scratch'));
  expect(disorder(join(dir, 'kb'))).toEqual([]);
  expect(shown(join(dir, 'kb')).graphs).toEqual(shouldShow(join(dir, 'kb')));
}

// whole programs, and several of them: slow where the machine is
const SLOW = { timeout: 180_000 };

describe('hewal build --into, add, remove, export', SLOW, () => {
  it('adds, replaces, leaves and removes, says so, and exports what a build writes, in every format', () => {
    put('one.jsonl', EIGHT);
    const first = hewal('build', 'one.jsonl', '--into', 'kb');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^kb: 8 article\(s\); 8 added, 0 replaced, 0 unchanged\n8 article\(s\): \d+ entities/);
    expect(first.out).toContain('check: clean');
    put('two.jsonl', [article('a', 0), article('b', 3), article('i', 1)]);
    expect(hewal('add', 'kb', 'two.jsonl', '-j', '2').out).toMatch(/^kb: 9 article\(s\); 1 added, 1 replaced, 1 unchanged(, \d+ settled anew)?\n/);
    expect(hewal('build', 'two.jsonl', '--into', 'kb').out).toBe('kb: 9 article(s); 0 added, 0 replaced, 3 unchanged\n');
    expect(hewal('remove', 'kb', 'c', '<https://w3id.org/hewal/kb/article/d>')).toMatchObject({ code: 0, err: '' });
    expectExport([article('a', 0), article('b', 3), article('i', 1), ...EIGHT.slice(4)]);
    expect(hewal('build', 'two.jsonl', '--into', 'kb', '--exact').out).toMatch(/^kb: 3 article\(s\); 0 added, 0 replaced, 3 unchanged, 4 removed/);
    expectExport([article('a', 0), article('b', 3), article('i', 1)]);
  });

  it('--exact removes nothing where an input cannot be read', () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    const r = hewal('build', 'one.jsonl', 'none.jsonl', '--into', 'kb', '--exact');
    expect([r.code, r.out]).toEqual([3, expect.stringMatching(/8 unchanged\n.*nothing was removed/)]);
    put('two.jsonl', EIGHT.slice(3));
    const other = hewal('build', 'two.jsonl', 'none.jsonl', '--into', 'kb', '--exact', '--min-confidence', '0.4');
    expect([other.code, other.out]).toEqual([3, expect.stringMatching(/^kb: 8 article\(s\).*8 read again[^]*nothing was removed/)]);
    expect(hewal('build', 'two.jsonl', '--into', 'kb', '--exact', '--min-confidence', '0').out).toMatch(/^kb: 5 article\(s\).*5 read again, 3 removed/);
    expectExport(EIGHT.slice(3));
  });

  it('one bad document never stops the others, with any number of threads', () => {
    writeFileSync(join(dir, 'in.jsonl'), `${JSON.stringify(article('a', 0))}\nnonsense\n${JSON.stringify({ id: 'en', text: 'The president of France met the prime minister of Iraq in Paris.' })}\n${JSON.stringify(article('a', 1))}\n${JSON.stringify(article('b', 1))}\n`);
    for (const jobs of ['1', '2']) {
      const r = hewal('build', 'in.jsonl', '--into', `kb${jobs}`, '-j', jobs, '--no-check');
      expect(r.code).toBe(3);
      expect(r.out).toMatch(/2 article\(s\); 2 added, 0 replaced, 0 unchanged[^]*3 input\(s\) left out/);
      for (const code of ['HW-008', 'HW-010', 'HW-011']) expect(r.err).toContain(code);
    }
    expect(shown(join(dir, 'kb2'))).toEqual(shown(join(dir, 'kb1')));
  });

  it('remove: what is not there is said, and the rest is removed', () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    writeFileSync(join(dir, 'gone.txt'), 'a\r\n\nnobody\n');
    const r = hewal('remove', 'kb', '--from', 'gone.txt', 'b');
    expect(r).toMatchObject({ code: 3, out: expect.stringMatching(/^kb: 6 article\(s\); 2 removed.*\n {2}1 not there/) as string });
    expect(r.err).toMatch(/^nobody: error HW-022/);
    expectExport(EIGHT.slice(2));
  });

  it.each([
    [['add', 'kb', 'one.jsonl'], 3, 'is not a collection'],
    [['remove', 'kb', 'a'], 3, 'is not a collection'],
    [['remove', 'kb'], 2, 'no article is named'],
    [['export', 'kb'], 3, 'is not a collection'],
    [['build', 'one.jsonl', '--into', 'kb', '--out', 'x'], 2, '--out is about files'],
    [['build', 'one.jsonl', '--into', 'kb', '--strict'], 2, '--strict is about files'],
    [['build', 'one.jsonl', '--exact'], 2, '--exact is about a collection'],
    [['build', 'one.jsonl', '--into', 'full'], 3, 'is not empty, and no collection'],
    [['build', 'one.jsonl', '--into', 'one.jsonl'], 3, 'is a file'],
    [['build', 'one.jsonl', '--into', 'a', '--into', 'b'], 2, 'given 2 times'],
    [['add', 'kb', '-j', '0'], 2, '--jobs wants'],
  ] as const)('%j: exit status %d', (args, code, said) => {
    put('one.jsonl', EIGHT.slice(0, 1));
    mkdirSync(join(dir, 'full'));
    writeFileSync(join(dir, 'full/notes.txt'), 'mine');
    const r = hewal(...args);
    expect([r.code, r.err]).toEqual([code, expect.stringContaining(said)]);
    expect(readdirSync(join(dir, 'full'))).toEqual(['notes.txt']);
  });

  it('ids cannot leave the folder, nor meet each other', () => {
    const ids = ['../../x', '..', '/etc/passwd', 'a\u0000b', 'a\nb', 'A', 'a', 'a ', 'x'.repeat(5000), '\u202e', '%2E%2E', 'con', '<script>'];
    put('in.jsonl', ids.map((id, i) => article(id, i)));
    expect(hewal('build', 'in.jsonl', '--into', 'deep/kb')).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(dir).sort()).toEqual(['deep', 'in.jsonl']);
    expect(readdirSync(join(dir, 'deep'))).toEqual(['kb']);
    const files = listed(join(dir, 'deep/kb/articles')).filter((f) => !f.endsWith('/'));
    expect(files).toHaveLength(ids.length);
    for (const f of files) expect(f).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{64}\.nq\.gz$/);
    expect(hewal('remove', 'deep/kb', '../../x', 'a', '/etc/passwd').out).toMatch(/3 removed/);
    expect(hewal('build', 'in.jsonl', '--into', 'deep/kb').out).toMatch(/3 added, 0 replaced, 10 unchanged/);
  });

  it('remembers its settings; others are said, and everything is read again', () => {
    put('one.jsonl', EIGHT);
    writeFileSync(join(dir, 'names.tsv'), 'name\ttype\tenglish\taliases\twikidata\nئارام عوسمان\tPerson\tAram Osman\t\t\n');
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    const r = hewal('build', 'one.jsonl', '--into', 'kb', '--names', 'names.tsv', '--min-confidence', '0.5');
    expect(r).toMatchObject({ code: 0, err: 'kb: --min-confidence, --names changed: every article is read again\n' });
    expect(r.out).toMatch(/^kb: 8 article\(s\); 0 added, 0 replaced, 0 unchanged, 8 read again/);
    put('two.jsonl', [article('i', 1)]);
    expect(hewal('add', 'kb', 'two.jsonl')).toMatchObject({ code: 0, err: '' });
    expect(text('kb/entities.tsv')).toContain('/person/aram-osman\t');
    expectExport([...EIGHT, article('i', 1)], '--names', 'names.tsv', '--min-confidence', '0.5');
  });

  it('a collection of another version of the rules says so and is read again by the next run', () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    writeFileSync(join(dir, 'kb/manifest.jsonl'), text('kb/manifest.jsonl').replace(/"rules":"\w+"/, '"rules":"old"'));
    expect(hewal('export', 'kb', '-f', 'nq', '--no-check').err).toContain('its rules changed since it was read');
    expect(hewal('add', 'kb')).toMatchObject({ code: 0, err: 'kb: its rules changed: every article is read again\n', out: expect.stringContaining('8 read again') as string });
    expectExport(EIGHT);
  });

  it('a damaged manifest is told, not guessed', () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    writeFileSync(join(dir, 'kb/manifest.jsonl'), text('kb/manifest.jsonl').replace('"id":"a"', '"id":"z"'));
    for (const args of [['add', 'kb', 'one.jsonl'], ['export', 'kb'], ['remove', 'kb', 'a']]) expect(hewal(...args)).toMatchObject({ code: 3, err: expect.stringContaining('its manifest is damaged') as string });
  });

  it('commands that read graphs read a collection', async () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    expect(hewal('check', ...Object.keys(shown(join(dir, 'kb')).graphs).map((f) => `kb/${f}`), '--articles', 'one.jsonl')).toMatchObject({ code: 0, out: expect.stringContaining('8 file(s): clean') as string });
    const target = openTarget(join(dir, 'kb'));
    const before = target.version();
    const iris: string[] = [];
    for await (const g of target.graphs()) iris.push(g.iri);
    expect(iris).toEqual(EIGHT.map((a) => `https://w3id.org/hewal/kb/article/${a.id}`));
    hewal('remove', 'kb', 'a');
    expect(target.version()).not.toBe(before);
  });
});

describe('kill -9', SLOW, () => {
  /** Runs a command that is killed before its nth change of the disk; true where it was. */
  const killed = (at: number, ...args: string[]): boolean => {
    const r = spawnSync(process.execPath, ['--import', CRASH, MAIN, ...args], { cwd: dir, env: { ...ENV, CRASH_AT: String(at), CRASH_COUNT: join(dir, 'count') } });
    return r.signal === 'SIGKILL';
  };

  it.each([['build', 0], ['add', 1]])('at any moment of %s: the same command again completes it, and nothing is lost or doubled', (_, first) => {
    put('one.jsonl', EIGHT);
    put('two.jsonl', [article('a', 2), article('c', 5), article('i', 1)]);
    const start = (): void => {
      rmSync(join(dir, 'kb'), { recursive: true, force: true });
      if (first) expect(hewal('build', 'one.jsonl', '--into', 'kb', '--no-check').code).toBe(0);
    };
    const command = first ? ['add', 'kb', 'two.jsonl', '--no-check'] : ['build', 'one.jsonl', '--into', 'kb', '--no-check'];
    start();
    expect(killed(1e9, ...command)).toBe(false);
    const changes = Number(text('count'));
    expect(changes).toBeGreaterThan(30);
    for (const part of [0.02, 0.3, 0.6, 0.85]) {
      start();
      const at = Math.ceil(changes * part);
      expect(killed(at, ...command)).toBe(true);
      expect(hewal(...command).code).toBe(0);
      expect(disorder(join(dir, 'kb'))).toEqual([]);
    }
    expectExport(first ? [article('a', 2), article('b', 1), article('c', 5), ...EIGHT.slice(3), article('i', 1)] : EIGHT);
  });

  it('what a killed run has read is not read again', () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ id: `n${i}`, text: `${TEXTS.join('\n')} ${i}` }));
    put('many.jsonl', many);
    expect(killed(1e9, 'build', 'many.jsonl', '--into', 'count-kb', '--no-check')).toBe(false);
    const moment = 14;
    expect(killed(moment, 'build', 'many.jsonl', '--into', 'kb', '--no-check')).toBe(true);
    const noted = existsSync(join(dir, 'kb/store/journal.jsonl')) ? text('kb/store/journal.jsonl').split('\n').length - 2 : 0;
    expect(noted).toBeGreaterThan(50);
    const log = readFileSync(join(dir, 'kb/store/log-000001.gz'));
    expect(hewal('build', 'many.jsonl', '--into', 'kb', '--no-check')).toMatchObject({ code: 0, out: expect.stringContaining('400 added') as string });
    // what lay in the log lies there still, and is used
    expect(readFileSync(join(dir, 'kb/store/log-000001.gz')).subarray(0, log.length).equals(log)).toBe(true);
    const rows = text('kb/manifest.jsonl').trim().split('\n').slice(1).map((l) => (JSON.parse(l) as { at: number[] }).at);
    expect(rows.filter((at) => (at[1] as number) < log.length)).toHaveLength(noted);
  });
});

describe('two processes at once', SLOW, () => {
  it('the second one is told who writes, and changes nothing; afterwards it may', async () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    // reads standard input, and waits for its end
    const first = spawn(process.execPath, [MAIN, 'add', 'kb', '-', '--no-check'], { cwd: dir, env: ENV, stdio: ['pipe', 'ignore', 'ignore'] });
    try {
      for (let k = 0; k < 400 && !existsSync(join(dir, 'kb/.lock.json')); k++) await new Promise((r) => setTimeout(r, 50));
      for (const args of [['add', 'kb', 'one.jsonl'], ['remove', 'kb', 'a'], ['build', 'one.jsonl', '--into', 'kb']]) {
        const r = hewal(...args);
        expect([r.code, r.err]).toEqual([3, expect.stringMatching(new RegExp(`is being written by process ${first.pid} on .+, since \\d{4}-`))]);
      }
      expect(hewal('export', 'kb', '-f', 'nq', '--no-check').code).toBe(0);
    } finally {
      first.stdin.end(`${JSON.stringify(article('i', 0))}\n`);
    }
    expect(await new Promise((r) => first.on('exit', r))).toBe(0);
    expect(hewal('remove', 'kb', 'a')).toMatchObject({ code: 0, out: expect.stringMatching(/^kb: 8 /) as string });
  });

  it('the lock of a process that is no more is taken over at once; that of another machine is not', () => {
    put('one.jsonl', EIGHT);
    hewal('build', 'one.jsonl', '--into', 'kb', '--no-check');
    const dead = spawnSync(process.execPath, ['-e', '0']).pid;
    const lock = (host: string): void => {
      mkdirSync(join(dir, 'kb/.lock'), { recursive: true });
      writeFileSync(join(dir, 'kb/.lock.json'), JSON.stringify({ pid: dead, host, since: '2026-11-25T10:00:00.000Z', token: 't' }));
    };
    lock(hostname());
    expect(hewal('remove', 'kb', 'a').code).toBe(0);
    lock('another.example');
    expect(hewal('remove', 'kb', 'b')).toMatchObject({ code: 3, err: expect.stringContaining(`process ${dead} on another.example, since 2026-11-25T10:00:00.000Z`) as string });
  });
});
