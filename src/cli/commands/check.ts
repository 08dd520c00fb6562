import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { createMinter, DEFAULT_BASE } from '../../graph/iris.js';
import type { Quad } from '../../graph/quads.js';
import { readArticles } from '../../input/articles.js';
import { compileLetters } from '../../language/letters.js';
import { loadTables } from '../../language/load.js';
import type { Article } from '../../model/article.js';
import { UserError, type Note } from '../../model/note.js';
import { once, wholeNumber } from '../options.js';
import { out, printNote } from '../print.js';
import { graphText, readGraph } from '../read-graph.js';

interface Options {
  readonly graphs: readonly string[];
  readonly articles: readonly string[] | undefined;
  readonly base: string;
  readonly limit: number;
}

export const check: CommandModule<object, Options> = {
  command: 'check <graphs..>',
  describe: 'Hold RDF graphs to the ontology, its shapes and the texts',
  builder: (y: Argv) => y
    .positional('graphs', { type: 'string', array: true, demandOption: true, describe: 'RDF files: .ttl .trig .nq .nt .jsonld' })
    .option('articles', { type: 'string', array: true, requiresArg: true, describe: 'files or folders of the articles, to compare every quote with' })
    .option('base', { type: 'string', default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })
    .option('limit', { type: 'number', default: 100, describe: 'how many findings to print' })
    .example('$0 check out/graph.ttl', 'ontology, shapes, logic and calendar')
    .example('$0 check out/graph.ttl --articles seeds', 'every quote compared with the text')
    .epilogue('Exit status: 0 clean, 1 findings, 2 usage, 3 a graph or article could not be read.') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['base', 'limit']);
  wholeNumber('limit', o.limit, 20);
  let unreadable = false;
  const quads: Quad[] = [];
  const again: Note[] = [];
  for (const path of o.graphs) {
    try {
      const text = graphText(path);
      const read = await readGraph(path, text);
      for (const q of read) quads.push(q);
      if (/\.ttl$/i.test(path) && text.length <= SECOND_READING) again.push(...(await import('../../check/readers.js')).readAgain(text, path, distinct(read)));
    } catch (e) {
      if (!(e instanceof UserError)) throw e;
      unreadable = true;
      printNote({ code: 'HW-020', level: 'error', place: path, message: e.message, ...(e.hint ? { hint: e.hint } : {}) });
    }
  }
  let articles: Map<string, Article> | undefined;
  if (o.articles) {
    articles = new Map();
    const mint = createMinter(o.base, compileLetters(loadTables().letters));
    for await (const r of readArticles(o.articles, undefined)) {
      if ('note' in r) {
        unreadable = true;
        printNote(r.note);
      } else articles.set(mint.article(r.article.id), r.article);
    }
  }
  if (quads.length === 0) return 3;
  const { checkGraph } = await import('../../check/index.js');
  const notes = [...again, ...(await checkGraph({ quads, articles }))];
  for (const n of notes.slice(0, o.limit)) printNote(n, 'out');
  if (notes.length > o.limit) out(`… and ${notes.length - o.limit} more (--limit)`);
  const errors = notes.filter((n) => n.level === 'error').length;
  out(`${quads.length} statements in ${o.graphs.length} file(s): ${notes.length === 0 ? pc.green('clean') : `${errors} error(s), ${notes.length - errors} warning(s)`}`);
  return unreadable ? 3 : notes.length > 0 ? 1 : 0;
}

/** Past this size (characters) a file is not read a second time: that reader is seventeen times slower. */
const SECOND_READING = 8 * 1024 * 1024;

/** A graph is a set: the number of different statements. */
const distinct = (quads: readonly Quad[]): number => new Set(quads.map((q) => `${q.subject.id} ${q.predicate.id} ${q.object.id}`)).size;
