import type { Argv, CommandModule } from 'yargs';
import { explain as explanations, explainEntity, explainNode, explainPassage, indexGraph, kindOf, nameOf, type Index } from '../../explain/index.js';
import { prefixes } from '../../formats/rdf.js';
import { DEFAULT_BASE, rootOf } from '../../graph/iris.js';
import { UserError } from '../../model/note.js';
import { SHORT_FORMS } from '../../model/relations.js';
import { NEWS, type Term } from '../../model/vocabulary.js';
import { explainFindings, isRule } from '../explain-findings.js';
import { inputFlags, inputOptions, type InputFlags } from '../input-options.js';
import { once } from '../options.js';
import { oneLine, out } from '../print.js';
import { readGraph } from '../read-graph.js';
import { readMerges } from '../read-merges.js';
import { showEntity, showFact, showNode, showPassage } from '../show-explained.js';
import { readTakenAway, showGone, showTakenAway, takenAwayJson, type TakenAway } from '../taken-away.js';

interface Options extends InputFlags {
  readonly graph: string;
  readonly what: string;
  readonly base: string;
  readonly merges: string | undefined;
  readonly 'corrections-log': string | undefined;
  readonly articles: readonly string[] | undefined;
  readonly json: boolean;
}

const PROPERTIES: readonly Term[] = [...new Set(SHORT_FORMS.map((d) => d.property))];

export const explain: CommandModule<object, Options> = {
  command: 'explain <graph> <what>',
  describe: 'Show the event, the rule and the words behind a fact, an entity, an event, a passage or a finding',
  builder: (y: Argv) => inputFlags(y
    .positional('graph', { type: 'string', demandOption: true, describe: 'RDF file: .ttl .trig .nq .nt .jsonld' })
    .positional('what', { type: 'string', demandOption: true, describe: '"SUBJECT PREDICATE OBJECT" (prefixed names, labels, or ? for any), or one entity, event, relation or passage: its IRI, prefixed name or label; or a rule of the gate: HW-504' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI of the prefixes person: org: place:' })
    .option('merges', { type: 'string', requiresArg: true, describe: 'merges.tsv of the same build: why names were taken for one thing [default: the one beside the graph]' })
    .option('corrections-log', { type: 'string', requiresArg: true, describe: 'corrections.tsv of the same build: what corrections took away [default: the one beside the graph]' })
    .option('articles', { type: 'string', array: true, requiresArg: true, describe: 'with a rule: files, folders or addresses of the articles' })
    .option('json', { type: 'boolean', default: false, describe: 'as JSON' }))
    .example('$0 explain out/graph.ttl "person:joe-biden news:hosts ?"', 'whom Biden hosts, and how we know')
    .example('$0 explain out/graph.ttl "جۆ بایدن hosts مستەفا کازمی"', 'labels instead of names')
    .example('$0 explain out/graph.trig "جۆ بایدن"', 'all of one entity: names, mentions, events, facts, why joined')
    .example('$0 explain out/graph.trig person:joe-biden --merges out/merges.tsv', 'the same, by its prefixed name')
    .example('$0 explain out/graph.ttl https://w3id.org/hewal/kb/article/rudaw-2021-07-kazimi/event/3-hosting', 'one event: roles, words, rule, facts')
    .example('$0 explain out/graph.ttl "https://w3id.org/hewal/kb/article/rudaw-2021-07-kazimi#char=115,122"', 'what a passage stands for')
    .example('$0 explain out/graph.ttl HW-504', 'what a rule of the gate finds, and the events behind it')
    .epilogue('Exit status: 0 explained, 1 the graph does not state it, 2 usage, 3 unreadable.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base', 'merges', 'corrections-log']);
  const known = prefixes(rootOf(o.base));
  const index = indexGraph(await readGraph(o.graph));
  const what = o.what.trim();
  if (isRule(what)) return explainFindings(what, o.graph, o.articles, index, o.json, inputOptions(o));
  const taken = await readTakenAway(o['corrections-log'], o.graph);
  const called: Called = (words) => index.labels.get(words.toLowerCase()) ?? taken.labels.get(words.toLowerCase()) ?? [];
  const one = single(what, called, known);
  if (one !== undefined) return explainOne(one, index, taken, o);
  const { subject, property, object } = parseFact(what, called, known);
  const found = explanations(index, subject, property, object);
  const gone = taken.rows.filter(({ quad: q }) => q.predicate.value === NEWS + property && (subject ?? q.subject.value) === q.subject.value && (object ?? q.object.value) === q.object.value);
  if (o.json) out(JSON.stringify([...found, ...gone.map(takenAwayJson)], null, 2));
  else {
    if (found.length + gone.length === 0) out(`The graph does not state this: ${oneLine(o.what)}`);
    for (const e of found) showFact(e, index);
    for (const row of gone) showTakenAway(row, index, taken);
  }
  return found.length === 0 ? 1 : 0;
}

/** The things that are called so. */
type Called = (words: string) => readonly string[];

async function explainOne(iri: string, index: Index, taken: TakenAway, o: Options): Promise<number> {
  const kind = kindOf(index, iri);
  const merges = kind === 'entity' ? await readMerges(o.merges, o.graph, (m) => m.iri === iri) : [];
  const found = explainEntity(index, iri, merges) ?? explainNode(index, iri) ?? explainPassage(index, iri);
  const gone = found ? [] : taken.rows.filter((r) => r.quad.subject.value === iri);
  if (o.json) out(JSON.stringify(found ? { ...found, names: namesIn(found, index) } : gone.length > 0 ? gone.map(takenAwayJson) : null, null, 2));
  else if (gone.length > 0) showGone(iri, gone);
  else if (!found) out(kind === undefined ? `The graph says nothing of <${oneLine(iri)}>` : `<${oneLine(iri)}> is ${kind === 'article' ? 'an article' : 'no entity, event, relation or passage'}: ask for an entity, event, relation or passage of the graph`);
  else if (found.kind === 'entity') showEntity(found, index);
  else if (found.kind === 'passage') showPassage(found, index);
  else showNode(found, index);
  return found ? 0 : 1;
}

/** The names of all IRIs of an explanation that have any. */
function namesIn(found: unknown, index: Index, names: Record<string, string> = {}): Record<string, string> {
  if (typeof found === 'string' && index.names.has(found)) names[found] = nameOf(index, found);
  else if (typeof found === 'object' && found !== null) for (const v of Object.values(found)) namesIn(v, index, names);
  return names;
}

/** The IRI of the one thing that is asked for; undefined when the words are a fact. A whole label is taken before a fact is looked for in it. */
function single(what: string, called: Called, known: Record<string, string>): string | undefined {
  if (called(what).length > 0) return resolve(what, called, known);
  const bracketed = /^<([^<>\s]+)>$/.exec(what)?.[1];
  return bracketed ?? (/^\S+$/.test(what) ? asIri(what, known) : undefined);
}

const directProperty = (word: string): Term | undefined => PROPERTIES.find((p) => p === word.replace(/^news:/, '').replace(/^<(.*)>$/, '$1').replace(NEWS, ''));

/** Splits "SUBJECT PREDICATE OBJECT" at the one word that is a direct property. */
function parseFact(fact: string, called: Called, known: Record<string, string>): { subject: string | undefined; property: Term; object: string | undefined } {
  const tokens = fact.split(/\s+/);
  const at = tokens.findIndex((w, i) => i > 0 && directProperty(w) !== undefined);
  if (at < 0) throw new UserError(`nothing in the graph is called "${fact}", and there is no direct property in it`, `write the label or IRI of a thing in the graph, or "SUBJECT PREDICATE OBJECT" with one of ${PROPERTIES.slice(0, 12).join(', ')} … (ontology/news.ttl has all)`);
  return { subject: resolve(tokens.slice(0, at).join(' '), called, known), property: directProperty(tokens[at] as string) as Term, object: resolve(tokens.slice(at + 1).join(' '), called, known) };
}

function asIri(term: string, known: Record<string, string>): string | undefined {
  const iri = /^<(.+)>$/.exec(term)?.[1] ?? (term.startsWith('http') ? term : undefined);
  if (iri !== undefined) return iri;
  const prefixed = /^([\w-]+):(.+)$/.exec(term);
  const prefix = prefixed?.[1] as string;
  return prefixed && Object.hasOwn(known, prefix) ? `${known[prefix]}${prefixed[2]}` : undefined;
}

function resolve(term: string, called: Called, known: Record<string, string>): string | undefined {
  if (term === '?' || term === '') return undefined;
  const found = called(term);
  if (found.length === 1) return found[0];
  const iri = asIri(term, known);
  if (iri !== undefined) return iri;
  if (found.length === 0) throw new UserError(`nothing in the graph is called "${term}"`, 'use a label of the graph, a prefixed name such as person:joe-biden, or ?');
  throw new UserError(`${found.length} things are called "${term}"`, `say which: ${found.map((f) => `<${f}>`).join(' ')}`);
}
