import type { EntityType, RelationType } from '../../model/types.js';
import type { DraftMention, DraftRelation } from '../draft.js';
import { begunBody, fullerBody, fullness, pointsBack } from './bodies.js';
import type { Offices } from './offices.js';

/** Mentions that denote one thing. */
export interface Cluster {
  readonly mentions: DraftMention[];
  type: EntityType;
  known: string | undefined;
  /** The fullest name. */
  name: string;
  unnamed: boolean;
  /** Why each later mention was joined. */
  readonly reasons: string[];
}

/**
 * Joins the mentions of one article: by name-list entry, by equal name, a part of a full name with the full name, a post with
 * its holder. `speaker`: whom the headline gives the word. Returns the cluster of each mention.
 */
export function clusterMentions(mentions: readonly DraftMention[], relations: readonly DraftRelation[], posts: Offices, fold: (s: string) => string, speaker?: number): Map<number, Cluster> {
  const of = new Map<number, Cluster>();
  const byKnown = new Map<string, Cluster>();
  const byName = new Map<string, Cluster>();
  /** Their clusters in the order in which the mentions were joined: one stands here as often as it has mentions. */
  const all: Cluster[] = [];
  const put = (m: DraftMention, c: Cluster, reason: string): void => {
    all.push(c);
    c.mentions.push(m);
    c.reasons.push(reason);
    of.set(m.index, c);
    if (c.unnamed && !m.unnamed) {
      c.unnamed = false;
      c.name = m.name;
      c.type = m.type;
    } else if (c.unnamed === m.unnamed && !m.back && !pointsBack(m, posts, fold) && m.name.split(' ').length > c.name.split(' ').length) c.name = m.name;
    // a listed place under a person's name (جۆن موریس … موریس) is not the person
    if (m.type === c.type) c.known ??= m.known;
  };
  const open = (m: DraftMention): Cluster => {
    const c: Cluster = { mentions: [], type: m.type, known: m.known, name: m.name, unnamed: m.unnamed, reasons: [] };
    put(m, c, 'first');
    return c;
  };
  const key = (m: DraftMention): string => `${m.type}|${fold(m.name)}`;

  const named = mentions.filter((m) => !m.unnamed);
  const full = [...named].sort((a, b) => fullness(b, posts, fold) - fullness(a, posts, fold) || a.index - b.index);
  for (const m of full) {
    let c = (m.known ? byKnown.get(m.known) : undefined) ?? byName.get(key(m));
    let reason = m.known && c ? 'same entry of a name list' : 'same name';
    if (!c && m.weak) c = sameNameAnyType(m, byName, fold);
    if (!c && m.type === 'Person' && !m.name.includes(' ')) {
      c = partOfName(m, all, fold);
      reason = 'part of the full name';
    }
    if (!c && m.type === 'Person' && m.known === undefined && m.name.includes(' ')) {
      c = misspelt(m, all, fold);
      reason = 'the same name but for a letter';
    }
    if (!c) {
      c = fullerBody(m, all, posts) ?? begunBody(m, all, posts, fold);
      reason = 'the only body or place of that kind';
    }
    if (c) put(m, c, reason);
    else c = open(m);
    if (m.known && !byKnown.has(m.known)) byKnown.set(m.known, c);
    if (!byName.has(key(m))) byName.set(key(m), c);
  }

  const holders = relations.filter((r) => TITLED.has(r.type) && of.has(r.subject));
  for (const m of mentions) {
    if (!m.unnamed) continue;
    if (m.pronoun === 'both') continue;
    const called = m.back ? calledSo(m, mentions, of) : undefined;
    if (called) {
      put(m, called, 'the one called so before');
      continue;
    }
    if (m.pronoun) {
      const c = antecedent(m, mentions, of);
      if (c) put(m, c, 'a pronoun for the person named before');
      else if (m.pronoun === 'that') byName.set(key(m), open(m));
      continue;
    }
    const place = m.type === 'Place' && m.described !== undefined ? placeBefore(m, mentions, of) : undefined;
    if (place) {
      put(m, place, 'the place of that kind named before');
      continue;
    }
    const same = byName.get(key(m)) ?? fullerBody(m, all, posts);
    const post = same ? undefined : holderOf(m, relations, holders, mentions, of, fold);
    const office = same ?? post ? undefined : officer(m, relations, mentions, all, posts);
    const styled = same ?? post ?? office ? undefined : styledSo(m, relations, all, fold);
    const said = same ?? post ?? office ?? styled ? undefined : headlined(m, mentions, of, speaker);
    const c = same ?? post ?? office ?? styled ?? said;
    if (c) put(m, c, same ? 'same words' : post ? 'the post of that person' : office ? 'the office of that person in the name list' : styled ? 'the name begins with the post' : 'the only person named, who speaks in the headline');
    else byName.set(key(m), open(m));
  }
  return of;
}

function sameNameAnyType(m: DraftMention, byName: ReadonlyMap<string, Cluster>, fold: (s: string) => string): Cluster | undefined {
  for (const t of ['Person', 'Organization', 'Place', 'Work'] as const) {
    const c = byName.get(`${t}|${fold(m.name)}`);
    if (c) return c;
  }
  return undefined;
}

/** Who was called by that noun last before ("a delegation … the delegation"), not more than ten sentences back and not beside another. */
function calledSo(m: DraftMention, mentions: readonly DraftMention[], of: ReadonlyMap<number, Cluster>): Cluster | undefined {
  let last: DraftMention | undefined;
  let others = false;
  for (const x of mentions) {
    const c = of.get(x.index);
    if (x === m || x.pronoun || x.described !== m.described || c?.type !== m.type || x.at[0] >= m.at[0] || m.sentence - x.sentence > 10) continue;
    if (last && last.sentence === x.sentence && of.get(last.index) !== c) others = true;
    else if (last && last.sentence > x.sentence) continue;
    else if (last?.sentence !== x.sentence) others = false;
    if (!last || x.at[0] > last.at[0]) last = x;
  }
  return last && !others ? of.get(last.index) : undefined;
}

/** The person (or group) named last before a pronoun, not more than three sentences back. */
function antecedent(m: DraftMention, mentions: readonly DraftMention[], of: ReadonlyMap<number, Cluster>): Cluster | undefined {
  const wanted = m.pronoun === 'plural' ? 'Group' : 'Person';
  let best: DraftMention | undefined;
  for (const x of mentions) {
    const c = of.get(x.index);
    if (x === m || x.pronoun || !c || c.type !== wanted || x.at[0] >= m.at[0] || m.sentence - x.sentence > 3) continue;
    if (x.weak && x.unnamed) continue;
    // "that citizen" is who has a name, rather than "one of the relatives" who spoke since
    if (best && m.pronoun === 'that' && x.unnamed && !best.unnamed) continue;
    // "the said" is whom the last sentence with a name tells of first
    const first = m.pronoun === 'said' && best?.sentence === x.sentence && !best.unnamed && x.at[0] > best.at[0];
    if (first) continue;
    if (!best || x.at[0] > best.at[0] || (m.pronoun === 'that' && best.unnamed && !x.unnamed)) best = x;
  }
  return best ? of.get(best.index) : undefined;
}

/** "The town" is the one named last before, not more than six sentences back and not beside another. */
function placeBefore(m: DraftMention, mentions: readonly DraftMention[], of: ReadonlyMap<number, Cluster>): Cluster | undefined {
  const named = mentions.filter((x) => !x.unnamed && x.type === 'Place' && x.described === m.described && x.at[0] < m.at[0] && m.sentence - x.sentence <= 6);
  const last = named.reduce((best: DraftMention | undefined, x) => (best && best.at[0] > x.at[0] ? best : x), undefined);
  const c = last && of.get(last.index);
  return c && named.every((x) => x.sentence !== last.sentence || of.get(x.index) === c) ? c : undefined;
}

/** The only person whose full name begins or ends with this word. */
function partOfName(m: DraftMention, clusters: readonly Cluster[], fold: (s: string) => string): Cluster | undefined {
  const word = fold(m.name);
  const found = [...new Set(clusters)].filter((c) => c.type === 'Person' && !c.unnamed && c.mentions.some((x) => {
    const words = fold(x.name).split(' ');
    return words.length > 1 && (words[words.length - 1] === word || words[0] === word);
  }));
  return found.length === 1 ? found[0] : undefined;
}

/** The only unlisted person whose full name differs in one letter of each word at most: foreign names are spelled as they are heard. */
function misspelt(m: DraftMention, clusters: readonly Cluster[], fold: (s: string) => string): Cluster | undefined {
  const words = fold(m.name).split(' ');
  const found = [...new Set(clusters)].filter((c) => c.type === 'Person' && !c.unnamed && c.known === undefined && c.mentions.some((x) => {
    const other = fold(x.name).split(' ');
    // کەمال عومەر, جەمال عومەر: names that people are called by are spelled alike
    const unheard = m.foundBy !== 'name.given' || x.foundBy !== 'name.given';
    return unheard && other.length === words.length && words.every((w, i) => w === other[i] || (w.length > 3 && near(w, other[i] ?? '')));
  }));
  return found.length === 1 ? found[0] : undefined;
}

/** One letter more, less or other. */
function near(a: string, b: string): boolean {
  const [x, y] = a.length < b.length ? [a, b] : [b, a];
  if (y.length - x.length > 1) return false;
  let i = 0;
  while (i < x.length && x[i] === y[i]) i++;
  return x.slice(y.length === x.length ? i + 1 : i) === y.slice(i + 1);
}

/** Relations that somebody is called by. */
const TITLED: ReadonlySet<RelationType> = new Set<RelationType>(['position', 'kinOf']);

/** The named person of whom the article says that they hold this post (same words of the post, same body if both name one), or that they are this kin of somebody. */
function holderOf(m: DraftMention, relations: readonly DraftRelation[], holders: readonly DraftRelation[], mentions: readonly DraftMention[], of: ReadonlyMap<number, Cluster>, fold: (s: string) => string): Cluster | undefined {
  if (m.type !== 'Person') return undefined;
  const own = relations.find((r) => TITLED.has(r.type) && r.subject === m.index);
  const ownObject = own ? of.get(own.object) : undefined;
  const found = new Set<Cluster>();
  for (const h of holders) {
    const c = of.get(h.subject);
    if (!c || c.unnamed) continue;
    const post = fold(mentions[h.subject]?.title?.words ?? '');
    const mine = fold(m.title?.words ?? '');
    if (post === '' || mine === '' || post !== mine) continue;
    if (own && own.type !== h.type) continue;
    if (own && ownObject && of.get(h.object) !== ownObject && !compatible(mentions[own.object], mentions[h.object], fold)) continue;
    found.add(c);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The only person named in the article who, by the name list, holds or held the office. */
function officer(m: DraftMention, relations: readonly DraftRelation[], mentions: readonly DraftMention[], clusters: readonly Cluster[], posts: Offices): Cluster | undefined {
  const own = m.type === 'Person' && m.title ? relations.find((r) => r.type === 'position' && r.subject === m.index) : undefined;
  const office = own && m.title ? posts.named(m.title.words, mentions[own.object]) : undefined;
  if (!office) return undefined;
  const found = [...new Set(clusters)].filter((c) => {
    const held = c.type === 'Person' && !c.unnamed && c.known !== undefined ? posts.of(c.known) : undefined;
    return held !== undefined && held[0] === office[0] && (office[1] === '' || held[1] === office[1]);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** The only person whose name begins with this post, where it is not said of what (پاپا فرانسیس, پاپا). */
function styledSo(m: DraftMention, relations: readonly DraftRelation[], clusters: readonly Cluster[], fold: (s: string) => string): Cluster | undefined {
  if (m.type !== 'Person' || m.title?.kind !== 'post' || relations.some((r) => r.subject === m.index)) return undefined;
  const words = `${fold(m.title.words)} `;
  const found = [...new Set(clusters)].filter((c) => c.type === 'Person' && !c.unnamed && c.mentions.some((x) => fold(x.name).startsWith(words)));
  return found.length === 1 ? found[0] : undefined;
}

/** "NAME: …", and below it "a member of X said": the post of who speaks in the headline, if the article names nobody else and says no other post of theirs. */
function headlined(m: DraftMention, mentions: readonly DraftMention[], of: ReadonlyMap<number, Cluster>, speaker: number | undefined): Cluster | undefined {
  const c = speaker === undefined ? undefined : of.get(speaker);
  const said = speaker === undefined ? undefined : mentions[speaker];
  if (!c || !said || c.unnamed || c.type !== 'Person' || m.type !== 'Person' || m.title?.kind !== 'post' || m.sentence - said.sentence !== 1) return undefined;
  if (mentions.some((x) => of.get(x.index)?.type === 'Person' && !x.unnamed && of.get(x.index) !== c) || c.mentions.some((x) => x.title)) return undefined;
  return mentions.some((x) => x !== m && x.sentence === m.sentence && x.unnamed && x.title && x.type === 'Person' && x.at[0] < m.at[0]) ? undefined : c;
}

const compatible = (a: DraftMention | undefined, b: DraftMention | undefined, fold: (s: string) => string): boolean =>
  a !== undefined && b !== undefined && (fold(b.name).endsWith(fold(a.name)) || fold(a.name).endsWith(fold(b.name)));
