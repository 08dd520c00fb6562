import type { Language } from '../../language/index.js';
import type { DraftMention } from '../draft.js';

/** Who holds (or held) which office, from the list of persons; compared in English, the language in which the lists agree. */
export interface Offices {
  /** A head noun of bodies that are called after what they run (دایرەی پۆلیس). */
  readonly department: (headLemma: string) => boolean;
  /** "That", as in "the ministry of that country". */
  readonly demonstrative: (word: string) => boolean;
  /** Office and country of a listed person. */
  readonly of: (person: string) => readonly [office: string, country: string] | undefined;
  /** Office and country that a post names: its words, and the place or body it is of. */
  readonly named: (title: string, object: DraftMention | undefined) => readonly [office: string, country: string] | undefined;
}

export function offices(language: Language): Offices {
  const { fold } = language.letters;
  const { names, titles, words } = language.tables;
  const held = new Map<string, readonly [string, string]>();
  const places = new Map<string, string>();
  for (const [id, type, , kind, english, , country] of names) {
    if (type === 'Place') places.set(id, english);
    else if (type === 'Person' && country !== '' && kind !== '') held.set(id, [kind.replace(/^former /, '').split(' of ')[0] as string, country]);
  }
  const english = new Map(titles.filter(([, kind]) => kind === 'post').map(([w, , e]) => [fold(w), e]));
  const governments = new Set((words['governments'] ?? []).map(fold));
  const head = words['head-of-government']?.join(' ') ?? '';
  const byWord = new Map(names.filter(([, type]) => type === 'Place').map(([, , name, , e]) => [fold(name), e]));
  const departments = new Set((words['departments'] ?? []).map(fold));
  const demonstratives = new Set(language.tables.closed.filter(([, pos]) => pos === 'dem').map(([form]) => fold(form)));
  return {
    demonstrative: (word) => demonstratives.has(word),
    department: (lemma) => departments.has(fold(lemma)),
    of: (person) => held.get(person),
    named: (title, object) => {
      const office = english.get(fold(title));
      if (office === undefined || !object) return undefined;
      if (governments.has(fold(object.headLemma))) {
        const where = object.name.split(' ').slice(1).join(' ');
        return [head, byWord.get(fold(where)) ?? ''];
      }
      const country = object.known === undefined ? undefined : places.get(object.known);
      return country === undefined ? undefined : [office, country];
    },
  };
}
