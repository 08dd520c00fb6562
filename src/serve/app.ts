import { Hono } from 'hono';
import type { Finder } from '../query/bind.js';
import type { Engine } from '../query/engine.js';
import type { Asset } from './assets.js';
import { onlyFollowed, onlyHosts, secured } from './guard.js';
import { pages } from './pages/index.js';
import { readyRoutes } from './ready.js';
import { sparqlEndpoint } from './sparql.js';

export interface AppOptions {
  readonly engine: Engine;
  /** The base of the graph's IRIs, with its slash. */
  readonly base: string;
  /** Files of the pages, by name. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Whether it answers for a name of a host; undefined: for any. */
  readonly hosts: ((name: string) => boolean) | undefined;
  /** The origin whose pages may ask the endpoint, or *; undefined for none. */
  readonly cors: string | undefined;
  /** Finds things by name, for the parameters of ready-made queries. */
  readonly find: Finder;
  /** Where the picture of the graph is shown; undefined where there is none. */
  readonly viewer?: Hono;
  /** Is told what went wrong in the server itself; those who ask are not. */
  readonly report: (error: unknown) => void;
}

/** Everything that "hewal serve" answers, as a function from request to answer: `app.fetch`. Only reads. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono();
  app.use('*', secured, onlyHosts(options.hosts));
  app.route('/sparql', sparqlEndpoint(options));
  // Behind the endpoint, which has its own rule.
  app.use('*', onlyFollowed);
  app.get('/assets/:name', (c) => {
    const asset = options.assets.get(c.req.param('name'));
    if (!asset) return c.notFound();
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, { ETag: asset.etag });
    return c.body(asset.body, 200, { 'Content-Type': asset.type, ETag: asset.etag, 'Cache-Control': 'no-cache' });
  });
  app.route('/queries', readyRoutes(options));
  if (options.viewer) app.route('/view', options.viewer);
  app.route('/', pages(options));
  app.notFound((c) => c.text('There is nothing here.\n', 404));
  app.onError((error, c) => {
    options.report(error);
    return c.text('Something went wrong in the server.\n', 500);
  });
  return app;
}
