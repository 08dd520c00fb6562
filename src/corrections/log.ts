import { Parser, type Quad } from 'n3';
import { quadLines } from '../formats/rdf.js';
import { cell } from '../link/identities.js';
import type { Extraction } from '../extract/index.js';
import type { Became, Corrected } from './apply.js';
import type { Joins } from './groups.js';
import { keyOf } from './key.js';
import type { Given } from './read.js';

/** What became of one correction in one article, in a form that can be kept: made of the article and the corrections alone. */
export interface Entry {
  readonly key: string;
  readonly became: Became;
  readonly words: string;
  /** N-Quads: what it took away, and what it said instead. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What became of one line of a file, over all articles. */
export interface Outcome extends Given, Omit<Entry, 'key'> {}

const linesOf = (quads: readonly Quad[]): string[] => quadLines(quads).split('\n').filter(Boolean);

/** The entries of an article. `quads`: what is told of an extraction. */
export function entriesOf({ steps = [] }: Corrected, quads: (x: Extraction) => readonly Quad[]): Entry[] {
  let last: { readonly of: Extraction; readonly lines: readonly string[] } | undefined;
  const told = (x: Extraction): readonly string[] => (last?.of === x ? last : (last = { of: x, lines: linesOf(quads(x)) })).lines;
  return steps.map(({ key, became, words, before, after }): Entry => {
    if (!before || !after) return { key, became, words, gone: [], come: [] };
    const was = told(before), is = told(after);
    const old = new Set(was), now = new Set(is);
    return { key, became, words, gone: was.filter((l) => !now.has(l)), come: is.filter((l) => !old.has(l)) };
  });
}

/** What is known when all articles were read. */
export interface Known {
  readonly refused: Joins['refused'];
  /** In how many articles each entity of a merge is named. */
  readonly named: ReadonlyMap<string, number>;
  /** Statements as they are settled over all articles. */
  settled(quads: readonly Quad[]): readonly Quad[];
}

/** What became of every line, in the order of the files. */
export function outcomesOf(given: readonly Given[], entries: readonly Entry[], known: Known): Outcome[] {
  const byKey = new Map<string, Entry[]>();
  for (const e of entries) byKey.set(e.key, [...(byKey.get(e.key) ?? []), e]);
  const final = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : linesOf(known.settled(new Parser({ format: 'application/n-quads' }).parse(`${lines.join('\n')}\n`))));
  return given.map((g): Outcome => {
    const key = keyOf(g.correction), own = byKey.get(key) ?? [];
    const { became, words } = judged(g, own, known.refused.get(key), known.named);
    const gone = final(own.flatMap((e) => e.gone)), come = final(own.flatMap((e) => e.come));
    const stays = new Set(come), went = new Set(gone);
    return { ...g, became, words, gone: gone.filter((l) => !stays.has(l)), come: come.filter((l) => !went.has(l)) };
  });
}

function judged({ correction: c }: Given, own: readonly Entry[], refused: string | undefined, named: Known['named']): Pick<Entry, 'became' | 'words'> {
  if (refused !== undefined) return { became: 'not applied', words: refused };
  if (c.do === 'name') return { became: 'applied', words: `"${c.label}" is known as a ${c.type}` };
  if (c.do === 'merge') {
    const others = c.entities.slice(1).filter((iri) => (named.get(iri) ?? 0) > 0);
    const words = [...others.map((iri) => `<${iri}> is <${c.entities[0] ?? ''}> in ${named.get(iri) ?? 0} article(s)`), ...[...new Set(own.map((e) => e.words))].sort()].join('; ');
    return words === '' ? { became: 'not applied', words: 'no article names what is to be joined' } : { became: 'applied', words };
  }
  const [first] = own;
  return first ?? { became: 'not applied', words: `the article "${c.article}" is not in the input` };
}

/** The first lines of `corrections.tsv`. */
const HEADER = [
  '# What became of every correction, and the statements that it took away (-) or said instead (+).',
  '# 1 file', '# 2 line', '# 3 kind', '# 4 article id', '# 5 applied, found by its quote (the text has changed), or not applied', '# 6 what it says, or why it was not applied', '# 7 note of its author', '# 8 - or +', '# 9 statement (N-Quads)',
];
/** U+2028 and U+2029 are ends of lines to some who read tables. */
const statement = (line: string): string => line.replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

/** `corrections.tsv`, line by line. */
export function* table(outcomes: readonly Outcome[]): Generator<string> {
  yield* HEADER;
  for (const o of outcomes) {
    const c = o.correction;
    const own = [o.file, String(o.line), c.do, 'article' in c ? c.article : '', o.became, o.words, c.note ?? ''].map(cell).join('\t');
    yield `${own}\t\t`;
    for (const l of o.gone) yield `${own}\t-\t${statement(l)}`;
    for (const l of o.come) yield `${own}\t+\t${statement(l)}`;
  }
}

/** A row of `corrections.tsv` that tells of a statement. */
export interface Told {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly words: string;
  readonly note: string;
  readonly sign: '-' | '+';
  readonly quad: Quad;
}

/** Reads a row again; undefined for one without a statement. Throws a `SyntaxError` for what is no row. */
export function readRow(line: string): Told | undefined {
  const cells = line.split('\t');
  const [file = '', number = '', what = '', , , words = '', note = '', sign, text = ''] = cells;
  if (cells.length !== 9 || !/^\d+$/.test(number)) throw new SyntaxError('no row of a corrections.tsv');
  if (sign !== '-' && sign !== '+') return undefined;
  let quad: Quad | undefined;
  try {
    quad = new Parser({ format: 'application/n-quads' }).parse(text)[0];
  } catch {
    throw new SyntaxError('no row of a corrections.tsv');
  }
  return quad && { file, line: Number(number), what, words, note, sign, quad };
}
