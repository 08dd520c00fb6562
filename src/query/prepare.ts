import { placeIn, QueryError, type Fault, type Why } from './fault.js';
import { declared } from './prefixes.js';
import { DEEPEST, shapeOf, type Form } from './shape.js';

/** Lines that stand before the query in what the engine gets. */
export const LINES_BEFORE = 1;

/** A query as the engine gets it. */
export interface Prepared {
  readonly form: Form;
  /** With prefixes before it, and never more than one row above the limit. */
  readonly text: string;
}

/** Makes a query ready, or throws a `QueryError`: updates, SERVICE and bottomless nesting are refused. `rows`: how many it may have. */
export function prepare(query: string, prefixes: Readonly<Record<string, string>>, rows: number): Prepared {
  const shape = shapeOf(query);
  const refuse = (why: Why, at: number, message: string, hint: string): never => {
    throw new QueryError({ why, message, hint, ...placeIn(query, at) } satisfies Fault);
  };
  if (shape.update !== undefined) refuse('update', shape.update, 'this would change the graph', 'only queries are answered: SELECT, ASK, CONSTRUCT, DESCRIBE');
  if (shape.service !== undefined) refuse('refused', shape.service, 'SERVICE would ask another server', 'nothing is fetched from the network: leave it out');
  if (shape.deep !== undefined) refuse('refused', shape.deep, `brackets stand more than ${DEEPEST} deep here`, 'write the query flatter');
  if (shape.form === undefined) refuse('syntax', query.search(/\S|$/), query.trim() === '' ? 'the query is empty' : 'this is no query', 'begin with SELECT, ASK, CONSTRUCT or DESCRIBE');
  return { form: shape.form as Form, text: `${declared(prefixes)}\n${shape.form === 'ask' ? query : limited(query, shape, rows + 1)}` };
}

/** The query with a LIMIT of at most `most` rows. */
function limited(query: string, { limit, tail }: ReturnType<typeof shapeOf>, most: number): string {
  if (limit) return limit.value <= most ? query : `${query.slice(0, limit.at)}${most}${query.slice(limit.end)}`;
  // A comment may end the text: the limit stands in a line of its own.
  return `${query.slice(0, tail)}\nLIMIT ${most}\n${query.slice(tail)}`;
}
