import { dayExists } from '../graph/times.js';
import { UserError } from '../model/note.js';
import type { Parameter, ReadyQuery } from './ready.js';
import { bound } from './ready.js';
import { iriTerm, textTerm, typedTerm } from './terms.js';

/** Looks up a thing by the name that somebody gives it; throws a `UserError` when there is no such thing. */
export type Finder = (name: string, place: string) => Promise<string>;

/** A ready-made query with the values that were given, each as an RDF term. Throws a `UserError` for a parameter that it has not, or a value that is none. */
export async function bind(query: ReadyQuery, given: ReadonlyMap<string, string>, prefixes: Readonly<Record<string, string>>, find: Finder): Promise<string> {
  const terms = new Map<string, string>();
  for (const [name, value] of given) {
    const place = `--param ${name}`;
    const parameter = query.parameters.find((p) => p.name === name);
    if (!parameter) throw new UserError(`${query.name} has no parameter "${name}"`, query.parameters.length > 0 ? `it has ${query.parameters.map((p) => p.name).join(', ')}` : 'it has none', place);
    terms.set(name, await term(parameter, value.trim(), prefixes, find, place));
  }
  return bound(query, terms);
}

async function term(p: Parameter, value: string, prefixes: Readonly<Record<string, string>>, find: Finder, place: string): Promise<string> {
  switch (p.kind) {
    case 'text': return textTerm(value);
    case 'integer':
      if (!/^\d{1,9}$/.test(value)) throw new UserError(`"${value}" is no whole number`, 'for example 3', place);
      return typedTerm(value, 'integer');
    case 'date':
      if (!dayExists(value)) throw new UserError(`"${value}" is not a date that exists`, 'write it as YYYY-MM-DD', place);
      return typedTerm(value, 'date');
    case 'entity': return iriTerm(iriOf(value, prefixes) ?? await find(value, place), place);
  }
}

/** The IRI that is written in full or with a prefix; undefined for anything else. */
export function iriOf(value: string, prefixes: Readonly<Record<string, string>>): string | undefined {
  const full = /^<([^<>\s]*)>$/.exec(value)?.[1] ?? (/^https?:\/\/\S+$/.test(value) ? value : undefined);
  if (full !== undefined) return full;
  const [, prefix = '', local = ''] = /^([\w-]+):(\S+)$/.exec(value) ?? [];
  return Object.hasOwn(prefixes, prefix) ? `${prefixes[prefix]}${local}` : undefined;
}
