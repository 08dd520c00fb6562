import { Hono } from 'hono';
import { UserError } from '../model/note.js';
import { bind, type Finder } from '../query/bind.js';
import { QueryError } from '../query/fault.js';
import { prefixesOf } from '../query/prefixes.js';
import { readyQueries } from '../query/ready.js';
import { fault } from './sparql.js';

/** The ready-made queries as JSON, and one of them with values for its parameters as SPARQL. */
export function readyRoutes({ find, base }: { readonly find: Finder; readonly base: string }): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json(readyQueries()));
  app.get('/:name', async (c) => {
    const query = readyQueries().find((q) => q.name === c.req.param('name'));
    if (!query) return c.notFound();
    const given = new Map([...new URL(c.req.url).searchParams].filter(([, value]) => value !== ''));
    try {
      return c.body(await bind(query, given, prefixesOf(base), find), 200, { 'Content-Type': 'application/sparql-query; charset=utf-8' });
    } catch (e) {
      if (e instanceof UserError) return c.text([e.message, e.hint, ''].filter((l) => l !== undefined).join('\n'), 400);
      if (e instanceof QueryError) return fault(c, e.fault);
      throw e;
    }
  });
  return app;
}
