import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What was installed once is there for the next run: outside the repository, and nothing of the machine's own is touched. */
export const CACHE = process.env['HEWAL_TEST_CACHE'] || join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'hewal-test-stores');

/** Why a server cannot be tried here. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

/** Runs an installer; that it is not there, or fails, is no fault of the project. */
async function installer(command: string, args: readonly string[], cwd: string, seconds = 150): Promise<void> {
  try {
    await run(command, args, { cwd, timeout: seconds * 1000, maxBuffer: 16 * 1024 * 1024 });
  } catch (e) {
    const { code, stderr } = e as { code?: string | number; stderr?: string };
    throw new NotHere(code === 'ENOENT' ? `${command} is not here` : `${command} ${args[0]} failed: ${stderr?.trim().split('\n').at(-1) || code}`);
  }
}

/** A folder of the cache, filled by `fill` when it is not there: beside its place first, so that what was stopped half way is not taken for whole. */
async function kept(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const part = mkdtempSync(join(CACHE, `.${name}-`));
  try {
    await fill(part);
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  return folder;
}

/** One file from Maven Central by its coordinates, `group:artifact:version[:type]`. */
export async function fromMaven(coordinates: string): Promise<string> {
  const folder = await kept(coordinates.replaceAll(':', '_'), (to) => installer('mvn', ['-q', '-B', 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy', `-Dartifact=${coordinates}`, `-DoutputDirectory=${to}`], to));
  const [file] = readdirSync(folder);
  if (file === undefined) throw new NotHere(`Maven gave nothing for ${coordinates}`);
  return join(folder, file);
}

/** Debian packages, unpacked into a folder: no service is started, no root is needed. */
export const fromDebian = (name: string, packages: readonly string[]): Promise<string> => kept(name, async (to) => {
  const download = (): Promise<void> => installer('apt-get', ['download', '-q', ...packages], to);
  // A machine that has never asked what there is.
  await download().catch(async () => {
    const root = process.getuid?.() === 0;
    await installer(root ? 'apt-get' : 'sudo', [...(root ? [] : ['-n', 'apt-get']), 'update', '-q'], to);
    await download();
  });
  for (const deb of readdirSync(to).filter((f) => f.endsWith('.deb'))) {
    await installer('dpkg', ['-x', deb, '.'], to);
    rmSync(join(to, deb));
  }
});

/** A program of a crate, compiled: takes as long as it takes. */
export async function fromCargo(crate: string, version: string, program: string, args: readonly string[]): Promise<string> {
  return join(await kept(crate, (to) => installer('cargo', ['install', crate, '--version', version, '--locked', ...args, '--root', to], to, 3600)), 'bin', program);
}

/** Where the cache has a program of a crate; undefined where it was never compiled. */
export const compiled = (crate: string, program: string): string | undefined => [join(CACHE, crate, 'bin', program)].find((p) => existsSync(p));
