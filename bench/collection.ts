// npx tsx bench/collection.ts [--articles N] [--jobs 1,2] [--check] [--work DIR] [FILE.jsonl…]: what a collection costs. Builds N articles (of the files, then generated ones)
// into a collection with each number of threads; changes, adds and removes 100; holds the export to a build from scratch. It measures, and fails only where bytes differ.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTables } from '../src/language/load.js';
import type { Article } from '../src/model/article.js';
import { soraniArticles } from './generate.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { articles: { type: 'string', default: '20000' }, jobs: { type: 'string', default: '1,2' }, check: { type: 'boolean', default: false }, work: { type: 'string' } } });
const N = Number(values.articles), SOME = Math.min(100, Math.floor(N / 10));
if (!(N >= 20)) throw new Error('--articles wants a number from 20 on');
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const work = values.work ?? mkdtempSync(join(tmpdir(), 'hewal-collection-'));
mkdirSync(work, { recursive: true });

interface Run {
  readonly seconds: number;
  /** Seconds of processor time: what counts on a machine that has other work too. */
  readonly cpu: number;
  readonly peak: number;
}

/** Clock ticks a second in /proc. */
const TICKS = 100;

/** Runs the program, and looks how much memory and processor time it has had (Linux only: NaN elsewhere). */
const hewal = (...args: readonly string[]): Promise<Run> => run(process.execPath, [MAIN, ...args]);

function run(program: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(program, args, { cwd: work, stdio: 'ignore' });
    let peak = NaN, cpu = NaN;
    const look = setInterval(() => {
      try {
        const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
        if (kb !== undefined) peak = Number(kb) / 1024;
        const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
        cpu = (Number(user) + Number(system)) / TICKS;
      } catch {
        // it has ended
      }
    }, 100);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(look);
      // 3: the files hold something that is no article in Central Kurdish
      if (code !== 0 && code !== 3) reject(new Error(`${program} ${args.join(' ')} ended with ${code}`));
      else resolve({ seconds: (performance.now() - from) / 1000, cpu, peak });
    });
  });
}

function sizeOf(folder: string): number {
  let bytes = 0;
  for (const e of readdirSync(folder, { withFileTypes: true, recursive: true })) if (e.isFile()) bytes += statSync(join(e.parentPath, e.name)).size;
  return bytes;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function* given(): Generator<Article> {
  for (const file of positionals) for (const line of readFileSync(file, 'utf8').split('\n')) if (line.trim() !== '') yield JSON.parse(line) as Article;
  for (const a of soraniArticles(loadTables())) yield { ...a, id: `generated-${a.id}` };
}

const all: Article[] = [];
const ids = new Set<string>();
for (const a of given()) {
  if (!ids.has(String(a.id))) all.push(a);
  ids.add(String(a.id));
  if (all.length === N + SOME) break;
}
const put = (name: string, list: readonly Article[]): void => writeFileSync(join(work, name), list.map((a) => `${JSON.stringify(a)}\n`).join(''));
const whole = all.slice(0, N), more = all.slice(N);
// from all over the collection, so that they are of every kind
const step = Math.floor(N / SOME);
const changed = whole.filter((_, i) => i % step === 0).slice(0, SOME).map((a, i) => ({ ...a, text: `${a.text}\n${all[(i * 7 + 3) % N]?.text ?? ''}` }));
const removed = whole.filter((_, i) => i % step === 1).slice(0, SOME);
const now = new Map(whole.map((a) => [a.id, a]));
for (const a of [...changed, ...more]) now.set(a.id, a);
for (const a of removed) now.delete(a.id);
put('all.jsonl', whole);
put('change.jsonl', [...changed, ...more]);
writeFileSync(join(work, 'remove.txt'), removed.map((a) => `${a.id}\n`).join(''));
put('now.jsonl', [...now.values()]);

const check = values.check ? [] : ['--no-check'];
const say = (what: string, { seconds, cpu, peak }: Run, extra = ''): void => console.log(`${what.padEnd(38)} ${seconds.toFixed(1).padStart(7)} s, ${cpu.toFixed(1).padStart(6)} s of processor, ${peak.toFixed(0).padStart(6)} MB${extra}`);
console.log(`${N} articles, ${(statSync(join(work, 'all.jsonl')).size / 1e6).toFixed(1)} MB of JSON Lines; node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}${values.check ? '' : '; without check'}`);
let full: Run | undefined, alone: Run | undefined;
// each build has a folder of its own: where thousands of files were just removed, ext4 looks long for a number for a new one
const into = (folder: string, jobs: string): string[] => ['build', 'all.jsonl', '--into', folder, '--jobs', jobs, ...check];
let kb = 'kb-alone';
try {
  // one job has V8's compiler and sweepers beside it, on another processor if there is one
  alone = await run('taskset', ['-c', '0', process.execPath, MAIN, ...into(kb, '1')]);
  say('build --into, 1 job, one processor', alone, `  ${(N / alone.seconds).toFixed(0)} articles/s`);
} catch (e) {
  console.log(`build on one processor: not measured (${e instanceof Error ? e.message : String(e)})`);
}
for (const jobs of values.jobs.split(',')) {
  kb = `kb-${jobs}`;
  const now = await hewal(...into(kb, jobs));
  full ??= now;
  say(`build --into, ${jobs} job(s)`, now, `  ${(N / now.seconds).toFixed(0)} articles/s, ${(full.seconds / now.seconds).toFixed(2)} × one${alone ? `, ${(alone.seconds / now.seconds).toFixed(2)} × one on one processor` : ''}`);
}
console.log(`size: ${['articles', 'store', 'manifest.jsonl', 'entities.tsv'].map((n) => `${n} ${((statSync(join(work, kb, n)).isDirectory() ? sizeOf(join(work, kb, n)) : statSync(join(work, kb, n)).size) / 1e6).toFixed(1)} MB`).join(', ')}`);
say('the same again: nothing changed', await hewal('build', 'all.jsonl', '--into', kb, ...check));
const add = await hewal('add', kb, 'change.jsonl', ...check);
say(`add: ${SOME} changed, ${SOME} added`, add);
const remove = await hewal('remove', kb, '--from', 'remove.txt');
say(`remove: ${SOME}`, remove);
console.log(`together ${(100 * (add.seconds + remove.seconds) / (full?.seconds ?? NaN)).toFixed(1)} % of the first build (${(100 * (add.cpu + remove.cpu) / (full?.cpu ?? NaN)).toFixed(1)} % of its processor time)`);
say('export: N-Quads, annotations, merges', await hewal('export', kb, '-f', 'nq,annotations,merges', '-o', 'exported', ...check));
say('build from scratch: the same files', await hewal('build', 'now.jsonl', '-f', 'nq,annotations,merges', '-o', 'scratch', ...check));
let differ = 0;
for (const f of ['graph.nq', 'annotations.jsonl', 'merges.tsv']) {
  const same = (await hashOf(join(work, 'exported', f))) === (await hashOf(join(work, 'scratch', f)));
  if (!same) differ++;
  console.log(`${f}: ${same ? 'the same bytes' : 'OTHER BYTES'}`);
}
if (values.work === undefined) rmSync(work, { recursive: true, force: true });
process.exitCode = differ > 0 ? 1 : 0;
