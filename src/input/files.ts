import { closeSync, createReadStream, openSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { metadataBeside } from './beside.js';
import type { Follow } from './feed-articles.js';
import { unpackedWhole } from './gzip.js';
import { jsonLines } from './json-lines.js';
import { ENDINGS, endingOf, kindOf } from './kinds.js';
import { accept, decodeUtf8, failed, failedAs, isProblem, MAX_ARTICLE, MAX_PAGE, problem, systemCode, tooLong, type Problem, type Read } from './read.js';

/** Reads the articles of a file, by its ending. */
export async function* readFile(path: string, published: string | undefined, follow: Follow | undefined, limit: number | undefined): AsyncGenerator<Read> {
  const { kind, stem } = kindOf(path);
  if (kind === undefined) {
    yield failed('HW-004', path, `unknown format "${endingOf(path)}"`, `hewal reads ${ENDINGS}`);
    return;
  }
  if (kind === 'lines') {
    const closed = unopened(path);
    if (closed) yield failedAs(closed, path);
    else yield* jsonLines(createReadStream(path), path, published);
    return;
  }
  const bytes = bytesOf(path, kind === 'text' ? MAX_ARTICLE : MAX_PAGE);
  if (isProblem(bytes)) yield failedAs(bytes, path);
  else if (kind === 'text') yield textFile(bytes, path, stem, published);
  else if (kind === 'page') yield await pageFile(bytes, path, stem, published);
  else {
    const [{ decodePage }, { feedArticles }] = await Promise.all([import('./page/charset.js'), import('./feed-articles.js')]);
    const text = decodePage(bytes);
    if (typeof text === 'string') yield* feedArticles(text, path, undefined, published, follow, limit);
    else yield failedAs(text, path);
  }
}

function unopened(path: string): Problem | undefined {
  try {
    closeSync(openSync(path, 'r'));
    return undefined;
  } catch (e) {
    return unreadable(e);
  }
}

function bytesOf(path: string, limit: number): Buffer | Problem {
  try {
    const { size } = statSync(path);
    return size > limit ? tooLong(size, limit) : unpackedWhole(readFileSync(path), limit);
  } catch (e) {
    return unreadable(e);
  }
}

const unreadable = (e: unknown): Problem => problem('HW-003', `cannot be read (${systemCode(e)})`, 'check its permissions');

function textFile(bytes: Buffer, path: string, stem: string, published: string | undefined): Read {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return failedAs(text, path);
  const beside = metadataBeside(stem);
  if ('bad' in beside) return failedAs(beside.bad, beside.place);
  return accept(beside.meta.id ?? basename(stem), text, beside.meta, path, published);
}

/** A saved page; the metadata beside it, where there are any, are believed before its own. */
async function pageFile(bytes: Buffer, path: string, stem: string, published: string | undefined): Promise<Read> {
  const beside = metadataBeside(stem);
  if ('bad' in beside) return failedAs(beside.bad, beside.place);
  const [{ decodePage }, { readPage }] = await Promise.all([import('./page/charset.js'), import('./page/index.js')]);
  const html = decodePage(bytes);
  const page = typeof html === 'string' ? readPage(html, undefined) : html;
  if (isProblem(page)) return failedAs(page, path);
  const { meta } = beside;
  const url = meta.url ?? page.url;
  return accept(meta.id ?? page.url ?? basename(stem), page.text, { ...meta, published: meta.published ?? page.published, title: meta.title ?? page.title, publisher: meta.publisher ?? page.publisher, url }, path, published);
}
