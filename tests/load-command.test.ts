import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serversOf } from './support/sparql-server.js';

const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const BASE = 'https://w3id.org/hewal/kb/';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'hewal-load-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const server = serversOf(afterEach);

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program beside this process, which is the server. `until`: kills it when that comes true. */
function hewal(args: readonly string[], env: NodeJS.ProcessEnv = {}, until?: () => boolean): Promise<Run> {
  const { HEWAL_STORE_USER: _u, HEWAL_STORE_PASSWORD: _p, HEWAL_STORE_TOKEN: _t, ...own } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: dir, env: { ...own, NETRC: '/dev/null', NO_COLOR: '1', COLUMNS: '110', ...env } });
  let out = '', err = '';
  child.stdout.on('data', (p: Buffer) => (out += p.toString()));
  child.stderr.on('data', (p: Buffer) => (err += p.toString()));
  const watch = setInterval(() => until?.() && child.kill('SIGKILL'), 1);
  return new Promise((resolve) => child.on('close', (code) => {
    clearInterval(watch);
    for (const text of [out, err]) expect(text).not.toMatch(/\n\s+at \S|node:internal|fault of hewal/);
    resolve({ code, out, err });
  }));
}

const graph = (id: string, ...words: string[]): string => words.map((w, i) => `<${BASE}article/${id}> <https://example.org/p${i}> ${JSON.stringify(w)}@ckb <${BASE}article/${id}> .\n`).join('');
const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return name;
};

describe('hewal load and unload', () => {
  it('load, say what they did, and unload again', async () => {
    const s = await server();
    const target = file('one.nq', graph('a', 'سڵاو', 'ده‌کرێ') + graph('b', 'x'));
    const host = new URL(s.to).host;
    expect(await hewal(['load', target, '--to', s.to, '--dry-run'])).toEqual({ code: 0, err: '', out: `2 graph(s) would be loaded (3 statements), 0 there already\n  Graph Store Protocol, oxigraph at ${host}\n` });
    expect(s.store.size).toBe(0);
    expect(await hewal(['load', target, '--to', s.to, '--verify'])).toEqual({ code: 0, err: '', out: `2 graph(s) loaded (3 statements), 0 there already\n  2 read back and found to be the same\n  Graph Store Protocol, oxigraph at ${host}\n` });
    const less = file('less.nq', graph('a', 'سڵاو', 'ده‌کرێ'));
    expect((await hewal(['load', less, '--to', s.to, '--prune', '--protocol', 'update'])).out).toMatch(/^0 graph\(s\) loaded \(0 statements\), 1 there already, 1 removed\n {2}SPARQL Update/);
    expect((await hewal(['unload', target, '--to', s.to])).out).toMatch(/^1 graph\(s\) removed, 0 that hewal loaded under .* stay\n {2}1 of the target were not loaded by hewal and are left alone\n/);
    expect(s.store.size).toBe(0);
  });

  it('a run that is killed goes on', async () => {
    const s = await server();
    const target = file('many.nq', Array.from({ length: 300 }, (_, i) => graph(`a${i}`, `وتاری ${i}`, 'دووەم')).join(''));
    const killed = await hewal(['load', target, '--to', s.to], {}, () => s.writes().length > 120);
    expect(killed.code).toBe(null);
    expect(s.store.size).toBeLessThan(300 * 4);
    const again = await hewal(['load', target, '--to', s.to, '--verify']);
    const [, sent, there] = /^(\d+) graph\(s\) loaded .* (\d+) there already\n {2}300 read back/.exec(again.out) ?? [];
    expect(Number(sent) + Number(there)).toBe(300);
    expect(Number(there)).toBeGreaterThanOrEqual(100);
    expect(s.store.size).toBe(300 * 4);
  });

  it('tell of what a store refuses, in one line, without what it echoes', async () => {
    const PASSWORD = 'N0t-4<b>-your-eyes', USER = 'editor';
    const b64 = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
    const s = await server({
      auth: { kind: 'basic', user: USER, password: PASSWORD },
      fault: (x) => (x.body.includes('REFUSED') && x.path !== '/query' && x.headers.authorization ? { status: 400, body: `<html><head><title>no</title></head><body>bad: ${String(x.headers.authorization)} (${PASSWORD})\u001b[31m\nhewal: all is fine` } : undefined),
    });
    const target = file('bad.nq', graph('a', 'x') + graph('bad', 'REFUSED'));
    for (const protocol of ['gsp', 'update']) {
      const r = await hewal(['load', target, '--to', s.to, '--protocol', protocol], { HEWAL_STORE_USER: USER, HEWAL_STORE_PASSWORD: PASSWORD });
      expect(r.code).toBe(1);
      expect(r.err).toMatch(/^https:\/\/w3id\.org\/hewal\/kb\/article\/bad: error load: 400: bad: Basic \*\*\* \(\*\*\*\)\\u001b\[31m hewal: all is fine\n {2}→ the others are loaded/);
      expect(r.out).toContain('1 graph(s) are not there as they should be');
      for (const secret of [PASSWORD, b64, 'N0t', 'eyes']) expect(r.out + r.err).not.toContain(secret);
    }
  });

  it('take credentials from a netrc file, and never from the URL', async () => {
    const s = await server({ auth: { kind: 'digest', user: 'u', password: 'S3cret' } });
    const target = file('one.nq', graph('a', 'x'));
    const NETRC = join(dir, file('netrc', 'machine 127.0.0.1 login u password S3cret\n'));
    expect((await hewal(['load', target, '--to', s.to], { NETRC })).code).toBe(0);
    const r = await hewal(['load', target, '--to', s.to.replace('//', '//u:S3cret@')]);
    expect(r).toMatchObject({ code: 2, out: '' });
    expect(r.err).toMatch(/^--to: error hewal: has a user or a password in the URL/);
    expect(r.err).not.toContain('S3cret');
    expect(await hewal(['load', target, '--to', s.to], { NETRC: '/nowhere/netrc' })).toMatchObject({ code: 3, err: expect.stringContaining('/nowhere/netrc') as string });
    expect(await hewal(['load', target, '--to', s.to], { HEWAL_STORE_USER: 'u', HEWAL_STORE_PASSWORD: 'wr0ng' })).toMatchObject({ code: 3, err: expect.not.stringContaining('wr0ng') as string });
  });

  it('say before they wait, and stop when the store is gone', async () => {
    const s = await server({ fault: (_x, n) => (n === 1 ? 503 : n > 3 ? 'drop' : undefined) });
    const target = file('one.nq', graph('a', 'x'));
    const r = await hewal(['load', target, '--to', s.to, '--retries', '1']);
    expect(r.code).toBe(3);
    expect(r.err).toMatch(/\/query: info store: 503: told to answer 503\n {2}→ trying again in 0\.5 s\n/);
    expect(r.err).toMatch(/error hewal: does not answer: \S.*\n {2}→ run the same command again later/);
  });

  it('a store that refuses its record is a message, not a stack', async () => {
    const s = await server({ fault: (x, n) => (n > 0 && x.path === '/query' ? 400 : undefined) });
    const r = await hewal(['load', file('one.nq', graph('a', 'x')), '--to', s.to]);
    expect(r).toMatchObject({ code: 3, out: '' });
    expect(r.err).toContain('the store refuses: 400: told to answer 400');
  });

  it('statements outside named graphs are not loaded', async () => {
    const s = await server();
    const r = await hewal(['load', file('one.ttl', '<urn:a> <urn:b> "c" .'), '--to', s.to]);
    expect(r.code).toBe(1);
    expect(r.err).toMatch(/^one\.ttl: error load: statements outside any named graph\n {2}→ give graph\.nq/);
  });

  it.each<[string[], number, RegExp]>([
    [['load'], 2, /Not enough non-option arguments/], [['load', 'one.nq'], 2, /nothing says where the store is/], [['load', 'none.nq', '--to', 'http://localhost:1'], 3, /no such file/],
    [['load', 'one.nq', '--to', 'http://h', '--to', 'http://i'], 2, /--to is given 2 times/], [['load', 'one.nq', '--to', 'http://h', '--server', 'mysql'], 2, /Invalid values/], [['load', 'one.nq', '--to', 'nowhere'], 2, /is no URL/],
    [['load', 'one.nq', '--to', 'http://h', '--batch-bytes', 'x'], 2, /--batch-bytes wants a whole number/], [['load', 'one.nq', '--to', 'http://h', '--retries', '-1'], 2, /--retries/], [['load', 'one.nq', '--to', 'http://h', '--timeout', '0'], 2, /--timeout wants seconds/],
    [['load', 'one.nq', '--to', 'http://h', '--base', 'urn:x'], 2, /--base/], [['unload', '--to', 'http://h'], 2, /a target, or --all-of-base/], [['unload', 'one.nq', '--all-of-base', '--to', 'http://h'], 2, /a target, or --all-of-base/],
    [['load', 'one.nq', '--query', 'http://u:S3cret@h/', '--update', 'http://h/'], 2, /--query: error hewal: has a user or a password/],
  ])('%j', async (args, code, message) => {
    file('one.nq', graph('a', 'x'));
    const r = await hewal(args);
    expect(r.code).toBe(code);
    expect(r.err).toMatch(message);
    expect(r.err).not.toContain('S3cret');
  });
});
