import type { Language } from '../language/index.js';
import { UserError } from '../model/note.js';
import type { Engine, Loaded } from './engine.js';

/** Everything that has a name, and its names. */
const NAMES = `SELECT DISTINCT ?thing ?name WHERE { { ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name } FILTER(STRSTARTS(STR(?thing), "http")) } ORDER BY ?thing ?name`;

const HOW = 'use a label of the graph, a prefixed name such as person:joe-biden, or an IRI';
/** Things of one name that are told. */
const MANY = 20;

interface Row {
  readonly thing: { readonly value: string };
  readonly name: { readonly value: string };
}

/** The things that go by a name, and the name as it stands in the graph, by its key. */
type Names = ReadonlyMap<string, { readonly name: string; readonly things: readonly string[] }>;

/** The names of each graph that was loaded, as long as it is: they are made comparable once. */
const known = new WeakMap<Loaded, Promise<Names>>();

/** Names that are looked at for one that is near, and names that are told. */
const LOOKED_AT = 100_000, TOLD = 5;

function namesOf(engine: Engine, key: (text: string) => string): Promise<Names> {
  const loaded = engine.loaded();
  const had = known.get(loaded);
  if (had) return had;
  const asked = engine.ask({ query: NAMES, result: 'application/sparql-results+json', rows: loaded.statements }).then(({ body }) => byKey((JSON.parse(body) as { results: { bindings: Row[] } }).results.bindings, key));
  known.set(loaded, asked);
  asked.catch(() => known.delete(loaded));
  return asked;
}

/** Lets others go on now and then: a large graph has a million names. */
async function byKey(rows: readonly Row[], key: (text: string) => string): Promise<Names> {
  const names = new Map<string, { name: string; things: string[] }>();
  for (const [i, { thing, name }] of rows.entries()) {
    if (i % 1000 === 999) await new Promise(setImmediate);
    const k = key(name.value), had = names.get(k);
    if (!had) names.set(k, { name: name.value, things: [thing.value] });
    // Rows come by thing.
    else if (had.things.at(-1) !== thing.value) had.things.push(thing.value);
  }
  names.delete('');
  return names;
}

/** Makes texts comparable in any spelling: letters as the language folds them, one space between words. */
export const comparable = (language: Pick<Language, 'normalise' | 'letters'>) => (text: string): string => language.letters.fold(language.normalise(text).text).toLowerCase().replace(/\s+/g, ' ').trim();

/** Finds the thing that somebody calls so, in any spelling: letters are compared as the language folds them. Throws a `UserError` unless there is exactly one. */
export async function findByName(engine: Engine, name: string, language: Pick<Language, 'normalise' | 'letters'>, place: string): Promise<string> {
  const key = comparable(language);
  const wanted = key(name);
  if (wanted === '') throw new UserError(`"${name}" is no name`, HOW, place);
  const names = await namesOf(engine, key), things = names.get(wanted)?.things ?? [];
  if (things.length === 1) return things[0] as string;
  if (things.length > 1) throw new UserError(`${things.length} things are called "${name}"`, `say which: ${things.slice(0, MANY).map((t) => `<${t}>`).join(' ')}${things.length > MANY ? ' …' : ''}`, place);
  const near = nearTo(wanted, names);
  throw new UserError(`nothing in the graph is called "${name}"`, near.length > 0 ? `did you mean ${near.join(' or ')}?` : HOW, place);
}

/** Some names that hold this one or stand in it. */
function nearTo(wanted: string, names: Names): string[] {
  const near: string[] = [];
  let looked = 0;
  for (const [key, { name }] of names) {
    if (key.includes(wanted) || wanted.includes(key)) near.push(name);
    if (near.length === TOLD || ++looked === LOOKED_AT) break;
  }
  return near;
}
