import { linesOf } from '../store/lines.js';
import { GzipBomb, unpacked } from './gzip.js';
import { readMetadata } from './metadata.js';
import { accept, decodeUtf8, failed, failedAs, MAX_ARTICLE, reason, systemCode, tooLong, withoutMark, type Read } from './read.js';

/** One article a line, plain or gzip. */
export const jsonLines = (stream: AsyncIterable<Buffer | string>, place: string, published: string | undefined): AsyncGenerator<Read> => plainLines(unpacked(stream), place, published);

/** One article a line, of bytes that are not packed or have been unpacked: nothing is unpacked here. A line that is too long is skipped without being held in memory. */
export async function* plainLines(stream: AsyncIterable<Buffer | string>, place: string, published: string | undefined): AsyncGenerator<Read> {
  let any = false;
  try {
    for await (const { number, bytes } of linesOf(stream, MAX_ARTICLE)) {
      const at = `${place}:${number}`;
      if (bytes && /^\s*$/.test(bytes.toString('latin1'))) continue;
      any = true;
      yield bytes ? parseLine(bytes, at, published) : failedAs(tooLong(), at);
    }
  } catch (e) {
    yield e instanceof GzipBomb
      ? failed('HW-009', place, 'unpacks to more than 200 times its size: no news does', 'check where the file comes from')
      : failed('HW-003', place, `cannot be read to its end (${systemCode(e)})`, 'check the file');
    return;
  }
  if (!any) yield failed('HW-007', place, 'is empty', 'one article a line: {"id": …, "text": …}');
}

function parseLine(bytes: Buffer, place: string, published: string | undefined): Read {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return failedAs(text, place);
  try {
    const meta = readMetadata(JSON.parse(withoutMark(text)), ['id', 'text']);
    return accept(meta.id ?? '', meta.text ?? '', meta, place, published);
  } catch (e) {
    return failed('HW-008', place, `is not an article: ${reason(e)}`, 'one JSON object a line: {"id": …, "text": …, "published"?: "YYYY-MM-DD"}');
  }
}
