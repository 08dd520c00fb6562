// npx tsx scripts/collection-crash.ts [--runs 30] [--seed 1] [FILE.jsonl…]: kills a build into a collection at random moments of its time, runs it again, and holds the export to a
// build from scratch. Own generated articles unless files are given. Exit status 1 where anything is lost or double.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomOf, soraniArticles } from '../bench/generate.js';
import { loadTables } from '../src/language/load.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { runs: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' }, articles: { type: 'string', default: '300' } } });
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'hewal-crash-'));
const random = randomOf(Number(values.seed));
const inputs = positionals.length > 0 ? positionals : [join(work, 'own.jsonl')];
if (positionals.length === 0) {
  const own: string[] = [];
  for (const a of soraniArticles(loadTables())) {
    own.push(JSON.stringify(a));
    if (own.length === Number(values.articles)) break;
  }
  writeFileSync(inputs[0] as string, `${own.join('\n')}\n`);
}

const hewal = (...args: readonly string[]): number | null => spawnSync(process.execPath, [MAIN, ...args], { cwd: work, stdio: 'ignore' }).status;
const build = ['build', ...inputs, '--into', 'kb', '--no-check'] as const;
const exported = (folder: string): string => ['graph.nq', 'annotations.jsonl', 'merges.tsv'].map((f) => readFileSync(join(work, folder, f), 'utf8')).join('');

/** Runs the build, and kills it after so many milliseconds; the milliseconds that it ran. */
function killed(after: number): Promise<number> {
  return new Promise((resolve) => {
    const from = performance.now();
    const child = spawn(process.execPath, [MAIN, ...build], { cwd: work, stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('exit', () => {
      clearTimeout(timer);
      resolve(performance.now() - from);
    });
  });
}

hewal('build', ...inputs, '-o', 'scratch', '-f', 'nq,annotations,merges', '--no-check');
const want = exported('scratch');
const articles = readFileSync(join(work, 'scratch/annotations.jsonl'), 'utf8').split('\n').length - 1;
const whole = await killed(1e9);
rmSync(join(work, 'kb'), { recursive: true });
let bad = 0;
for (let run = 1; run <= Number(values.runs); run++) {
  const at = Math.round(random() * whole);
  await killed(at);
  const state = (() => {
    try {
      const store = readdirSync(join(work, 'kb/store'));
      return store.some((f) => f.startsWith('todo')) ? 'committing or writing files' : store.includes('journal.jsonl') ? `reading, ${readFileSync(join(work, 'kb/store/journal.jsonl'), 'utf8').split('\n').length - 2} noted` : 'reading, nothing noted yet';
    } catch {
      return 'nothing there';
    }
  })();
  const again = hewal(...build);
  hewal('export', 'kb', '-o', 'exported', '-f', 'nq,annotations,merges', '--no-check');
  const files = readdirSync(join(work, 'kb/articles'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.nq.gz')).length;
  const left = readdirSync(join(work, 'kb'), { recursive: true, encoding: 'utf8' }).filter((f) => /\.part$|journal|todo|hewal-sort/.test(f));
  const right = (again === 0 || again === 3) && exported('exported') === want && files === articles && left.length === 0;
  if (!right) bad++;
  console.log(`${String(run).padStart(2)}: killed after ${at} ms of ${Math.round(whole)} (${state}): ${right ? 'complete' : `WRONG: exit ${again}, ${files} files, left ${left.join(' ')}`}`);
  rmSync(join(work, 'kb'), { recursive: true });
}
console.log(`${Number(values.runs) - bad} of ${values.runs} complete`);
rmSync(work, { recursive: true });
process.exitCode = bad > 0 ? 1 : 0;
