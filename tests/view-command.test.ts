import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEED = join(ROOT, 'out/graph.nq');
let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hewal-view-'));
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function view(...args: string[]): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'view', ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, COLUMNS: '110' } as NodeJS.ProcessEnv });
  expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
  return { code: r.status, out: r.stdout, err: r.stderr };
}

describe('hewal view', () => {
  it('writes one page, always the same, and says what is in it', () => {
    const r = view(SEED, '--articles', join(ROOT, 'seeds'), '--out', 'page.html');
    expect(r).toEqual({ code: 0, err: '', out: '1 article(s), 1 with the whole text: 21 entities, 22 events and relations, 54 direct facts\n  written: page.html\n' });
    const page = readFileSync(join(dir, 'page.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    // the folder instead of the file, Turtle instead of N-Quads: the same statements
    expect(view(join(ROOT, 'out'), '--articles', join(ROOT, 'seeds'), '--out', 'folder.html').code).toBe(0);
    expect(view(join(ROOT, 'out/graph.ttl'), '--articles', join(ROOT, 'seeds'), '--out', 'turtle.html').code).toBe(0);
    for (const other of ['folder.html', 'turtle.html']) expect(readFileSync(join(dir, other), 'utf8') === page, other).toBe(true);
  });

  it('needs no articles, and writes hewal.html where nothing else is said', () => {
    expect(view(SEED).out).toBe('1 article(s), 0 with the whole text: 21 entities, 22 events and relations, 54 direct facts\n  written: hewal.html\n');
    expect(existsSync(join(dir, 'hewal.html'))).toBe(true);
  });

  it('tells which article it could not read, and shows the others', () => {
    writeFileSync(join(dir, 'bad.jsonl'), '{"id": 1}\n');
    const r = view(SEED, '--articles', 'bad.jsonl', '--out', 'some.html');
    expect(r.code).toBe(3);
    expect(r.err).toContain('bad.jsonl:1: error HW-008');
    expect(existsSync(join(dir, 'some.html'))).toBe(true);
  });

  it.each([
    ['no file', ['missing.nq'], 3, 'missing.nq: error hewal: no such file or folder'],
    ['a folder without a graph', ['.'], 3, 'holds no graph'],
    ['no graph', ['page.html', '--out', 'x.html'], 3, 'unknown RDF format ".html"'],
    ['a name that is no page', [SEED, '--out', 'page.txt'], 2, '"page.txt" is no name of a page'],
    ['--out twice', [SEED, '--out', 'a.html', '--out', 'b.html'], 2, '--out is given 2 times'],
    ['a base that is none', [SEED, '--base', 'nothing', '--out', 'x.html'], 2, '"nothing" is not an http(s) IRI'],
    ['a folder that cannot be made', [SEED, '--out', '/proc/none/x.html'], 3, 'cannot write x.html'],
    ['nothing', [], 2, 'Not enough non-option arguments'],
  ])('refuses %s', (_, args, code, message) => {
    const r = view(...args);
    expect(r.code).toBe(code);
    expect(r.err).toContain(message);
    expect(r.out).toBe('');
    expect(readdirSync(dir).filter((f) => f.endsWith('.part') || f === 'x.html')).toEqual([]);
  });

  it('--help has examples', () => {
    expect(view('--help').out).toMatch(/hewal view out --articles seeds --out page\.html/);
  });
});
