import { digits, sayDate, type Lang } from '../model/dates.js';
import { entityName, factLabel, thingName, word } from '../model/labels.js';
import type { Corrected } from '../model/corrections/corrected.js';
import type { Reading } from '../model/reading.js';
import type { Search } from '../model/search.js';
import type { PageLink } from '../model/types.js';
import { el, name } from './dom.js';
import type { Selected, State, Store } from './store.js';
import { POS, text, type TextKey } from './texts.js';
import { wayTo } from './ways.js';

/** What every pane is given. */
export interface Page {
  readonly reading: Reading;
  readonly search: Search;
  readonly store: Store;
  /** What the corrections say of the things on the page, as they are now. */
  corrected(): Corrected;
}

/** How the page speaks: in the reader's language, calendar and digits, as they are now. */
export interface Voice {
  readonly lang: Lang;
  say(key: TextKey, ...gaps: readonly (string | number)[]): string;
  number(n: number | string): string;
  date(iso: string): string;
  entity(n: number): string;
  thing(n: number): string;
  word(term: string): string;
  label(link: PageLink): string;
  percent(share: number): string;
}

export function voice(page: Page): Voice {
  const { data } = page.reading, state = page.store.get(), { lang } = state;
  const number = (n: number | string): string => digits(n, state);
  return {
    lang, number,
    say: (key, ...gaps) => text(lang, key, ...gaps.map((g) => (typeof g === 'number' ? number(g) : g))),
    date: (iso) => sayDate(iso, state),
    entity: (n) => entityName(data, n, lang),
    thing: (n) => thingName(data, n, lang),
    word: (term) => word(data, term, lang),
    label: (link) => factLabel(page.reading, link, lang),
    percent: (share) => `${number(Math.round(share * 100))}${lang === 'ckb' && state.digits === 'arab' ? '٪' : '%'}`,
  };
}

/** Chooses something and shows its details. An entity is also the other end of a way that was asked for. */
export function choose(page: Page, selected: Selected): void {
  if (selected.kind === 'entity') wayTo(page, selected.number);
  const article = articleOf(page.reading, selected, page.store.get().article);
  page.store.set({ selected, panel: 'details', article });
}

/** The article in which what is chosen can be read: the one that is open, if it is there. */
function articleOf(r: Reading, selected: Selected, open: number): number {
  const { data } = r;
  const articles = selected.kind === 'entity' ? (r.mentionsOf[selected.number] ?? []).map((p) => data.passages[p]?.article ?? -1)
    : selected.kind === 'event' ? [data.events[selected.number]?.article ?? -1]
      : selected.links.flatMap((l) => data.links[l]?.events ?? []).map((e) => data.events[e]?.article ?? -1);
  const there = articles.filter((a) => a >= 0);
  return there.length === 0 || there.includes(open) ? open : (there[0] as number);
}

/** What is chosen, as sets: the entities, links and events that all panes mark. */
export interface Marked {
  readonly entities: ReadonlySet<number>;
  readonly links: ReadonlySet<number>;
  readonly events: ReadonlySet<number>;
}

export function marked(r: Reading, selected: State['selected']): Marked {
  const { data } = r;
  if (!selected) return { entities: new Set(), links: new Set(), events: new Set() };
  if (selected.kind === 'entity') return { entities: new Set([selected.number]), links: new Set(), events: new Set(r.eventsOf[selected.number]) };
  const links = selected.kind === 'fact' ? selected.links : (r.linksOfEvent[selected.number] ?? []);
  const events = selected.kind === 'event' ? [selected.number] : links.flatMap((l) => data.links[l]?.events ?? []);
  const ends = [...links.flatMap((l) => [data.links[l]?.from ?? -1, data.links[l]?.to ?? -1]), ...events.flatMap((e) => data.events[e]?.who ?? [])];
  return { entities: new Set(ends.filter((n) => n >= 0)), links: new Set(links), events: new Set(events) };
}

/** An entity in a list of results: its name and its type. */
export function entityLine(page: Page, v: Voice, n: number): Node[] {
  const type = page.reading.data.entities[n]?.type;
  return [name(v.entity(n)), el('span', { class: `small-name type-${type || 'none'}` }, v.word(type || 'Entity'))];
}

/** A fact in one line: who — what — whom, with its status where it is not plainly asserted. */
export function factLine(v: Voice, link: PageLink, status: string, wrong = false): HTMLElement {
  return el('span', { class: wrong ? 'fact-line wrong' : 'fact-line' }, name(v.thing(link.from), 'end'), ' ', name(v.label(link), `property ${status}`), ' ', name(shortened(v.thing(link.to)), 'end'), ' ', status === 'asserted' ? undefined : el('span', { class: 'tag' }, v.word(status)), wrong && el('span', { class: 'tag' }, ` ${v.say('markedWrong')}`));
}

/** So many characters of a text, whole ones. */
export function shortened(long: string, most = 90): string {
  const points = Array.from(long);
  return points.length <= most ? long : `${points.slice(0, most - 1).join('')}…`;
}

/** What the grammar says of the words of a passage: lemma, part of speech, morphemes. */
export function grammarOf(page: Page, v: Voice, passage: number): string[] {
  const { data } = page.reading;
  return (data.passages[passage]?.words ?? []).flatMap((w) => {
    const r = data.readings[w];
    if (!r) return [];
    const pos = Object.hasOwn(POS, r.pos) ? (POS[r.pos]?.[v.lang === 'ckb' ? 0 : 1] ?? r.pos) : r.pos;
    return [`${r.lemma} (${pos})${r.morphemes.length > 0 ? `: ${r.morphemes.join(' + ')}` : ''}`];
  });
}
