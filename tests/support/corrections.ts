import type { Anchor, Correction } from '../../src/corrections/types.js';
import type { Extraction } from '../../src/extract/index.js';
import { codePoints } from '../../src/formats/annotations.js';
import type { Article } from '../../src/model/article.js';
import { ROLES, type Entity, type Mention } from '../../src/model/types.js';
import type { Span } from '../../src/model/span.js';
import { engine } from './make.js';

/** Everything that can be marked in what was read of an article. */
export function marks(article: Article): Correction[] {
  const x = engine.read(article), cp = codePoints(article.text);
  const words = (s: Span): Anchor => ({ at: [cp(s.start), cp(s.end)], quote: article.text.slice(s.start, s.end) });
  const names = (id: string): Anchor => words(((x.entities.find((e) => e.id === id) as Entity).mentions[0] as Mention).span);
  return [
    ...x.events.flatMap((e): Correction[] => {
      const event = { type: e.type, trigger: words(e.trigger) };
      const roles = e.roles.filter((r, i) => r.span && e.roles.findIndex((o) => o.role === r.role && o.span?.start === r.span?.start) === i);
      return [
        { do: 'reject-event', article: article.id, event },
        ...roles.map((r): Correction => ({ do: 'reject-role', article: article.id, event, role: r.role, filler: words(r.span as Span) })),
        ...roles.flatMap((r) => ROLES.filter((to) => to !== r.role).map((to): Correction => ({ do: 'move-role', article: article.id, event, role: r.role, filler: words(r.span as Span), to }))),
      ];
    }),
    ...x.relations.map((r): Correction => ({ do: 'reject-relation', article: article.id, relation: { type: r.type, subject: names(r.subject), object: names(r.object), evidence: words(r.sentence) } })),
    ...x.entities.flatMap((e) => e.mentions.map((m): Correction => ({ do: 'split', article: article.id, entity: iriOf(x, e.id), mentions: [words(m.span)] }))),
    ...x.entities.map((e): Correction => ({ do: 'split', article: article.id, entity: iriOf(x, e.id) })),
  ];
}
export const iriOf = (x: Extraction, id: string): string => {
  const entity = x.entities.find((e) => e.id === id);
  return entity ? engine.mint.entity(entity, x.article.id) : '';
};
