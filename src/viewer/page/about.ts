import type { Calendar, Digits } from '../model/dates.js';
import { el } from './dom.js';
import type { Page, Voice } from './page.js';

/** What this is, how dates are said, which keys there are. */
export function about(page: Page, v: Voice): HTMLElement[] {
  const { store, reading: { data } } = page;
  const state = store.get();
  const choice = <T extends string>(title: string, now: T, values: readonly (readonly [T, string])[], set: (value: T) => void): HTMLElement => {
    const select = el('select', { on: { change: () => set(select.value as T) } }, ...values.map(([value, label]) => el('option', { set: { value, selected: value === now } }, label)));
    return el('label', { class: 'field' }, title, select);
  };
  const key = (keys: readonly string[], what: string): HTMLElement => el('div', { class: 'pair' }, el('dt', { set: { dir: 'ltr' } }, ...keys.flatMap((k, i) => [i > 0 ? ' ' : '', el('kbd', {}, k)])), el('dd', {}, what));
  return [
    el('h3', {}, 'hewal · هەواڵ'),
    el('p', {}, v.say('aboutText')),
    el('p', { class: 'quiet' }, v.say('count', data.articles.length, data.entities.length, data.events.length, data.links.filter((l) => l.direct).length)),
    choice<Calendar>(v.say('calendar'), state.calendar, [['gregory', v.say('gregory')], ['persian', v.say('persian')], ['islamic-umalqura', v.say('islamic')]], (calendar) => store.set({ calendar })),
    choice<Digits>(v.say('digits'), state.digits, [['arab', '٠١٢٣'], ['latn', '0123']], (digits) => store.set({ digits })),
    el('section', {}, el('h4', {}, v.say('keys')), el('dl', {},
      key(['/'], v.say('keySearch')), key(['Esc'], v.say('keyClose')), key(['←', '↑', '→', '↓'], v.say('keyMove')), key(['+', '-', '0'], v.say('keyZoom')), key(['[', ']'], v.say('keyArticle')))),
    el('p', { class: 'quiet' }, v.say('font')),
  ];
}
