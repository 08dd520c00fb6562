import { UserError } from '../model/note.js';
import { entityName } from '../viewer/model/labels.js';
import type { Reading } from '../viewer/model/reading.js';
import { createKey, createSearch } from '../viewer/model/search.js';

/** Things of one name, and near names, that are told. */
const MANY = 12, NEAR = 5;

/** The entity that somebody names: by its IRI, as a prefixed name, or by any of its names in any spelling. Throws a `UserError` unless there is exactly one. */
export function findEntity(r: Reading, name: string, place: string): number {
  const { data } = r, prefixed = /^([\w-]+):(.+)$/s.exec(name), base = prefixed && Object.hasOwn(data.prefixes, prefixed[1] as string) ? data.prefixes[prefixed[1] as string] : undefined;
  const iris = [name, /^<(.*)>$/s.exec(name)?.[1], base === undefined ? undefined : base + (prefixed?.[2] ?? '')];
  const named = data.entities.findIndex((e) => iris.includes(e.iri));
  if (named >= 0) return named;
  const spelled = createKey(data.letters), key = (text: string): string => spelled(text).replace(/\s+/g, ' ').trim(), wanted = key(name);
  const found = wanted === '' ? [] : data.entities.flatMap((e, n) => ([e.name.ckb, e.name.en, ...(e.also ?? [])].some((own) => own !== undefined && key(own) === wanted) ? [n] : []));
  if (found.length === 1) return found[0] as number;
  if (found.length > 1) throw new UserError(`${found.length} entities are called "${name}"`, `say which: ${found.slice(0, MANY).map((n) => `<${data.entities[n]?.iri}>`).join(' ')}${found.length > MANY ? ' …' : ''}`, place);
  const near = createSearch(r)(name, NEAR).flatMap((h) => (h.kind === 'entity' ? [entityName(data, h.number, 'ckb')] : []));
  throw new UserError(`no entity of the graph is called "${name}"`, near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'use a name of the graph, a prefixed name such as person:joe-biden, or an IRI', place);
}
