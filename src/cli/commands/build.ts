import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { atLeast } from '../../extract/confidence.js';
import { toAnnotation } from '../../formats/annotations.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { readArticles } from '../../input/articles.js';
import type { Quad } from '../../graph/quads.js';
import { loadTables } from '../../language/load.js';
import type { Article } from '../../model/article.js';
import { UserError, type Note } from '../../model/note.js';
import { createEngine } from '../../pipeline.js';
import { settleIdentities, toMerges, type Claim, type Merge } from '../../link/identities.js';
import { settleLabels } from '../../graph/labels.js';
import { dayExists } from '../../graph/times.js';
import { writeWhole } from '../files.js';
import { once } from '../options.js';
import { otherLanguage } from '../other-language.js';
import { ownNames } from '../own-names.js';
import { out, printNote } from '../print.js';
import { progressBar } from '../progress.js';

export const FORMATS = ['ttl', 'trig', 'nq', 'jsonld', 'graph-json', 'annotations', 'merges'] as const;
type Format = (typeof FORMATS)[number];
const FILES: Readonly<Record<Format, string>> = { ttl: 'graph.ttl', trig: 'graph.trig', nq: 'graph.nq', jsonld: 'graph.jsonld', 'graph-json': 'graph.json', annotations: 'annotations.jsonl', merges: 'merges.tsv' };

interface Options {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly formats: string;
  readonly published: string | undefined;
  readonly base: string;
  readonly projection: boolean;
  readonly check: boolean;
  readonly names: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const build: CommandModule<object, Options> = {
  command: 'build <inputs..>',
  describe: 'Read articles, write their knowledge graph',
  builder: (y: Argv) => y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: 'files (.txt, .jsonl), folders, or - for JSON Lines on standard input' })
    .option('out', { alias: 'o', type: 'string', default: 'out', describe: 'folder to write to' })
    .option('formats', { alias: 'f', type: 'string', default: FORMATS.join(','), describe: 'comma-separated formats' })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which entities and articles are named' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'leave out facts whose rule is right less often than this (0 to 1)' })
    .option('projection', { type: 'boolean', default: false, describe: 'in graph.json, events as edges between their actors' })
    .option('check', { type: 'boolean', default: true, describe: 'hold the graph to ontology, shapes and texts (--no-check to leave out)' })
    .example('$0 build seeds', 'every article of a folder, all formats, into out/')
    .example('$0 build news.jsonl -f nq,annotations -o kb', 'JSON Lines in, two formats out')
    .example('$0 build news.jsonl --names names.tsv', 'with your own list of names')
    .example('$0 build news.jsonl --min-confidence 0.8', 'only facts of the most reliable rules')
    .example('cat news.jsonl | $0 build - --published 2026-11-25', 'from standard input, with a date for undated articles') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

function formatsOf(list: string): Format[] {
  const wanted = list.split(',').map((f) => f.trim()).filter(Boolean);
  const bad = wanted.find((f) => !FORMATS.includes(f as Format));
  if (bad !== undefined || wanted.length === 0) throw new UserError(`unknown format "${bad ?? list}"`, `formats are ${FORMATS.join(', ')}`, '--formats');
  return wanted as Format[];
}

async function run(o: Options): Promise<number> {
  once(o, ['out', 'formats', 'published', 'base', 'min-confidence']);
  const least = o['min-confidence'] ?? 0;
  if (!(least >= 0 && least <= 1)) throw new UserError(`"${o['min-confidence']}" is no confidence`, 'a number from 0 to 1, for example 0.7', '--min-confidence');
  const formats = formatsOf(o.formats);
  if (o.published !== undefined && !dayExists(o.published)) throw new UserError(`"${o.published}" is not a date that exists`, 'write it as YYYY-MM-DD', '--published');
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const engine = createEngine(tables, o.base, own.entries);
  const read: Quad[] = [];
  const claims: Claim[] = [];
  const merges: Merge[] = [];
  const annotations: { id: string; line: string }[] = [];
  const articles = new Map<string, Article>();
  const bad: Note[] = [];
  const byType = new Map<string, number>();
  let entities = 0, facts = 0;
  const bar = await progressBar('articles');
  for await (const r of readArticles(o.inputs, o.published)) {
    if ('note' in r) {
      bad.push(r.note);
      continue;
    }
    const { article, place } = r;
    const iri = engine.mint.article(article.id);
    if (articles.has(iri)) {
      bad.push({ code: 'HW-010', level: 'error', place, message: `an article with the id "${article.id}" was read before`, hint: 'give every article an id of its own; the first one was kept' });
      continue;
    }
    const foreign = otherLanguage(engine.guess(article.text), place);
    if (foreign) {
      bad.push(foreign);
      continue;
    }
    articles.set(iri, article);
    const x = atLeast(engine.read(article), least);
    for (const q of engine.quads(x)) read.push(q);
    const own = engine.claims(x);
    for (const c of own.claims) claims.push(c);
    for (const m of own.merges) merges.push(m);
    entities += x.entities.length;
    facts += x.relations.length;
    for (const e of x.events) {
      byType.set(e.type, (byType.get(e.type) ?? 0) + 1);
      facts += e.roles.length;
    }
    if (formats.includes('annotations')) annotations.push({ id: article.id, line: JSON.stringify(toAnnotation(x, (id) => engine.known(id)?.wikidata || undefined)) });
    bar.step();
  }
  bar.stop();
  const settled = settleIdentities(read, claims);
  const quads = settleLabels(settled.quads);

  if (articles.size > 0) await write(o, formats, quads, annotations, [...merges, ...settled.merges], engine.mint.base);
  let findings: Note[] = [];
  if (o.check && articles.size > 0) {
    const { checkGraph } = await import('../../check/index.js');
    findings = await checkGraph({ quads, articles });
  }
  for (const n of [...bad, ...findings.slice(0, 20)]) printNote(n);
  if (findings.length > 20) process.stderr.write(`… and ${findings.length - 20} more findings: run "hewal check ${o.out}/graph.nq"\n`);

  const events = [...byType.values()].reduce((a, b) => a + b, 0);
  out(`${pc.bold(String(articles.size))} article(s): ${pc.bold(String(entities))} entities, ${pc.bold(String(events))} events, ${pc.bold(String(facts))} facts, ${directFacts(quads)} direct facts`);
  const types = [...byType].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, n]) => `${type} ${n}`);
  if (types.length > 0) out(`  ${types.join(', ')}`);
  if (o.check && articles.size > 0) out(findings.length === 0 ? `  check: ${pc.green('clean')}` : `  check: ${pc.red(`${findings.length} finding(s)`)}`);
  if (articles.size > 0) out(`  written: ${formats.map((f) => `${o.out}/${FILES[f]}`).join(' ')}`);
  if (bad.length > 0) out(`  ${pc.red(`${bad.length} input(s) left out`)}: see above`);
  if (own.bad > 0) out(`  ${pc.red(`${own.bad} line(s) of --names left out`)}: see above`);
  if (bad.length > 0 || own.bad > 0) return 3;
  return findings.some((n) => n.level === 'error') ? 1 : 0;
}

const directFacts = (quads: readonly Quad[]): number => quads.filter((q) => q.subject.value.includes('/entity/') && q.predicate.value.includes('/hewal/news#')).length;

async function write(o: Options, formats: readonly Format[], quads: readonly Quad[], annotations: readonly { id: string; line: string }[], merges: readonly Merge[], base: string): Promise<void> {
  const rdf = await import('../../formats/rdf.js');
  for (const format of formats) {
    let text: string;
    if (format === 'ttl') text = await rdf.toTurtle(quads, base);
    else if (format === 'trig') text = await rdf.toTrig(quads, base);
    else if (format === 'nq') text = await rdf.toNQuads(quads);
    else if (format === 'jsonld') {
      const [{ toJsonLd }, { contextJson }] = await Promise.all([import('../../formats/jsonld.js'), import('../../check/ontology.js')]);
      text = toJsonLd(quads, contextJson() as Parameters<typeof toJsonLd>[1]);
    } else if (format === 'graph-json') {
      const { toGraphJson } = await import('../../formats/graph-json.js');
      text = toGraphJson(quads, o.projection);
    } else if (format === 'merges') text = toMerges(merges);
    else text = [...annotations].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).map((a) => `${a.line}\n`).join('');
    writeWhole(o.out, FILES[format], text);
  }
}
