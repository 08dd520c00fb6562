import type { Article } from '../model/article.js';
import type { Entity, Event, Mention, Relation, RoleFill } from '../model/types.js';
import { RELATION_SHAPE } from '../model/relations.js';
import type { Span } from '../model/span.js';
import { FILLERS, NEEDS, ROLE_PROPERTIES } from '../model/vocabulary.js';
import { originalSpan } from '../text/normalise.js';
import { segmentText } from '../language/context/index.js';
import type { Compiled, Reading } from './context.js';
import { clusterMentions, type Cluster } from './coreference/entities.js';
import { joinEvents } from './coreference/events.js';
import type { JoinedRole } from './coreference/same-event.js';
import type { DraftMention, Stretch } from './draft.js';
import { readSentence } from './sentence.js';
import { iso, parseDay } from './times/calendar.js';

/** What an article says: entities, events and relations, all spans in the article's own text (UTF-16). */
export interface Extraction {
  readonly article: Article;
  readonly entities: readonly Entity[];
  readonly events: readonly Event[];
  readonly relations: readonly Relation[];
  /** Sentences of the article, trimmed, in order. */
  readonly sentences: readonly Span[];
}

/** Reads one article. Pure: the same article gives the same result. */
export function extract(article: Article, c: Compiled): Extraction {
  const normal = c.language.normalise(article.text);
  const { tokens, sentences, quotations } = segmentText(c.language, normal.text);
  const reading: Reading = { c, normal, tokens, sentences, quotations, day: parseDay(article.published), surnames: new Set(), mentions: [], events: [], relations: [] };
  for (let i = 0; i < sentences.length; i++) readSentence(reading, i);
  goOn(reading);

  const { fold } = c.language.letters;
  const first = reading.events.find((e) => e.foundBy === 'statement.headline' && e.sentence === 0)?.roles.find((r) => r.role === 'agent')?.mention;
  const clusters = clusterMentions(reading.mentions, reading.relations, c.offices, fold, first);
  // events are compared by their words, each with many: a long report is folded once
  const worded = new Map<string, string>();
  const wording = (from: number, to: number): string => {
    const key = `${from} ${to}`, had = worded.get(key);
    if (had !== undefined) return had;
    const words = fold(normal.text.slice(from, to));
    worded.set(key, words);
    return words;
  };
  const at = (m: number): Stretch => reading.mentions[m]?.at ?? [0, 0];
  const joined = joinEvents(reading.events, (m) => clusters.get(m), at, (m) => reading.mentions[m]?.pronoun === 'both', wording, (id) => c.settlements.has(id));
  const span = (s: Stretch): Span => originalSpan(normal, s[0], s[1]);
  const sentenceSpan = (i: number): Span => {
    const s = sentences[i];
    const a = s && tokens[s.first], b = s && tokens[s.last - 1];
    return a && b ? originalSpan(normal, a.start, b.end) : { start: 0, end: 0 };
  };

  for (const e of joined) {
    const fits = (role: string, type: string): boolean => FILLERS[ROLE_PROPERTIES[e.type][role] ?? role]?.includes(type) ?? true;
    e.roles.splice(0, e.roles.length, ...e.roles.filter((r) => !r.cluster || fits(r.role, r.cluster.type)));
  }
  const events = joined.filter((e) => {
    const needs = NEEDS[e.type];
    return !needs || e.roles.some((r) => needs.includes(ROLE_PROPERTIES[e.type][r.role] ?? r.role));
  });
  if (reading.day) {
    const day = iso(reading.day);
    for (const e of events) {
      const time = e.roles.find((r) => r.role === 'time')?.value;
      if (e.status !== 'asserted' || !time || !/^\d{4}(-\d\d){0,2}(T|$)/.test(time) || time.slice(0, 10) <= day.slice(0, time.slice(0, 10).length)) continue;
      // what is told was said before: a later time is that of what was said
      if (e.type === 'Statement') e.roles.splice(0, e.roles.length, ...e.roles.filter((r) => r.role !== 'time'));
      else e.status = 'planned';
    }
  }
  const used = new Set<Cluster>();
  for (const e of events) {
    for (const r of e.roles) if (r.cluster) used.add(r.cluster);
    if (e.source) used.add(e.source);
  }
  // other mentions of a thing may say that it is of a type that such a relation cannot have
  const holds = (m: number, property: string): boolean => FILLERS[property]?.includes(clusters.get(m)?.type ?? '') ?? true;
  const relations = reading.relations.filter((r) => clusters.get(r.subject) !== clusters.get(r.object) && holds(r.subject, RELATION_SHAPE[r.type].subject) && holds(r.object, RELATION_SHAPE[r.type].object));
  for (const r of relations) for (const m of [r.subject, r.object]) {
    const cl = clusters.get(m);
    if (cl) used.add(cl);
  }
  const stands = (cl: Cluster): boolean => cl.mentions.some((m) => m.acts) || (!cl.unnamed && cl.mentions.some((m) => !m.weak));
  const kept = [...new Set(clusters.values())].filter((cl) => used.has(cl) || stands(cl));
  const firstAt = (cl: Cluster): number => Math.min(...cl.mentions.map((m) => m.at[0]));
  kept.sort((a, b) => firstAt(a) - firstAt(b) || a.mentions[0]!.index - b.mentions[0]!.index);
  const ids = new Map(kept.map((cl, i) => [cl, `e${i + 1}`]));

  const entities = kept.map((cl): Entity => ({
    id: ids.get(cl) as string, type: cl.type, name: cl.name, local: cl.unnamed, ...(cl.known ? { known: cl.known } : {}), ...(stands(cl) ? {} : { needed: true as const }),
    mentions: cl.mentions.map((m, i) => mentionOut(m, span(m.at), i > 0 ? cl.reasons[i] ?? '' : undefined))
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
  }));
  const numbers = new Map(events.map((e, i) => [e, `v${i + 1}`]));
  const outEvents = events.map((e, i): Event => ({
    id: `v${i + 1}`, type: e.type, trigger: span(e.trigger), sentence: sentenceSpan(e.sentence), status: e.status,
    ...(e.source ? { source: ids.get(e.source) as string } : {}), ...saying(e.saidIn && numbers.get(e.saidIn)), alsoTriggers: e.alsoTriggers.map(span), foundBy: e.foundBy, confidence: c.confidence(e.foundBy),
    roles: e.roles.map((r) => roleOut(r, r.cluster && ids.get(r.cluster), r.at && span(r.at))),
  }));
  // of a relation that is stated several times, the statement of the surest rule counts
  const stated = relations.flatMap((r) => {
    const subject = ids.get(clusters.get(r.subject) as Cluster), object = ids.get(clusters.get(r.object) as Cluster);
    return subject && object ? [{ r, subject, object, key: `${r.type}|${subject}|${object}`, confidence: c.confidence(r.foundBy) }] : [];
  });
  const best = new Map<string, (typeof stated)[number]>();
  for (const x of stated) if ((best.get(x.key)?.confidence ?? -1) < x.confidence) best.set(x.key, x);
  const outRelations = stated.filter((x) => best.get(x.key) === x).map(({ r, subject, object, confidence }, i): Relation => ({
    id: `r${i + 1}`, type: r.type, subject, object, evidence: span(r.at), sentence: sentenceSpan(r.sentence), foundBy: r.foundBy, confidence, ...(r.title ? { title: span(r.title) } : {}),
  }));
  return { article, entities, events: outEvents, relations: outRelations, sentences: sentences.map((_, i) => sentenceSpan(i)) };
}

const saying = (event: string | undefined): { saidIn?: string } => (event === undefined ? {} : { saidIn: event });

/** A report that is a quotation over several paragraphs holds what all of them tell, though its topic is only the words of the first. */
function goOn({ quotations, tokens, events }: Reading): void {
  for (const q of quotations) {
    const end = q.till === undefined ? undefined : tokens[q.till]?.start;
    if (end === undefined) continue;
    const from = tokens[q.open]?.start ?? 0, first = tokens[q.open + 1]?.end ?? 0;
    events.forEach((e, i) => {
      if (e.report && from <= e.report[0] && e.report[0] <= first) events[i] = { ...e, report: [e.report[0], end] };
    });
  }
}

type Written<T> = { -readonly [K in keyof T]: T[K] };

function mentionOut(m: DraftMention, span: Span, joined: string | undefined): Mention {
  const out: Written<Mention> = { span, name: m.name, type: m.type, foundBy: m.foundBy };
  if (m.known) out.known = m.known;
  if (joined !== undefined) out.joined = joined;
  return out;
}

function roleOut(r: JoinedRole, entity: string | undefined, span: Span | undefined): RoleFill {
  const out: Written<RoleFill> = { role: r.role, certainty: r.certainty };
  if (entity !== undefined) out.entity = entity;
  if (span) out.span = span;
  if (r.value !== undefined && !r.value.startsWith('T')) out.value = r.value;
  return out;
}

export { compile, type Compiled } from './context.js';
