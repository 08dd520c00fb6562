import { NO_FILTER, select } from '../model/filter.js';
import { articleName } from '../model/labels.js';
import type { Hit } from '../model/search.js';
import { button, el, keepingFocus, name, part } from './dom.js';
import { choose, voice, type Page, type Voice } from './page.js';

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
        button(v.say('language'), () => store.set(lang === 'ckb' ? { lang: 'en', digits: 'latn' } : { lang: 'ckb', digits: 'arab' }), { set: { lang: lang === 'ckb' ? 'en' : 'ckb' } }),
        button(theme === 'dark' ? '☀' : '☾', () => store.set({ theme: theme === 'dark' ? 'light' : 'dark' }), { class: 'icon', set: { 'aria-label': v.say(theme === 'dark' ? 'light' : 'dark'), title: v.say(theme === 'dark' ? 'light' : 'dark') } }),
        button('?', () => store.set({ panel: store.get().panel === 'about' ? undefined : 'about' }), { class: 'icon', set: { 'aria-label': v.say('about'), title: v.say('about') } })));
  };
  store.on((state, changed) => {
    if (changed.has('lang') || changed.has('theme')) keepingFocus(header, draw);
    if (changed.has('notice')) notice.textContent = state.notice;
  });
  draw();
}

/** A search field with its results under it (the combobox pattern of the ARIA Authoring Practices). */
function searchBox(page: Page, v: Voice): HTMLElement {
  let hits: Hit[] = [], at = -1;
  const list = el('ul', { set: { id: 'hits', role: 'listbox', 'aria-label': v.say('results'), hidden: true } });
  const input = el('input', {
    set: { type: 'search', id: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'hits', 'aria-autocomplete': 'list', 'aria-label': v.say('search'), placeholder: v.say('search'), autocomplete: 'off', spellcheck: 'false', dir: 'auto' },
    on: {
      input: () => show(),
      focus: () => show(),
      blur: () => void setTimeout(() => open(false), 150),
      keydown: (e) => {
        if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
          e.preventDefault();
          at = hits.length === 0 ? -1 : (at + (e.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length;
          point();
        } else if (e.key === 'Enter' && hits.length > 0) take(hits[Math.max(0, at)] as Hit);
        else if (e.key === 'Escape') {
          e.stopPropagation();
          input.value = '';
          show();
          input.blur();
        }
      },
    },
  });
  const open = (is: boolean): void => {
    list.hidden = !is;
    input.setAttribute('aria-expanded', String(is));
  };
  const point = (): void => {
    [...list.children].forEach((li, i) => li.setAttribute('aria-selected', String(i === at)));
    if (at >= 0) input.setAttribute('aria-activedescendant', `hit-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (hit: Hit): void => {
    open(false);
    input.value = '';
    if (hit.kind === 'entity') {
      const { entities, alone } = select(page.reading, page.store.get().filter);
      // what the filter hides would be chosen and not seen
      if (!entities.includes(hit.number) && !alone.includes(hit.number)) page.store.set({ filter: NO_FILTER });
      choose(page, { kind: 'entity', number: hit.number });
    }
    else page.store.set({ article: hit.number, filter: { ...NO_FILTER, article: hit.number } });
  };
  const show = (): void => {
    hits = page.search(input.value, HITS);
    at = -1;
    const { data } = page.reading;
    list.replaceChildren(...hits.map((hit, i) => el('li', { set: { role: 'option', id: `hit-${i}`, 'aria-selected': 'false' }, on: { mousedown: (e) => (e.preventDefault(), take(hit)) } },
      ...(hit.kind === 'entity'
        ? [name(v.entity(hit.number)), el('span', { class: `small-name type-${data.entities[hit.number]?.type || 'none'}` }, v.word(data.entities[hit.number]?.type || 'Entity'))]
        : [name(articleName(data, hit.number)), el('span', { class: 'quiet' }, v.say('untitled', hit.number + 1))]))));
    if (hits.length === 0 && input.value.trim() !== '') list.replaceChildren(el('li', { class: 'quiet', set: { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' } }, v.say('nothing')));
    open(list.children.length > 0);
    point();
  };
  return el('div', { class: 'search', set: { role: 'search' } }, input, list);
}
