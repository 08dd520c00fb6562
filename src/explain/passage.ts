import { rank } from '../formats/rdf.js';
import { SHORT_FORMS } from '../model/relations.js';
import { NEWS, news, type Term } from '../model/vocabulary.js';
import { all, articleOf, shortName, words, type Index, type Words } from './graph-index.js';
import { classOf, kindOf, type Kind } from './kinds.js';
import { statusOf, type Fact } from './roles.js';

/** What hangs on a passage of an article. */
export interface PassageExplanation {
  readonly kind: 'passage';
  readonly iri: string;
  readonly article: string;
  readonly words: Words | undefined;
  /** The entities that it names. */
  readonly denotes: readonly string[];
  /** The events and relations that point at it, and as what: `evidence`, `trigger`, `mention`, `topic` … */
  readonly supports: readonly { readonly node: string; readonly kind: Kind; readonly type: string; readonly status: string; readonly as: readonly string[] }[];
  /** The direct facts whose object it is. */
  readonly facts: readonly Fact[];
}

const SHORT: ReadonlySet<string> = new Set(SHORT_FORMS.map((d) => news(d.property)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Explains a passage; undefined for anything else. */
export function explainPassage(index: Index, iri: string): PassageExplanation | undefined {
  if (kindOf(index, iri) !== 'passage') return undefined;
  const uses = new Map<string, string[]>();
  const facts: Fact[] = [];
  for (const [property, subjects] of index.into.get(iri) ?? []) {
    if (!property.startsWith(NEWS)) continue;
    const as = property.slice(NEWS.length);
    for (const s of subjects) {
      const kind = kindOf(index, s);
      if (kind === 'event' || kind === 'relation') uses.set(s, [...(uses.get(s) ?? []), as]);
      else if (SHORT.has(property)) facts.push({ subject: s, predicate: as as Term, object: iri });
    }
  }
  return {
    kind: 'passage', iri, article: articleOf(index, iri), words: words(index, iri), denotes: all(index, iri, 'denotes'),
    supports: [...uses].sort(([a], [b]) => compare(rank(a), rank(b))).map(([node, as]) => ({ node, kind: kindOf(index, node) as Kind, type: shortName(classOf(index, node) ?? ''), status: statusOf(index, node), as: as.sort(compare) })),
    facts: facts.sort((a, b) => compare(a.predicate, b.predicate) || compare(a.subject, b.subject)),
  };
}
