import { Parser } from 'n3';
import * as oxigraph from 'oxigraph';
import { toTurtle, withoutControls } from '../formats/rdf.js';
import { isGraphForm, rowsIn, type Answer, type GraphType, type Question } from './answer.js';
import { QueryError, syntaxFault } from './fault.js';
import { prefixesOf } from './prefixes.js';
import { LINES_BEFORE, prepare } from './prepare.js';
import { iriTerm } from './terms.js';

/** Some graphs as N-Triples in UTF-8, in memory that threads share. */
export interface Load {
  readonly bytes: Uint8Array;
  readonly graphs: readonly GraphText[];
}

/** Where the triples of one graph stand in the bytes of a load. */
export interface GraphText {
  readonly iri: string;
  readonly from: number;
  readonly to: number;
  readonly statements: number;
  /** More of this graph follows. */
  readonly more: boolean;
}

/** Characters (UTF-16 code units) of the longest answer: it is copied on its way. */
const LONGEST = 100_000_000;

/** A graph that can be asked. A question keeps the thread that asks it busy until it is answered. */
export interface Store {
  load(load: Load): void;
  /** Throws a `QueryError`; any other error has broken the engine, which must not be used again. */
  answer(question: Question): Promise<Answer>;
}

/**
 * A store of oxigraph. Every statement stands in its named graph and in the default graph, which is the merge of all
 * (oxigraph's own union gives a statement of two graphs twice, so that counts would be wrong). Numerals become canonical.
 */
export function createStore(base: string): Store {
  const store = new oxigraph.Store();
  const prefixes = prefixesOf(base);
  return {
    load: ({ bytes, graphs }) => {
      for (const { iri, from, to, more } of graphs) {
        // What another reader has taken is not refused here for a language tag that is none.
        store.load(bytes.subarray(from, to) as never, { format: 'application/n-triples', to_graph_name: oxigraph.namedNode(iri), no_transaction: true, lenient: true });
        if (!more) store.update(`ADD ${iriTerm(iri)} TO DEFAULT`);
      }
    },
    answer: async (question) => {
      const { form, text } = prepare(question.query, prefixes, question.rows);
      const graph = isGraphForm(form), type = graph ? question.graph : question.result;
      const said = run(store, question, text, graph ? 'application/n-triples' : type);
      if (said.length > LONGEST) throw new QueryError({ why: 'limit', message: `the answer has more than ${LONGEST} characters`, hint: 'ask for fewer rows, or shorter texts' });
      // A row takes three characters at least: short answers need no count.
      const rows = form !== 'ask' && said.length > question.rows * 3 ? rowsIn(said, graph ? 'application/n-triples' : type) : 0;
      if (rows > question.rows) throw new QueryError({ why: 'limit', message: `the answer has more than ${question.rows} rows`, hint: `ask for fewer: LIMIT ${Math.min(question.rows, 1000)}, a narrower pattern, or more (--rows)` });
      return { form, type, body: graph ? await graphAs(said, question.graph, base) : said };
    },
  };
}

function run(store: oxigraph.Store, { query, dataset }: Question, text: string, format: string): string {
  const nodes = (iris: readonly string[]): oxigraph.NamedNode[] => iris.map((i) => oxigraph.namedNode(i));
  try {
    return store.query(text, { results_format: format, ...(dataset ? { default_graph: nodes(dataset.defaultGraphs), named_graphs: nodes(dataset.namedGraphs) } : {}) }) as string;
  } catch (e) {
    // What is no plain Error comes from the machine below (stack, memory): the store is not to be trusted after it.
    if (!(e instanceof Error) || e.constructor !== Error) throw e;
    throw new QueryError(syntaxFault(query, e.message, LINES_BEFORE));
  }
}

/** N-Triples in the syntax that is wanted, the same bytes for the same set of triples. */
async function graphAs(triples: string, type: GraphType, base: string): Promise<string> {
  const text = [...new Set(triples.split('\n'))].filter((l) => l !== '').sort().map((l) => `${l}\n`).join('');
  if (type === 'application/n-triples') return withoutControls(text);
  if (type === 'text/turtle') return toTurtle(new Parser({ format: 'application/n-triples' }).parse(text), base);
  const one = new oxigraph.Store();
  one.load(text, { format: 'application/n-triples', lenient: true });
  try {
    return one.dump({ format: type, from_graph_name: oxigraph.defaultGraph() });
  } catch (e) {
    throw new QueryError({ why: 'refused', message: `this graph cannot be written as ${type}: ${e instanceof Error ? e.message : String(e)}`, hint: 'ask for text/turtle' });
  }
}
