import type { Quad } from 'n3';
import { compile, extract, type Extraction } from './extract/index.js';
import { createMinter, DEFAULT_BASE, type Minter } from './graph/iris.js';
import { articleQuads, type KnownName } from './graph/quads.js';
import { createLanguage } from './language/index.js';
import { extendTables, type NameEntry } from './language/names.js';
import type { Tables } from './language/tables.js';
import type { Guess } from './text/guard.js';
import type { Article } from './model/article.js';

/** The whole path for one article: text → entities, events, relations → quads. */
export interface Engine {
  readonly mint: Minter;
  read(article: Article): Extraction;
  quads(extraction: Extraction): Quad[];
  known(id: string): KnownName | undefined;
  /** In which language a text is written; anything but `ckb` is not read. */
  guess(text: string): Guess;
}

/** `ownNames`: a user's own names, known beside those of the tables. */
export function createEngine(builtIn: Tables, base = DEFAULT_BASE, ownNames: readonly NameEntry[] = []): Engine {
  const tables = extendTables(builtIn, ownNames);
  const language = createLanguage(tables);
  const compiled = compile(language);
  const mint = createMinter(base, language.letters);
  const names = new Map(tables.names.map(([id, , name, , english, , , wikidata]) => [id, { name, english, wikidata }]));
  const known = (id: string): KnownName | undefined => names.get(id);
  return {
    mint, known,
    guess: (text) => language.guess(language.normalise(text.slice(0, 20_000)).text, text.slice(0, 20_000)),
    read: (article) => extract(article, compiled),
    quads: (x) => articleQuads(x, mint, known),
  };
}
