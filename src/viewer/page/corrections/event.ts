import type { Correction } from '../../../corrections/types.js';
import { anchorOf, articleId, eventAnchor, partsOf, relationAnchor, roleProperty, rolesFor, type Part } from '../../model/corrections/anchors.js';
import { partKey } from '../../model/corrections/corrected.js';
import type { EventType } from '../../../model/vocabulary.js';
import type { Role } from '../../../model/types.js';
import type { PageEvent } from '../../model/types.js';
import { correct, undo } from './actions.js';
import { button, el, name } from '../dom.js';
import { shortened, type Page, type Voice } from '../page.js';
import { verdict } from './verdict.js';

/** What the reader already said of an event or relation, with notes. */
export function verdictsOf(page: Page, v: Voice, number: number): HTMLElement[] {
  const { events, parts } = page.corrected(), whole = events.get(number);
  const own = whole ? [whole] : [...parts].flatMap(([key, c]) => (key.startsWith(`${number} `) ? [c] : []));
  return own.map((c) => verdict(page, v, c));
}

/** Where the reader says what is wrong with an event or relation. Nothing for what a correction could not tell. */
export function mendEvent(page: Page, v: Voice, number: number): HTMLElement | undefined {
  const { reading: r } = page, e = r.data.events[number] as PageEvent;
  const whole = rejection(page, e), before = page.corrected().events.get(number);
  if (!whole) return undefined;
  const toggle = button(v.say('allWrong'), () => (before ? undo(page, before) : correct(page, whole)), { set: { 'aria-pressed': before !== undefined, 'data-key': `wrong ${number}` } });
  const parts = before ? [] : partsOf(r, e);
  return el('details', { class: 'mend', set: { 'data-key': `mend ${number}` } },
    el('summary', {}, v.say('mend')),
    el('div', { class: 'mending' },
      toggle,
      parts.length > 0 && el('div', { class: 'parts', set: { role: 'group', 'aria-label': v.say('roles') } }, el('p', { class: 'quiet' }, v.say('partsHint')), ...parts.map((p) => partRow(page, v, number, p)))));
}

/** The correction that an event or relation is wrong as a whole. */
function rejection(page: Page, e: PageEvent): Correction | undefined {
  const { reading: r } = page, article = articleId(r.data, e.article);
  if (article === undefined) return undefined;
  if (e.kind === 'event') {
    const event = eventAnchor(r.data, e);
    return event && { do: 'reject-event', article, event };
  }
  const relation = relationAnchor(r, e);
  return relation && { do: 'reject-relation', article, relation };
}

/** Of somebody or something: the part that it has, and the others that it could have. */
function partRow(page: Page, v: Voice, number: number, part: Part): HTMLElement {
  const { data } = page.reading, e = data.events[number] as PageEvent, type = e.type as EventType;
  const event = eventAnchor(data, e), filler = anchorOf(data, part.words), article = articleId(data, e.article);
  const before = page.corrected().parts.get(partKey(number, part.role, part.thing));
  const kind = part.thing < 0 ? 'Passage' : data.entities[part.thing]?.type;
  const others = kind ? rolesFor(type, kind).filter((role) => role !== part.role) : [];
  const say = (role: Role): string => v.word(roleProperty(type, role) ?? role);
  const set = (value: string): void => {
    const about = event && filler && article !== undefined && { article, event, role: part.role, filler };
    const to = others.find((role) => role === value);
    if (value === '') void (before && undo(page, before));
    else if (about) correct(page, to ? { do: 'move-role', ...about, to } : { do: 'reject-role', ...about });
  };
  const option = (value: string, label: string): HTMLElement => el('option', { set: { value, selected: value === now } }, label);
  const now = before === undefined ? '' : before.do === 'move-role' ? before.to : 'none';
  const who = shortened(v.thing(part.thing), 70);
  const choice = el('select', { set: { 'aria-label': `${who}: ${v.say('part')}`, 'data-key': `part ${number} ${part.role} ${part.thing}` }, on: { change: () => set(choice.value) } },
    option('', say(part.role)), ...others.map((role) => option(role, say(role))), option('none', v.say('noPart')));
  return el('div', { class: 'part' }, name(who), choice);
}
