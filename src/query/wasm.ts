/** Bytes of a page of WebAssembly, and the pages that a memory can have (WebAssembly Core 2.0, 4.2.8 and 2.5.5). */
const PAGE = 65_536, MOST = 65_536;
/** Bytes before the first section, and the number of the section of memories (5.5.16, 5.5.7). */
const HEAD = 8, MEMORIES = 5;

/**
 * A module of WebAssembly whose one memory, which has no end of its own, may not grow past these bytes: what would, fails
 * in the module there and then, which no watching from outside can do in time. Any other module is left as it is.
 */
export function withMost(module: Uint8Array, bytes: number): Uint8Array {
  for (let at = HEAD; at < module.length;) {
    const size = number(module, at + 1), end = size.end + size.value;
    if (module[at] !== MEMORIES) {
      at = end;
      continue;
    }
    // One memory, of which only the least is said.
    if (module[size.end] !== 1 || module[size.end + 1] !== 0) return module;
    const least = number(module, size.end + 2).value;
    const body = [1, 1, ...leb128(least), ...leb128(Math.min(MOST, Math.max(least, Math.ceil(bytes / PAGE))))];
    return Buffer.concat([module.subarray(0, at), Uint8Array.from([MEMORIES, ...leb128(body.length), ...body]), module.subarray(end)]);
  }
  return module;
}

/** An unsigned number as the binary format writes it (5.2.2), and where it ends. */
function number(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = at; ; i++) {
    const byte = bytes[i] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (i - at));
    if (byte < 0x80) return { value, end: i + 1 };
  }
}

const leb128 = (n: number): number[] => (n < 0x80 ? [n] : [(n % 0x80) + 0x80, ...leb128(Math.floor(n / 0x80))]);
