// npm run load [-- TARGET --clients 200 --seconds 60]: many clients ask "hewal serve" at once, for a while. Ends with 1 when any of them was not answered.
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readyQueries } from '../src/query/ready.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { clients: { type: 'string', default: '200' }, seconds: { type: 'string', default: '60' } } });
const clients = Number(values.clients), seconds = Number(values.seconds);
if (!(clients > 0 && seconds > 0)) throw new Error('usage: npm run load -- [TARGET] [--clients N] [--seconds N]');
const root = new URL('..', import.meta.url);
const server = spawn(process.execPath, [fileURLToPath(new URL('dist/cli/main.js', root)), 'serve', positionals[0] ?? 'out', '--port', '0'], { cwd: fileURLToPath(root), stdio: ['ignore', 'pipe', 'inherit'] });
const url = await new Promise<string>((resolve, reject) => {
  let text = '';
  server.stdout.on('data', (data: Buffer) => {
    text += data.toString();
    const found = /^http:\S+\/$/m.exec(text)?.[0];
    if (found) resolve(found);
  });
  server.on('exit', () => reject(new Error('the server did not start')));
});

interface Ask {
  readonly path: string;
  readonly accept: string;
  readonly body?: string;
}
/** What people and programs ask, in turn: the ready-made queries, a page, its data, the ontology. */
const asks: readonly Ask[] = [
  ...readyQueries().map((q) => ({ path: 'sparql', accept: '*/*', body: q.text })),
  { path: `sparql?query=${encodeURIComponent('SELECT ?p ?o { person:joe-biden ?p ?o }')}`, accept: 'text/csv' },
  { path: 'entity/person/joe-biden', accept: 'text/html' }, { path: 'entity/person/joe-biden', accept: 'text/turtle' }, { path: '', accept: 'text/html' }, { path: 'sparql', accept: 'text/turtle' },
];

const agent = new Agent({ keepAlive: true, maxSockets: clients });
const times: number[] = [], failures = new Map<string, number>();
const fail = (what: string): void => void failures.set(what, (failures.get(what) ?? 0) + 1);
const send = ({ path, accept, body }: Ask): Promise<void> => new Promise((resolve) => {
  const from = performance.now();
  const r = request(url + path, { agent, method: body === undefined ? 'GET' : 'POST', headers: { accept, ...(body === undefined ? {} : { 'content-type': 'application/sparql-query' }) } }, (answer) => {
    answer.resume();
    answer.on('end', () => {
      times.push(performance.now() - from);
      if (answer.statusCode !== 200) fail(`${answer.statusCode} ${path}`);
      resolve();
    });
  });
  r.on('error', (e) => {
    fail(e.message);
    resolve();
  });
  r.end(body);
});

const until = performance.now() + seconds * 1000;
await Promise.all(Array.from({ length: clients }, async (_, client) => {
  for (let i = client; performance.now() < until; i++) await send(asks[i % asks.length] as Ask);
}));
server.removeAllListeners('exit');
server.kill('SIGTERM');
times.sort((a, b) => a - b);
const at = (share: number): string => `${Math.round(times[Math.floor(times.length * share)] ?? 0)} ms`;
console.log(`${clients} clients, ${seconds} s: ${times.length} answers (${Math.round(times.length / seconds)}/s), half within ${at(0.5)}, 95 of 100 within ${at(0.95)}, the slowest ${at(0.999999)}; ${failures.size === 0 ? 'no error' : `errors: ${[...failures].map(([what, n]) => `${n} × ${what}`).join(', ')}`}`);
process.exitCode = failures.size === 0 ? 0 : 1;
