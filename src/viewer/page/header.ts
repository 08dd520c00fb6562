import { NO_FILTER, select } from '../model/filter.js';
import { articleName } from '../model/labels.js';
import type { Hit } from '../model/search.js';
import { combobox } from './combobox.js';
import { button, el, keepingFocus, name, part } from './dom.js';
import { choose, entityLine, voice, type Page, type Voice } from './page.js';

const HITS = 12;

/** The head of the page: search, panels, language, theme. */
export function pageHeader(page: Page): void {
  const { store } = page;
  const header = part('header'), notice = part('notice');
  const draw = (): void => {
    const v = voice(page), { theme, lang } = store.get();
    document.documentElement.lang = lang;
    document.documentElement.dir = lang === 'ckb' ? 'rtl' : 'ltr';
    document.documentElement.dataset['theme'] = theme;
    document.title = page.reading.data.articles.length === 1 ? `${articleName(page.reading.data, 0)} · hewal` : 'hewal';
    for (const pane of ['article', 'graph', 'timeline'] as const) part(pane).setAttribute('aria-label', v.say(pane));
    header.replaceChildren(
      el('h1', {}, el('bdi', {}, 'هەواڵ'), el('span', { class: 'quiet' }, ' hewal')),
      searchBox(page, v),
      el('nav', { class: 'row', set: { 'aria-label': v.say('menu') } },
        button(v.say('facts'), () => store.set({ panel: store.get().panel === 'facts' ? undefined : 'facts' })),
        button(v.say('findShort'), () => store.set({ panel: store.get().panel === 'find' ? undefined : 'find' }), { set: { title: v.say('find') } }),
        counter(page, v),
        button(v.say('language'), () => store.set(lang === 'ckb' ? { lang: 'en', digits: 'latn' } : { lang: 'ckb', digits: 'arab' }), { set: { lang: lang === 'ckb' ? 'en' : 'ckb' } }),
        button(theme === 'dark' ? '☀' : '☾', () => store.set({ theme: theme === 'dark' ? 'light' : 'dark' }), { class: 'icon', set: { 'aria-label': v.say(theme === 'dark' ? 'light' : 'dark'), title: v.say(theme === 'dark' ? 'light' : 'dark') } }),
        button('?', () => store.set({ panel: store.get().panel === 'about' ? undefined : 'about' }), { class: 'icon', set: { 'aria-label': v.say('about'), title: v.say('about') } })));
  };
  store.on((state, changed) => {
    if (changed.has('lang') || changed.has('theme') || changed.has('digits') || changed.has('corrections')) keepingFocus(header, draw);
    if (changed.has('notice')) notice.textContent = state.notice;
  });
  draw();
}

/** The button of the corrections, with how many there are. */
function counter(page: Page, v: Voice): HTMLElement {
  const { store } = page, count = store.get().corrections.length;
  const open = button('', () => store.set({ panel: store.get().panel === 'corrections' ? undefined : 'corrections' }), { set: { title: v.say('corrections') } });
  // on a phone there is room for a sign only
  open.append(el('span', { class: 'in-full' }, v.say('correctionsShort')), el('span', { class: 'in-short', set: { 'aria-hidden': 'true' } }, '✎'));
  if (count > 0) open.append(' ', el('span', { class: 'count' }, v.number(count)));
  return open;
}

/** Entities and articles, by their names and words. */
function searchBox(page: Page, v: Voice): HTMLElement {
  const { data } = page.reading;
  const box = combobox<Hit>({
    id: 'search', label: v.say('search'), results: v.say('results'), nothing: v.say('nothing'),
    search: (query) => page.search(query, HITS),
    line: (hit) => (hit.kind === 'entity' ? entityLine(page, v, hit.number) : [name(articleName(data, hit.number)), el('span', { class: 'quiet' }, v.say('untitled', hit.number + 1))]),
    take: (hit) => {
      if (hit.kind === 'article') return page.store.set({ article: hit.number, filter: { ...NO_FILTER, article: hit.number } });
      const { entities, alone } = select(page.reading, page.store.get().filter);
      // what the filter hides would be chosen and not seen
      if (!entities.includes(hit.number) && !alone.includes(hit.number)) page.store.set({ filter: NO_FILTER });
      choose(page, { kind: 'entity', number: hit.number });
    },
  });
  box.setAttribute('role', 'search');
  return box;
}
