import { el } from './dom.js';

/** Shows on a control what a correction says of it, and says it in words too, which only screen readers get: on a card there is no room. No words take it away again. */
export function told(control: HTMLElement, words: string, kind: 'wrong' | 'changed' = 'wrong'): void {
  control.classList.toggle(kind, words !== '');
  const before = control.querySelector(':scope > .told');
  if (words === '') return before?.remove();
  const said = before ?? control.appendChild(el('span', { class: 'hidden told' }));
  said.textContent = ` (${words})`;
}
