import { about } from './about.js';
import { corrections, keptText } from './corrections/panel.js';
import { details } from './details.js';
import { button, el, keepingFocus, part } from './dom.js';
import { facts } from './facts.js';
import { find } from './find.js';
import { voice, type Page } from './page.js';

const PANELS = { details, facts, find, corrections, about } as const;
/** Between these the panel has tabs; "about" opens from the head of the page. */
const TABS = { details: 'details', facts: 'facts', find: 'findShort', corrections: 'correctionsShort' } as const;

/** The panel beside the panes: details, facts, filters, about. It is only there when it is asked for. */
export function sidePanel(page: Page): void {
  const { store } = page;
  const panel = part('panel'), main = part('main'), said = part('said');
  const draw = (moved: boolean): void => {
    const v = voice(page), { panel: which } = store.get();
    panel.hidden = which === undefined;
    main.classList.toggle('with-panel', which !== undefined);
    if (which === undefined) {
      panel.replaceChildren();
      return;
    }
    const top = panel.scrollTop, unfolded = new Set([...panel.querySelectorAll<HTMLElement>('details[open]')].map((d) => d.dataset['key']));
    const tabs = (Object.keys(TABS) as (keyof typeof TABS)[]).map((p) => button(v.say(TABS[p]), () => store.set({ panel: p }), { set: { 'aria-pressed': p === which } }));
    panel.setAttribute('aria-label', v.say(which));
    panel.replaceChildren(
      el('header', { class: 'pane-head inline' }, el('span', { class: 'switch', set: { role: 'group' } }, ...tabs), button('✕', () => store.set({ panel: undefined }), { class: 'icon', set: { 'aria-label': v.say('close') } })),
      el('div', { class: 'panel-body' }, ...PANELS[which](page, v)),
    );
    for (const d of panel.querySelectorAll('details')) if (unfolded.has(d.dataset['key'])) d.open = true;
    panel.scrollTop = moved ? 0 : top;
    // who does not see the panel is told what it is about
    if (moved) said.textContent = panel.querySelector('h3')?.textContent ?? '';
  };
  store.on((state, changed) => {
    const kept = changed.has('notes') && panel.querySelector('.kept');
    if (kept) kept.textContent = keptText(voice(page), state);
    // what an entity is called in an article is asked of the article that is open
    const article = changed.has('article') && state.panel === 'details' && state.selected?.kind === 'entity';
    // a name that is being written stands in its field already
    const draft = changed.has('draft') && panel.querySelector<HTMLInputElement>('[data-key="nameLabel"]')?.value !== state.draft.label;
    if (article || draft || ['panel', 'selected', 'filter', 'lang', 'calendar', 'digits', 'corrections', 'kept', 'trouble'].some((k) => changed.has(k as never))) keepingFocus(panel, () => draw(changed.has('panel') || changed.has('selected')));
  });
  draw(true);
}
