import { once as event } from 'node:events';
import { basename, dirname } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import pc from 'picocolors';
import { readArticles, type InputOptions } from '../../input/articles.js';
import type { Article } from '../../model/article.js';
import { UserError } from '../../model/note.js';
import { writeLines } from '../files.js';
import { feedFlags, feedOptions, INPUTS, type FeedFlags } from '../input-options.js';
import { day, once } from '../options.js';
import { err, out, printNote } from '../print.js';
import { progressBar } from '../progress.js';

interface Options extends FeedFlags {
  readonly inputs: readonly string[];
  readonly out: string | undefined;
  readonly published: string | undefined;
}

export const fetch: CommandModule<object, Options> = {
  command: 'fetch <inputs..>',
  describe: 'Write the articles of addresses, feeds, pages and other inputs as JSON Lines, to build from as often as you like',
  builder: (y: Argv) => feedFlags(y
    .positional('inputs', { type: 'string', array: true, demandOption: true, describe: INPUTS })
    .option('out', { alias: 'o', type: 'string', nargs: 1, describe: 'file to write, whole or not at all [default: standard output]' })
    .option('published', { type: 'string', nargs: 1, describe: 'date of publication (YYYY-MM-DD) of articles that do not say theirs' }))
    // fetching is what the command is for
    .hide('fetch')
    .example('$0 fetch https://example.org/news/1.html -o news.jsonl', 'one page')
    .example('$0 fetch https://example.org/feed.xml --limit 20 -o news.jsonl', 'the first 20 items of a feed, each with its page')
    .example('$0 build news.jsonl && $0 verify out/graph.nq --articles news.jsonl', 'offline from here on: the same bytes every time')
    .example('$0 fetch saved-pages/ | $0 map > news.nq', 'pages of a folder, as a stream')
    .epilogue('Exit status: 0 done, 2 usage, 3 some input could not be read (the others were written). docs/inputs.md says what is read, and how politely.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['out', 'published']);
  day(o.published);
  if (o.out === '' || /[\\/]$/.test(o.out ?? '')) throw new UserError(`"${o.out}" is no name of a file`, 'for example --out news.jsonl', '--out');
  // in a pipe what is said stands beside what is written
  const { out: file } = o, say = file === undefined ? err : out;
  const bar = await progressBar('articles');
  let written = 0, bad = 0;
  const lines = articles(o, { ...feedOptions(o), fetch: true }, () => void bad++, () => {
    written++;
    bar.step();
  });
  // nothing is written over what was there when nothing could be read
  const first = await lines.next();
  const all = async function* all(): AsyncGenerator<string> {
    if (first.done) return;
    yield first.value;
    yield* lines;
  };
  if (file === undefined) {
    for await (const line of all()) if (!process.stdout.write(`${line}\n`)) await event(process.stdout, 'drain');
  } else if (!first.done) await writeLines(dirname(file), basename(file), all());
  bar.stop();
  say(`${pc.bold(String(written))} article(s)${file === undefined || written === 0 ? '' : ` written: ${file}`}`);
  if (bad > 0) say(`  ${pc.red(`${bad} input(s) left out`)}: see above`);
  return bad > 0 ? 3 : 0;
}

/** Each article as a line; of what is none it is told why. */
async function* articles(o: Options, options: InputOptions, left: () => void, kept: () => void): AsyncGenerator<string> {
  const seen = new Set<string>();
  for await (const r of readArticles(o.inputs, o.published, options)) {
    const note = 'note' in r ? r.note : seen.has(r.article.id) ? { code: 'HW-010', level: 'error' as const, place: r.place, message: `an article with the id "${r.article.id}" was read before`, hint: 'the first one was kept' } : undefined;
    if (note) {
      left();
      printNote(note);
    } else if ('article' in r) {
      seen.add(r.article.id);
      kept();
      yield lineOf(r.article);
    }
  }
}

const lineOf = ({ id, published, title, publisher, url, text }: Article): string => JSON.stringify({ id, published, title, publisher, url, text });
