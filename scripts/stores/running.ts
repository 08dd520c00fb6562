import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server that runs. */
export interface Running {
  stop(): Promise<void>;
}

const alive = new Map<ChildProcess, string>();

/** Whatever ends this program ends the servers, and takes their data with it. */
function clear(): void {
  for (const [child, folder] of alive) {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
  alive.clear();
}
process.on('exit', clear);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const temporary = (name: string): string => mkdtempSync(join(tmpdir(), `hewal-${name}-`));

/** Starts a server in a folder of its own and waits until an address answers at all. Throws with the end of its log when it does not. */
export async function start(command: string, args: readonly string[], folder: string, address: string, env: NodeJS.ProcessEnv = {}): Promise<Running> {
  const log = join(folder, 'log.txt');
  const file = openSync(log, 'w');
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', file, file], env: { ...process.env, ...env } });
  closeSync(file);
  alive.set(child, folder);
  let ended: string | undefined;
  child.on('error', (e) => (ended = e.message));
  child.on('exit', (code, signal) => (ended ??= `ended with ${code ?? signal}`));
  for (let i = 0; i < 600; i++) {
    if (ended !== undefined) throw new Error(`${command} ${ended}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    if (await fetch(address, { signal: AbortSignal.timeout(2000) }).then((r) => r.body?.cancel().then(() => true) ?? true, () => false)) return { stop: () => stop(child, folder) };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${command} does not answer at ${address}:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

async function stop(child: ChildProcess, folder: string): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }
  alive.delete(child);
  rmSync(folder, { recursive: true, force: true });
}
