import { createNormaliser } from '../text/normalise.js';
import type { Letters } from './letters.js';
import type { NameEntry, NameType } from './names.js';

const MAX_NAME = 200;

/** Names in the one spelling the tables know; what cannot be a name is said. */
export interface Cleaner {
  readonly kurdish: (raw: string) => { readonly name: string } | { readonly problem: string };
  readonly plain: (raw: string) => string;
}

export function cleaner(letters: Letters): Cleaner {
  const normalise = createNormaliser(letters);
  const plain = (raw: string): string => raw.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ').trim();
  return {
    plain,
    kurdish: (raw) => {
      const asked = raw.trim().endsWith('?');
      const name = plain(normalise(asked ? raw.trim().slice(0, -1) : raw.toWellFormed()).text);
      if (name === '') return { problem: 'no name' };
      if (name.length > MAX_NAME) return { problem: `a name of ${name.length} letters` };
      if (/^#|;/.test(name)) return { problem: `a name may not ${name.startsWith('#') ? 'begin with #' : 'hold ;'}` };
      if (![...name].some((c) => letters.isLetter(c.charCodeAt(0)))) return { problem: 'no letter of Central Kurdish in the name' };
      return { name: asked ? `${name}?` : name };
    },
  };
}

/** An entry; a name that is marked as an ordinary word ("?") is marked among the aliases, as in the built-in lists. */
export function entryOf(name: string, type: NameType, english: string, aliases: readonly string[], wikidata: string): NameEntry {
  const bare = name.replace(/\?$/, '');
  const others = [...new Set(name === bare ? aliases : [name, ...aliases])].filter((a) => a !== bare).sort();
  return { name: bare, type, english: english.slice(0, MAX_NAME), aliases: others, wikidata };
}
