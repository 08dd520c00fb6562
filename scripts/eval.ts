// npm run --silent eval -- GOLD… [--json] [--errors N] [--measure]
// npm run --silent eval -- CORRECTIONS… --articles PATH… [--json] [--errors N]
// Reads the texts of annotated articles (.jsonl, .json, or a folder of them), extracts, and compares: precision, recall and F1 of entities,
// relations, events and facts, by event type, with what was missed and what was made up. --measure writes the precision of every rule
// to src/language/ckb/confidence.tsv. With --articles the files are corrections (docs/corrections.md): the corrected reading is the gold.
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toAnnotation } from '../src/formats/annotations.js';
import { loadTables } from '../src/language/load.js';
import { createEngine } from '../src/pipeline.js';
import { goldOf, type Pair } from './eval/corrections.js';
import { emptyScore, figures, scoreDocument, type Annotation, type Tally } from './eval/score.js';

const USAGE = `usage: npm run --silent eval -- GOLD… [--json] [--errors N] [--measure]
       npm run --silent eval -- CORRECTIONS… --articles PATH [--articles PATH…] [--json] [--errors N]`;

const HELP = `${USAGE}

Measures what hewal reads against annotated articles: precision, recall and F1 of entities, relations, events and facts.

  GOLD             annotations: .jsonl, .json, or a folder of them (docs/annotations.md)
  CORRECTIONS      files that "Export corrections" of the page gives (docs/corrections.md)
  --articles PATH  with corrections: the articles they are about (files or folders, as for hewal build); may be repeated.
                   Of every article that the corrections name or change, the corrected reading is the gold, and the reading
                   without them is measured. Who marks only what is wrong measures precision; what nobody read stays unseen.
  --json           figures as one line of JSON
  --errors N       how many errors of each kind to print (20)
  --measure        with GOLD: write the precision of every rule to src/language/ckb/confidence.tsv
  --help           this text`;

function fail(message: string): never {
  console.error(`${message}\n${USAGE}`);
  process.exit(2);
}

function options() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false }, errors: { type: 'string', default: '20' }, measure: { type: 'boolean', default: false }, articles: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h', default: false } } });
  } catch (e) {
    return fail((e as Error).message);
  }
}

/** Annotations of a file; a line that is none names its file and line. */
function read(path: string): Annotation[] {
  const parse = (text: string, place: string): Annotation[] => {
    try {
      return [JSON.parse(text) as Annotation | Annotation[]].flat();
    } catch (e) {
      return fail(`${place}: not JSON: ${(e as Error).message}`);
    }
  };
  try {
    if (statSync(path).isDirectory()) return readdirSync(path).filter((f) => /\.jsonl?$/.test(f)).sort().flatMap((f) => read(join(path, f)));
    const text = readFileSync(path, 'utf8');
    if (!path.endsWith('.jsonl')) return parse(text, path);
    return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : parse(line, `${path}:${i + 1}`)));
  } catch (e) {
    return fail(`${path}: ${(e as Error).message}`);
  }
}

const { values, positionals } = options();
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const show = Number(values.errors);
if (positionals.length === 0 || !Number.isInteger(show) || show < 0) fail('name at least one file or folder of annotations, and a whole number of errors');

/** Annotated articles, and what hewal reads in them. */
function annotated(): Pair[] {
  const engine = createEngine(loadTables());
  const gold = new Map(positionals.flatMap(read).map((d) => [d.id, d]));
  return [...gold.values()].map((d) => ({ gold: d, found: toAnnotation(engine.read({ id: d.id, text: d.text, ...(d.published ? { published: d.published } : {}) }), () => undefined) as Annotation }));
}

if (values.articles && values.measure) fail('--measure wants annotated articles: corrections say nothing of what nobody marked');
const pairs = values.articles ? await goldOf(positionals, values.articles).catch((e: unknown) => fail((e as Error).message)) : annotated();
const score = emptyScore();
for (const { gold, found } of pairs) scoreDocument(gold, found, score);

if (values.measure) {
  const home = fileURLToPath(new URL('../src/language/ckb/confidence.tsv', import.meta.url));
  const rows = [...score.byRule].filter(([, t]) => t.said > 0).sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, t]) => `${rule}\t${t.said}\t${t.right}`);
  const head = ['# How often each rule is right: facts (roles of its events, or relations) compared with annotated articles by "npm run eval -- GOLD --measure".', '# 1 rule', '# 2 facts compared', '# 3 of them right'];
  writeFileSync(`${home}.part`, `${[...head, ...rows].join('\n')}\n`);
  renameSync(`${home}.part`, home);
  console.error(`written: ${home} (${rows.length} rules)`);
}

const row = (name: string, t: Tally): string => {
  const f = figures(t);
  return `${name.padEnd(24)} P ${f.precision.toFixed(3)}  R ${f.recall.toFixed(3)}  F1 ${f.f1.toFixed(3)}   ${t.right} right, ${t.gold} gold, ${t.said} found`;
};
const { judged, total } = score;
if (values.json) {
  const four = (n: number): number => Number(n.toFixed(4));
  console.log(JSON.stringify({
    documents: pairs.length,
    ...Object.fromEntries(Object.entries(total).map(([k, t]) => [k, { ...Object.fromEntries(Object.entries(figures(t)).map(([n, v]) => [n, four(v)])), ...t }])),
    status: judged.events > 0 ? four(judged.status / judged.events) : 0, source: judged.events > 0 ? four(judged.source / judged.events) : 0,
  }));
} else {
  for (const [k, t] of [...score.byType].sort((a, b) => b[1].gold - a[1].gold || (a[0] < b[0] ? -1 : 1))) console.log(row(k, t));
  for (const [what, list] of [['missed', score.missed], ['made up', score.spurious]] as const) if (show > 0) console.log(`\n${what} (${list.length}):\n  ${list.slice(0, show).join('\n  ')}`);
  console.log(`\n${pairs.length} documents`);
  for (const [k, t] of Object.entries(total)) console.log(row(k, t));
  console.log(`status right on ${judged.status}, source on ${judged.source} of ${judged.events} matched events`);
}
