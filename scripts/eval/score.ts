// Compares annotations with gold (docs/annotations.md says what an annotation is): entities, relations, events and facts, a fact being one role
// of one event, or one relation. Matching is one to one, best overlap first; optional gold items are neither asked for nor counted against.

/** Offsets are code points of the text. */
export type At = readonly [start: number, end: number];
export interface Fill {
  readonly role: string;
  readonly entity?: string;
  readonly span?: At;
  readonly value?: string;
  readonly optional?: boolean;
}
export interface AnnotatedEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly mentions: readonly At[];
  readonly optional?: boolean;
}
export interface AnnotatedEvent {
  readonly type: string;
  readonly trigger: At;
  readonly alsoTriggers?: readonly At[];
  readonly status?: string;
  readonly source?: string;
  readonly roles?: readonly Fill[];
  readonly foundBy?: string;
  readonly optional?: boolean;
}
export interface AnnotatedRelation {
  readonly type: string;
  readonly subject: string;
  readonly object: string;
  readonly foundBy?: string;
  readonly optional?: boolean;
}
export interface Annotation {
  readonly id: string;
  readonly text: string;
  readonly published?: string | null;
  readonly entities: readonly AnnotatedEntity[];
  readonly relations?: readonly AnnotatedRelation[];
  readonly events?: readonly AnnotatedEvent[];
}

/** How many were found right, how many gold has, how many the system said. */
export interface Tally {
  right: number;
  gold: number;
  said: number;
}
export const tally = (): Tally => ({ right: 0, gold: 0, said: 0 });

export interface Score {
  readonly total: Readonly<Record<'entities' | 'relations' | 'events' | 'facts', Tally>>;
  /** Of matched events: on how many the status (the source) is right. */
  readonly judged: { events: number; status: number; source: number };
  readonly byType: Map<string, Tally>;
  /** Facts by the rule that found their event or relation; `gold` stays 0. */
  readonly byRule: Map<string, Tally>;
  readonly missed: string[];
  readonly spurious: string[];
}
export const emptyScore = (): Score => ({
  total: { entities: tally(), relations: tally(), events: tally(), facts: tally() }, judged: { events: 0, status: 0, source: 0 }, byType: new Map(), byRule: new Map(), missed: [], spurious: [],
});

const overlap = (a: At, b: At): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

function of(map: Map<string, Tally>, key: string): Tally {
  const had = map.get(key) ?? tally();
  map.set(key, had);
  return had;
}

/** The number of its sentence for every code point: a break after . ! ? ؟ ؛ before a space or a quotation mark, and at a line's end. */
function sentencesOf(chars: readonly string[]): Int32Array {
  const out = new Int32Array(chars.length + 1);
  let n = 0;
  chars.forEach((c, i) => {
    out[i] = n;
    if (c === '\n' || (/[.!?؟؛]/.test(c) && (i + 1 >= chars.length || /[\s"”»]/.test(chars[i + 1] ?? '')))) n++;
  });
  out[chars.length] = n;
  return out;
}

/** Where each word of a stretch begins. */
function wordsOf(chars: readonly string[], at: At): Set<number> {
  const out = new Set<number>();
  let inside = false;
  for (let i = at[0]; i < at[1]; i++) {
    const letter = /[\p{L}\p{N}\p{M}\u200c]/u.test(chars[i] ?? '');
    if (letter && !inside) out.add(i);
    inside = letter;
  }
  return out;
}

/** At least half of the words of the longer stretch are in both. */
function shareHalf(chars: readonly string[], a: At, b: At): boolean {
  const x = wordsOf(chars, a), y = wordsOf(chars, b);
  const common = [...x].filter((w) => y.has(w)).length;
  return common > 0 && common * 2 >= Math.max(x.size, y.size);
}

const requiredFirst = <T extends { readonly optional?: boolean }>(list: readonly T[] = []): T[] => [...list].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false));

/** Adds what one document gives to a score. A document without an answer has found nothing. */
export function scoreDocument(gold: Annotation, found: Annotation | undefined, into: Score): void {
  const chars = Array.from(gold.text);
  const say = (at: At): string => chars.slice(...at).join('');
  const sentence = sentencesOf(chars);
  const system: Annotation = found ?? { id: gold.id, text: gold.text, entities: [] };

  const pairs = gold.entities.flatMap((g) => system.entities.map((s) => ({ g, s, shared: g.mentions.reduce((n, a) => n + s.mentions.reduce((m, b) => m + overlap(a, b), 0), 0) })))
    .filter((p) => p.shared > 0).map((p) => ({ ...p, shared: p.shared + (p.g.type === p.s.type ? 0.5 : 0) })).sort((a, b) => b.shared - a.shared);
  const systemOf = new Map<string, AnnotatedEntity>(), goldOf = new Map<string, AnnotatedEntity>();
  for (const { g, s } of pairs) if (!systemOf.has(g.id) && !goldOf.has(s.id)) {
    systemOf.set(g.id, s);
    goldOf.set(s.id, g);
  }
  for (const g of gold.entities) {
    if (g.optional) continue;
    const s = systemOf.get(g.id);
    into.total.entities.gold++;
    if (s?.type === g.type) into.total.entities.right++;
    else into.missed.push(`${gold.id} entity ${g.type} ${g.name}${s ? ` (typed ${s.type})` : ''}`);
  }
  for (const s of system.entities) {
    if (goldOf.get(s.id)?.optional) continue;
    into.total.entities.said++;
    if (!goldOf.has(s.id)) into.spurious.push(`${gold.id} entity ${s.type} ${s.name}`);
  }

  const goldEntity = new Map(gold.entities.map((e) => [e.id, e]));
  const systemEntity = new Map(system.entities.map((e) => [e.id, e]));
  const denotes = (filler: { readonly entity?: string; readonly span?: At }, id: string): boolean => {
    const g = goldEntity.get(id);
    if (!g) return false;
    if (filler.entity !== undefined && goldOf.get(filler.entity)?.id === id) return true;
    const spans = filler.span ? [filler.span] : systemEntity.get(filler.entity ?? '')?.mentions ?? [];
    return spans.some((a) => g.mentions.some((m) => overlap(m, a) > 0));
  };
  const sameRole = (g: Fill, s: Fill): boolean => {
    if (g.role !== s.role) return false;
    if (g.entity !== undefined) return denotes(s, g.entity);
    if (g.role === 'time' && g.value && s.value) return g.value === s.value || (g.span !== undefined && s.span !== undefined && overlap(g.span, s.span) > 0 && g.value.startsWith(s.value));
    if (!g.span) return false;
    const own = g.span;
    return (s.span ? [s.span] : systemEntity.get(s.entity ?? '')?.mentions ?? []).some((m) => shareHalf(chars, own, m));
  };
  const fact = (type: string, rule: string | undefined, add: Partial<Tally>): void => {
    const rows = [into.total.facts, of(into.byType, type), ...(rule === undefined ? [] : [of(into.byRule, rule)])];
    for (const row of rows) for (const k of ['right', 'said', ...(row === rows[2] ? [] : ['gold'])] as (keyof Tally)[]) row[k] += add[k] ?? 0;
  };

  relations(gold, system, into, { denotes, fact, goldOf, goldEntity, systemEntity });
  events(gold, system, into, { denotes, sameRole, fact, sentence, say, goldEntity, systemEntity });
}

type Entities = ReadonlyMap<string, AnnotatedEntity>;
type AddFact = (type: string, rule: string | undefined, add: Partial<Tally>) => void;

function relations(gold: Annotation, system: Annotation, into: Score, x: { denotes: (f: { readonly entity?: string }, id: string) => boolean; fact: AddFact; goldOf: Entities; goldEntity: Entities; systemEntity: Entities }): void {
  const seen = new Set<string>();
  const said = (system.relations ?? []).filter((r) => {
    const key = [r.type, ...[r.subject, r.object].map((id) => x.goldOf.get(id)?.id ?? `s:${id}`)].join('|');
    return !seen.has(key) && seen.add(key);
  });
  const used = new Map<number, boolean>();
  for (const g of requiredFirst(gold.relations)) {
    const at = said.findIndex((s, i) => !used.has(i) && s.type === g.type && x.denotes({ entity: s.subject }, g.subject) && x.denotes({ entity: s.object }, g.object));
    if (at >= 0) used.set(at, g.optional ?? false);
    if (g.optional) continue;
    into.total.relations.gold++;
    if (at >= 0) into.total.relations.right++;
    else into.missed.push(`${gold.id} ${g.type}(${x.goldEntity.get(g.subject)?.name}, ${x.goldEntity.get(g.object)?.name})`);
    x.fact(`relation ${g.type}`, said[at]?.foundBy, { gold: 1, right: at >= 0 ? 1 : 0 });
  }
  said.forEach((s, i) => {
    if (used.get(i)) return;
    into.total.relations.said++;
    x.fact(`relation ${s.type}`, s.foundBy, { said: 1 });
    if (!used.has(i)) into.spurious.push(`${gold.id} ${s.type}(${x.systemEntity.get(s.subject)?.name}, ${x.systemEntity.get(s.object)?.name})`);
  });
}

function events(gold: Annotation, system: Annotation, into: Score, x: { denotes: (f: { readonly entity?: string }, id: string) => boolean; sameRole: (g: Fill, s: Fill) => boolean; fact: AddFact; sentence: Int32Array; say: (at: At) => string; goldEntity: Entities; systemEntity: Entities }): void {
  const triggers = (e: AnnotatedEvent): At[] => [e.trigger, ...(e.alsoTriggers ?? [])];
  const pairs = (gold.events ?? []).flatMap((g) => (system.events ?? []).filter((s) => s.type === g.type).map((s) => {
    const near = triggers(s).some((a) => triggers(g).some((b) => x.sentence[b[0]] === x.sentence[a[0]]));
    const hit = triggers(s).some((a) => triggers(g).some((b) => overlap(a, b) > 0));
    const matched = (g.roles ?? []).filter((r) => (s.roles ?? []).some((o) => x.sameRole(r, o))).length;
    return { g, s, fits: near || hit || matched >= 2, score: matched + (hit ? 1.5 : 0) + (near ? 0.5 : 0) };
  })).filter((p) => p.fits).sort((a, b) => b.score - a.score);
  const answer = new Map<AnnotatedEvent, AnnotatedEvent>(), asked = new Map<AnnotatedEvent, AnnotatedEvent>();
  for (const { g, s } of pairs) if (!answer.has(g) && !asked.has(s)) {
    answer.set(g, s);
    asked.set(s, g);
  }
  const filler = (f: Fill, names: Entities): string => (f.entity !== undefined ? names.get(f.entity)?.name ?? '?' : f.value ?? (f.span ? x.say(f.span) : '?'));

  for (const g of gold.events ?? []) {
    const s = answer.get(g);
    const type = `event ${g.type}`;
    if (!g.optional) {
      into.total.events.gold++;
      if (s) into.total.events.right++;
      else into.missed.push(`${gold.id} event ${g.type} «${x.say(g.trigger)}»`);
    }
    if (s && !g.optional) {
      into.judged.events++;
      const right = (g.status ?? 'asserted') === (s.status ?? 'asserted');
      if (right) into.judged.status++;
      else into.missed.push(`${gold.id} ${g.type} «${x.say(g.trigger)}» is ${g.status ?? 'asserted'}, found ${s.status ?? 'asserted'}`);
      if (g.source !== undefined ? s.source !== undefined && x.denotes({ entity: s.source }, g.source) : s.source === undefined) into.judged.source++;
    }
    const used = new Set<number>(), excused = new Set<number>();
    for (const r of requiredFirst(g.roles)) {
      const at = (s?.roles ?? []).findIndex((o, i) => !used.has(i) && x.sameRole(r, o));
      if (at >= 0) used.add(at);
      if (g.optional || r.optional) {
        if (at >= 0) excused.add(at);
        continue;
      }
      x.fact(type, s?.foundBy, { gold: 1, right: at >= 0 ? 1 : 0 });
      if (at < 0 && s) into.missed.push(`${gold.id} ${g.type}.${r.role} = ${filler(r, x.goldEntity)}`);
    }
    if (s && !g.optional) (s.roles ?? []).forEach((r, i) => {
      if (excused.has(i)) return;
      x.fact(type, s.foundBy, { said: 1 });
      if (!used.has(i)) into.spurious.push(`${gold.id} ${s.type}.${r.role} = ${filler(r, x.systemEntity)}`);
    });
  }
  for (const s of system.events ?? []) {
    const g = asked.get(s);
    if (g?.optional) continue;
    into.total.events.said++;
    if (g) continue;
    x.fact(`event ${s.type}`, s.foundBy, { said: s.roles?.length ?? 0 });
    into.spurious.push(`${gold.id} event ${s.type} «${x.say(s.trigger)}» with ${s.roles?.length ?? 0} roles`);
  }
}

/** Precision, recall and their harmonic mean; 0 where nothing was said or asked. */
export function figures({ right, gold, said }: Tally): { precision: number; recall: number; f1: number } {
  const precision = said > 0 ? right / said : 0, recall = gold > 0 ? right / gold : 0;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}
