import type { Room } from './room.js';

/** Characters (UTF-16 code units) of the rooms that are kept. */
const MOST = 50_000_000;

/** Gives the room of a key: the one that was made before, or what `make` makes. When a source (a graph, texts) is another than it was, all are made anew. */
export function createKept(sources: () => readonly unknown[]): (key: string, make: () => Promise<Room>) => Promise<Room> {
  let of: readonly unknown[] = [], size = 0;
  const rooms = new Map<string, { readonly room: Promise<Room>; size: number }>();
  const drop = (key: string): void => {
    size -= rooms.get(key)?.size ?? 0;
    rooms.delete(key);
  };
  return (key, make) => {
    const now = sources();
    if (now.some((source, i) => source !== of[i])) {
      of = now;
      rooms.clear();
      size = 0;
    }
    const own = rooms.get(key) ?? { room: make(), size: 0 };
    const first = !rooms.delete(key);
    // The last that was asked for stands last.
    rooms.set(key, own);
    if (first) own.room.then(({ pieces }) => {
      if (rooms.get(key) !== own) return;
      own.size = pieces.reduce((sum, p) => sum + p.length, 0);
      size += own.size;
      for (const oldest of rooms.keys()) {
        if (size <= MOST) break;
        drop(oldest);
      }
    }, () => {
      if (rooms.get(key) === own) drop(key);
    });
    return own.room;
  };
}
