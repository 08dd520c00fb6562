import { createReadStream, existsSync, openSync, closeSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Article } from '../model/article.js';
import type { Note } from '../model/note.js';
import { linesOf } from '../store/lines.js';
import { readMetadata, type Metadata } from './metadata.js';

/** The longest article that is read, in bytes: above it the input is a mistake, not news. */
export const MAX_ARTICLE = 4 * 1024 * 1024;

/** The path that means standard input, beside `-`. */
export const STDIN = '/dev/stdin';

/** An article and where it stood, or why there is none. */
export type Read = { readonly article: Article; readonly place: string } | { readonly note: Note };

const failed = (code: string, place: string, message: string, hint: string): Read => ({ note: { code, level: 'error', place, message, hint } });

/** Reads every article of files, folders and `-` (standard input), in order of name. Never throws for what an input holds: it says so in a note. */
export async function* readArticles(paths: readonly string[], published: string | undefined): AsyncGenerator<Read> {
  for (const path of paths) {
    if (path === '-' || path === STDIN) {
      yield* jsonLines(process.stdin, '-', published);
      continue;
    }
    let stat;
    try {
      stat = statSync(path);
    } catch {
      yield failed('HW-001', path, 'no such file or folder', 'check the path');
      continue;
    }
    if (!stat.isDirectory()) {
      yield* readFile(path, published);
      continue;
    }
    let any = false;
    for (const found of listed(path)) {
      any = true;
      if (typeof found === 'string') yield* readFile(found, published);
      else yield found;
    }
    if (!any) yield failed('HW-002', path, 'no .txt or .jsonl file in this folder', 'articles are .txt files (metadata in a .json beside each) or lines of a .jsonl');
  }
}

/** The articles' files under a folder, in order of name; a folder that cannot be read is a note among them. */
function listed(folder: string): (string | Read)[] {
  const out: (string | Read)[] = [];
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (e) {
    return [failed('HW-003', folder, `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check its permissions')];
  }
  for (const e of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, e.name);
    if (e.isDirectory()) out.push(...listed(path));
    else if (['.txt', '.jsonl'].includes(extname(e.name).toLowerCase())) out.push(path);
  }
  return out;
}

async function* readFile(path: string, published: string | undefined): AsyncGenerator<Read> {
  const kind = extname(path).toLowerCase();
  if (kind === '.jsonl') {
    try {
      closeSync(openSync(path, 'r'));
    } catch (e) {
      yield failed('HW-003', path, `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check its permissions');
      return;
    }
    yield* jsonLines(createReadStream(path), path, published);
  } else if (kind === '.txt') yield textFile(path, published);
  else yield failed('HW-004', path, `unknown format "${kind || basename(path)}"`, 'hewal reads .txt and .jsonl');
}

function textFile(path: string, published: string | undefined): Read {
  let bytes: Buffer;
  try {
    if (statSync(path).size > MAX_ARTICLE) return tooLong(path, statSync(path).size);
    bytes = readFileSync(path);
  } catch (e) {
    return failed('HW-003', path, `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check its permissions');
  }
  const text = decode(bytes);
  if (typeof text !== 'string') return failed('HW-005', path, text.message, UTF8);
  const beside = `${path.slice(0, -4)}.json`;
  let meta: Partial<Metadata> = {};
  if (existsSync(beside)) {
    try {
      meta = readMetadata(JSON.parse(withoutMark(readFileSync(beside, 'utf8'))));
    } catch (e) {
      return failed('HW-006', beside, `its metadata cannot be used: ${reason(e)}`, 'metadata is {"published": "YYYY-MM-DD", "title": …, "publisher": …, "url": …}');
    }
  }
  return accept(meta.id ?? basename(path).replace(/\.txt$/i, ''), text, meta, path, published);
}

/** One article a line. A line that is too long is skipped without being held in memory. */
async function* jsonLines(stream: NodeJS.ReadableStream, place: string, published: string | undefined): AsyncGenerator<Read> {
  let any = false;
  try {
    for await (const { number, bytes } of linesOf(stream, MAX_ARTICLE)) {
      const at = `${place}:${number}`;
      if (bytes && /^\s*$/.test(bytes.toString('latin1'))) continue;
      any = true;
      yield bytes ? parseLine(bytes, at, published) : tooLong(at);
    }
  } catch (e) {
    yield failed('HW-003', place, `cannot be read to its end (${(e as NodeJS.ErrnoException).code ?? 'error'})`, 'check the file');
    return;
  }
  if (!any) yield failed('HW-007', place, 'is empty', 'one article a line: {"id": …, "text": …}');
}

function parseLine(bytes: Buffer, place: string, published: string | undefined): Read {
  const text = decode(bytes);
  if (typeof text !== 'string') return failed('HW-005', place, text.message, UTF8);
  try {
    const meta = readMetadata(JSON.parse(withoutMark(text)), ['id', 'text']);
    return accept(meta.id ?? '', meta.text ?? '', meta, place, published);
  } catch (e) {
    return failed('HW-008', place, `is not an article: ${reason(e)}`, 'one JSON object a line: {"id": …, "text": …, "published"?: "YYYY-MM-DD"}');
  }
}

function accept(id: string, text: string, meta: Partial<Metadata>, place: string, published: string | undefined): Read {
  if (text.trim() === '') return failed('HW-007', place, 'is empty', 'an article needs text');
  if (text.length > MAX_ARTICLE) return tooLong(place, text.length);
  if (/(?![\t-\r\u007f-\u009f])\p{Cc}/u.test(text.slice(0, 4096))) return failed('HW-005', place, 'holds control characters: binary, not text', 'give the text of the article');
  const day = meta.published ?? published;
  return {
    place,
    article: {
      id: id.toWellFormed(), text: text.toWellFormed(), ...(day ? { published: day } : {}), ...(meta.title ? { title: meta.title.toWellFormed() } : {}),
      ...(meta.publisher ? { publisher: meta.publisher.toWellFormed() } : {}), ...(meta.url ? { url: meta.url } : {}),
    },
  };
}

const UTF8 = 'save the file as UTF-8 text';

const tooLong = (place: string, size?: number): Read => failed('HW-009', place, `is ${size === undefined ? '' : `${(size / 1048576).toFixed(1)} MB long, `}more than ${MAX_ARTICLE / 1048576} MB${size === undefined ? ' long' : ''}`, 'give one article a file, or JSON Lines with one article a line');

/** Text without the byte order mark that some editors put before it. */
const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

const reason = (e: unknown): string => (e instanceof Error ? e.message : String(e));

/** UTF-8 only: anything else is said, not guessed. */
function decode(bytes: Buffer): string | { message: string } {
  if (bytes.subarray(0, 4096).includes(0)) return { message: bytes[0] === 0xff || bytes[0] === 0xfe ? 'is UTF-16, not UTF-8' : 'is binary, not text' };
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { message: 'is not UTF-8 (Latin-1 or Windows-1256?)' };
  }
}
