import type { Quad } from 'n3';
import { SHORT_FORMS } from '../model/relations.js';
import { news } from '../model/vocabulary.js';
import type { Note } from '../model/note.js';
import type { Subject } from './types.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const FRAGMENT = /^(.*)#char=(\d+),(\d+)$/;

/**
 * HW-501 a quote that is not in the article; HW-502 a passage whose offsets and quote disagree; HW-503 a passage of an article that is
 * not at hand (only when articles are given); HW-504 a direct fact without a live event behind it; HW-505 evidence that is no passage.
 */
export function checkEvidence({ quads, articles }: Subject): Note[] {
  const notes: Note[] = [];
  const passages = new Map<string, { quote?: string; start?: string; end?: string; article?: string }>();
  const get = (iri: string) => {
    const p = passages.get(iri) ?? {};
    passages.set(iri, p);
    return p;
  };
  for (const q of quads) {
    const { subject: s, predicate: p, object: o } = q;
    if (p.value === RDF_TYPE && o.value === news('Passage')) get(s.value);
    else if (p.value === news('quote')) get(s.value).quote = o.value;
    else if (p.value === news('start')) get(s.value).start = o.value;
    else if (p.value === news('end')) get(s.value).end = o.value;
    else if (p.value === news('inArticle')) get(s.value).article = o.value;
  }
  const texts = new Map<string, string[]>();
  for (const [iri, p] of passages) {
    const m = FRAGMENT.exec(iri);
    if (!m) {
      notes.push({ code: 'HW-505', level: 'error', place: iri, message: 'a passage is named by its place in the article', hint: 'evidence is an IRI ARTICLE#char=START,END with its quote' });
      continue;
    }
    if (p.article !== undefined && p.article !== m[1]) {
      notes.push({ code: 'HW-502', level: 'error', place: iri, message: 'says that it stands in another article than its IRI', actual: p.article, expected: m[1] ?? '', hint: 'the IRI of a passage is that of its article with #char=START,END' });
    }
    const start = Number(m[2]), end = Number(m[3]);
    const quote = p.quote ?? '';
    const length = Array.from(quote).length;
    if (length !== end - start || (p.start !== undefined && Number(p.start) !== start) || (p.end !== undefined && Number(p.end) !== end)) {
      notes.push({ code: 'HW-502', level: 'error', place: iri, message: `the quote has ${length} characters, its place ${end - start}`, actual: quote.slice(0, 80), hint: 'offsets count code points of the original text, end exclusive' });
      continue;
    }
    if (!articles) continue;
    const article = articles.get(m[1] ?? '');
    if (!article) {
      notes.push({ code: 'HW-503', level: 'warning', place: iri, message: 'the article of this passage is not among those given', hint: 'give its file with --articles' });
      continue;
    }
    const chars = texts.get(article.id) ?? Array.from(article.text);
    texts.set(article.id, chars);
    const there = chars.slice(start, end).join('');
    if (there !== quote) notes.push({ code: 'HW-501', level: 'error', place: iri, message: 'this quote is not what stands in the article there', actual: quote.slice(0, 80), expected: there.slice(0, 80), hint: 'the graph was made from another text, or was changed' });
  }
  notes.push(...unsupported(quads, passages));
  return notes;
}

function unsupported(quads: readonly Quad[], passages: ReadonlyMap<string, unknown>): Note[] {
  const notes: Note[] = [];
  const short = new Map(SHORT_FORMS.map((d) => [news(d.property), d]));
  const node = new Map<string, { types: Set<string>; live: boolean; roles: Map<string, Set<string>> }>();
  for (const q of quads) {
    const own = node.get(q.subject.value) ?? { types: new Set<string>(), live: true, roles: new Map<string, Set<string>>() };
    node.set(q.subject.value, own);
    if (q.predicate.value === RDF_TYPE) own.types.add(q.object.value);
    if (q.predicate.value === news('status') && (q.object.value === news('negated') || q.object.value === news('possible'))) own.live = false;
    const objects = own.roles.get(q.predicate.value) ?? new Set<string>();
    own.roles.set(q.predicate.value, objects.add(q.object.value));
    if ((q.predicate.value === news('evidence') || q.predicate.value === news('trigger')) && !passages.has(q.object.value)) {
      notes.push({ code: 'HW-505', level: 'error', place: q.subject.value, message: 'its evidence is no passage of an article', actual: q.object.value, hint: 'evidence is an IRI ARTICLE#char=START,END with its quote' });
    }
  }
  const stated = new Set<string>();
  for (const n of node.values()) {
    if (!n.live) continue;
    for (const [property, d] of short) {
      if (!n.types.has(news(d.of))) continue;
      for (const a of n.roles.get(news(d.from)) ?? []) for (const b of n.roles.get(news(d.to)) ?? []) if (a !== b) stated.add(`${a} ${property} ${b}`);
    }
  }
  for (const q of quads) {
    if (!short.has(q.predicate.value) || stated.has(`${q.subject.value} ${q.predicate.value} ${q.object.value}`)) continue;
    notes.push({ code: 'HW-504', level: 'error', place: q.subject.value, message: `${q.predicate.value.replace(/^.*#/, '')} <${q.object.value}> has no asserted or planned event behind it`, hint: 'remove it, or state the event' });
  }
  return notes;
}
