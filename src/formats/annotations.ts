import type { Extraction } from '../extract/index.js';
import type { Span } from '../model/span.js';

/** Converts UTF-16 offsets of a text to code points. */
export function codePoints(text: string): (offset: number) => number {
  let pairs: Int32Array | undefined;
  for (let i = 0; i < text.length && !pairs; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xd800) pairs = new Int32Array(text.length + 1);
  if (!pairs) return (offset) => offset;
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    pairs[i] = n;
    const c = text.charCodeAt(i);
    if (!((c & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00)) n++;
  }
  pairs[text.length] = n;
  const table = pairs;
  return (offset) => table[offset] ?? n;
}

/** One line of `annotations.jsonl`: the format of docs/annotations.md, offsets in code points of the original text. */
export function toAnnotation(x: Extraction, wikidata: (known: string) => string | undefined): unknown {
  const cp = codePoints(x.article.text);
  const at = (s: Span): [number, number] => [cp(s.start), cp(s.end)];
  return {
    id: x.article.id,
    published: x.article.published ?? null,
    text: x.article.text,
    entities: x.entities.map((e) => {
      const id = e.known ? wikidata(e.known) : undefined;
      return { id: e.id, type: e.type, name: e.name, ...(id ? { wikidata: id } : {}), mentions: e.mentions.map((m) => at(m.span)) };
    }),
    relations: x.relations.map((r) => ({ type: r.type, subject: r.subject, object: r.object, ...(r.title ? { title: at(r.title) } : {}), evidence: at(r.evidence), foundBy: r.foundBy, confidence: r.confidence })),
    events: x.events.map((e) => ({
      id: e.id, type: e.type, trigger: at(e.trigger), ...(e.alsoTriggers.length > 0 ? { alsoTriggers: e.alsoTriggers.map(at) } : {}), status: e.status,
      ...(e.source ? { source: e.source } : {}),
      roles: e.roles.map((r) => ({ role: r.role, ...(r.entity ? { entity: r.entity } : {}), ...(r.value !== undefined ? { value: r.value } : {}), ...(r.span ? { span: at(r.span) } : {}) })),
      foundBy: e.foundBy, confidence: e.confidence,
    })),
  };
}
