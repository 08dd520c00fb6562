import { IZAFE, PLURAL } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { Segment } from '../syntax/phrase-tables.js';
import type { FillerTables } from './filler-tables.js';
import type { Filler } from './fillers.js';
import type { NameHit } from './names.js';
import { titleOf } from './titles.js';

/** باڵیۆزی ئەمریکا ئیلینا ڕۆمانۆسکی: after a post and the place or body that it is in, two to four words that no list has are the name of who has it. */
export function strangerAt(items: readonly Item[], segments: readonly Segment[], hits: readonly NameHit[], t: FillerTables): Filler | undefined {
  const [post] = segments, last = segments[segments.length - 1] as Segment;
  if (!post || ((items[post.head] as Item).flags & (IZAFE | PLURAL)) !== IZAFE) return undefined;
  const of = hits.findLast((h) => h.type !== 'Person' && !h.weak && h.first > post.head && h.last < last.last);
  if (!of || ((items[of.last] as Item).flags & IZAFE) !== 0 || last.last - of.last < 2 || last.last - of.last > 4) return undefined;
  const words = items.slice(of.last + 1, last.last + 1);
  if (!words.every((i, k) => i.kind === 'word' && (!i.a.known || i.a.pos === 'name') && (k === words.length - 1 || i.flags === 0)) || words.every((i) => i.a.known)) return undefined;
  const title = titleOf(items, { ...post, last: of.last }, t, hits);
  return title && { type: 'Person', first: of.last + 1, last: last.last, foundBy: 'name.titled', unnamed: false, weak: false, title };
}
