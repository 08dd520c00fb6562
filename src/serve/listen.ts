import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { UserError } from '../model/note.js';

/** Milliseconds: to send the head of a request, to send all of it, to keep a connection that asks nothing, to finish what is being answered when the server stops. */
const HEAD = 10_000, WHOLE = 30_000, IDLE = 5_000, END = 10_000;

export interface Listening {
  readonly port: number;
  /** Takes no more connections and ends when all are answered, or after some seconds. */
  stop(): Promise<void>;
}

/** Listens at a port (0: any that is free). Throws a `UserError` when it is taken or not allowed. */
export function listen(fetch: (request: Request) => Response | Promise<Response>, host: string, port: number): Promise<Listening> {
  const server: Server = createServer({ requestTimeout: WHOLE, headersTimeout: HEAD, keepAliveTimeout: IDLE }, getRequestListener(fetch, { overrideGlobalObjects: false }));
  return new Promise((resolve, reject) => {
    server.once('error', (e: NodeJS.ErrnoException) => reject(new UserError(`cannot listen at ${host}:${port} (${e.code ?? e.message})`, e.code === 'EADDRINUSE' ? 'another program has this port: try --port 0' : 'check --host and --port', '--port')));
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address !== null ? address.port : port, stop: () => stop(server) });
    });
  });
}

const stop = (server: Server): Promise<void> => new Promise((resolve) => {
  const late = setTimeout(() => server.closeAllConnections(), END);
  server.close(() => {
    clearTimeout(late);
    resolve();
  });
  server.closeIdleConnections();
});
