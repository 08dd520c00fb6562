/** Words letter by letter (UTF-16 units), so that one walk along a text meets every word that begins or ends there. */
export interface Trie<T> {
  value: T | undefined;
  next: Map<number, Trie<T>> | undefined;
}

/** Words read from the front, for what a text begins with. */
export const prefixTrie = <T>(entries: Iterable<readonly [string, T]>): Trie<T> => build(entries, (word, i) => word.charCodeAt(i));

/** Words read from the back, for what a text ends in. */
export const suffixTrie = <T>(entries: Iterable<readonly [string, T]>): Trie<T> => build(entries, (word, i) => word.charCodeAt(word.length - 1 - i));

function build<T>(entries: Iterable<readonly [string, T]>, unit: (word: string, i: number) => number): Trie<T> {
  const root: Trie<T> = { value: undefined, next: undefined };
  for (const [word, value] of entries) {
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const code = unit(word, i);
      node.next ??= new Map();
      let child = node.next.get(code);
      if (!child) node.next.set(code, (child = { value: undefined, next: undefined }));
      node = child;
    }
    node.value = value;
  }
  return root;
}
