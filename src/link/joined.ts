/** Entities that somebody says are one. */
export interface Group {
  /** The one that stays. */
  readonly root: string;
  /** The others, in code-unit order. */
  readonly members: readonly string[];
  readonly reason: string;
}

/** Groups by the IRI of each of their entities, the root too. */
export type Groups = ReadonlyMap<string, Group>;
export const NONE: Groups = new Map();

/** Why a name means what it means, and what it would mean if nobody had said so. */
export const otherwise = (reason: string, iri: string): string => `${reason} (otherwise <${iri}>)`;

/** One thing as it is settled without groups. */
export interface Named {
  readonly iri: string;
  /** How many articles name it. */
  readonly articles: number;
  /** Its label by language. */
  readonly labels: Readonly<Record<string, string>>;
}

/** What groups change of what was settled. */
export interface Joined {
  /** The one that stays, by the IRI of every other. */
  readonly joined: ReadonlyMap<string, string>;
  /** Label of what stays, by `LANGUAGE IRI`: its own, or, where no article names it, that of the other which most articles name. */
  readonly labels: ReadonlyMap<string, string>;
  /** In how many articles each entity of a group is named. */
  readonly named: ReadonlyMap<string, number>;
}

/** Joins things that were settled one by one. `things`: at least all that are in a group. */
export function join(groups: Groups, things: Iterable<Named>): Joined {
  const joined = new Map<string, string>(), labels = new Map<string, string>(), named = new Map<string, number>();
  const parts = new Map<Group, Named[]>();
  for (const t of things) {
    const group = groups.get(t.iri);
    if (!group) continue;
    named.set(t.iri, t.articles);
    parts.set(group, [...(parts.get(group) ?? []), t]);
  }
  for (const { root, members } of new Set(groups.values())) for (const iri of members) joined.set(iri, root);
  for (const [{ root }, list] of parts) {
    const ordered = list.sort((a, b) => Number(b.iri === root) - Number(a.iri === root) || b.articles - a.articles || (a.iri < b.iri ? -1 : 1));
    for (const t of ordered) for (const [language, label] of Object.entries(t.labels)) {
      const key = `${language} ${root}`;
      if (!labels.has(key)) labels.set(key, label);
    }
  }
  return { joined, labels, named };
}
