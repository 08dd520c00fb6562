import type { Anchor, Correction, RelationAnchor } from '../../../corrections/types.js';
import { roleProperty } from '../../model/corrections/anchors.js';
import { partKey } from '../../model/corrections/corrected.js';
import { RELATION_SHAPE } from '../../../model/relations.js';
import type { PageEvent } from '../../model/types.js';
import { shortened, type Page, type Voice } from '../page.js';

/** Characters of a quote in a sentence about it. */
const LONG = 60;

const quoted = (v: Voice, a: Anchor): string => v.say('quoted', shortened(a.quote, LONG));

/** The words that name the two of a relation; its sentence where they are not told. */
function endsOf({ subject, object, evidence }: RelationAnchor): readonly Anchor[] {
  const ends = [subject, object].filter((a) => a !== undefined);
  return ends.length > 0 ? ends : [evidence];
}

/** The name of an entity that a correction tells by its IRI: what the page calls it, else the IRI. */
function entityOf(page: Page, v: Voice, iri: string): string {
  const n = page.reading.data.entities.findIndex((e) => e.iri === iri);
  return n < 0 ? shortened(iri, LONG) : v.entity(n);
}

/** What a correction says, in a sentence. */
export function sayCorrection(page: Page, v: Voice, c: Correction): string {
  switch (c.do) {
    case 'reject-event': return v.say('saidEvent', v.word(c.event.type), quoted(v, c.event.trigger));
    case 'reject-role': return v.say('saidNoRole', filler(page, v, c), v.word(roleProperty(c.event.type, c.role) ?? c.role));
    case 'move-role': return v.say('saidRole', filler(page, v, c), v.word(roleProperty(c.event.type, c.to) ?? c.to), v.word(roleProperty(c.event.type, c.role) ?? c.role));
    case 'reject-relation': return v.say('saidEvent', v.word(RELATION_SHAPE[c.relation.type].type), endsOf(c.relation).map((a) => quoted(v, a)).join(' – '));
    case 'merge': return v.say('saidSame', c.entities.slice(1).map((iri) => entityOf(page, v, iri)).join(v.lang === 'ckb' ? '، ' : ', '), entityOf(page, v, c.entities[0] ?? ''));
    case 'split': return v.say('saidElse', entityOf(page, v, c.entity)) + (c.mentions ? ` (${c.mentions.map((m) => quoted(v, m)).join(' ')})` : '');
    case 'name': return v.say('saidName', c.label, v.word(c.type)) + [c.english, ...(c.aliases ?? [])].flatMap((x) => (x ? [` · ${x}`] : [])).join('');
  }
}

/** Who or what has the part: as the page calls it where it is here, else in the words of the article. */
function filler(page: Page, v: Voice, c: Correction & { readonly do: 'reject-role' | 'move-role' }): string {
  const subject = page.corrected().subjects.get(c);
  const who = subject && (page.reading.data.events[subject.number] as PageEvent).who.find((n) => page.corrected().parts.get(partKey(subject.number, c.role, n)) === c);
  return who === undefined ? quoted(v, c.filler) : v.entity(who);
}

/** What corrections say of an entity, in words; '' for nothing. Of things that are one only those that go are news. */
export function entityNews(page: Page, v: Voice, n: number): string {
  const { data } = page.reading;
  return (page.corrected().entities.get(n) ?? []).filter((c) => c.do === 'split' || c.entities[0] !== data.entities[n]?.iri).map((c) => sayCorrection(page, v, c)).join(' · ');
}
