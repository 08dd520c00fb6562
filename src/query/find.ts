import type { Language } from '../language/index.js';
import { UserError } from '../model/note.js';
import type { Engine, Loaded } from './engine.js';

/** Everything that has a name, and its names. */
const NAMES = `SELECT DISTINCT ?thing ?name WHERE { { ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name } FILTER(STRSTARTS(STR(?thing), "http")) } ORDER BY ?thing ?name`;

interface Row {
  readonly thing: { readonly value: string };
  readonly name: { readonly value: string };
}

/** The names of each graph that was loaded, as long as it is. */
const known = new WeakMap<Loaded, Promise<readonly Row[]>>();

function namesOf(engine: Engine): Promise<readonly Row[]> {
  const loaded = engine.loaded();
  const had = known.get(loaded);
  if (had) return had;
  const asked = engine.ask({ query: NAMES, result: 'application/sparql-results+json', rows: loaded.statements }).then(({ body }) => (JSON.parse(body) as { results: { bindings: Row[] } }).results.bindings);
  known.set(loaded, asked);
  asked.catch(() => known.delete(loaded));
  return asked;
}

/** Finds the thing that somebody calls so, in any spelling: letters are compared as the language folds them. Throws a `UserError` unless there is exactly one. */
export async function findByName(engine: Engine, name: string, language: Pick<Language, 'normalise' | 'letters'>, place: string): Promise<string> {
  const key = (text: string): string => language.letters.fold(language.normalise(text).text).toLowerCase().replace(/\s+/g, ' ').trim();
  const wanted = key(name), rows = await namesOf(engine);
  const things = [...new Set(rows.filter((r) => key(r.name.value) === wanted).map((r) => r.thing.value))];
  if (things.length === 1) return things[0] as string;
  if (things.length > 1) throw new UserError(`${things.length} things are called "${name}"`, `say which: ${things.map((t) => `<${t}>`).join(' ')}`, place);
  const near = [...new Set(rows.filter((r) => key(r.name.value).includes(wanted) || wanted.includes(key(r.name.value))).map((r) => r.name.value))].slice(0, 5);
  throw new UserError(`nothing in the graph is called "${name}"`, near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'use a label of the graph, a prefixed name such as person:joe-biden, or an IRI', place);
}
