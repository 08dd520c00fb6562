// What is measured: the built program, as its users have it. Each section runs in a process of its own, so that none warms or fills another's memory.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from 'hewal';
import { createLanguage, loadTables } from 'hewal/language';
import type { Quad } from 'n3';
import { contextJson } from '../src/check/ontology.js';
import { tuneV8 } from '../src/cli/v8.js';
import { toGraphJson } from '../src/formats/graph-json.js';
import { toJsonLd, type Context } from '../src/formats/jsonld.js';
import { toNQuads, toTrig, toTurtle } from '../src/formats/rdf.js';
import { bytes, englishArticles, soraniArticles, upTo } from './generate.js';
import { queries } from './queries.js';

/** One line of the report: what, and figures by the name of their unit. */
export interface Row {
  readonly what: string;
  readonly figures: Readonly<Record<string, number>>;
}
export interface Load {
  /** Megabytes (10^6 bytes) of UTF-8 text. */
  readonly mb: number;
  readonly runs: number;
}

const MB = 1e6;
const root = fileURLToPath(new URL('..', import.meta.url));
const SEED = join(root, 'seeds');
const WORD = /[\p{L}\p{M}]+/gu;
const words = (text: string): number => text.match(WORD)?.length ?? 0;
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? NaN;
const peak = (): number => process.resourceUsage().maxRSS / 1024;

/** A stopwatch that adds up only what runs inside it. */
function watch(): { run<T>(work: () => T): T; seconds(): number } {
  let ms = 0;
  return {
    run: (work) => {
      const from = performance.now();
      const result = work();
      ms += performance.now() - from;
      return result;
    },
    seconds: () => ms / 1000,
  };
}

/** The built program on the one article in `seeds`: start, all formats, check. */
function wholeProcess({ runs }: Load): Row[] {
  const main = join(root, 'dist/cli/main.js');
  if (!existsSync(main)) return [{ what: 'not built: run "npm run build" first', figures: {} }];
  const out = mkdtempSync(join(tmpdir(), 'hewal-bench-'));
  const time = (args: readonly string[]): number[] => Array.from({ length: runs }, () => {
    const from = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - from;
  });
  try {
    const rows = [['node alone, doing nothing', ['-e', '0']], ['build, no check', [main, 'build', SEED, '--out', out, '--no-check']], ['build with check, all formats', [main, 'build', SEED, '--out', out]]] as const;
    return rows.map(([what, args]) => {
      const ms = time(args);
      return { what, figures: { 'ms median': median(ms), 'ms least': Math.min(...ms), runs } };
    });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Normalise, tokenise, analyse, against what wink-nlp does to English; the two take turns, so that both meet the same weather. */
async function languageLayer({ mb }: Load): Promise<Row[]> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  const wink = winkNLP(model);
  const tables = loadTables();
  const language = createLanguage(tables);
  const read = (text: string): void => {
    for (const t of language.tokenise(language.normalise(text).text)) if (t.kind === 'word') language.analyse(t.text);
  };
  const sides = [
    { what: 'hewal, Sorani: normalise + tokenise + analyse', texts: (function* () { for (const a of soraniArticles(tables)) yield a.text; })(), read, watch: watch(), size: 0, letters: 0, words: 0 },
    { what: 'wink-nlp, English: readDoc', texts: englishArticles(tables), read: (text: string): void => void wink.readDoc(text), watch: watch(), size: 0, letters: 0, words: 0 },
  ];
  while (sides.some((s) => s.size < mb * MB)) {
    for (const s of sides) {
      if (s.size >= mb * MB) continue;
      const batch = [...upTo(s.texts.next().done ? [] : { [Symbol.iterator]: () => ({ next: () => s.texts.next() }) }, 0.25 * MB, (t) => t)];
      s.watch.run(() => batch.forEach(s.read));
      for (const t of batch) {
        s.size += bytes(t);
        s.letters += t.length;
        s.words += words(t);
      }
    }
  }
  const [own, other] = sides.map((s) => s.words / s.watch.seconds()) as [number, number];
  return [
    ...sides.map((s): Row => ({ what: s.what, figures: { 'MB/s': s.size / MB / s.watch.seconds(), 'M characters/s': s.letters / MB / s.watch.seconds(), 'words/s': s.words / s.watch.seconds(), MB: s.size / MB } })),
    { what: 'hewal / wink-nlp, by words', figures: { times: own / other } },
  ];
}

/** The language layer on a load and then on ten times as much: its peak must not follow the load. The texts are made by one process and read by another. */
function memory({ mb }: Load): Row[] {
  const work = mkdtempSync(join(tmpdir(), 'hewal-load-'));
  const path = join(work, 'texts.jsonl');
  const run = (options: readonly string[], script: string, load: number): string => {
    const { status, stdout } = spawnSync(process.execPath, [...options, join(root, 'bench', script), path, String(load)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    if (status !== 0) throw new Error(`bench/${script} ended with ${status}`);
    return stdout;
  };
  try {
    run(process.execArgv, 'write-load.ts', 10 * mb);
    return (JSON.parse(run([], 'read-load.mjs', mb)) as Row['figures'][]).map((figures) => ({ what: 'normalise + tokenise + analyse', figures }));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Text to entities, events and relations; and on to quads; with the heap as the command line sets it. */
function extraction({ mb }: Load, toQuads: boolean): Row[] {
  tuneV8();
  const tables = loadTables();
  const engine = createEngine(tables);
  const empty = peak();
  const clock = watch();
  let articles = 0, size = 0, found = 0;
  for (const article of upTo(soraniArticles(tables), mb * MB, (a) => a.text)) {
    found += clock.run(() => {
      const x = engine.read(article);
      return toQuads ? engine.quads(x).length : x.events.length;
    });
    articles++;
    size += bytes(article.text);
  }
  const s = clock.seconds();
  return [{
    what: toQuads ? 'text to quads' : 'text to entities, events, relations',
    figures: { 'articles/s': articles / s, 'MB/s': size / MB / s, [toQuads ? 'quads/s' : 'events/s']: found / s, 'peak RSS MB': peak(), 'RSS before MB': empty, articles, MB: size / MB },
  }];
}

const MOST_WRITTEN = 2;

/** Writing one graph of some megabytes of news in each format. */
async function writing({ mb }: Load): Promise<Row[]> {
  const tables = loadTables();
  const engine = createEngine(tables);
  const quads: Quad[] = [];
  for (const a of upTo(soraniArticles(tables), Math.min(mb, MOST_WRITTEN) * MB, (x) => x.text)) for (const q of engine.quads(engine.read(a))) quads.push(q);
  const formats: readonly (readonly [string, () => string | Promise<string>])[] = [
    ['N-Quads', () => toNQuads(quads)], ['Turtle', () => toTurtle(quads, engine.mint.base)], ['TriG', () => toTrig(quads, engine.mint.base)],
    ['JSON-LD', () => toJsonLd(quads, contextJson() as Context)], ['graphology JSON', () => toGraphJson(quads, false)],
  ];
  const rows: Row[] = [];
  for (const [what, write] of formats) {
    const from = performance.now();
    const size = bytes(await write());
    const s = (performance.now() - from) / 1000;
    rows.push({ what, figures: { 'quads/s': quads.length / s, 'MB/s': size / MB / s, quads: quads.length, MB: size / MB } });
  }
  return rows;
}

export const SECTIONS: Readonly<Record<string, { readonly title: string; readonly run: (load: Load) => Row[] | Promise<Row[]> }>> = {
  process: { title: 'Whole process, one article', run: wholeProcess },
  language: { title: 'Language layer, side by side with wink-nlp', run: languageLayer },
  memory: { title: 'Memory of the language layer', run: memory },
  extract: { title: 'Extraction alone', run: (load) => extraction(load, false) },
  quads: { title: 'Text to quads', run: (load) => extraction(load, true) },
  write: { title: 'Writing a graph', run: writing },
  queries: { title: 'The ten queries, beside Comunica and rdflib (a blank: not answered in time)', run: queries },
};
