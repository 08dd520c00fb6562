import { asksNothing, NO_FILTER, select, type Filter, type Found } from '../model/filter.js';
import { FEW } from '../model/types.js';
import { boxes, type Drawn } from './boxes.js';
import { button, el, keepingFocus, name, part } from './dom.js';
import { entityNews } from './corrections/sayings.js';
import { map } from './map.js';
import { choose, voice, type Page, type Voice } from './page.js';
import { told } from './told.js';

/** Entities without a fact that are named under the graph. */
const ALONE = 24;

/** The pane of the graph: cards with words for few things, a map for many. */
export function graphPane(page: Page): void {
  const { store, reading: r } = page;
  const pane = part('graph');
  let drawn: Drawn | undefined;
  const draw = (): void => {
    const v = voice(page), { filter } = store.get();
    const found = select(r, filter);
    drawn?.end();
    drawn = undefined;
    const many = found.entities.length > FEW && r.data.map !== undefined;
    const none = found.links.length === 0 && (filter.among === undefined || found.alone.length === 0);
    if (!none) drawn = many && r.data.map ? map(page, found, r.data.map) : boxes(page, found);
    pane.replaceChildren(
      el('header', { class: 'pane-head inline' }, el('h2', {}, v.say('graph')), shown(page, v, filter), legend(v, found, page), el('span', { class: 'grow' }), ...tools(v, () => drawn)),
      drawn?.element ?? el('p', { class: 'window empty quiet' }, v.say('empty')),
      !many && found.alone.length > 0 ? alone(page, v, found) : '',
    );
    drawn?.start();
    news();
  };
  /** What corrections say of entities without a fact, and what a red stroke means where there is one. */
  const news = (): void => {
    for (const e of pane.querySelectorAll<HTMLElement>('.alone [data-entity]')) told(e, entityNews(page, voice(page), Number(e.dataset['entity'])), 'changed');
    const key = pane.querySelector<HTMLElement>('.legend .marked');
    if (key) key.hidden = page.corrected().links.size === 0;
  };
  store.on((state, changed) => {
    // the graph of an article follows the article
    if (changed.has('article') && state.filter.article !== undefined && state.filter.article !== state.article) store.set({ filter: { ...state.filter, article: state.article } });
    else if (changed.has('lang') || changed.has('filter') || changed.has('calendar') || changed.has('digits')) keepingFocus(pane, draw);
    else if (changed.has('selected') || changed.has('theme') || changed.has('corrections')) drawn?.mark();
    if (changed.has('corrections')) news();
  });
  new ResizeObserver(() => drawn?.sized()).observe(pane);
  // another screen wants another layout; a panel that opens beside the graph does not
  let width = innerWidth;
  addEventListener('resize', () => {
    if (Math.abs(innerWidth - width) <= 60) return;
    width = innerWidth;
    draw();
  });
  matchMedia('print').addEventListener('change', () => drawn?.sized());
  draw();
  pane.addEventListener('keydown', (e) => {
    if (e.key !== '0' || e.ctrlKey || e.metaKey || e.target instanceof HTMLInputElement) return;
    e.preventDefault();
    drawn?.fit();
  });
}

function tools(v: Voice, drawn: () => Drawn | undefined): HTMLElement[] {
  return ([['+', 'zoomIn', () => drawn()?.zoom(1.3)], ['−', 'zoomOut', () => drawn()?.zoom(1 / 1.3)], ['⤢', 'fit', () => drawn()?.fit()]] as const)
    .map(([sign, key, act]) => button(sign, act, { class: 'icon', set: { 'aria-label': v.say(key), title: v.say(key) } }));
}

/** What the graph shows, and how to show something else. */
function shown(page: Page, v: Voice, filter: Filter): HTMLElement {
  const { store, reading: r } = page;
  const parts: HTMLElement[] = [];
  if (r.data.articles.length > 1) {
    const one = filter.article !== undefined;
    parts.push(el('span', { class: 'switch', set: { role: 'group' } },
      button(v.say('whole'), () => store.set({ filter: NO_FILTER }), { set: { 'aria-pressed': asksNothing(filter) } }),
      button(v.say('thisArticle'), () => store.set({ filter: { ...NO_FILTER, article: store.get().article } }), { set: { 'aria-pressed': one } })));
  }
  if (filter.among) parts.push(el('span', { class: 'quiet' }, name(filter.way ? v.say('path', v.entity(filter.among[0] ?? 0), v.entity(filter.among.at(-1) ?? 0)) : v.say('aroundName', v.entity(filter.among[0] ?? 0)))));
  if (!asksNothing(filter)) parts.push(button(`✕ ${v.say('clear')}`, () => store.set({ filter: NO_FILTER }), { class: 'quiet-button' }));
  return el('span', { class: 'row' }, ...parts);
}

function alone(page: Page, v: Voice, found: Found): HTMLElement {
  const { data } = page.reading;
  return el('div', { class: 'alone' }, el('span', { class: 'quiet' }, v.say('alone')),
    ...found.alone.slice(0, ALONE).map((n) => el('button', { class: `small-name type-${data.entities[n]?.type || 'none'}`, set: { type: 'button', 'data-entity': n }, on: { click: () => choose(page, { kind: 'entity', number: n }) } }, name(v.entity(n)))),
    found.alone.length > ALONE && el('span', { class: 'quiet' }, v.say('more', found.alone.length - ALONE)));
}

/** The colours of the types and the kinds of lines that are there. */
function legend(v: Voice, found: Found, page: Page): HTMLElement {
  const { data } = page.reading;
  const types = [...new Set([...found.entities, ...found.alone].map((n) => data.entities[n]?.type ?? ''))].filter((t) => t !== '').sort();
  const events = [...new Set(found.links.flatMap((i) => data.links[i]?.events ?? []))].map((e) => data.events[e]);
  const status = (['planned', 'possible', 'negated'] as const).filter((s) => events.some((e) => e?.status === s));
  return el('div', { class: 'legend', set: { 'aria-label': v.say('legend'), role: 'group' } },
    ...types.map((t) => el('span', { class: 'key' }, el('span', { class: `swatch type-${t}` }), v.word(t))),
    ...status.map((s) => el('span', { class: 'key' }, el('span', { class: `sample ${s}` }), v.word(s))),
    events.some((e) => e?.source !== undefined) && el('span', { class: 'key' }, el('span', { class: 'speaker' }, '❝'), v.say('speaker')),
    el('span', { class: 'key marked', set: { hidden: true } }, el('span', { class: 'sample marked' }), v.say('markedWrong')));
}
