// What is worked out once, when the tables are compiled, so that no start of the program has to.
import type { Letters } from './letters.js';
import { split } from './lexicon.js';
import type { Tables } from './tables.js';

/** What a noun is looked up by: its folded spellings; nothing when that is just the lemma. */
export function nounKeys(lemma: string, variants: string, { fold }: Letters): string {
  const keys = [lemma, ...split(variants)].map(fold).join(';');
  return keys === lemma ? '' : keys;
}

/**
 * What a name is looked up by: its folded spellings; one that is also an ordinary word is marked "?", wherever it stands in the list;
 * nothing when that is just the name.
 */
export function nameKeys(name: string, aliases: string, { fold }: Letters): string {
  const list = [name, ...split(aliases)];
  const marked = new Set(list.filter((a) => a.endsWith('?')).map((a) => a.slice(0, -1)));
  const keys = list.filter((a) => !marked.has(a)).map((a) => fold(a).split(' ').filter(Boolean).join(' ')).filter(Boolean).join(';');
  return keys === name ? '' : keys;
}

/** Names of a body that end with one of several names of another body, with its other names: the council of the PKK is the council of the Kurdistan Workers' Party. */
export function variantsWithin(names: readonly (readonly [type: string, name: string, aliases: string])[], { fold }: Letters): readonly string[] {
  const bodies = names.map(([type, ...row]) => (type === 'Organization' ? split(row.join(';')).filter((a) => !a.endsWith('?')) : []));
  const ordinary = new Set(names.flatMap(([, name, aliases]) => split(`${name};${aliases}`)).filter((a) => a.endsWith('?')).map((a) => fold(a.slice(0, -1))));
  const taken = new Set(names.flatMap(([, name, aliases]) => split(`${name};${aliases}`)).map((a) => fold(a.replace(/\?$/, ''))));
  const others = new Map(bodies.flatMap((list) => list.filter((a) => !ordinary.has(fold(a))).map((a) => [fold(a), list] as const)));
  return bodies.map((list) => {
    const made: string[] = [];
    for (const name of list) {
      const words = name.split(' ');
      for (let at = 1; at < words.length; at++) {
        // joined by the izafe; of an entry itself these are its other names already
        const within = words[at - 1]?.endsWith('ی') ? others.get(fold(words.slice(at).join(' '))) : undefined;
        if (within === list) continue;
        for (const other of within ?? []) {
          const variant = [...words.slice(0, at), other].join(' '), key = fold(variant);
          if (taken.has(key)) continue;
          taken.add(key);
          made.push(variant);
        }
      }
    }
    return made.join(';');
  });
}

/** Words that only names of several words hold: those that are not ordinary words, bare or inflected, and no infinitive with or without its noun. Folded. */
export function properWords({ nouns, closed, verbs, titles, names, affixes }: Pick<Tables, 'nouns' | 'closed' | 'verbs' | 'titles' | 'names' | 'affixes'>, { fold }: Letters): string[] {
  const ordinary = new Set([
    ...nouns.flatMap(([lemma, , , , , keys]) => (keys === '' ? [lemma] : keys.split(';'))),
    ...closed.map(([form]) => fold(form)),
    ...titles.filter(([words, kind]) => kind !== 'honorific' && !words.includes(' ')).map(([words]) => fold(words)),
  ]);
  const infinitives = verbs.flatMap((row) => [row[0], ...split(row[8])]).map(fold).filter((v) => v.length > 3);
  const endings = ['', ...affixes.filter(([slot, , , feature]) => (slot === 1 && feature !== 'indef') || feature === 'izafe' || feature === 'dem').map(([, form]) => fold(form))];
  const several = names.flatMap((row) => (row[8] || row[2]).split(';').map((key) => key.replace(/\?$/, '').split(' ')).filter((words) => words.length > 1).flat());
  return [...new Set(several)].filter((w) => !stemsOf(w, endings).some((stem) => ordinary.has(stem) || infinitives.some((v) => stem.endsWith(v))));
}

/** A word without one or two nominal endings, roughly: enough to see that it is an inflected common noun. */
function stemsOf(word: string, endings: readonly string[]): string[] {
  const cut = (w: string): string[] => endings.filter((e) => w.endsWith(e) && w.length > e.length + 1).map((e) => w.slice(0, w.length - e.length));
  return [...new Set(cut(word).flatMap(cut))];
}
