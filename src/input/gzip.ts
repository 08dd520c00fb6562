import { Readable, pipeline } from 'node:stream';
import { createGunzip, gunzipSync } from 'node:zlib';
import { problem, systemCode, tooLong, type Problem } from './read.js';

/** News shrinks to a tenth or a twentieth; what grows more than this when unpacked was made to fill memory or time. */
const MOST_GROWTH = 200;
/** Bytes that may come out before growth is looked at: a short file may well be one line many times over. */
const FREE = 16 * 1024 * 1024;

/** A gzip stream that unpacks to far more than articles do. */
export class GzipBomb extends Error {
  override readonly name = 'GzipBomb';
}

/** RFC 1952, section 2.3.1: the first two bytes of every gzip file. */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** The bytes of a stream, unpacked where they are gzip. Throws a `GzipBomb`, or what the stream or zlib throws. */
export async function* unpacked(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  const source = stream[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await source.next();
    if (done) break;
    head = Buffer.concat([head, asBuffer(value)]);
  }
  let taken = 0;
  const all = async function* all(): AsyncGenerator<Buffer> {
    taken += head.length;
    yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const piece = asBuffer(next.value);
      taken += piece.length;
      yield piece;
    }
  };
  if (!isGzip(head)) {
    yield* all();
    return;
  }
  const plain = createGunzip();
  // what goes wrong on either side comes out of the loop below
  pipeline(Readable.from(all()), plain, () => {});
  let given = 0;
  for await (const piece of plain as AsyncIterable<Buffer>) {
    given += piece.length;
    if (given > FREE && given > taken * MOST_GROWTH) throw new GzipBomb();
    yield piece;
  }
}

const asBuffer = (piece: Buffer | string): Buffer => (typeof piece === 'string' ? Buffer.from(piece) : piece);

/** The bytes of a whole file, unpacked where they are gzip; never more than `limit`. */
export function unpackedWhole(bytes: Buffer, limit: number): Buffer | Problem {
  if (!isGzip(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: limit });
  } catch (e) {
    return systemCode(e) === 'ERR_BUFFER_TOO_LARGE' ? tooLong(undefined, limit) : problem('HW-003', `cannot be unpacked to its end (${systemCode(e)})`, 'check the file: it may have been cut off');
  }
}
