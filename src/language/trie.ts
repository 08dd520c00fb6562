/**
 * Words letter by letter (UTF-16 units), so that one walk along a text meets every word that begins or ends there. One table of numbers: a step
 * is one look into it, and a letter that no word goes on with leads to `NOWHERE`.
 */
export interface Trie<T> {
  /** Column of each letter; 0 for letters that stand in no word. */
  readonly columns: Uint8Array;
  readonly width: number;
  /** The node after each node and letter: a row a node. */
  readonly next: Int32Array;
  readonly values: readonly (T | undefined)[];
}

/** The node that no way leads out of, and the one where every word begins. */
export const NOWHERE = 0, ROOT = 1;

/** Where one more letter leads. */
export const step = <T>(t: Trie<T>, node: number, code: number): number => t.next[node * t.width + (t.columns[code] as number)] as number;

/** Words read from the front, for what a text begins with. */
export const prefixTrie = <T>(entries: Iterable<readonly [string, T]>): Trie<T> => build([...entries], (word, i) => word.charCodeAt(i));

/** Words read from the back, for what a text ends in. */
export const suffixTrie = <T>(entries: Iterable<readonly [string, T]>): Trie<T> => build([...entries], (word, i) => word.charCodeAt(word.length - 1 - i));

function build<T>(entries: readonly (readonly [string, T])[], unit: (word: string, i: number) => number): Trie<T> {
  const columns = new Uint8Array(65_536);
  let width = 1, letters = 0;
  for (const [word] of entries) {
    letters += word.length;
    for (let i = 0; i < word.length; i++) if (columns[word.charCodeAt(i)] === 0) columns[word.charCodeAt(i)] = width++;
  }
  if (width > 256) throw new Error('more than 255 letters in the words of a table');
  const room = new Int32Array((letters + 2) * width);
  const values: (T | undefined)[] = [undefined, undefined];
  for (const [word, value] of entries) {
    let node = ROOT;
    for (let i = 0; i < word.length; i++) {
      const at = node * width + (columns[unit(word, i)] as number);
      if (room[at] === NOWHERE) room[at] = values.push(undefined) - 1;
      node = room[at] as number;
    }
    values[node] = value;
  }
  return { columns, width, next: room.slice(0, values.length * width), values };
}
