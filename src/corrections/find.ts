import type { Extraction } from '../extract/index.js';
import { codePoints } from '../formats/annotations.js';
import type { Entity, Event, Mention, Relation, RoleFill } from '../model/types.js';
import type { Span } from '../model/span.js';
import type { Anchor, EventAnchor, MoveRole, RejectRole, RelationAnchor } from './types.js';

/** What a correction means in an article as it is now; or why nobody can say. `moved`: found by its quote at another place. `changed`: the text is another there. */
export type Found<T> = { readonly item: T; readonly moved: boolean } | Lost;
export interface Lost {
  readonly why: string;
  readonly changed?: boolean;
}

/** Looks for the words of corrections in one article. */
export interface Finder {
  event(a: EventAnchor): Found<Event>;
  /** One filler of one role of an event that was found. */
  fill(event: Event, c: RejectRole | MoveRole): Found<RoleFill>;
  relation(a: RelationAnchor): Found<Relation>;
  mention(a: Anchor, of: readonly Entity[]): Found<Mention>;
}

interface Candidate<T> {
  readonly span: Span;
  readonly item: T;
}

/** `spelling`: what two ways to write the same words have in common. */
export function createFinder(x: Extraction, spelling: (words: string) => string): Finder {
  const { text } = x.article;
  const cp = codePoints(text);
  const chars = Array.from(text);
  const same = (a: string, b: string): boolean => a === b || (spelling(a) !== '' && spelling(a) === spelling(b));
  const words = (s: Span): string => text.slice(s.start, s.end);
  const entities = new Map(x.entities.map((e) => [e.id, e]));
  const mentionsOf = (id: string | undefined): readonly Mention[] => (id === undefined ? [] : entities.get(id)?.mentions ?? []);

  /** First where the words stood. Where something else stands there now, by the words alone, if they fit once. */
  function locate<T>(a: Anchor, what: string, candidates: readonly Candidate<T>[]): Found<T> {
    const unchanged = same(chars.slice(...a.at).join(''), a.quote);
    const fits = unchanged ? candidates.filter((c) => cp(c.span.start) === a.at[0] && cp(c.span.end) === a.at[1]) : candidates.filter((c) => same(words(c.span), a.quote));
    const items = [...new Set(fits.map((c) => c.item))];
    if (items.length === 1) return { item: items[0] as T, moved: !unchanged };
    const where = `at ${a.at[0]}–${a.at[1]}`;
    const many = items.length > 1;
    if (unchanged) return { why: many ? `${items.length} times a ${what} is read from "${a.quote}" ${where}: nobody can say which is meant` : `no ${what} is read from "${a.quote}" ${where} any more` };
    return { changed: true, why: `the text has changed: "${a.quote}" no longer stands ${where}, and ${many ? `${items.length} times a ${what} is read from such words elsewhere` : `no ${what} is read from such words elsewhere`}` };
  }

  return {
    event: (a) => locate(a.trigger, a.type, x.events.filter((e) => e.type === a.type).flatMap((e) => [e.trigger, ...e.alsoTriggers].map((span) => ({ span, item: e })))),
    fill: (event, c) => {
      const own = event.roles.filter((r) => r.role === c.role);
      const said = locate(c.filler, `filler of the role "${c.role}"`, own.flatMap((r) => (r.span ? [{ span: r.span, item: r }] : [])));
      if ('item' in said) return said;
      // the words may be another mention of the same thing
      const meant = locate(c.filler, `filler of the role "${c.role}"`, own.flatMap((r) => mentionsOf(r.entity).map(({ span }) => ({ span, item: r }))));
      return 'item' in meant ? meant : said;
    },
    relation: (a) => {
      const names = (id: string, m: Anchor | undefined): boolean => m === undefined || 'item' in locate(m, 'name', mentionsOf(id).map(({ span }) => ({ span, item: id })));
      const own = x.relations.filter((r) => r.type === a.type && names(r.subject, a.subject) && names(r.object, a.object));
      return locate(a.evidence, a.type, own.flatMap((r) => [r.evidence, r.sentence].map((span) => ({ span, item: r }))));
    },
    mention: (a, of) => locate(a, 'name', of.flatMap((e) => e.mentions.map((m) => ({ span: m.span, item: m })))),
  };
}
