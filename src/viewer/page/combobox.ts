import { el } from './dom.js';

/** A search field and what it finds. */
export interface Seeking<T> {
  /** Tells this field from others of the page: the ids of its parts begin with it. */
  readonly id: string;
  readonly label: string;
  readonly results: string;
  readonly nothing: string;
  search(query: string): readonly T[];
  line(hit: T): readonly Node[];
  take(hit: T): void;
}

/** A search field with its results under it (the combobox pattern of the ARIA Authoring Practices). */
export function combobox<T>(what: Seeking<T>): HTMLElement {
  let hits: readonly T[] = [], at = -1;
  const found = `${what.id}-hits`;
  const list = el('ul', { class: 'hits', set: { id: found, role: 'listbox', 'aria-label': what.results, hidden: true } });
  const input = el('input', {
    set: { type: 'search', id: what.id, role: 'combobox', 'aria-expanded': 'false', 'aria-controls': found, 'aria-autocomplete': 'list', 'aria-label': what.label, placeholder: what.label, autocomplete: 'off', spellcheck: 'false', dir: 'auto', 'data-key': what.id },
    on: {
      input: () => show(),
      focus: () => show(),
      blur: () => void setTimeout(() => open(false), 150),
      keydown: (e) => {
        if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
          e.preventDefault();
          at = hits.length === 0 ? -1 : (at + (e.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length;
          point();
        } else if (e.key === 'Enter' && hits.length > 0) take(hits[Math.max(0, at)] as T);
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
    if (at >= 0) input.setAttribute('aria-activedescendant', `${found}-${at}`);
    else input.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
  };
  const take = (hit: T): void => {
    open(false);
    input.value = '';
    what.take(hit);
  };
  const show = (): void => {
    hits = what.search(input.value);
    at = -1;
    list.replaceChildren(...hits.map((hit, i) => el('li', { set: { role: 'option', id: `${found}-${i}`, 'aria-selected': 'false' }, on: { mousedown: (e) => (e.preventDefault(), take(hit)) } }, ...what.line(hit))));
    if (hits.length === 0 && input.value.trim() !== '') list.replaceChildren(el('li', { class: 'quiet', set: { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' } }, what.nothing));
    open(list.children.length > 0);
    point();
  };
  return el('div', { class: 'search' }, input, list);
}
