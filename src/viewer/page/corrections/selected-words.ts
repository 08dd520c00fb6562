import { button, el, name, part } from '../dom.js';
import { oneLine } from './name-form.js';
import { shortened, voice, type Page } from '../page.js';

/** Longer selections are read or copied, not named; in characters. */
const LONGEST = 120;

/** Offers to make a name of words that are selected in the article. */
export function selectedWords(page: Page): void {
  const pane = part('article');
  let words = '';
  const bar = el('div', { class: 'selected-words', set: { role: 'status', hidden: true } });
  const take = (): void => {
    bar.hidden = true;
    page.store.set({ draft: { ...page.store.get().draft, label: words }, panel: 'corrections' });
    part('panel').querySelector<HTMLElement>('[data-key="nameLabel"]')?.focus();
  };
  const show = (): void => {
    const selection = getSelection(), inside = (n: Node | null | undefined): boolean => !!pane.querySelector('.text')?.contains(n ?? null);
    const now = selection && !selection.isCollapsed && inside(selection.anchorNode) && inside(selection.focusNode) ? oneLine(selection.toString()) : '';
    const next = Array.from(now).length <= LONGEST ? now : '';
    if (next === words && bar.hidden === (next === '')) return;
    words = next;
    bar.hidden = words === '';
    const v = voice(page);
    bar.replaceChildren(name(shortened(words, 40)), button(v.say('addName'), take, { on: { mousedown: (e) => e.preventDefault() } }));
    // the article may have been drawn anew
    if (words !== '') pane.append(bar);
  };
  document.addEventListener('selectionchange', show);
}
