/**
 * Loads, queries, updates and empties real servers: Virtuoso (from Debian), Jena Fuseki and RDF4J (from Maven), and Oxigraph where it is compiled.
 * Each is installed into a cache folder, started on a free port of the loopback with data of its own, and ended in every case; one that cannot be installed is
 * skipped with a word. `npm run test:stores -- fuseki` tries only those named.
 */
import { rm } from 'node:fs/promises';
import { embedded, TEN } from './stores/answers.js';
import { NotHere } from './stores/cache.js';
import { data } from './stores/data.js';
import { around, prove } from './stores/prove.js';
import { temporary } from './stores/running.js';
import { SERVERS, type Server } from './stores/servers.js';

const names = process.argv.slice(2);
const unknown = names.find((n) => !SERVERS.some((s) => s.name === n));
if (unknown !== undefined) {
  console.error(`no server "${unknown}": ${SERVERS.map((s) => s.name).join(', ')}`);
  process.exit(2);
}

let failed = 0, proven = 0;
const tell = (what: string, wrong?: string): void => {
  if (wrong !== undefined) failed++;
  console.log(`  ${wrong === undefined ? 'ok  ' : 'FAIL'} ${what}${wrong === undefined ? '' : `\n    ${wrong}`}`);
};

const folder = temporary('stores');
try {
  const made = data(folder);
  const expected = { before: await embedded(made.before), after: await embedded(made.after) };
  for (const q of TEN) if ((expected.after.get(q.name)?.length ?? 0) === 0) tell(`${q.name} has an answer to compare`, 'no rows');

  const one = async (server: Server): Promise<void> => {
    console.log(`\n${server.name}`);
    const up = await server.up(names.includes(server.name));
    try {
      console.log(`  up at ${up.to}`);
      around(up, folder, made.before, tell);
      for (const protocol of ['gsp', 'update'] as const) {
        console.log(`  ${protocol === 'gsp' ? 'Graph Store Protocol' : 'SPARQL Update'}`);
        await prove(up, protocol, made, expected, tell);
      }
      proven++;
    } finally {
      await up.stop();
    }
  };
  for (const server of SERVERS.filter((s) => names.length === 0 || names.includes(s.name))) {
    try {
      await one(server);
    } catch (e) {
      if (e instanceof NotHere) console.log(`  SKIPPED: ${e.message}`);
      else tell(server.name, e instanceof Error ? e.message : String(e));
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(`\n${proven} server(s) tried, ${failed} failure(s)`);
process.exit(failed > 0 ? 1 : 0);
