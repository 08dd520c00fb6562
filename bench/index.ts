// npm run bench [-- --quick] [--json] [--mb N] [--only SECTION]: how fast hewal is on this machine. It measures and asserts nothing.
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SECTIONS, type Load, type Row } from './sections.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, mb: { type: 'string' }, only: { type: 'string' } } });
const load: Load = { mb: Number(values.mb ?? (values.quick ? 2 : 20)), runs: values.quick ? 5 : 11 };
if (!(load.mb > 0) || (values.only !== undefined && !SECTIONS[values.only])) {
  console.error(`usage: npm run bench -- [--quick] [--json] [--mb N] [--only ${Object.keys(SECTIONS).join('|')}]`);
  process.exit(2);
}

/** Runs a section in a fresh process and takes its rows. */
function apart(section: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--only', section, '--mb', String(load.mb), ...(values.quick ? ['--quick'] : [])]);
    let rows: Row[] | undefined;
    child.on('message', (m) => (rows = m as Row[]));
    child.on('exit', (code) => (rows ? resolve(rows) : reject(new Error(`section ${section} ended with ${code} and no figures`))));
  });
}

const number = (n: number): string => (n >= 1000 ? Math.round(n).toLocaleString('en') : n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2)).replace(/\.0+$/, '');

function print(title: string, rows: readonly Row[]): void {
  const units = [...new Set(rows.flatMap((r) => Object.keys(r.figures)))];
  const table = [['', ...units], ...rows.map((r) => [r.what, ...units.map((u) => (r.figures[u] === undefined ? '' : number(r.figures[u])))])];
  const widths = ['', ...units].map((_, i) => Math.max(...table.map((line) => (line[i] ?? '').length)));
  console.log(`\n${title}`);
  for (const line of table) console.log(`  ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  ').trimEnd()}`);
}

if (process.send && values.only) {
  process.send((await SECTIONS[values.only]?.run(load)) ?? []);
} else {
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? '?', cores: cpus().length };
  if (!values.json) console.log(`hewal bench: ${load.mb} MB of generated news; node ${machine.node}, ${machine.cores} × ${machine.cpu}. MB is 10^6 bytes of UTF-8.`);
  const results: Record<string, Row[]> = {};
  for (const [name, section] of Object.entries(SECTIONS)) {
    if (values.only && values.only !== name) continue;
    results[name] = await apart(name);
    if (!values.json) print(section.title, results[name]);
  }
  if (values.json) console.log(JSON.stringify({ machine, load, results }, null, 2));
}
