import type { Status } from '../../model/types.js';
import { standing, type Reading } from './reading.js';
import type { PageLink } from './types.js';

/** One fact as it is written: all its links (both directions, or one for each who says it). */
export interface Row {
  readonly links: readonly number[];
  readonly property: string;
  readonly status: Status;
  readonly source: number | undefined;
  readonly time: string | undefined;
  /** Where it points, along the line on which it stands. */
  readonly way: 'there' | 'back' | 'both';
}

/** What has a place: an entity with what only it says; or passages of which several say something. */
export interface Card {
  readonly key: string;
  readonly entity: number | undefined;
  readonly lists: readonly { readonly property: string; readonly rows: readonly Row[] }[];
}

/** All facts between two cards, on one line. No row where the line only leads to passages: they say what they are. */
export interface Line {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly rows: readonly Row[];
}

export interface Picture {
  readonly cards: readonly Card[];
  readonly lines: readonly Line[];
}

const entityKey = (n: number): string => `entity ${n}`;

/** Arranges facts for drawing: those between two entities on one line; passages in lists on the card of the entity that says them, or on one card for all that say the same. */
export function picture(r: Reading, numbers: readonly number[]): Picture {
  const { data } = r;
  const lines = new Map<string, { from: number; to: number; rows: Map<string, Row> }>();
  const spoken = new Map<string, { property: string; to: number; links: number[] }>();
  const entities = new Set<number>();
  for (const i of numbers) {
    const l = data.links[i] as PageLink;
    const [from, to] = l.from < 0 && l.to >= 0 ? [l.to, l.from] : [l.from, l.to];
    if (from < 0) continue;
    entities.add(from);
    if (to < 0) {
      const { status, source } = standing(data, l);
      const key = `${l.property} ${to} ${status} ${source ?? ''} ${l.from < 0}`;
      const own = spoken.get(key) ?? { property: l.property, to, links: [] };
      spoken.set(key, own);
      own.links.push(i);
      continue;
    }
    entities.add(to);
    if (from !== to) addToLine(lines, r, i, l);
  }
  const cards = new Map<string, { entity: number | undefined; lists: Map<string, Row[]> }>([...entities].sort((a, b) => a - b).map((n) => [entityKey(n), { entity: n, lists: new Map() }]));
  const plain: Line[] = [];
  for (const s of spoken.values()) {
    const who = [...new Set(s.links.map((i) => speaker(data.links[i] as PageLink)))].sort((a, b) => a - b);
    const shared = who.length > 1;
    const key = shared ? `say ${s.property} ${who.join(' ')}` : entityKey(who[0] as number);
    if (!cards.has(key)) {
      cards.set(key, { entity: undefined, lists: new Map() });
      for (const n of who) plain.push({ key: `${key} ${n}`, from: entityKey(n), to: key, rows: [] });
    }
    const { lists } = cards.get(key) as { lists: Map<string, Row[]> };
    lists.set(s.property, [...(lists.get(s.property) ?? []), { ...rowOf(r, s.links), property: s.property, way: 'there' }]);
  }
  return {
    cards: [...cards].map(([key, c]) => ({ key, entity: c.entity, lists: [...c.lists].map(([property, rows]) => ({ property, rows })) })),
    lines: [...[...lines].map(([key, l]): Line => ({ key, from: entityKey(l.from), to: entityKey(l.to), rows: [...l.rows.values()] })), ...plain],
  };
}

const speaker = (l: PageLink): number => (l.from >= 0 ? l.from : l.to);

const rowOf = (r: Reading, links: readonly number[]): Pick<Row, 'links' | 'status' | 'source' | 'time'> => ({ links, ...standing(r.data, r.data.links[links[0] as number] as PageLink) });

/** A link on the line of its two entities; one that holds in both directions is one row. */
function addToLine(lines: Map<string, { from: number; to: number; rows: Map<string, Row> }>, r: Reading, i: number, l: PageLink): void {
  const [from, to] = l.from < l.to ? [l.from, l.to] : [l.to, l.from];
  const key = `line ${from} ${to}`;
  const line = lines.get(key) ?? { from, to, rows: new Map<string, Row>() };
  lines.set(key, line);
  const way = l.from === from ? 'there' : 'back';
  const own = rowOf(r, [i]);
  const rowKey = `${l.property} ${own.status} ${l.direct}`;
  const known = line.rows.get(rowKey);
  line.rows.set(rowKey, known ? { ...known, links: [...known.links, i], way: known.way === way ? way : 'both' } : { ...own, property: l.property, way });
}
