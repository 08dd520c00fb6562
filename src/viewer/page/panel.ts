import { about } from './about.js';
import { details } from './details.js';
import { button, el, keepingFocus, part } from './dom.js';
import { facts } from './facts.js';
import { find } from './find.js';
import { voice, type Page } from './page.js';
import type { Panel } from './store.js';

const PANELS = { details, facts, find, about } as const;

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
    const top = panel.scrollTop;
    const tabs = (['details', 'facts', 'find', 'about'] as const).map((p: Panel) => button(v.say(p === 'find' ? 'findShort' : p === 'about' ? 'aboutShort' : p), () => store.set({ panel: p }), { set: { 'aria-pressed': p === which } }));
    panel.setAttribute('aria-label', v.say(which));
    panel.replaceChildren(
      el('header', { class: 'pane-head inline' }, el('span', { class: 'switch', set: { role: 'group' } }, ...tabs), button('✕', () => store.set({ panel: undefined }), { class: 'icon', set: { 'aria-label': v.say('close') } })),
      el('div', { class: 'panel-body' }, ...PANELS[which](page, v)),
    );
    panel.scrollTop = moved ? 0 : top;
    // who does not see the panel is told what it is about
    if (moved) said.textContent = panel.querySelector('h3')?.textContent ?? '';
  };
  store.on((_, changed) => {
    if (['panel', 'selected', 'filter', 'lang', 'calendar', 'digits'].some((k) => changed.has(k as never))) keepingFocus(panel, () => draw(changed.has('panel') || changed.has('selected')));
  });
  draw(true);
}
