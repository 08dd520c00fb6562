import { once as event } from 'node:events';
import type { Argv, CommandModule } from 'yargs';
import { keyOf } from '../../corrections/key.js';
import { atLeast } from '../../extract/confidence.js';
import { toAnnotation } from '../../formats/annotations.js';
import { toNQuads } from '../../formats/rdf.js';
import { DEFAULT_BASE } from '../../graph/iris.js';
import { readArticles, STDIN } from '../../input/articles.js';
import { loadTables } from '../../language/load.js';
import { createEngine, type Engine } from '../../pipeline.js';
import { correctionsOption, givenCorrections, notApplied } from '../corrections.js';
import { confidence, day, once } from '../options.js';
import { otherLanguage } from '../other-language.js';
import { ownNames } from '../own-names.js';
import { printNote } from '../print.js';

interface Options {
  readonly format: 'nq' | 'annotations';
  readonly published: string | undefined;
  readonly base: string;
  readonly names: readonly string[] | undefined;
  readonly corrections: readonly string[] | undefined;
  readonly 'min-confidence': number | undefined;
}

export const map: CommandModule<object, Options> = {
  command: 'map',
  describe: 'JSON Lines in (plain or gzip), N-Quads or annotations out, document by document: a stage of an engine for many machines',
  builder: (y: Argv) => correctionsOption(y
    .option('format', { choices: ['nq', 'annotations'], default: 'nq', describe: 'N-Quads, each article a named graph, or annotations, one line an article' })
    .option('published', { type: 'string', describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which entities and articles are named' })
    .option('names', { type: 'string', array: true, nargs: 1, describe: 'your own names: a table that "hewal names import" wrote; may be repeated' })
    .option('min-confidence', { type: 'number', nargs: 1, describe: 'leave out facts whose rule is right less often than this (0 to 1)' }))
    .example('cat news.jsonl | $0 map > news.nq', 'every article by itself')
    .example('cat news.jsonl | $0 map --format annotations', 'spans in the text instead of RDF')
    .epilogue('A document that cannot be read is told on standard error and does not end the stream. Exit status: 0 the stream was read to its end, 2 usage, 3 it was not.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['format', 'published', 'base', 'min-confidence']);
  const least = confidence(o['min-confidence']);
  day(o.published);
  const tables = loadTables();
  const own = await ownNames(o.names ?? [], tables);
  if (own.broken) return 3;
  const given = givenCorrections(o.corrections, tables);
  const engine = createEngine(tables, o.base, own.entries, given.map((g) => g.correction));
  let broken = false;
  for await (const r of readArticles([STDIN], o.published)) {
    if ('note' in r) {
      // a part without a line is no mistake: engines make such parts
      if (r.note.code !== 'HW-007' || r.note.place !== '-') printNote(r.note);
      broken ||= r.note.code === 'HW-003';
      continue;
    }
    const foreign = otherLanguage(engine.guess(r.article.text), r.place);
    if (foreign) {
      printNote(foreign);
      continue;
    }
    const read = engine.read(r.article);
    for (const s of read.steps ?? []) if (s.became === 'not applied') for (const g of given) if (keyOf(g.correction) === s.key) printNote(notApplied(g, s.words));
    const text = await said(engine, atLeast(read, least), o.format);
    if (!process.stdout.write(text)) await event(process.stdout, 'drain');
  }
  return broken ? 3 : 0;
}

/** All that one article says, in whole lines. */
async function said(engine: Engine, x: ReturnType<Engine['read']>, format: Options['format']): Promise<string> {
  return format === 'nq' ? toNQuads(engine.quads(x)) : `${JSON.stringify(toAnnotation(x, (id) => engine.known(id)?.wikidata || undefined))}\n`;
}
