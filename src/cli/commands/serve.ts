import { hostname } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import { DEFAULT_BASE, rootOf } from '../../graph/iris.js';
import { UserError } from '../../model/note.js';
import type { Engine } from '../../query/engine.js';
import { nameFinder } from '../name-finder.js';
import { once, queryMemory, wholeNumber } from '../options.js';
import { err, oneLine, out, printNote } from '../print.js';
import { readingRoom } from '../reading-room.js';
import { openTarget } from '../target.js';

interface Options {
  readonly target: string;
  readonly articles: readonly string[] | undefined;
  readonly port: number;
  readonly host: string;
  readonly 'allow-host': readonly string[] | undefined;
  readonly cors: string | undefined;
  readonly timeout: number;
  readonly memory: number;
  readonly rows: number;
  readonly threads: number;
  readonly base: string;
}

const MOST_THREADS = 16;
/** Queries that may wait for a thread, and milliseconds between two looks whether the graph has changed. */
const WAITING = 1000, LOOK = 2000;

export const serve: CommandModule<object, Options> = {
  command: 'serve <target>',
  describe: 'Serve a graph: reading room, SPARQL endpoint, query page, ontology, a page for every entity',
  builder: (y: Argv) => y
    .positional('target', { type: 'string', demandOption: true, describe: 'RDF file (.ttl .trig .nq .nt .jsonld), a folder that "hewal build" wrote, or a collection; it is loaded again when it changes' })
    .option('articles', { type: 'string', array: true, requiresArg: true, describe: 'files or folders of the articles for the reading room; a collection has its own, and without them it shows the sentences that the graph quotes' })
    .option('port', { type: 'number', default: 8080, requiresArg: true, describe: 'port; 0 takes any that is free' })
    .option('host', { type: 'string', default: '127.0.0.1', requiresArg: true, describe: 'address to listen at; the default serves this machine only' })
    .option('allow-host', { type: 'string', array: true, nargs: 1, describe: 'a name by which others reach it (behind a proxy, in a network); may be repeated' })
    .option('cors', { type: 'string', requiresArg: true, describe: 'origin whose pages may ask the endpoint (https://example.org), or * for all [default: none]' })
    .option('timeout', { type: 'number', default: 10, requiresArg: true, describe: 'seconds that a query may take' })
    .option('memory', { type: 'number', default: 500, requiresArg: true, describe: 'megabytes that a query may take beside the graph' })
    .option('rows', { type: 'number', default: 10_000, requiresArg: true, describe: 'rows or triples that an answer may have, and statements a page of the reading room' })
    .option('threads', { type: 'number', default: 2, requiresArg: true, describe: 'queries that run at once; each thread holds the graph' })
    .option('base', { type: 'string', default: DEFAULT_BASE, requiresArg: true, describe: 'the base that the graph was built with' })
    .example('$0 serve out --articles seeds', 'http://127.0.0.1:8080/, the reading room at /view')
    .example('$0 serve out/graph.nq --port 3030 --timeout 30', 'another port, longer queries')
    .example('curl http://127.0.0.1:8080/sparql --data-urlencode "query=SELECT * { ?s ?p ?o } LIMIT 3"', 'ask it')
    .epilogue('Stop it with Ctrl-C. It only reads: updates are refused.') as Argv<Options>,
  handler: run,
};

async function run(o: Options): Promise<void> {
  once(o, ['port', 'host', 'cors', 'timeout', 'memory', 'rows', 'threads', 'base']);
  for (const name of ['port', 'rows', 'threads'] as const) wholeNumber(name, o[name], { port: 8080, rows: 1000, threads: 2 }[name]);
  if (o.port > 65_535) throw new UserError(`there is no port ${o.port}`, 'at most 65535', '--port');
  if (o.threads < 1 || o.threads > MOST_THREADS) throw new UserError('--threads wants a number of threads', `from 1 to ${MOST_THREADS}`, '--threads');
  if (!(o.timeout > 0 && o.timeout <= 3600)) throw new UserError('--timeout wants seconds', 'for example --timeout 10', '--timeout');
  const cors = o.cors === undefined || o.cors === '*' ? o.cors : originOf(o.cors);
  const memory = queryMemory(o.memory), base = rootOf(o.base), target = openTarget(o.target);

  const [{ openEngine }, { createApp }, { readAssets }, { listen }, { hostsOf, isLocal }] = await Promise.all([import('../../query/engine.js'), import('../../serve/app.js'), import('../../serve/assets.js'), import('../../serve/listen.js'), import('../../serve/hosts.js')]);
  const engine = await openEngine(target, { base, timeout: o.timeout * 1000, memory, rows: o.rows, threads: o.threads, waiting: WAITING });
  const local = isLocal(o.host);
  const assets = readAssets();
  if (assets.size === 0) printNote({ code: 'hewal', level: 'warning', message: 'the files of the pages are not there: they are plain', hint: 'run "npm run build" once' });
  const find = nameFinder(engine);
  const room = await readingRoom({ engine, base, rows: o.rows, find, target, articles: o.articles });
  const app = createApp({ engine, base, cors, assets, hosts: hostsOf(o.host, hostname(), o['allow-host'] ?? []), find, report, ...(room ? { viewer: room.viewer } : {}) });
  const listening = await listen((request) => app.fetch(request), o.host, o.port).catch(async (e: unknown) => {
    await engine.close();
    throw e;
  });

  // Before anything is said: who reads it may want to stop at once.
  const end = stopped();
  const { statements, graphs, seconds } = engine.loaded();
  out(`${statements} statements in ${graphs} graph(s), loaded in ${seconds.toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  if (!local) printNote({ code: 'hewal', level: 'warning', message: `everybody who reaches ${o.host} can read this graph and keep this machine busy`, hint: 'leave --host away to serve this machine only, or put a proxy with its own limits before it' });
  out(`http://${o.host.includes(':') ? `[${o.host}]` : o.host}:${listening.port}/`);
  const looking = watch(engine, room?.again);
  await end;
  clearInterval(looking);
  await listening.stop();
  await engine.close();
}

/** Looks now and then whether the graph has changed; `again`: what is then to be read again too. What cannot be read is said once; the old graph stays. */
function watch(engine: Engine, again: (() => Promise<void>) | undefined): NodeJS.Timeout {
  let said: string | undefined;
  return setInterval(() => {
    engine.refresh().then(async (changed) => {
      said = undefined;
      if (!changed) return;
      await again?.();
      out(`the graph has changed: ${engine.loaded().statements} statements`);
    }, (e: unknown) => {
      const message = e instanceof Error ? e.message : String(e);
      if (message !== said) printNote({ code: 'hewal', level: 'warning', message: `the graph has changed and cannot be read: ${message}`, hint: 'the old one is served until it can' });
      said = message;
    });
  }, LOOK);
}

/** Waits for Ctrl-C or the end of the process that started this one. */
const stopped = (): Promise<unknown> => new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
});

function originOf(text: string): string {
  try {
    const { origin } = new URL(text);
    if (origin !== 'null' && text.replace(/\/$/, '') === origin) return origin;
  } catch {
    // Told below.
  }
  throw new UserError(`"${text}" is no origin`, 'for example --cors https://example.org, or --cors "*"', '--cors');
}

function report(error: unknown): void {
  err(`error in the server: ${oneLine(error instanceof Error ? error.message : String(error))}`);
  if (process.env['HEWAL_DEBUG'] && error instanceof Error) err(error.stack ?? '');
}
