import { createSettler, settlementWith, type Claim, type Settlement } from '../../link/identities.js';
import { NONE, type Groups } from '../../link/joined.js';

/** What was decided over all claims of one IRI. */
export interface Thing {
  readonly iri: string;
  /** Its id there, where a name list says who it is; empty otherwise. */
  readonly wikidata: string;
  readonly parties: readonly Party[];
  /** What it is called in the graphs in which it is another of that name. */
  readonly renamed: Readonly<Record<string, string>>;
}

/** Things of one IRI that are one. */
export interface Party {
  readonly iri: string;
  readonly articles: number;
  readonly labels: Readonly<Record<string, string>>;
  /** Languages in which articles spell it differently, so that its label was chosen. */
  readonly chosen: readonly string[];
}

const finalOf = (c: Claim, renamed: Thing['renamed']): string => renamed[c.graph] ?? c.iri;

/** Settles the claims of one IRI, which come in the order of `claimKey`. */
export function thingOf(iri: string, claims: readonly Claim[], wikidata: string): Thing {
  const settler = createSettler(() => {});
  for (const c of claims) settler.add(c);
  const { renamed: byGraph, labels: chosen } = settler.end();
  const renamed = Object.fromEntries([...byGraph].map(([key, to]) => [key.slice(0, -iri.length - 1), to]));
  const parties = new Map<string, { graphs: Set<string>; labels: Map<string, string>; chosen: Set<string> }>();
  for (const c of claims) {
    const final = finalOf(c, renamed);
    let party = parties.get(final);
    if (!party) parties.set(final, (party = { graphs: new Set(), labels: new Map(), chosen: new Set() }));
    party.graphs.add(c.graph);
    for (const [language, label] of Object.entries(c.labels)) {
      const best = chosen.get(`${language} ${final}`);
      party.labels.set(language, best ?? label);
      if (best !== undefined) party.chosen.add(language);
    }
  }
  return {
    iri, renamed, wikidata: claims.some((c) => c.listed) ? wikidata : '',
    parties: [...parties].map(([final, p]) => ({ iri: final, articles: p.graphs.size, labels: Object.fromEntries([...p.labels].sort()), chosen: [...p.chosen].sort() })),
  };
}

/** What changes for graphs when a thing was settled anew: in which of them, and which IRIs of other things are concerned that happen to have a party's IRI. */
export function changes(before: Thing | undefined, after: Thing | undefined, claims: readonly Claim[]): { readonly graphs: Set<string>; readonly others: Set<string> } {
  const graphs = new Set<string>(), others = new Set<string>(), relabelled = new Set<string>();
  const was = before?.renamed ?? {}, is = after?.renamed ?? {};
  for (const graph of [...Object.keys(was), ...Object.keys(is)]) if (was[graph] !== is[graph]) graphs.add(graph);
  const labels = (thing: Thing | undefined): Map<string, string> => new Map(thing?.parties.map((p) => [p.iri, JSON.stringify(p.chosen.map((language) => [language, p.labels[language]]))]));
  const old = labels(before), now = labels(after);
  for (const iri of new Set([...old.keys(), ...now.keys()])) {
    if ((old.get(iri) ?? '[]') === (now.get(iri) ?? '[]')) continue;
    relabelled.add(iri);
    if (iri !== (after ?? before)?.iri) others.add(iri);
  }
  if (relabelled.size > 0) for (const c of claims) if (relabelled.has(finalOf(c, is))) graphs.add(c.graph);
  return { graphs, others };
}

/** Whether a thing changes anything in any graph. */
export const isPlain = (t: Thing, groups: Groups = NONE): boolean => t.parties.every((p) => p.chosen.length === 0 && !groups.has(p.iri)) && Object.keys(t.renamed).length === 0;

/** The settlement that things make together, whatever their order here: they count in the order of their IRIs, as when all are settled at once. */
export function settlementOf(things: readonly Thing[], groups: Groups = NONE): Settlement {
  const renamed = new Map<string, string>(), labels = new Map<string, string>();
  for (const t of [...things].sort((a, b) => (a.iri < b.iri ? -1 : 1))) {
    for (const [graph, to] of Object.entries(t.renamed)) renamed.set(`${graph} ${t.iri}`, to);
    for (const p of t.parties) for (const language of p.chosen) labels.set(`${language} ${p.iri}`, p.labels[language] as string);
  }
  return settlementWith(groups, renamed, labels, things.flatMap((t) => t.parties.filter((p) => groups.has(p.iri))));
}
