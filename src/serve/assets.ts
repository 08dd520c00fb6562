import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

/** A file that pages load. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

const FOLDER = new URL('../../dist/web/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.html': 'text/html; charset=utf-8' };

/** The built files of the pages by name. They are read once: no request names a path. Empty when they were not built. */
export function readAssets(folder: URL = FOLDER): ReadonlyMap<string, Asset> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return new Map();
  }
  return new Map(names.filter((n) => TYPES[extname(n)] !== undefined).map((name) => {
    const body = new Uint8Array(readFileSync(new URL(name, folder)));
    return [name, { body, type: TYPES[extname(name)] as string, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"` }];
  }));
}
