import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { prefixes } from '../../formats/rdf.js';
import { explain as explanations, indexGraph, marked, nameOf, type Explanation, type Index } from '../../explain/index.js';
import { DEFAULT_BASE, rootOf } from '../../graph/iris.js';
import { UserError } from '../../model/note.js';
import { SHORT_FORMS } from '../../model/relations.js';
import { NEWS, type Term } from '../../model/vocabulary.js';
import { once } from '../options.js';
import { out, printable } from '../print.js';
import { readGraph } from '../read-graph.js';

interface Options {
  readonly graph: string;
  readonly fact: string;
  readonly base: string;
  readonly json: boolean;
}

const PROPERTIES: readonly Term[] = SHORT_FORMS.map((d) => d.property);

export const explain: CommandModule<object, Options> = {
  command: 'explain <graph> <fact>',
  describe: 'Show the event, the rule and the words behind a fact',
  builder: (y: Argv) => y
    .positional('graph', { type: 'string', demandOption: true, describe: 'RDF file' })
    .positional('fact', { type: 'string', demandOption: true, describe: '"SUBJECT PREDICATE OBJECT": prefixed names, labels, or ? for any' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI of the prefixes person: org: place:' })
    .option('json', { type: 'boolean', default: false, describe: 'as JSON' })
    .example('$0 explain out/graph.ttl "person:joe-biden news:hosts ?"', 'whom Biden hosts, and how we know')
    .example('$0 explain out/graph.ttl "جۆ بایدن hosts مستەفا کازمی"', 'labels instead of names')
    .epilogue('Exit status: 0 explained, 1 the graph does not state it, 2 usage, 3 unreadable.') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base']);
  const root = rootOf(o.base);
  const index = indexGraph(await readGraph(o.graph));
  const { subject, property, object } = parseFact(o.fact, index, prefixes(root));
  const found = explanations(index, subject, property, object);
  if (o.json) out(JSON.stringify(found, null, 2));
  else if (found.length === 0) out(`The graph does not state this: ${printable(o.fact)}`);
  else for (const e of found) show(e, index);
  return found.length === 0 ? 1 : 0;
}

/** Splits "SUBJECT PREDICATE OBJECT" at the one word that is a direct property. */
function parseFact(fact: string, index: Index, known: Record<string, string>): { subject: string | undefined; property: Term; object: string | undefined } {
  const tokens = fact.trim().split(/\s+/);
  const at = tokens.findIndex((w, i) => i > 0 && PROPERTIES.includes(w.replace(/^news:/, '').replace(NEWS, '') as Term));
  if (at < 0) throw new UserError('no direct property in this fact', `write "SUBJECT PREDICATE OBJECT" with one of ${PROPERTIES.slice(0, 12).join(', ')} … (ontology/news.ttl has all)`);
  const property = (tokens[at] as string).replace(/^news:/, '').replace(NEWS, '') as Term;
  return { subject: resolve(tokens.slice(0, at).join(' '), index, known), property, object: resolve(tokens.slice(at + 1).join(' '), index, known) };
}

function resolve(term: string, index: Index, known: Record<string, string>): string | undefined {
  if (term === '?' || term === '') return undefined;
  const iri = /^<(.+)>$/.exec(term)?.[1] ?? (term.startsWith('http') ? term : undefined);
  if (iri) return iri;
  const prefixed = /^([\w-]+):(.+)$/.exec(term);
  const ns = prefixed ? known[prefixed[1] as string] : undefined;
  if (ns && prefixed) return ns + (prefixed[2] as string);
  const found = index.labels.get(term.toLowerCase()) ?? [];
  if (found.length === 1) return found[0];
  if (found.length === 0) throw new UserError(`nothing in the graph is called "${term}"`, 'use a label of the graph, a prefixed name such as person:joe-biden, or ?');
  throw new UserError(`${found.length} things are called "${term}"`, `say which: ${found.map((f) => `<${f}>`).join(' ')}`);
}

function show(e: Explanation, index: Index): void {
  const name = (iri: string): string => printable(nameOf(index, iri));
  out(pc.bold(`${name(e.subject)} — news:${e.predicate} — ${name(e.object)}`));
  out(`  event    ${e.type} (${e.status}) <${e.event}>`);
  if (e.source) out(`  source   ${name(e.source)}`);
  out(`  rule     ${e.rule}`);
  out(`  article  <${e.article}>`);
  if (e.sentence) {
    const inside = e.mentions.filter((m) => !m.implied);
    out(`  sentence ${e.sentence.start}–${e.sentence.end}: ${printable(marked(e.sentence, e.trigger ? [e.trigger, ...inside] : inside, (s) => (pc.isColorSupported ? pc.inverse(s) : `[${s}]`)))}`);
  }
  for (const m of e.mentions.filter((x) => x.implied)) out(`  implied by ${m.start}–${m.end}: ${printable(m.quote)}`);
  out('');
}
