import { basename, dirname, resolve } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { DEFAULT_BASE, rootOf } from '../../graph/iris.js';
import { loadTables } from '../../language/load.js';
import { UserError } from '../../model/note.js';
import { writeWhole } from '../files.js';
import { once } from '../options.js';
import { oneLine, out } from '../print.js';
import { openTarget } from '../target.js';
import { readTexts } from '../texts.js';

interface Options {
  readonly target: string;
  readonly articles: readonly string[] | undefined;
  readonly out: string;
  readonly base: string;
}

export const view: CommandModule<object, Options> = {
  command: 'view <target>',
  describe: 'Write a page on which to read a graph beside its articles',
  builder: (y: Argv) => y
    .positional('target', { type: 'string', demandOption: true, describe: 'RDF file, or a folder that "hewal build" wrote' })
    .option('articles', { type: 'string', array: true, requiresArg: true, describe: 'files or folders of the articles; without them the page shows the sentences that the graph quotes' })
    .option('out', { type: 'string', requiresArg: true, default: 'hewal.html', describe: 'the page' })
    .option('base', { type: 'string', requiresArg: true, default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })
    .example('$0 view out --articles seeds --out page.html', 'articles, graph and time line, side by side')
    .example('$0 view out/graph.ttl', 'the sentences of the graph only; writes hewal.html')
    .epilogue('One file that works offline: open it in a browser. Exit status: 0 written, 2 usage, 3 something could not be read.') as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['out', 'base']);
  if (!/\.html?$/i.test(o.out)) throw new UserError(`"${o.out}" is no name of a page`, 'for example --out page.html', '--out');
  const { createGrammar, pageData, pageHtml, pageTemplate } = await import('../../viewer/index.js');
  const { newsOntology } = await import('../../check/ontology.js');
  const template = pageTemplate();
  const tables = loadTables(), { letters } = tables, base = rootOf(o.base);
  const quads = [];
  for await (const graph of openTarget(o.target).graphs()) for (const q of graph.quads) quads.push(q);
  const texts = o.articles ? await readTexts(o.articles, o.base, letters) : undefined;
  const data = pageData({ quads, ontology: newsOntology().quads, letters, base, grammar: createGrammar(tables), ...(texts ? { articles: texts.articles } : {}) });
  await writeWhole(dirname(resolve(o.out)), basename(o.out), pieces(pageHtml(template, data)));
  const whole = data.articles.filter((a) => a.whole).length;
  out(`${data.articles.length} article(s), ${whole} with the whole text: ${data.entities.length} entities, ${data.events.length} events and relations, ${data.links.filter((l) => l.direct).length} direct facts`);
  out(`  written: ${oneLine(o.out)}`);
  return texts?.broken ? 3 : 0;
}

async function* pieces(all: Iterable<string>): AsyncGenerator<string> {
  yield* all;
}
