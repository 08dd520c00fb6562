import { linesOf } from '../store/lines.js';
import { GzipBomb, unpacked } from './gzip.js';
import { readMetadata } from './metadata.js';
import { ofAnotherSite } from './page/identity.js';
import { accept, decodeUtf8, failed, failedAs, MAX_ARTICLE, reason, systemCode, tooLong, usurped, withoutMark, type Read } from './read.js';

/** One article a line, plain or gzip. */
export const jsonLines = (stream: AsyncIterable<Buffer | string>, place: string, published: string | undefined): AsyncGenerator<Read> => plainLines(unpacked(stream), place, published);

/**
 * One article a line, of bytes that are not packed or have been unpacked: nothing is unpacked here. `from`: the address they were fetched from; an article whose id or address is
 * of another site is refused. A line that is too long is skipped without being held in memory.
 */
export async function* plainLines(stream: AsyncIterable<Buffer | string>, place: string, published: string | undefined, from?: string): AsyncGenerator<Read> {
  let any = false;
  try {
    for await (const { number, bytes } of linesOf(stream, MAX_ARTICLE)) {
      const at = `${place}:${number}`;
      if (bytes && /^\s*$/.test(bytes.toString('latin1'))) continue;
      any = true;
      yield bytes ? parseLine(bytes, at, published, from) : failedAs(tooLong(), at);
    }
  } catch (e) {
    yield e instanceof GzipBomb
      ? failed('HW-009', place, 'unpacks to more than 200 times its size: no news does', 'check where the file comes from')
      : failed('HW-003', place, `cannot be read to its end (${systemCode(e)})`, 'check the file');
    return;
  }
  if (!any) yield failed('HW-007', place, 'is empty', 'one article a line: {"id": …, "text": …}');
}

function parseLine(bytes: Buffer, place: string, published: string | undefined, from: string | undefined): Read {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return failedAs(text, place);
  try {
    const meta = readMetadata(JSON.parse(withoutMark(text)), ['id', 'text']);
    const foreign = from === undefined ? undefined : [meta.id, meta.url].find((name) => name !== undefined && ofAnotherSite(name, from));
    if (foreign !== undefined) return failedAs(usurped(foreign), place);
    return accept(meta.id ?? '', meta.text ?? '', meta, place, published);
  } catch (e) {
    return failed('HW-008', place, `is not an article: ${reason(e)}`, 'one JSON object a line: {"id": …, "text": …, "published"?: "YYYY-MM-DD"}');
  }
}
