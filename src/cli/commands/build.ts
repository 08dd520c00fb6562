import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import type { Finding } from '../../check/index.js';
import { createGathering, type Gathering } from '../../store/gathering.js';
import { createSpeaker, type Said } from '../../store/said.js';
import { inThreads, type Setup } from '../../store/threads.js';
import type { Context } from '../../formats/jsonld.js';
import { nquads, toTurtle, trig, turtle } from '../../formats/rdf.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { readArticles } from '../../input/articles.js';
import type { Quad } from '../../graph/quads.js';
import { loadTables } from '../../language/load.js';
import type { Article } from '../../model/article.js';
import { UserError, type Note } from '../../model/note.js';
import { createEngine, type Engine } from '../../pipeline.js';
import { described, EXPORT_FILES, exported, EXPORTS, isExport, type Export } from '../exports.js';
import { stoppable, writeLines, writeWhole } from '../files.js';
import { confidence, day, once } from '../options.js';
import { otherLanguage } from '../other-language.js';
import { ownNames } from '../own-names.js';
import { out, printNote } from '../print.js';
import { progressBar } from '../progress.js';

/** What is written where no format is named. */
const USUAL = ['ttl', 'trig', 'nq', 'jsonld', 'graph-json', 'annotations', 'merges'] as const;
export const FORMATS = [...USUAL, ...EXPORTS] as const;
type Format = (typeof FORMATS)[number];
const FILES: Readonly<Record<Format, string>> = { ...EXPORT_FILES, ttl: 'graph.ttl', trig: 'graph.trig', nq: 'graph.nq', jsonld: 'graph.jsonld', 'graph-json': 'graph.json', annotations: 'annotations.jsonl', merges: 'merges.tsv' };

const MOST_JOBS = 256;

/** Statements that are checked at a time: contradictions are looked for between the articles of so many. */
const CHECKED = 1_000_000;

interface Options {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly formats: string;
  readonly published: string | undefined;
  readonly base: string;
  readonly projection: boolean;
  readonly title: string | undefined;
  readonly license: string | undefined;
  readonly check: boolean;
  readonly strict: boolean;
  readonly jobs: number;
  readonly names: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const build: CommandModule<object, Options> = {
  command: 'build <inputs..>',
  describe: 'Read articles, write their knowledge graph',
  builder: (y: Argv) => y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: 'files (.txt, .jsonl), folders, or - for JSON Lines on standard input' })
    .option('out', { alias: 'o', type: 'string', default: 'out', describe: 'folder to write to' })
    .option('formats', { alias: 'f', type: 'string', default: USUAL.join(','), describe: `comma-separated formats, or all; beside the usual ones there are ${EXPORTS.join(', ')}` })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which entities and articles are named' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'leave out facts whose rule is right less often than this (0 to 1)' })
    .option('projection', { type: 'boolean', default: false, describe: 'in graph.json, gexf, graphml and cytoscape, events as edges between their actors' })
    .option('title', { type: 'string', nargs: 1, describe: 'for the description (void): what the data set is called' })
    .option('license', { type: 'string', nargs: 1, describe: 'for the description (void): the IRI of its licence' })
    .option('check', { type: 'boolean', default: true, describe: 'hold the graph to ontology, shapes and texts (--no-check to leave out)' })
    .option('jobs', { alias: 'j', type: 'number', default: 1, describe: 'threads that read articles; the result is the same' })
    .option('strict', { type: 'boolean', default: false, describe: 'write nothing where the gate finds an error, instead of putting what it refuses into quarantine.ttl' })
    .example('$0 build seeds', 'every article of a folder, the usual formats, into out/')
    .example('$0 build news.jsonl -f nq,annotations -o kb', 'JSON Lines in, two formats out')
    .example('$0 build news.jsonl -f events-csv,gexf', 'a table of events with CAMEO codes, and a network for Gephi')
    .example('$0 build news.jsonl -j 4', 'in four threads')
    .example('$0 build news.jsonl --names names.tsv', 'with your own list of names')
    .example('$0 build news.jsonl --min-confidence 0.8', 'only facts of the most reliable rules')
    .example('cat news.jsonl | $0 build - --published 2026-11-25', 'from standard input, with a date for undated articles') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

function formatsOf(list: string): Format[] {
  const wanted = list.trim() === 'all' ? [...FORMATS] : list.split(',').map((f) => f.trim()).filter(Boolean);
  const bad = wanted.find((f) => !FORMATS.includes(f as Format));
  if (bad !== undefined || wanted.length === 0) throw new UserError(`unknown format "${bad ?? list}"`, `formats are ${FORMATS.join(', ')}; or all`, '--formats');
  return wanted as Format[];
}

async function run(o: Options): Promise<number> {
  once(o, ['out', 'formats', 'published', 'base', 'min-confidence', 'jobs', 'title', 'license']);
  if (o.strict && !o.check) throw new UserError('--strict and --no-check contradict each other', 'leave one of them out', '--strict');
  if (!Number.isInteger(o.jobs) || o.jobs < 1 || o.jobs > MOST_JOBS) throw new UserError('--jobs wants a number of threads', `from 1 to ${MOST_JOBS}, for example --jobs 4`, '--jobs');
  const least = confidence(o['min-confidence']);
  const formats = formatsOf(o.formats);
  described(o, formats);
  day(o.published);
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const engine = createEngine(tables, o.base, own.entries);
  const gathering = createGathering();
  try {
    return await buildFrom(o, formats, engine, gathering, { base: o.base, names: own.entries, asked: { texts: o.check, annotations: formats.includes('annotations'), least } }, own.bad);
  } finally {
    gathering.close();
  }
}

async function buildFrom(o: Options, formats: readonly Format[], engine: Engine, gathering: Gathering, setup: Setup, badNames: number): Promise<number> {
  const articles = new Set<string>();
  const bad: Note[] = [];
  const byType = new Map<string, number>();
  let entities = 0, facts = 0, direct = 0;
  const bar = await progressBar('articles');
  const all = accepted(o, engine, articles, bad);
  await stoppable(async () => {
    for await (const said of o.jobs > 1 ? inThreads(all, o.jobs, setup) : inTurn(all, createSpeaker(engine, setup.asked))) {
      gathering.add(said);
      entities += said.counts.entities;
      facts += said.counts.facts;
      direct += said.counts.direct;
      for (const [type, n] of Object.entries(said.counts.events)) byType.set(type, (byType.get(type) ?? 0) + n);
      bar.step();
    }
  });
  bar.stop();
  await gathering.settle();
  const { findings, refused } = o.check && articles.size > 0 ? await checked(gathering, engine) : { findings: [], refused: [] };
  const strict = o.strict && findings.some((f) => f.level === 'error');
  if (articles.size > 0 && !strict) {
    await write(o, formats, gathering, engine);
    if (o.check) await writeQuarantine(o.out, refused, findings, engine.mint.base);
  }
  for (const n of [...bad, ...findings.slice(0, 20)]) printNote(n);
  if (findings.length > 20) process.stderr.write(`… and ${findings.length - 20} more findings: run "hewal check ${o.out}/graph.nq"\n`);

  const events = [...byType.values()].reduce((a, b) => a + b, 0);
  out(`${pc.bold(String(articles.size))} article(s): ${pc.bold(String(entities))} entities, ${pc.bold(String(events))} events, ${pc.bold(String(facts))} facts, ${direct} direct facts`);
  const types = [...byType].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, n]) => `${type} ${n}`);
  if (types.length > 0) out(`  ${types.join(', ')}`);
  if (o.check && articles.size > 0) out(findings.length === 0 ? `  check: ${pc.green('clean')}` : `  check: ${pc.red(`${findings.length} finding(s)`)}`);
  if (refused.length > 0 && !strict) out(`  ${pc.red(`${refused.length} statement(s) refused`)}: ${o.out}/${QUARANTINE} has them, with the reasons`);
  if (strict) out(`  ${pc.red('nothing written')}: --strict, and the gate found errors`);
  else if (articles.size > 0) out(`  written: ${formats.map((f) => `${o.out}/${FILES[f]}`).join(' ')}`);
  if (bad.length > 0) out(`  ${pc.red(`${bad.length} input(s) left out`)}: see above`);
  if (badNames > 0) out(`  ${pc.red(`${badNames} line(s) of --names left out`)}: see above`);
  if (bad.length > 0 || badNames > 0) return 3;
  return strict ? 1 : 0;
}

/** The articles that can be read, each once; of the others it is told why. */
async function* accepted(o: Options, engine: Engine, seen: Set<string>, bad: Note[]): AsyncGenerator<Article> {
  for await (const r of readArticles(o.inputs, o.published)) {
    if ('note' in r) {
      bad.push(r.note);
      continue;
    }
    const { article, place } = r;
    const iri = engine.mint.article(article.id);
    if (seen.has(iri)) {
      bad.push({ code: 'HW-010', level: 'error', place, message: `an article with the id "${article.id}" was read before`, hint: 'give every article an id of its own; the first one was kept' });
      continue;
    }
    const foreign = otherLanguage(engine.guess(article.text), place);
    if (foreign) {
      bad.push(foreign);
      continue;
    }
    seen.add(iri);
    yield article;
  }
}

async function* inTurn(articles: AsyncIterable<Article>, say: (article: Article) => Said): AsyncGenerator<Said> {
  for await (const a of articles) yield say(a);
}

/** Holds everything that was gathered to the gate, as many articles at a time as `CHECKED` statements make. What it refuses is left out from now on. */
async function checked(gathering: Gathering, engine: Engine): Promise<{ findings: Finding[]; refused: Quad[] }> {
  const { passing } = await import('../../check/quarantine.js');
  const findings: Finding[] = [], refused: Quad[] = [];
  let quads: Quad[] = [];
  let articles = new Map<string, Article>();
  const done = async (): Promise<void> => {
    if (quads.length === 0) return;
    const split = await passing({ quads, articles, countryOf: engine.countryOf, names: engine.names });
    findings.push(...split.findings);
    for (const q of split.refused) refused.push(q);
    quads = [];
    articles = new Map();
  };
  for await (const kept of gathering.articles()) {
    for (const q of kept.quads) quads.push(q);
    const graph = kept.quads[0]?.graph.value;
    if (graph !== undefined && kept.article) articles.set(graph, kept.article);
    if (quads.length >= CHECKED) await done();
  }
  await done();
  gathering.refuse(refused);
  return { findings, refused };
}

const QUARANTINE = 'quarantine.ttl';

/** What the gate refused, with the reason on each; where it refused nothing, none of an earlier build is left. */
async function writeQuarantine(folder: string, refused: readonly Quad[], findings: readonly Finding[], base: string): Promise<void> {
  if (refused.length === 0) {
    rmSync(join(folder, QUARANTINE), { force: true });
    return;
  }
  const [{ toReport }, { newsOntology }] = await Promise.all([import('../../check/report/turtle.js'), import('../../check/ontology.js')]);
  const labels = newsOntology().labels.get('ckb');
  const reasons = await toReport(findings.filter((f) => f.level === 'error'), (iri) => labels?.get(iri));
  await writeWhole(folder, QUARANTINE, `# Statements that the gate refused, then why.\n${await toTurtle(refused, base)}\n${reasons}`);
}

async function write(o: Options, formats: readonly Format[], gathering: Gathering, { mint: { base }, countryOf }: Engine): Promise<void> {
  const written = formats.map((format) => ({ format, file: FILES[format] }));
  for (const format of formats) {
    if (format === 'merges') await writeLines(o.out, FILES[format], gathering.merges());
    else if (format === 'annotations') await writeLines(o.out, FILES[format], gathering.annotations());
    else if (isExport(format)) await writeWhole(o.out, FILES[format], await exported(format, gathering, { base, countryOf, written, projection: o.projection, title: o.title, license: o.license }));
    else await writeWhole(o.out, FILES[format], await textOf(format, gathering, base, o.projection));
  }
}

async function textOf(format: Exclude<Format, 'merges' | 'annotations' | Export>, gathering: Gathering, base: string, projection: boolean): Promise<string | AsyncIterable<string>> {
  if (format === 'ttl') return turtle(gathering.triples(), base);
  if (format === 'trig') return trig(gathering.quads(), base);
  if (format === 'nq') return nquads(gathering.quads());
  if (format === 'jsonld') {
    const [{ jsonLd }, { contextJson }] = await Promise.all([import('../../formats/jsonld.js'), import('../../check/ontology.js')]);
    return jsonLd(gathering.quads(), contextJson() as Context);
  }
  const { toGraphJson } = await import('../../formats/graph-json.js');
  const quads: Quad[] = [];
  for await (const q of gathering.quads()) quads.push(q);
  return toGraphJson(quads, projection);
}
