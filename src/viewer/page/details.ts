import { roleOf } from '../model/corrections/anchors.js';
import { partKey } from '../model/corrections/corrected.js';
import { rolesOf, type Filled } from '../model/roles.js';
import { company, quoteOf, type Reading } from '../model/reading.js';
import { eventTurtle, factTurtle } from '../model/turtle.js';
import type { PageEvent, PageLink } from '../model/types.js';
import { button, el, link, name } from './dom.js';
import { mendEntity, entityVerdicts } from './corrections/entity.js';
import { mendEvent, verdictsOf } from './corrections/event.js';
import { choose, factLine, grammarOf, shortened, type Page, type Voice } from './page.js';
import { surroundings, wayFrom } from './ways.js';

/** Facts, articles and companions of an entity that are listed. */
const MOST = 60;

/** What is chosen, with the words behind it. */
export function details(page: Page, v: Voice): HTMLElement[] {
  const { selected } = page.store.get();
  const { data } = page.reading;
  if (!selected) return [el('p', { class: 'quiet' }, v.say('pathHint'))];
  if (selected.kind === 'entity') return entityDetails(page, v, selected.number);
  if (selected.kind === 'event') {
    const event = data.events[selected.number] as PageEvent;
    return [el('h3', {}, name(v.word(event.type))), ...reason(page, v, selected.number), turtle(v, eventTurtle(data, event))];
  }
  const links = selected.links.flatMap((i) => data.links[i] ?? []), { links: wrong } = page.corrected();
  const events = [...new Set(links.flatMap((l) => l.events))];
  return [
    el('h3', {}, ...links.map((l, i) => el('span', { class: 'fact-head' }, factLine(v, l, standingOf(page.reading, l), wrong.has(selected.links[i] as number))))),
    ...(links.every((l) => !l.direct) ? [el('p', { class: 'quiet' }, v.say('notAsserted'))] : []),
    ...events.flatMap((e) => reason(page, v, e)),
    turtle(v, links.map((l) => factTurtle(data, l)).join('\n')),
  ];
}

const standingOf = (r: Reading, l: PageLink): string => r.data.events[l.events[0] ?? -1]?.status ?? 'asserted';

/** One event behind a fact: its sentence with its words, who says so, by which rule. */
function reason(page: Page, v: Voice, number: number): HTMLElement[] {
  const { reading: r } = page, { data } = r;
  const e = data.events[number] as PageEvent;
  const row = (key: Parameters<Voice['say']>[0], ...value: (Node | string)[]): HTMLElement => el('div', { class: 'pair' }, el('dt', {}, v.say(key)), el('dd', {}, ...value));
  const { events, parts } = page.corrected(), wrong = events.has(number);
  const corrected = (f: Filled): boolean => f.thing !== undefined && parts.has(partKey(number, roleOf(e.type, f.role) ?? '', f.thing));
  return [el('section', { class: wrong ? 'reason wrong' : 'reason' },
    ...verdictsOf(page, v, number),
    e.sentence !== undefined && el('blockquote', { set: { dir: 'auto', lang: 'ckb' } }, ...sentence(page, e)),
    el('dl', {},
      row('events', button(v.word(e.type), () => choose(page, { kind: 'event', number }), { class: 'link' })),
      row('status', v.word(e.status)),
      row('source', e.source === undefined ? v.say('itself') : button(v.entity(e.source), () => choose(page, { kind: 'entity', number: e.source as number }), { class: 'link' })),
      e.time !== undefined && row('time', v.date(e.time)),
      e.triggers.length > 0 && row('words', ...e.triggers.flatMap((t, i) => [i > 0 ? ' · ' : '', name(quoteOf(data, t))])),
      e.triggers.some((t) => grammarOf(page, v, t).length > 0) && row('grammar', ...e.triggers.flatMap((t) => grammarOf(page, v, t).map((g) => el('span', { class: 'grammar', set: { dir: 'auto' } }, g)))),
      ...rolesOf(data, e).map((role) => el('div', { class: corrected(role) ? 'pair wrong' : 'pair' }, el('dt', {}, v.word(role.role)), el('dd', {}, role.thing === undefined ? name(role.role === 'count' ? v.number(role.value) : role.value) : role.thing < 0 ? name(shortened(v.thing(role.thing), 160)) : button(v.entity(role.thing), () => choose(page, { kind: 'entity', number: role.thing as number }), { class: 'link' })))),
      e.confidence !== undefined && row('trust', meter(v, e.confidence)),
      e.rule !== undefined && row('rule', el('code', {}, e.rule))),
    mendEvent(page, v, number) ?? false)];
}

function meter(v: Voice, share: number): HTMLElement {
  const fill = el('span', { class: 'fill' });
  fill.style.inlineSize = `${Math.round(Math.max(0, Math.min(1, share)) * 100)}%`;
  return el('span', { class: 'row' }, el('span', { class: 'meter', set: { 'aria-hidden': 'true' } }, fill), v.percent(share));
}

/** A sentence whose event words and names are marked. */
function sentence(page: Page, e: PageEvent): Node[] {
  const { data, passagesIn } = page.reading;
  const s = data.passages[e.sentence as number];
  if (!s) return [];
  const text = quoteOf(data, e.sentence as number);
  const marks = [...e.triggers, ...(passagesIn[s.article] ?? []).filter((p) => (data.passages[p]?.names ?? []).some((n) => e.who.includes(n)))].flatMap((p) => data.passages[p] ?? []).filter((p) => p.from >= s.from && p.to <= s.to && p.to > p.from);
  const cuts = [...new Set([0, text.length, ...marks.flatMap((m) => [m.from - s.from, m.to - s.from])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const piece = text.slice(from, cuts[i + 1]), over = marks.filter((m) => m.from - s.from <= from && m.to - s.from >= (cuts[i + 1] as number));
    if (over.length === 0) return document.createTextNode(piece);
    const named = over.find((m) => m.names !== undefined);
    return el('mark', { class: named ? `type-${data.entities[named.names?.[0] ?? -1]?.type || 'none'}` : 'trigger' }, piece);
  });
}

function turtle(v: Voice, text: string): HTMLElement {
  const said = el('span', { class: 'quiet', set: { role: 'status' } });
  const code = el('pre', { set: { dir: 'ltr', tabindex: 0, 'aria-label': v.say('turtle') } }, text);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = v.say('copied');
    } catch {
      // where the browser gives no clipboard (a page opened as a file, in some) the text is marked, to be copied by key
      getSelection()?.selectAllChildren(code);
    }
  };
  return el('section', {}, el('div', { class: 'row' }, el('h4', {}, v.say('turtle')), el('span', { class: 'grow' }), said, button(v.say('copy'), () => void copy())), code);
}

function entityDetails(page: Page, v: Voice, n: number): HTMLElement[] {
  const { reading: r } = page, { data } = r;
  const e = data.entities[n];
  if (!e) return [];
  const articles = new Map<number, number>();
  for (const p of r.mentionsOf[n] ?? []) articles.set(data.passages[p]?.article ?? -1, (articles.get(data.passages[p]?.article ?? -1) ?? 0) + 1);
  const other = [e.name.ckb, e.name.en].filter((x) => x !== undefined && x !== v.entity(n));
  return [
    el('h3', {}, name(v.entity(n)), ' ', el('span', { class: `small-name type-${e.type || 'none'}` }, v.word(e.type || 'Entity'))),
    ...(other.length > 0 ? [el('p', { class: 'quiet' }, name(other[0] as string))] : []),
    el('div', { class: 'row wrap' }, button(v.say('around'), () => surroundings(page, n, 1)), button(v.say('wider'), () => surroundings(page, n, 2)), button(v.say('pathTo'), () => wayFrom(page, n))),
    ...entityVerdicts(page, v, n),
    ...[mendEntity(page, v, n)].filter((x) => x !== undefined),
    ...(e.also ? [group(v.say('names'), el('p', {}, ...e.also.flatMap((a, i) => [i > 0 ? ' · ' : '', name(a)])))] : []),
    ...(e.sameAs ? [group(v.say('same'), el('p', {}, ...e.sameAs.flatMap((a, i) => [i > 0 ? ' ' : '', link(a, a.replace(/^https?:\/\/www\.wikidata\.org\/entity\//, 'Wikidata '))])))] : []),
    group(v.say('facts'), listOf((r.linksOf[n] ?? []).map((i) => button('', () => choose(page, { kind: 'fact', links: [i] }), { class: 'line-button' })), (r.linksOf[n] ?? []).map((i) => factLine(v, data.links[i] as PageLink, standingOf(r, data.links[i] as PageLink), page.corrected().links.has(i))), v)),
    ...(company(r, n).length > 0 ? [group(v.say('company'), el('p', { class: 'row wrap' }, ...company(r, n).slice(0, MOST).map((c) => button(`${v.entity(c.entity)} · ${v.number(c.events)}`, () => choose(page, { kind: 'entity', number: c.entity }), { class: `small-name type-${data.entities[c.entity]?.type || 'none'}` }))))] : []),
    ...(articles.size > 0 && data.articles.length > 1 ? [group(v.say('mentions'), el('p', { class: 'row wrap' }, ...[...articles].slice(0, MOST).map(([a, count]) => button(`${v.say('untitled', a + 1)} · ${v.say('times', count)}`, () => page.store.set({ article: a })))))] : []),
  ];
}

const group = (title: string, ...content: Node[]): HTMLElement => el('section', {}, el('h4', {}, title), ...content);

function listOf(buttons: readonly HTMLButtonElement[], lines: readonly HTMLElement[], v: Voice): HTMLElement {
  buttons.forEach((b, i) => b.append(lines[i] as HTMLElement));
  return el('ul', { class: 'plain' }, ...buttons.slice(0, MOST).map((b) => el('li', {}, b)), buttons.length > MOST && el('li', { class: 'quiet' }, v.say('more', buttons.length - MOST)));
}
