import type { Status } from '../../model/types.js';
import { NO_FILTER, type Filter } from '../model/filter.js';
import { button, el, name } from './dom.js';
import type { Page, Voice } from './page.js';
import { QUESTIONS } from './texts.js';

/** Speakers that can be chosen, those that say most. */
const SPEAKERS = 300;

/** Questions and filters. */
export function find(page: Page, v: Voice): HTMLElement[] {
  const { store, reading: { data } } = page;
  const { filter } = store.get();
  const set = (change: Partial<Filter>): void => store.set({ filter: { ...filter, ...change } });
  return [
    el('h3', {}, v.say('find')),
    el('section', {}, el('h4', {}, v.say('questions')), questions(page, v)),
    choices(v.say('types'), counted(data.entities.map((e) => e.type).filter((t) => t !== '')), filter.types, (types) => set({ types }), v),
    choices<Status>(v.say('status'), counted(data.events.map((e) => e.status)), filter.status, (status) => set({ status }), v),
    choices(v.say('events'), counted(data.events.map((e) => e.type)), filter.kinds, (kinds) => set({ kinds }), v),
    speakers(page, v, set),
    el('fieldset', {}, el('legend', {}, v.say('time')), day(v.say('since'), filter.since, (since) => set({ since })), day(v.say('until'), filter.until, (until) => set({ until }))),
    confidence(v, filter.confidence, (least) => set({ confidence: least })),
    button(v.say('clear'), () => store.set({ filter: NO_FILTER })),
  ];
}

function questions(page: Page, v: Voice): HTMLElement {
  const { store, reading: { data } } = page;
  const { filter } = store.get();
  const asked = counted(data.links.map((l) => l.property));
  const order = Object.keys(QUESTIONS);
  const place = (p: string): number => (order.includes(p) ? order.indexOf(p) : order.length);
  return el('div', { class: 'questions' }, ...[...asked].sort((a, b) => place(a[0]) - place(b[0]) || b[1] - a[1]).map(([property, count]) => {
    const question = Object.hasOwn(QUESTIONS, property) ? QUESTIONS[property]?.[v.lang === 'ckb' ? 0 : 1] : `… ${v.word(property)} …`;
    const on = filter.property === property;
    return button(`${question} (${v.number(count)})`, () => store.set({ filter: { ...NO_FILTER, property: on ? undefined : property }, panel: on ? 'find' : 'facts' }), { set: { 'aria-pressed': on } });
  }));
}

function counted<T extends string>(values: readonly T[]): [T, number][] {
  const count = new Map<T, number>();
  for (const x of values) count.set(x, (count.get(x) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function choices<T extends string>(title: string, values: readonly (readonly [T, number])[], chosen: readonly T[], set: (chosen: T[]) => void, v: Voice): HTMLElement {
  return el('fieldset', {}, el('legend', {}, title), ...values.map(([value, count]) => {
    const box = el('input', { set: { type: 'checkbox' }, on: { change: () => set(box.checked ? [...chosen, value] : chosen.filter((c) => c !== value)) } });
    box.checked = chosen.includes(value);
    box.dataset['key'] = `${title} ${value}`;
    return el('label', { class: 'choice' }, box, name(v.word(value)), el('span', { class: 'quiet' }, v.number(count)));
  }));
}

function speakers(page: Page, v: Voice, set: (change: Partial<Filter>) => void): HTMLElement {
  const { data } = page.reading;
  const said = new Map<number, number>();
  for (const e of data.events) if (e.source !== undefined) said.set(e.source, (said.get(e.source) ?? 0) + 1);
  const { speaker } = page.store.get().filter;
  const choice = el('select', { set: { 'data-key': 'speaker' }, on: { change: () => set({ speaker: choice.value === '' ? undefined : Number(choice.value) }) } },
    el('option', { set: { value: '' } }, v.say('anyone')),
    ...[...said].sort((a, b) => b[1] - a[1]).slice(0, SPEAKERS).map(([n, count]) => el('option', { set: { value: n, selected: n === speaker } }, `${v.entity(n)} (${v.number(count)})`)));
  return el('label', { class: 'field' }, v.say('speaker'), choice);
}

function day(title: string, value: string | undefined, set: (day: string | undefined) => void): HTMLElement {
  const input = el('input', { set: { type: 'date', 'data-key': title }, on: { change: () => set(input.value || undefined) } });
  input.value = value && value.length === 10 ? value : '';
  return el('label', { class: 'field' }, title, input);
}

function confidence(v: Voice, value: number, set: (least: number) => void): HTMLElement {
  const said = el('output', {}, v.percent(value));
  const input = el('input', { set: { type: 'range', min: 0, max: 1, step: 0.05, 'data-key': 'confidence' }, on: { input: () => void (said.textContent = v.percent(Number(input.value))), change: () => set(Number(input.value)) } });
  input.value = String(value);
  return el('label', { class: 'field' }, v.say('confidence'), el('span', { class: 'row' }, input, said));
}
