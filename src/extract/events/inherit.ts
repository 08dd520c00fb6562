import { ALSO, IZAFE, PLURAL } from '../../language/analysis.js';
import { mentionOf, type SentenceReading } from '../context.js';
import type { DraftEvent, DraftRole } from '../draft.js';
import type { Filler } from '../mentions/fillers.js';
import type { Clause } from '../syntax/clauses.js';
import type { Predicate } from './predicates.js';

/** A verb without its subject has that of the verb before it in the sentence. */
export function inherit(s: SentenceReading, event: DraftEvent, clause: Clause, p: Predicate, subject: Filler | undefined): DraftEvent {
  if (event.type === 'Statement' && s.r.events.some((e) => e.type === 'Statement' && e.sentence === s.sentence && !e.nominal && (s.items[clause.verb - 1]?.a.pos === 'conj' || e.roles.some((r) => r.role === 'agent')))) return event;
  // "and also said": who spoke before, not whom this sentence tells of
  const also = ((s.items[clause.verb]?.flags ?? 0) & ALSO) !== 0;
  if (event.type === 'Statement' && also && s.r.events.some((e) => e.type === 'Statement' && e.sentence >= s.sentence - 2 && e.roles.some((r) => r.role === 'agent'))) return event;
  const { lead } = s.r;
  // "X raises a picture. Says: …": where nobody has spoken yet, the person of the line before does
  if (!subject && lead && s.sentence - lead.sentence === 1 && event.type === 'Statement' && event.subjectRole === 'agent' && !event.firstPerson && !event.plural && !s.r.events.some((e) => e.type === 'Statement' && e.roles.some((r) => r.role === 'agent'))) {
    return { ...event, roles: [{ role: 'agent', mention: lead.mention, certainty: 'implied' }, ...event.roles], subjectRole: undefined };
  }
  // "…, and demanded that": after a report that ends here, who told it demands
  if (event.type === 'Request' && event.subjectRole === 'agent' && !event.firstPerson) {
    const told = s.r.events.findLast((e) => e.type === 'Statement' && e.sentence === s.sentence && e.report !== undefined);
    const by = told?.roles.find((r) => r.role === 'agent' && r.mention !== undefined);
    const start = p.noun >= 0 ? p.noun : clause.verb;
    if (told?.report && by && s.items[start - 1]?.a.pos === 'conj' && told.report[1] === s.items[start - 2]?.end) return { ...event, roles: [{ ...by, certainty: 'implied' }, ...event.roles], subjectRole: undefined };
  }
  const accepted = p.frames.find((f) => f.frame.id === event.foundBy)?.frame.accept?.[event.subjectRole ?? ''];
  // داوای لە X کرد … بکەن, ڕێگەی بە X دا … بکات: whom somebody asks or allows is to do it
  const asked = event.subjectRole && !event.firstPerson && p.form.mood === 'subjunctive' && !p.form.passive ? s.r.events.findLast((e) => (e.type === 'Request' || e.type === 'Decision') && e.roles.some((r) => r.role === 'topic' && r.at !== undefined && r.at[0] <= event.trigger[0] && event.trigger[1] <= r.at[1])) : undefined;
  const doers = asked?.roles.filter((r) => r.role === 'target' && r.mention !== undefined && !event.roles.some((o) => o.mention === r.mention) && (!accepted || accepted.includes(s.r.mentions[r.mention]?.type ?? ''))) ?? [];
  if (event.subjectRole && doers.length > 0) return { ...event, roles: [...doers.map((r): DraftRole => ({ ...r, role: event.subjectRole ?? 'agent', certainty: 'implied' })), ...event.roles], subjectRole: undefined };
  if (!subject || !event.subjectRole || event.firstPerson || clause.kind === 'relative' || (p.form.passive && event.subjectRole !== 'target')) return event;
  // "NAME said: they attacked": not NAME alone
  const saying = event.plural && subject.type === 'Person' && !subject.unnamed ? s.r.events.findLast((e) => e.type === 'Statement' && e.sentence === s.sentence && e.report !== undefined) : undefined;
  if (saying?.report && saying.report[0] <= event.trigger[0] && event.trigger[1] <= saying.report[1] && saying.roles.some((x) => x.role === 'agent' && x.mention === mentionOf(s, subject))) return event;
  // what many do is not told with a singular verb
  const plural = (i: number): boolean => ((s.items[i]?.flags ?? 0) & PLURAL) !== 0;
  // (also چەتەکانی داعش, who are داعش)
  const many = subject.count !== undefined || (subject.type === 'Group' && plural(subject.first)) || (subject.type === 'Organization' && plural(subject.first - 1) && ((s.items[subject.first - 1]?.flags ?? 0) & IZAFE) !== 0);
  if (many && !event.plural && event.type === 'Statement') return event;
  if (many && saysOne(s, p)) {
    const one = s.r.events.findLast((e) => e.sentence === s.sentence)?.roles.find((r) => r.role === 'target' && r.mention !== undefined && s.r.mentions[r.mention]?.type === 'Person');
    return one ? { ...event, roles: [{ ...one, role: event.subjectRole, certainty: 'implied' }, ...event.roles], subjectRole: undefined } : { ...event, subjectRole: undefined };
  }
  if (accepted && !accepted.includes(subject.type)) return event;
  const mention = mentionOf(s, subject);
  if (event.roles.some((r) => r.mention === mention)) return event;
  // "A met B, and they discussed": both
  const met = event.plural && subject.type === 'Person' ? s.r.events.findLast((e) => e.sentence === s.sentence && e.type !== 'Statement')?.roles.filter((r) => r.role === 'participant' && r.mention !== undefined) : undefined;
  const who = met && met.length > 1 && met.some((r) => r.mention === mention) ? met.map((r) => r.mention as number) : [mention];
  return { ...event, roles: [...who.map((m): DraftRole => ({ role: event.subjectRole ?? 'agent', mention: m, certainty: 'implied' })), ...event.roles], subjectRole: undefined };
}

/** The clitic of the light noun or of a past transitive verb says that one did it. */
const saysOne = (s: SentenceReading, p: Predicate): boolean => p.form.transitive && !p.form.passive && p.form.tense !== 'present' && (p.form.clitic === '3s' || s.items[p.noun]?.readings.some((r) => r.clitic === '3s') === true);
