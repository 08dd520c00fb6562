import type { Actor, ToldEvent, Words } from './article.js';
import type { Coding, Mapping, Told } from './coding.js';

/** What an event is called in event data; '' where it has no such name. */
export interface Coded {
  readonly cameo: string;
  readonly plover: string;
  readonly mode: string;
  /** PLOVER's contexts for what did not, or not yet, happen. */
  readonly context: '' | 'future' | 'hypothetical' | 'negation';
}

const CONTEXTS: Readonly<Record<string, Coded['context']>> = { planned: 'future', possible: 'hypothetical', negated: 'negation' };

/**
 * The codes of an event. CAMEO codes acts: what is planned has the code of the intent or the threat, what is only possible or is denied has none. A request, order,
 * rejection or threat whose topic tells another event has the code of that demand; where the topic tells several that would be coded differently, it has its general one.
 */
export function codeOf(event: ToldEvent, mapping: Mapping, others: readonly ToldEvent[], coding: Coding, has: { readonly source: boolean; readonly target: boolean }): Coded {
  const context = CONTEXTS[event.status] ?? '';
  if (mapping.needs !== '' && !has[mapping.needs]) return { cameo: '', plover: '', mode: '', context };
  const cameo = event.status === 'asserted' ? (mapping.takes === '' ? undefined : inTopic(event, mapping.takes, others, coding)) ?? mapping.cameo
    : event.status === 'planned' && (has.source || !mapping.planned.startsWith('13')) ? mapping.planned : '';
  const code = coding.code(cameo || mapping.cameo);
  const own = cameo === '' || cameo === mapping.cameo;
  return { cameo, plover: (own && mapping.plover) || (code?.plover ?? ''), mode: (own && mapping.mode) || (code?.mode ?? ''), context };
}

function inTopic(event: ToldEvent, told: Told, others: readonly ToldEvent[], coding: Coding): string | undefined {
  const topics = event.words('topic');
  const inside = (w: Words | undefined): boolean => w !== undefined && topics.some((t) => t.start <= w.start && w.end <= t.end);
  const codes = new Set(others.filter((o) => o !== event && inside(o.words('trigger')[0])).map((o) => coding.mapping(o.type, o.rule)?.[told] ?? '').filter(Boolean));
  return codes.size === 1 ? [...codes][0] : undefined;
}

/** Who acts on whom. */
export interface Pair {
  readonly source: Actor | undefined;
  readonly target: Actor | undefined;
}

/** All pairs of an event; where one role is both source and target, everybody with everybody else, each pair once. Never none. */
export function pairsOf(event: ToldEvent, mapping: Mapping): { readonly pairs: readonly Pair[]; readonly mutual: boolean } {
  const filled = (roles: readonly string[]): string | undefined => roles.find((r) => event.actors(r).length > 0);
  const from = filled(mapping.source), to = filled(mapping.target);
  const sources = from === undefined ? [] : event.actors(from), targets = to === undefined ? [] : event.actors(to);
  if (from !== undefined && from === to) {
    const pairs = sources.flatMap((source, i) => sources.slice(i + 1).map((target): Pair => ({ source, target })));
    return pairs.length > 0 ? { pairs, mutual: true } : { pairs: [{ source: sources[0], target: undefined }], mutual: true };
  }
  const pairs = (sources.length > 0 ? sources : [undefined]).flatMap((source) => (targets.length > 0 ? targets : [undefined]).map((target): Pair => ({ source, target })));
  const apart = pairs.filter((p) => p.source?.iri !== p.target?.iri || p.source === undefined);
  return { pairs: apart.length > 0 ? apart : pairs.slice(0, 1), mutual: false };
}
