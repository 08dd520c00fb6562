import { createLanguage, type Language } from './index.js';
import { nameKeys, properWords } from './keys.js';
import { push, split } from './lexicon.js';
import type { NameRow, Tables } from './tables.js';

export const NAME_TYPES = ['Person', 'Place', 'Organization'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** A name that a user adds to the built-in lists. */
export interface NameEntry {
  readonly name: string;
  readonly type: NameType;
  readonly english: string;
  /** Other spellings and short forms; one with "?" behind it is also an ordinary word. */
  readonly aliases: readonly string[];
  /** Q…, or empty. */
  readonly wikidata: string;
}

/** Entries that name one thing. */
interface Group {
  readonly type: NameType;
  readonly names: string[];
  readonly ids: Set<string>;
  english: string;
}

/**
 * The tables with a user's own names beside the built-in ones. What the lists know already keeps its id and gains the spellings. A form that is also an ordinary
 * word or a personal name is believed only beside support; an alias that two things share says nothing and is left out; of a name with two Wikidata ids nobody
 * can say which is meant, so it gets neither.
 */
export function extendTables(tables: Tables, entries: readonly NameEntry[]): Tables {
  if (entries.length === 0) return tables;
  const language = createLanguage(tables);
  const fold = (s: string): string => language.letters.fold(s.endsWith('?') ? s.slice(0, -1) : s).split(' ').filter(Boolean).join(' ');
  const groups = grouped(entries, fold);
  const listed = builtIn(tables, language);
  const used = new Map<string, number>();
  for (const g of groups) for (const f of new Set(g.names.map(fold))) used.set(f, (used.get(f) ?? 0) + 1);
  const ordinary = ordinaryWords(tables, language);
  const marked = (form: string): string => (form.endsWith('?') || !ordinary(fold(form)) ? form : `${form}?`);

  const rows = [...tables.names];
  const ids = new Set(rows.map((r) => r[0]));
  for (const g of groups) {
    const id = g.ids.size === 1 ? ([...g.ids][0] as string) : '';
    const own = fold(g.names[0] as string);
    const at = listed.find(g, own, id);
    const free = (form: string): boolean => used.get(fold(form)) === 1 && (listed.rowsOf.get(fold(form)) ?? []).every((n) => n === at);
    if (at !== undefined) {
      const row = rows[at] as NameRow;
      const known = new Set([row[2], ...split(row[5])].map(fold));
      const aliases = [...split(row[5]), ...g.names.filter((n) => !known.has(fold(n)) && free(n)).map(marked)].join(';');
      rows[at] = [row[0], row[1], row[2], row[3], row[4] || g.english, aliases, row[6], row[7] || id, nameKeys(row[2], aliases, language.letters)];
      continue;
    }
    const name = (g.names[0] as string).replace(/\?$/, '');
    const first = marked(g.names[0] as string);
    const aliases = [...(first.endsWith('?') ? [first] : []), ...g.names.slice(1).filter((n) => fold(n) !== own && free(n)).map(marked)].join(';');
    const slug = idOf(g, name, id, ids, language);
    ids.add(slug);
    rows.push([slug, g.type, name, '', g.english, aliases, '', id, nameKeys(name, aliases, language.letters)]);
  }
  const changed = rows.filter((r, n) => r !== tables.names[n]);
  return { ...tables, names: rows, properWords: [...new Set([...tables.properWords, ...properWords({ ...tables, names: changed }, language.letters)])] };
}

/** Entries by what they name: one Wikidata id, or one name of one type. Sorted first, so that the order of files does not matter. */
function grouped(entries: readonly NameEntry[], fold: (s: string) => string): Group[] {
  const key = (e: NameEntry): string => [e.name, e.type, e.wikidata.padStart(14), e.english, e.aliases.join(';')].join('\t');
  const sorted = entries.map((e) => [key(e), e] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, e]) => e);
  const byName = new Map<string, Group>(), byId = new Map<string, Group>();
  const all: Group[] = [];
  for (const e of sorted) {
    const named = `${e.type}\t${fold(e.name)}`;
    const one = `${e.type}\t${e.wikidata}`;
    let g = (e.wikidata === '' ? undefined : byId.get(one)) ?? byName.get(named);
    if (!g) all.push((g = { type: e.type, names: [], ids: new Set(), english: '' }));
    if (!byName.has(named)) byName.set(named, g);
    if (e.wikidata !== '') {
      g.ids.add(e.wikidata);
      byId.set(one, g);
    }
    g.english ||= e.english;
    for (const n of [e.name, ...e.aliases]) if (!g.names.includes(n)) g.names.push(n);
  }
  return all;
}

interface BuiltIn {
  /** Rows that a folded form names. */
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
  /** The row that is the same thing as a group: by Wikidata id, or the only one of its type with this name. */
  readonly find: (g: Group, name: string, id: string) => number | undefined;
}

function builtIn(tables: Tables, language: Language): BuiltIn {
  const rowsOf = new Map<string, number[]>();
  const byId = new Map<string, number>();
  tables.names.forEach((row, n) => {
    for (const f of new Set(language.lexicon.nameForms[n]?.map((x) => x.words.join(' ')))) push(rowsOf, f, n);
    if (row[7] !== '') byId.set(`${row[1]}\t${row[7]}`, n);
  });
  const find = (g: Group, name: string, id: string): number | undefined => {
    const same = id === '' ? undefined : byId.get(`${g.type}\t${id}`);
    if (same !== undefined) return same;
    const named = (rowsOf.get(name) ?? []).filter((n) => tables.names[n]?.[1] === g.type);
    const row = named.length === 1 ? tables.names[named[0] as number] : undefined;
    return row && g.ids.size <= 1 && (id === '' || row[7] === '' || row[7] === id) ? named[0] : undefined;
  };
  return { rowsOf, find };
}

/** Whether a single word is also something else in the language: an uninflected noun, a closed word, a verb form, somebody's given name. */
function ordinaryWords(tables: Tables, { lexicon, analyse, letters }: Language): (folded: string) => boolean {
  const given = new Set(tables.given.map((r) => letters.fold(r[0])));
  return (w) => !w.includes(' ') && (lexicon.nouns.has(w) || lexicon.closed.has(w) || given.has(w) || analyse(w)[0]?.pos === 'verb');
}

/** Made of the English name as for built-in rows, of the letters of the name where there is none. A Wikidata id, then a number keeps namesakes apart. */
function idOf(g: Group, name: string, wikidata: string, taken: ReadonlySet<string>, { letters }: Language): string {
  const latin = g.english.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const slug = `${g.type.toLowerCase()}/${latin || letters.latin(letters.fold(name))}`;
  if (!taken.has(slug)) return slug;
  const base = wikidata === '' ? slug : `${slug}-${wikidata.toLowerCase()}`;
  if (base !== slug && !taken.has(base)) return base;
  let n = 2;
  while (taken.has(`${base}-${n}`)) n++;
  return `${base}-${n}`;
}
