import { statSync } from 'node:fs';
import { readFile } from './files.js';
import { listed } from './folders.js';
import { jsonLines } from './json-lines.js';
import { ENDINGS, isAddress } from './kinds.js';
import type { InputOptions } from './options.js';
import { failed, type Read } from './read.js';
import type { Web } from './web/index.js';

export type { InputOptions } from './options.js';
export { MAX_ARTICLE, type Read } from './read.js';

/** The path that means standard input, beside `-`. */
export const STDIN = '/dev/stdin';

/**
 * Reads every article of files, folders, http(s) addresses and `-` (standard input), in order of name. Never throws for what an input holds: it says so in a note.
 * Nothing is fetched unless an address is among the inputs, or `fetch` asks for the pages of a feed.
 */
export async function* readArticles(inputs: readonly string[], published: string | undefined, options: InputOptions = {}): AsyncGenerator<Read> {
  let web: Web | undefined;
  const online = async (): Promise<Web> => {
    const { createWeb } = await import('./web/index.js');
    web ??= createWeb({ userAgent: options.userAgent ?? 'hewal', allowPrivate: options.allowPrivate ?? false, ...options.web });
    return web;
  };
  try {
    for (const input of inputs) {
      if (isAddress(input)) yield* (await import('./web/read-address.js')).readAddress(input, published, await online(), options.limit);
      else yield* readPath(input, published, options, online);
    }
  } finally {
    await web?.close();
  }
}

async function* readPath(path: string, published: string | undefined, options: InputOptions, online: () => Promise<Web>): AsyncGenerator<Read> {
  if (path === '-' || path === STDIN) {
    yield* jsonLines(process.stdin, '-', published);
    return;
  }
  let stat;
  try {
    stat = statSync(path);
  } catch {
    yield failed('HW-001', path, 'no such file or folder', 'check the path');
    return;
  }
  const follow = options.fetch ? async (address: string) => (await import('./web/read-address.js')).pageOf(await online())(address) : undefined;
  if (!stat.isDirectory()) {
    yield* readFile(path, published, follow, options.limit);
    return;
  }
  let any = false;
  for (const found of listed(path)) {
    any = true;
    if (typeof found === 'string') yield* readFile(found, published, follow, options.limit);
    else yield found;
  }
  if (!any) yield failed('HW-002', path, 'no article in this folder', `articles are ${ENDINGS}; metadata in a .json beside each`);
}
