import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HEADLINE, pageOf, TEXT } from './support/pages.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');
const PAGE = pageOf('<meta name=date content="2026-05-10"><meta property="og:site_name" content="نموونە">');

let home: string, dir: string, server: Server, origin: string, n = 0, asked: string[] = [];
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hewal-fetch-'));
  server = createServer((q, a) => {
    asked.push(q.url ?? '');
    if (q.url === '/page') a.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    else a.writeHead(404).end();
  });
  await new Promise<void>((up) => void server.listen(0, '127.0.0.1', up));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  dir = join(home, String(++n));
  mkdirSync(dir);
  asked = [];
});

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program beside our server. Whatever happens, nobody is shown a stack. */
async function hewal(args: readonly string[], input: string | Uint8Array = ''): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: dir, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, HEWAL_DEBUG: undefined } as NodeJS.ProcessEnv });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (d: string) => void (said.out += d));
  child.stderr.setEncoding('utf8').on('data', (d: string) => void (said.err += d));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((done) => void child.on('close', done));
  for (const text of [said.out, said.err]) expect(text).not.toMatch(/\n\s+at \S|node:internal|fault of hewal/);
  return { code, ...said };
}
const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(dir, name), content);
const text = (name: string): string => readFileSync(join(dir, name), 'utf8');

describe('hewal fetch', () => {
  it('writes what was read as JSON Lines; from there the graph is built and proven without a network', async () => {
    const r = await hewal(['fetch', `${origin}/page`, `${origin}/gone`, '--allow-private', '-o', 'news.jsonl']);
    expect(r).toMatchObject({ code: 3, out: '1 article(s) written: news.jsonl\n  1 input(s) left out: see above\n' });
    expect(r.err).toMatch(/\/gone: error HW-017: is answered with 404/);
    expect(text('news.jsonl').trim().split('\n').map((l) => JSON.parse(l) as unknown)).toEqual([{ id: `${origin}/page`, published: '2026-05-10', title: HEADLINE, publisher: 'نموونە', url: `${origin}/page`, text: TEXT }]);
    expect(readdirSync(dir)).toEqual(['news.jsonl']);
    asked = [];
    expect(await hewal(['build', 'news.jsonl', '-f', 'nq'])).toMatchObject({ code: 0, err: '' });
    expect(await hewal(['verify', 'out/graph.nq', '--articles', 'news.jsonl'])).toMatchObject({ code: 0 });
    expect(text('out/graph.nq')).toContain(`/article/${encodeURIComponent(`${origin}/page`)}>`);
    expect(asked).toEqual([]);
    // the page itself gives the same graph, and proves it as long as it does not change
    expect(await hewal(['build', `${origin}/page`, '--allow-private', '-f', 'nq', '-o', 'direct'])).toMatchObject({ code: 0, err: '' });
    expect(text('direct/graph.nq')).toBe(text('out/graph.nq'));
    expect(await hewal(['check', 'direct/graph.nq', '--articles', `${origin}/page`, '--allow-private'])).toMatchObject({ code: 0 });
  });

  it('in a pipe only articles are written; a name twice is said', async () => {
    put('a.html', PAGE);
    put('b.txt', TEXT);
    put('a.txt', TEXT);
    const r = await hewal(['fetch', 'a.html', 'b.txt', 'a.txt', 'b.txt', '--published', '2026-01-02']);
    expect(r.code).toBe(3);
    expect(r.out.trim().split('\n').map((l) => (JSON.parse(l) as { id: string }).id)).toEqual(['a', 'b']);
    expect(r.err.match(/HW-010/g)).toHaveLength(2);
    expect(r.err).toContain('2 article(s)\n');
  });

  it('writes nothing, and over nothing, where nothing could be read', async () => {
    put('news.jsonl', 'old');
    expect(await hewal(['fetch', `${origin}/page`, '-o', 'news.jsonl'])).toMatchObject({ code: 3, out: '0 article(s)\n  1 input(s) left out: see above\n' });
    expect(text('news.jsonl')).toBe('old');
    expect(asked).toEqual([]);
  });

  it.each<readonly [readonly string[], RegExp]>([
    [['fetch'], /Not enough/], [['fetch', 'x', '--limit', '0'], /--limit wants/], [['fetch', 'x', '--limit', 'many'], /--limit wants/], [['build', 'x', '--limit', '1.5'], /--limit wants/], [['coverage', 'x', '--limit', '1', '--limit', '2'], /--limit is given 2 times/], [['fetch', 'x', '-o', 'a', '-o', 'b'], /--out is given/],
    [['fetch', 'x', '-o', 'a/'], /no name of a file/], [['fetch', 'x', '--published', '2026-02-30'], /not a date/], [['fetch', 'x', '--allow-privat'], /Unknown argument/],
  ])('%j is no usage', async (args, said) => {
    const r = await hewal(args);
    expect(r.code).toBe(2);
    expect(r.err).toMatch(said);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe('other commands read the same', () => {
  it('packed JSON Lines on standard input', async () => {
    const packed = gzipSync(`${JSON.stringify({ id: 'x', text: TEXT, published: '2026-05-10' })}\n`);
    expect(await hewal(['build', '-', '-f', 'nq'], packed)).toMatchObject({ code: 0, err: '' });
    expect((await hewal(['map'], packed)).out).toContain('/article/x');
    expect((await hewal(['coverage', '-'], packed)).out).toMatch(/^1 article\(s\)/);
    expect((await hewal(['build', '-'], packed.subarray(0, 60))).err).toMatch(/-: error HW-003: cannot be read to its end \(Z_BUF_ERROR\)/);
  });

  it.each([[['build', '-']], [['build', '-', '-j', '2']], [['build', '-', '--into', 'kb']]])('%j tells what it leaves out while it reads: a hostile stream has more of it than memory holds', async (args) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: dir, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } as NodeJS.ProcessEnv });
    const ended = new Promise<number | null>((done) => void child.on('close', done));
    child.stdout.resume();
    child.stdin.write('x\n');
    // the stream is still open: what is said by now was not kept for its end
    await new Promise<void>((said) => void child.stderr.setEncoding('utf8').on('data', (d: string) => d.includes('-:1: error HW-008') && said()));
    child.stdin.end();
    expect(await ended).toBe(3);
  });

  it('a feed in a file: its pages only with --fetch', async () => {
    put('feed.xml', `<rss version="2.0"><channel><title>x</title><link>${origin}/</link><description>x</description><item><title>x</title><link>${origin}/page</link></item></channel></rss>`);
    const without = await hewal(['build', 'feed.xml', '--allow-private']);
    expect(without.code).toBe(3);
    expect(without.err).toMatch(/feed\.xml item 1: error HW-014[\s\S]*--fetch/);
    expect(asked).toEqual([]);
    expect(existsSync(join(dir, 'out'))).toBe(false);
    expect(await hewal(['build', 'feed.xml', '--allow-private', '--fetch', '-f', 'nq'])).toMatchObject({ code: 0, err: '' });
    expect(asked).toEqual(['/robots.txt', '/page']);
  });

  it('one bad page among ten: nine are in the graph, the tenth is said and counted', async () => {
    mkdirSync(join(dir, 'pages'));
    for (let i = 0; i < 9; i++) put(`pages/${i}.html`, PAGE.replaceAll('سلێمانی', ['هەولێر', 'دهۆک', 'هەڵەبجە'][i % 3] as string));
    put('pages/5-bad.html', '<div>'.repeat(100_000));
    const r = await hewal(['build', 'pages']);
    expect(r.code).toBe(3);
    expect(r.err).toMatch(/^pages\/5-bad\.html: error HW-009: has elements nested more than 512 deep[^\n]*\n[^\n]*\n$/);
    expect(r.out).toMatch(/^9 article\(s\)[\s\S]*1 input\(s\) left out/);
  });

  it('a page cannot speak to the terminal or out of its place', async () => {
    put('a.html', pageOf('<title>\u001b[31m\u202ex</title><meta property="og:site_name" content="a&quot;&gt;\u0007"><link rel=canonical href="https://x.example/a%22%3E%3Cscript%3E/../../..?\u202e"><meta name=date content="2026-05-10\u001b">'));
    const r = await hewal(['build', 'a.html']);
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).not.toMatch(/(?!\n)\p{Cc}|\u202e/u);
    expect(text('out/graph.ttl')).not.toMatch(/(?!\n)\p{Cc}/u);
    expect((await hewal(['check', 'out/graph.ttl', 'out/graph.jsonld', '--articles', 'a.html'])).code).toBe(0);
  });
});
