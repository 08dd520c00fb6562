// Which body of those that an article names in full a shorter name means.
import type { DraftMention } from '../draft.js';
import type { Cluster } from './entities.js';
import type { Offices } from './offices.js';

/** "The police", "the hospital" for the only body or place of that kind that the article names in full. */
export function fullerBody(m: DraftMention, clusters: readonly Cluster[], posts: Offices): Cluster | undefined {
  if ((m.type !== 'Organization' && m.type !== 'Place') || m.known || m.name.includes(' ') || !(m.weak || m.foundBy === 'head.chain' || m.foundBy === 'head.alone')) return undefined;
  const named = [...new Set(clusters)].filter((c) => c.type === m.type && !c.unnamed);
  const found = named.filter((c) => c.mentions.some((x) => x.headLemma === m.headLemma && x.name.includes(' ')));
  // "the police" is also the only Police Department
  const within = found.length > 0 || m.foundBy !== 'head.alone' ? found : named.filter((c) => c.mentions.some((x) => posts.department(x.headLemma) && x.name.split(' ').slice(1).some((w) => w.startsWith(m.headLemma) && w.length <= m.headLemma.length + 1)));
  return within.length === 1 ? within[0] : undefined;
}

/** Names are joined to fuller ones: persons with more than one word come first, bodies by how many they have, "the ministry of that country" last. */
export function fullness(m: DraftMention, posts: Offices, fold: (s: string) => string): number {
  const words = m.name.split(' ');
  if (words.length === 1) return 0;
  return m.type !== 'Organization' ? 2 : pointsBack(m, posts, fold) ? 1 : words.length;
}

/** "The Revolutionary Court", "the ministry of the interior of that country" for the only body whose name begins so. */
export function begunBody(m: DraftMention, clusters: readonly Cluster[], posts: Offices, fold: (s: string) => string): Cluster | undefined {
  if (m.type !== 'Organization' || m.known) return undefined;
  const all = fold(m.name).split(' ');
  const that = all.findIndex((w) => posts.demonstrative(w));
  const words = that > 0 ? all.slice(0, that) : all;
  if (words.length < 2 && that < 0) return undefined;
  const found = [...new Set(clusters)].filter((c) => c.type === 'Organization' && !c.unnamed && c.mentions.some((x) => {
    const other = fold(x.name).split(' ');
    return other.length > words.length && words.every((w, i) => w === other[i] || (i === words.length - 1 && (other[i] === `${w}ی` || w === `${other[i] ?? ''}ی`)));
  }));
  return found.length === 1 ? found[0] : undefined;
}

/** "The ministry of that country". */
export const pointsBack = (m: DraftMention, posts: Offices, fold: (s: string) => string): boolean => m.type === 'Organization' && m.name.split(' ').some((w) => posts.demonstrative(fold(w)));
