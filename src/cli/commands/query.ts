import { readFileSync } from 'node:fs';
import pc from 'picocolors';
import type { Argv, CommandModule } from 'yargs';
import { DEFAULT_BASE, rootOf } from '../../graph/iris.js';
import { STDIN } from '../../input/articles.js';
import { UserError } from '../../model/note.js';
import { isGraphForm, type Answer, type GraphType, type ResultType } from '../../query/answer.js';
import { bind } from '../../query/bind.js';
import { pointed, QueryError, type Fault, type Why } from '../../query/fault.js';
import { prefixesOf } from '../../query/prefixes.js';
import { readyQueries, type ReadyQuery } from '../../query/ready.js';
import { shapeOf } from '../../query/shape.js';
import { nameFinder } from '../name-finder.js';
import { once, queryMemory, wholeNumber } from '../options.js';
import { err, out, printable, printNote } from '../print.js';
import { table, type ResultRows } from '../show-rows.js';
import { openTarget } from '../target.js';

const FORMATS = ['table', 'json', 'xml', 'csv', 'tsv', 'turtle', 'ntriples'] as const;
type Format = (typeof FORMATS)[number];
const RESULTS: Readonly<Partial<Record<Format, ResultType>>> = { table: 'application/sparql-results+json', json: 'application/sparql-results+json', xml: 'application/sparql-results+xml', csv: 'text/csv', tsv: 'text/tab-separated-values' };
const GRAPHS: Readonly<Partial<Record<Format, GraphType>>> = { turtle: 'text/turtle', ntriples: 'application/n-triples' };

/** Faults that are none of the SPARQL: with other limits, or another time, the same query may be answered. */
const STOPPED: ReadonlySet<Why> = new Set<Why>(['timeout', 'memory', 'limit', 'crash', 'busy']);

interface Options {
  readonly target: string | undefined;
  readonly query: string | undefined;
  readonly format: Format | undefined;
  readonly param: readonly string[] | undefined;
  readonly timeout: number;
  readonly memory: number;
  readonly rows: number;
  readonly base: string;
  readonly wide: boolean;
  readonly list: boolean;
  readonly show: string | undefined;
  readonly prefixes: boolean;
  readonly lang: 'ckb' | 'en';
}

export const query: CommandModule<object, Options> = {
  command: 'query [target] [query]',
  describe: 'Ask a graph in SPARQL 1.1, or with a ready-made query',
  builder: (y: Argv) => y
    .positional('target', { type: 'string', describe: 'RDF file (.ttl .trig .nq .nt .jsonld), or a folder that "hewal build" wrote' })
    .positional('query', { type: 'string', describe: 'SPARQL, @FILE with SPARQL, - for standard input, or the name of a ready-made query' })
    .option('format', { alias: 'f', type: 'string', choices: FORMATS, describe: 'table json xml csv tsv for SELECT and ASK, turtle ntriples for CONSTRUCT and DESCRIBE [default: table or turtle]' })
    .option('param', { alias: 'p', type: 'string', array: true, nargs: 1, describe: 'NAME=VALUE for a ready-made query; a thing by its IRI, prefixed name or any spelling of its name' })
    .option('timeout', { type: 'number', default: 60, requiresArg: true, describe: 'seconds that the query may take' })
    .option('memory', { type: 'number', default: 2000, requiresArg: true, describe: 'megabytes that the query may take beside the graph' })
    .option('rows', { type: 'number', default: 100_000, requiresArg: true, describe: 'rows or triples that the answer may have' })
    .option('wide', { type: 'boolean', default: false, describe: 'do not cut long cells of a table' })
    .option('base', { type: 'string', default: DEFAULT_BASE, requiresArg: true, describe: 'IRI of the prefixes person: org: place:' })
    .option('list', { type: 'boolean', default: false, describe: 'list the ready-made queries' })
    .option('show', { type: 'string', requiresArg: true, describe: 'print a ready-made query' })
    .option('prefixes', { type: 'boolean', default: false, describe: 'print the prefixes that need no declaration' })
    .option('lang', { type: 'string', choices: ['ckb', 'en'] as const, default: 'en' as const, describe: 'language of --list' })
    .example('$0 query out who-met-whom', 'a ready-made query')
    .example('$0 query out statements-of --param person="مستەفا کازمی"', 'the same for one person')
    .example('$0 query out "SELECT ?p { ?p a news:Person }"', 'SPARQL; the default graph is the merge of all articles')
    .example('$0 query out @my.rq --format csv > rows.csv', 'out of a file, into a file')
    .example('$0 query --list', 'what is ready-made')
    .epilogue('Exit status: 0 answered, 1 ASK says no, 2 usage or no SPARQL, 3 unreadable, 4 stopped (too long, too much memory, too many rows).') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['format', 'timeout', 'memory', 'rows', 'base', 'show', 'lang']);
  const prefixes = prefixesOf(rootOf(o.base));
  if (o.list) return list(o.lang);
  if (o.show !== undefined) return show(ready(o.show));
  if (o.prefixes) return showPrefixes(prefixes);
  if (o.target === undefined || o.query === undefined) throw new UserError('a graph and a query are wanted', 'for example: hewal query out who-met-whom; "hewal query --list" has the ready-made ones');
  wholeNumber('rows', o.rows, 1000);
  if (!(o.timeout > 0 && o.timeout <= 86_400)) throw new UserError('--timeout wants seconds', 'for example --timeout 10', '--timeout');
  return ask(o, o.target, o.query, prefixes);
}

async function ask(o: Options, target: string, asked: string, prefixes: Readonly<Record<string, string>>): Promise<number> {
  const named = readyQueries().find((q) => q.name === asked);
  if (!named && o.param?.length) throw new UserError('--param is for ready-made queries', 'write the value into the query, or see "hewal query --list"', '--param');
  const text = named ? undefined : queryText(asked);
  const memory = queryMemory(o.memory);
  const { openEngine } = await import('../../query/engine.js');
  const source = openTarget(target);
  if (text !== undefined) formats(text, o.format);
  const engine = await openEngine(source, { base: rootOf(o.base), timeout: o.timeout * 1000, memory, rows: o.rows, threads: 1, waiting: 0 });
  let query = text ?? '';
  try {
    if (named) query = await bind(named, given(o.param ?? []), prefixes, nameFinder(engine));
    const wanted = formats(query, o.format);
    return print(await engine.ask({ query, ...wanted }), o, prefixes);
  } catch (e) {
    if (e instanceof QueryError) return explainFault(query, e.fault);
    throw e;
  } finally {
    await engine.close();
  }
}

/** SPARQL as it was given, or out of a file. */
function queryText(asked: string): string {
  if (asked === STDIN) return readFileSync(0, 'utf8');
  if (!asked.startsWith('@')) {
    if (/^[a-z]+(-[a-z]+)*$/.test(asked)) ready(asked);
    return asked;
  }
  const path = asked.slice(1);
  try {
    return readFileSync(path, 'utf8');
  } catch (e) {
    throw new UserError(`cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'after the @ stands the name of a file with SPARQL in it', path);
  }
}

function ready(name: string): ReadyQuery {
  const found = readyQueries().find((q) => q.name === name);
  if (!found) throw new UserError(`there is no ready-made query "${name}"`, `one of ${readyQueries().map((q) => q.name).join(', ')}`);
  return found;
}

/** The types that fit; throws where what the query makes cannot be written as asked. */
function formats(text: string, format: Format | undefined): { result?: ResultType; graph?: GraphType } {
  const form = shapeOf(text).form;
  if (format === undefined || form === undefined || form === 'update') return {};
  const result = RESULTS[format], graph = GRAPHS[format];
  if (isGraphForm(form) ? !graph : !result) throw new UserError(`${form.toUpperCase()} cannot be written as ${format}`, isGraphForm(form) ? 'it makes a graph: turtle or ntriples' : 'it makes rows or an answer: table, json, xml, csv or tsv', '--format');
  return { ...(result ? { result } : {}), ...(graph ? { graph } : {}) };
}

function given(params: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const p of params) {
    const at = p.indexOf('=');
    if (at < 1) throw new UserError(`"${p}" is no NAME=VALUE`, 'for example --param person=person:joe-biden', '--param');
    const name = p.slice(0, at);
    if (values.has(name)) throw new UserError(`the parameter "${name}" is given twice`, 'give it once', '--param');
    values.set(name, p.slice(at + 1));
  }
  return values;
}

function print({ form, body, type }: Answer, o: Options, prefixes: Readonly<Record<string, string>>): number {
  const tabular = o.format === undefined || o.format === 'table';
  if (form === 'ask') {
    const yes = type === 'application/sparql-results+json' ? (JSON.parse(body) as { boolean: boolean }).boolean : /true/.test(body);
    out(tabular ? (yes ? 'yes' : 'no') : body.trimEnd());
    return yes ? 0 : 1;
  }
  // Files and pipes get the bytes as they are; a terminal gets nothing that could take it over.
  if (isGraphForm(form) || !tabular) process.stdout.write(process.stdout.isTTY ? printable(whole(body).replaceAll('\r\n', '\n')) : whole(body));
  else for (const line of table(JSON.parse(body) as ResultRows, prefixes, o.wide)) out(line);
  return 0;
}

const whole = (body: string): string => (body.endsWith('\n') || body === '' ? body : `${body}\n`);

/** Says what is wrong with a query, where, and what to do. */
function explainFault(text: string, fault: Fault): number {
  printNote({ code: fault.why, level: 'error', message: fault.message, hint: fault.hint, ...(fault.line === undefined ? {} : { place: `query:${fault.line}:${fault.column}` }) });
  const lines = pointed(text, fault);
  if (lines !== undefined) err(printable(lines).replace(/^/gm, '  '));
  return STOPPED.has(fault.why) ? 4 : 2;
}

function list(lang: 'ckb' | 'en'): number {
  for (const q of readyQueries()) {
    out(`${pc.bold(q.name)}  ${q.title[lang]}`);
    out(`    ${q.answers[lang]}`);
    for (const p of q.parameters) out(`    --param ${p.name}=…  ${p.means[lang]}${p.standard === undefined ? '' : ` [${p.standard}]`}`);
  }
  return 0;
}

function showPrefixes(prefixes: Readonly<Record<string, string>>): number {
  for (const [name, iri] of Object.entries(prefixes)) out(`PREFIX ${name}: <${iri}>`);
  return 0;
}

function show(q: ReadyQuery): number {
  process.stdout.write(q.text);
  return 0;
}
