import { IZAFE } from '../../language/analysis.js';
import type { Item } from '../../language/context/items.js';
import type { Segment } from '../syntax/phrase-tables.js';
import { titlePair } from '../syntax/segments.js';
import type { FillerTables } from './filler-tables.js';
import type { NameHit } from './names.js';

export interface Title {
  readonly kind: 'post' | 'profession' | 'kin';
  readonly first: number;
  readonly last: number;
  /** Item where the governed words (organisation, place, person) begin; last + 1 when nothing is governed. */
  readonly of: number;
  readonly end: number;
}

/** A chain that names a post (or a kinship), and what it governs. */
export function titleOf(items: readonly Item[], s: Segment, t: FillerTables, hits: readonly NameHit[]): Title | undefined {
  const { titles } = t.names;
  const head = items[s.head] as Item;
  let kind = t.names.mayBeTitle(head.word) ? titles.get(head.a.key) ?? titles.get(head.word.key) : undefined;
  let end = s.head;
  const pair = s.head < s.last ? titlePair(head, items[s.head + 1], t.names.titleStarts, titles) : undefined;
  if (pair !== undefined) {
    kind = titles.get(pair);
    end = s.head + 1;
  }
  if (!kind || kind === 'honorific') return undefined;
  const minister = t.ministers.has(head.a.key);
  while (end < s.last) {
    const next = items[end + 1] as Item;
    // وەزیری دارایی و ئابووری: one minister for two matters
    if (minister && next.a.pos === 'conj' && end + 2 <= s.last) {
      end += 2;
      continue;
    }
    const row = t.heads.get(next.a.key);
    const body = row !== undefined && !(row.kind === 'office' && minister);
    // هاوسەری سەرۆکی X: kin of who has the post
    const governed = (kind === 'kin' && titles.get(next.a.key) === 'post') || hits.some((h) => h.first === end + 1 && h.type !== 'Person' && !h.weak) || body || next.a.pos === 'name' || next.kind === 'latin' || next.a.pos === 'adp' || !next.a.known;
    if (governed || !((items[end] as Item).flags & IZAFE)) break;
    end++;
  }
  for (let i = s.last; i > end; i--) {
    if ((items[i] as Item).a.pos === 'adp' && !(items[i - 1] && ((items[i - 1] as Item).flags & IZAFE) !== 0)) return { kind: kind as Title['kind'], first: s.first, last: i - 1, of: i + 1, end: s.last };
  }
  return { kind: kind as Title['kind'], first: s.first, last: end, of: end + 1, end: s.last };
}
