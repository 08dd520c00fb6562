import { digits } from '../model/dates.js';
import { eventPasses } from '../model/filter.js';
import type { PageEvent } from '../model/types.js';
import { button, el, keepingFocus, name, part } from './dom.js';
import { told } from './told.js';
import { choose, marked, voice, type Page, type Voice } from './page.js';

/** Up to this many days each stands with its events; more are counted by month or year. */
const FEW_DAYS = 24;
const FEW_EVENTS = 80;

/** The pane of the time line: dated events in their order, which runs as the reader reads. */
export function timelinePane(page: Page): void {
  const { store, reading: r } = page;
  const pane = part('timeline');
  const draw = (): void => {
    const v = voice(page), { filter } = store.get();
    const events = r.data.events.map((e, i) => ({ e, i })).filter(({ e, i }) => e.kind === 'event' && eventPasses({ ...filter, since: undefined, until: undefined }, e) && (!filter.property || (r.linksOfEvent[i] ?? []).some((l) => r.data.links[l]?.property === filter.property)));
    const dated = events.filter(({ e }) => e.time !== undefined).sort((a, b) => ((a.e.time as string) < (b.e.time as string) ? -1 : (a.e.time as string) > (b.e.time as string) ? 1 : a.i - b.i));
    const days = new Map<string, number[]>();
    for (const { e, i } of dated) days.set((e.time as string).slice(0, 10), [...(days.get((e.time as string).slice(0, 10)) ?? []), i]);
    const without = events.length - dated.length;
    pane.replaceChildren(
      el('header', { class: 'pane-head inline' }, el('h2', {}, v.say('timeline')), el('span', { class: 'quiet' }, dated.length === 0 ? v.say('noDates') : v.say('undated', without))),
      days.size <= FEW_DAYS && dated.length <= FEW_EVENTS ? listed(page, v, days) : counted(page, v, dated.map((d) => d.e)),
    );
    mark();
  };
  const mark = (): void => {
    const { events } = marked(r, store.get().selected);
    for (const e of pane.querySelectorAll<HTMLElement>('[data-event]')) {
      const chosen = events.has(Number(e.dataset['event']));
      e.classList.toggle('chosen', chosen);
      e.setAttribute('aria-pressed', String(chosen));
      told(e, page.corrected().events.has(Number(e.dataset['event'])) ? voice(page).say('markedWrong') : '');
    }
    const list = pane.querySelector('ol'), chosen = pane.querySelector('.chosen');
    if (!list || !chosen) return;
    const l = list.getBoundingClientRect(), c = chosen.getBoundingClientRect();
    if (c.left < l.left || c.right > l.right) list.scrollLeft += (c.left + c.right - l.left - l.right) / 2;
  };
  store.on((_, changed) => {
    if (changed.has('lang') || changed.has('calendar') || changed.has('digits') || changed.has('filter')) keepingFocus(pane, draw);
    else if (changed.has('selected') || changed.has('corrections')) mark();
  });
  draw();
}

function listed(page: Page, v: Voice, days: ReadonlyMap<string, readonly number[]>): HTMLElement {
  const { data } = page.reading;
  return el('ol', { class: 'days', set: { tabindex: 0, 'aria-label': v.say('timeline') } }, ...[...days].map(([day, events]) => el('li', {},
    el('div', { class: 'day' }, v.date(day)),
    el('div', { class: 'chips' }, ...events.map((i) => {
      const e = data.events[i] as PageEvent;
      return el('button', { class: `chip ${e.status}`, set: { type: 'button', 'data-event': i, title: e.who.map((n) => v.entity(n)).join(v.lang === 'ckb' ? '، ' : ', ') }, on: { click: () => choose(page, { kind: 'event', number: i }) } }, name(v.word(e.type)), ' ', e.status === 'asserted' ? undefined : el('span', { class: 'tag' }, v.word(e.status)));
    })))));
}

/** Bars by year or by month; pressing one asks for that time. */
function counted(page: Page, v: Voice, events: readonly PageEvent[]): HTMLElement {
  const years = new Set(events.map((e) => (e.time as string).slice(0, 4)));
  const length = years.size > 4 ? 4 : new Set(events.map((e) => (e.time as string).slice(0, 7))).size > 2 ? 7 : 10;
  const bins = new Map<string, number>();
  for (const e of events) bins.set((e.time as string).slice(0, length), (bins.get((e.time as string).slice(0, length)) ?? 0) + 1);
  const most = Math.max(...bins.values());
  const { filter } = page.store.get();
  return el('ol', { class: 'bars', set: { tabindex: 0, 'aria-label': v.say('timeline') } }, ...[...bins].map(([bin, count]) => {
    const on = filter.since === bin && filter.until === bin;
    const bar = button('', () => page.store.set({ filter: on ? { ...filter, since: undefined, until: undefined } : { ...filter, since: bin, until: bin } }), { class: on ? 'bar chosen' : 'bar', set: { 'aria-pressed': on, 'aria-label': `${v.date(bin)}: ${v.number(count)}`, title: `${v.date(bin)}: ${v.number(count)}` } });
    const fill = el('span', { class: 'fill' });
    fill.style.blockSize = `${Math.max(6, Math.round((count / most) * 100))}%`;
    bar.append(fill);
    return el('li', {}, bar, el('span', { class: 'bin' }, digits(bin, page.store.get())));
  }));
}
