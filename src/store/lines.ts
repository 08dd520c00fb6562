/** A line of a file without its end; no bytes when it is longer than is held in memory. */
export interface Line {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

/** The lines of a stream, one at a time. A line longer than `limit` bytes is passed over without being held. */
export async function* linesOf(stream: AsyncIterable<Buffer | string>, limit: number): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let number = 0;
  const keep = (piece: Buffer): void => {
    size += piece.length;
    if (size <= limit) parts.push(piece);
    else parts = [];
  };
  const take = (): Line => {
    const line = { number: ++number, bytes: size > limit ? undefined : parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts) };
    parts = [];
    size = 0;
    return line;
  };
  for await (const piece of stream) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    let start = 0;
    for (let nl = chunk.indexOf(10); nl >= 0; nl = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, nl));
      start = nl + 1;
      yield take();
    }
    if (start < chunk.length) keep(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
