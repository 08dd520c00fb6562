import type { Argv, CommandModule } from 'yargs';
import type { Finding, Held, Subject } from '../../check/index.js';
import { readOntology } from '../../check/ontology.js';
import { rulesList } from '../../check/report/rules.js';
import type { Given } from '../../corrections/read.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import type { Quad } from '../../graph/quads.js';
import { UserError } from '../../model/note.js';
import type { Engine } from '../../pipeline.js';
import { given } from '../graphs.js';
import { inputFlags, inputOptions, type InputFlags } from '../input-options.js';
import { correctionsOption, warnOutcomes } from '../corrections.js';
import { once } from '../options.js';
import { out, printNote } from '../print.js';
import { stages } from '../progress.js';
import { readGraph } from '../read-graph.js';
import { needGraphs, report, reportOptions, type ReportOptions } from '../report.js';

interface Options extends ReportOptions, InputFlags {
  readonly graphs: readonly string[];
  readonly articles: readonly string[] | undefined;
  readonly base: string;
  readonly names: readonly string[] | undefined;
  readonly corrections: readonly string[] | undefined;
  readonly ontology: readonly string[] | undefined;
  readonly shapes: readonly string[] | undefined;
  readonly rules: boolean;
}

export const check: CommandModule<object, Options> = {
  command: 'check [graphs..]',
  describe: 'Hold RDF graphs to an ontology, its shapes, logic and the texts',
  builder: (y: Argv) => correctionsOption(inputFlags(reportOptions(y
    .positional('graphs', { type: 'string', array: true, default: [], describe: 'RDF files: .ttl .trig .nq .nt .jsonld' })
    .option('articles', { type: 'string', array: true, requiresArg: true, describe: 'files, folders or addresses of the articles, to compare every quote with' })
    .option('ontology', { type: 'string', array: true, requiresArg: true, describe: 'your own ontology instead of hewal\'s (RDFS, OWL 2 RL)' })
    .option('shapes', { type: 'string', array: true, requiresArg: true, describe: 'your own shapes instead of hewal\'s (SHACL Core)' })
    .option('names', { type: 'string', array: true, requiresArg: true, describe: 'lists of names that the graph was built with' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })
    .option('rules', { type: 'boolean', default: false, describe: 'list the rules' }))), 'with --articles: files of corrections, to tell what of the graph they take away; may be repeated')
    .example('$0 check out/graph.ttl', 'ontology, shapes, logic and calendar')
    .example('$0 check out/graph.ttl --articles seeds', 'every quote compared with the text')
    .example('$0 check out/graph.nq --format sarif --report check.sarif', 'for code scanning')
    .example('$0 check yours.ttl --ontology o.ttl --shapes s.ttl', 'a graph that hewal did not make')
    .example('$0 check out/graph.ttl --lang ckb', 'findings in Kurdish')
    .epilogue('Exit status: 0 clean, 1 findings, 2 usage, 3 a graph or article could not be read. docs/rules.md explains every rule.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base', 'limit', 'format', 'lang', 'fail-on', 'report']);
  if (o.rules) {
    out(rulesList(o.lang));
    return 0;
  }
  needGraphs(o.graphs);
  if (o.corrections && !o.articles) throw new UserError('--corrections are about articles', 'give the articles too: --articles DIR', '--corrections');
  const bar = await stages();
  const { subject, again, engine, plain, corrections, unreadable } = await given(o.graphs, o.articles, o.base, true, o.names, inputOptions(o), o.corrections);
  if (subject.quads.length === 0) return 3;
  const held = await heldTo(o);
  const { checkGraph } = await import('../../check/index.js');
  const found = [...again, ...(await checkGraph(subject, { ...held, progress: bar.next })), ...(plain ? await takenAway(subject, engine, plain, corrections) : [])];
  bar.stop();
  const status = await report(o, found, o.graphs, subject.quads.length, held.ontology);
  return unreadable ? 3 : status;
}

/** What of a graph corrections take away. */
async function takenAway(subject: Subject, engine: Engine, plain: Engine, corrections: readonly Given[]): Promise<Finding[]> {
  const { checkReread, readAgain } = await import('../../check/reread.js');
  const articles = [...(subject.articles?.values() ?? [])];
  const read = readAgain(articles, engine, 0, corrections);
  warnOutcomes(read.outcomes);
  return checkReread(subject, read, readAgain(articles, plain)).filter((f) => f.code === 'HW-513');
}

/** The ontology and the shapes of the command line. With an ontology of one's own and no shapes, there are none; and the other way round. */
async function heldTo(o: Options): Promise<Held> {
  if (!o.ontology && !o.shapes) return {};
  const read = async (paths: readonly string[] | undefined) => (await Promise.all((paths ?? []).map((p) => readGraph(p)))).flat();
  const shapes = await read(o.shapes), ontology = await read(o.ontology);
  for (const q of ontology) if (q.predicate.value === IMPORTS) printNote({ code: 'HW-021', level: 'warning', place: q.subject.value, message: `imports <${q.object.value}>, which is not followed: nothing is fetched`, hint: 'give its file with --ontology too, if it is not among them' });
  if (o.shapes) refuseShapes(shapes);
  return { ontology: readOntology(ontology), shapes, ...(o.ontology ? {} : { anyTerm: true }) };
}

const IMPORTS = 'http://www.w3.org/2002/07/owl#imports';
const SH = 'http://www.w3.org/ns/shacl#';
/** The terms of SHACL Core that a shapes graph may use (W3C Recommendation 2017, sections 2 to 4, and its terms for people). */
const CORE = new Set(('NodeShape PropertyShape property path targetClass targetNode targetSubjectsOf targetObjectsOf class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive minLength maxLength pattern flags languageIn uniqueLang ' +
  'equals disjoint lessThan lessThanOrEquals not and or xone node qualifiedValueShape qualifiedValueShapesDisjoint qualifiedMinCount qualifiedMaxCount closed ignoredProperties hasValue in severity message deactivated name description order group defaultValue PropertyGroup ' +
  'alternativePath inversePath zeroOrMorePath oneOrMorePath zeroOrOnePath Violation Warning Info IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral shapesGraph entailment declare prefix namespace PrefixDeclaration').split(' ').map((n) => SH + n));

/** Shapes that ask for what is not known would conform without a word. */
function refuseShapes(shapes: readonly Quad[]): void {
  for (const q of shapes) for (const t of [q.predicate, q.object]) if (t.termType === 'NamedNode' && t.value.startsWith(SH) && !CORE.has(t.value)) throw new UserError(`sh:${t.value.slice(SH.length)} is no term of SHACL Core`, 'mend its name; SHACL-SPARQL and other extensions are not supported', '--shapes');
  if (!shapes.some((q) => /#target(Class|Node|SubjectsOf|ObjectsOf)$/.test(q.predicate.value) || q.object.value === 'http://www.w3.org/2000/01/rdf-schema#Class' || q.object.value === 'http://www.w3.org/2002/07/owl#Class')) throw new UserError('no shape in them has a target', 'give a shape sh:targetClass, sh:targetNode, sh:targetSubjectsOf or sh:targetObjectsOf', '--shapes');
}
