import type { Anchor, Correction } from '../../../corrections/types.js';

/** All keys of a line and of what stands in it, in the order in which they are written. */
const ORDER = ['do', 'article', 'event', 'relation', 'type', 'trigger', 'subject', 'object', 'evidence', 'at', 'quote', 'role', 'filler', 'to', 'entities', 'entity', 'mentions', 'label', 'english', 'aliases', 'note'];

/** A correction, or a part of one, as it stands in a file: the same one always gives the same characters. */
export const written = (part: unknown): string => JSON.stringify(part, ORDER);

/** What a correction is about: of two about the same the later one counts. */
function subjectOf(c: Correction): string {
  switch (c.do) {
    case 'reject-event': return written(['event', c.article, c.event]);
    case 'reject-role':
    case 'move-role': return written(['role', c.article, c.event, c.role, c.filler]);
    case 'reject-relation': return written(['relation', c.article, c.relation]);
    // whichever of them stays
    case 'merge': return written(['merge', ...[...c.entities].sort()]);
    case 'split': return written(['split', c.article, c.entity, c.mentions ?? []]);
    case 'name': return written(['name', c.type, c.label]);
  }
}

/** Two lists as one, in the order of a file. Of two about the same the second counts; of an event that is wrong as a whole no part is corrected. */
export function withCorrections(list: readonly Correction[], more: readonly Correction[]): Correction[] {
  const all = new Map([...list, ...more].map((c) => [subjectOf(c), c]));
  const whole = new Set([...all.values()].flatMap((c) => (c.do === 'reject-event' ? [written([c.article, c.event])] : [])));
  return [...all.values()].filter((c) => !((c.do === 'reject-role' || c.do === 'move-role') && whole.has(written([c.article, c.event])))).sort(compare);
}

/** By article, then by the words that are corrected; what belongs to no article comes last. */
function compare(a: Correction, b: Correction): number {
  const x = place(a), y = place(b);
  return order(x.article, y.article) || x.from - y.from || x.to - y.to || order(written(a), written(b));
}

const order = (a: string | undefined, b: string | undefined): number => (a === b ? 0 : a === undefined ? 1 : b === undefined ? -1 : a < b ? -1 : 1);

function place(c: Correction): { readonly article: string | undefined; readonly from: number; readonly to: number } {
  const at = (article: string, a: Anchor | undefined): ReturnType<typeof place> => ({ article, from: a?.at[0] ?? -1, to: a?.at[1] ?? -1 });
  if (c.do === 'merge' || c.do === 'name') return { article: undefined, from: 0, to: 0 };
  if (c.do === 'split') return at(c.article, c.mentions?.[0]);
  return at(c.article, c.do === 'reject-relation' ? c.relation.evidence : c.event.trigger);
}
