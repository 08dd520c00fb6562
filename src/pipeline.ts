import type { Quad } from 'n3';
import type { Names } from './check/types.js';
import { createCorrector, type Corrected } from './corrections/apply.js';
import { namesIn } from './corrections/names.js';
import type { Correction } from './corrections/types.js';
import { compile, extract, type Extraction } from './extract/index.js';
import { createMinter, DEFAULT_BASE, type Minter } from './graph/iris.js';
import { articleQuads, entityIris, type KnownName } from './graph/quads.js';
import { createLanguage } from './language/index.js';
import { compileLetters } from './language/letters.js';
import { extendTables, type NameEntry } from './language/names.js';
import type { Tables } from './language/tables.js';
import { claimsOf, type Claim, type Merge } from './link/identities.js';
import type { Groups } from './link/joined.js';
import type { Guess } from './text/guard.js';
import type { Article } from './model/article.js';

/** The whole path for one article: text → entities, events, relations → quads. */
export interface Engine {
  readonly mint: Minter;
  read(article: Article): Corrected;
  quads(extraction: Extraction): Quad[];
  known(id: string): KnownName | undefined;
  /** What an article says of things that others may mean too, and what was joined inside it. */
  claims(extraction: Extraction, groups?: Groups): { claims: Claim[]; merges: Merge[] };
  /** Entities that corrections join over all articles. */
  readonly groups: Groups;
  /** The country of a place by its IRI, where the lists say it. */
  countryOf(iri: string): string | undefined;
  /** Names in lists and texts, as the gate compares them. */
  readonly names: Names;
  /** In which language a text is written; anything but `ckb` is not read. */
  guess(text: string): Guess;
}

/** `ownNames`: a user's own names, known beside those of the tables. `corrections`: what readers say is wrong with what would be read. */
export function createEngine(builtIn: Tables, base = DEFAULT_BASE, ownNames: readonly NameEntry[] = [], corrections: readonly Correction[] = []): Engine {
  const added = corrections.some((c) => c.do === 'name') ? namesIn(corrections, compileLetters(builtIn.letters)).entries : [];
  const tables = extendTables(builtIn, [...ownNames, ...added]);
  const language = createLanguage(tables);
  const compiled = compile(language);
  const mint = createMinter(base, language.letters);
  const names = new Map(tables.names.map(([id, , name, , english, , , wikidata]) => [id, { name, english, wikidata }]));
  const known = (id: string): KnownName | undefined => names.get(id);
  const countryOf = countries(tables);
  const spelling = (text: string): string => language.letters.fold(language.normalise(text).text).replace(/[^\p{L}\p{N}]+/gu, '');
  const corrector = createCorrector(corrections, mint, spelling);
  return {
    mint, known, groups: corrector.groups,
    names: {
      listed: (iri) => {
        const entry = iri.startsWith(`${mint.base}entity/`) ? known(iri.slice(`${mint.base}entity/`.length)) : undefined;
        return entry && { ckb: entry.name, ...(entry.english ? { en: entry.english } : {}) };
      },
      spelling,
    },
    countryOf: (iri) => (iri.startsWith(`${mint.base}entity/`) ? countryOf(iri.slice(`${mint.base}entity/`.length)) : undefined),
    guess: (text) => language.guess(language.normalise(text.slice(0, 20_000)).text, text.slice(0, 20_000)),
    read: (article) => corrector.apply(extract(article, compiled)),
    quads: (x) => articleQuads(x, mint, known),
    claims: (x, groups = corrector.groups) => claimsOf(x, mint.article(x.article.id), entityIris(x, mint), known, countryOf, language.letters.fold, groups),
  };
}

/** The country of a listed name: itself, or what its list says it lies in or belongs to, up to a country. */
export function countries(tables: Tables): (known: string) => string | undefined {
  const country = new Set<string>();
  const within = new Map<string, string>();
  const byId = new Map<string, string>();
  for (const [id, type, , kind, english, , partOf] of tables.names) {
    if (type === 'Place' && kind === 'country') country.add(english);
    if (type === 'Place' && partOf !== '') within.set(english, partOf);
    byId.set(id, type === 'Place' ? english : partOf);
  }
  return (known) => {
    let at = byId.get(known);
    for (let k = 0; at !== undefined && at !== '' && k < 6; k++) {
      if (country.has(at)) return at;
      at = within.get(at);
    }
    return undefined;
  };
}
