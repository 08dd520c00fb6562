import { select } from '../model/filter.js';
import { standing } from '../model/reading.js';
import type { PageLink } from '../model/types.js';
import { button, el } from './dom.js';
import { choose, factLine, type Page, type Voice } from './page.js';
import { QUESTIONS } from './texts.js';

/** Facts that are listed before the reader asks for more. */
const MOST = 200;

/** All facts that the filter lets through, in words: the graph for everybody who does not read pictures. */
export function facts(page: Page, v: Voice, most = MOST): HTMLElement[] {
  const { store, reading: r } = page;
  const { filter, selected } = store.get();
  const { links } = select(r, filter);
  const chosen = new Set(selected?.kind === 'fact' ? selected.links : []);
  const question = filter.property !== undefined && Object.hasOwn(QUESTIONS, filter.property) ? QUESTIONS[filter.property]?.[v.lang === 'ckb' ? 0 : 1] : undefined;
  const list = el('ul', { class: 'plain' }, ...links.slice(0, most).map((i) => {
    const l = r.data.links[i] as PageLink;
    const line = button('', () => choose(page, { kind: 'fact', links: [i] }), { class: chosen.has(i) ? 'line-button chosen' : 'line-button' });
    line.append(factLine(v, l, standing(r.data, l).status, page.corrected().links.has(i)));
    return el('li', {}, line);
  }));
  const more = button(v.say('more', links.length - most), () => {
    const [, , longer] = facts(page, v, most * 5);
    list.replaceWith(longer as HTMLElement);
    more.remove();
  });
  return [el('h3', {}, question ?? v.say('facts')), el('p', { class: 'quiet' }, v.say('found', links.length)), list, ...(links.length > most ? [more] : [])];
}
