import type { Correction } from '../../../corrections/types.js';
import { exported, open } from './files.js';
import { unkept } from './actions.js';
import { button, el, name } from '../dom.js';
import { nameForm } from './name-form.js';
import { choose, shortened, type Page, type Voice } from '../page.js';
import { sayCorrection } from './sayings.js';
import type { State } from '../store.js';
import { verdict } from './verdict.js';

/** Corrections that are listed before the reader asks for more. */
const MOST = 200;
/** Faults of a file that are told. */
const FAULTS = 3;

/** All corrections: to read, to give a reason for, to take back, to export and to open. */
export function corrections(page: Page, v: Voice, most = MOST): HTMLElement[] {
  const state = page.store.get(), all = state.corrections;
  const list = el('ul', { class: 'plain verdicts' }, ...all.slice(0, most).map((c) => el('li', {}, verdict(page, v, c, line(page, v, c)))));
  const more = button(v.say('more', all.length - most), () => {
    const longer = corrections(page, v, most * 5).find((e) => e.classList.contains('verdicts'));
    if (longer) list.replaceWith(longer);
    more.remove();
  });
  return [
    el('h3', {}, v.say('corrections')),
    el('p', { class: 'quiet' }, v.say('correctionsHint'), ' ', el('code', { class: 'command', set: { dir: 'ltr', lang: 'en' } }, 'hewal build … --corrections FILE')),
    el('div', { class: 'row wrap' },
      button(v.say('export'), () => exported(page), { class: 'first', set: { disabled: all.length === 0, 'data-key': 'export' } }),
      opener(page, v)),
    ...troubles(v, state.trouble),
    el('p', { class: 'quiet kept' }, keptText(v, state)),
    list,
    ...(all.length > most ? [more] : []),
    nameForm(page, v),
  ];
}

/** How many there are, and whether a file has them. */
export const keptText = (v: Voice, state: State): string => (state.corrections.length === 0 ? v.say('noCorrections') : `${v.say('corrected', state.corrections.length)}${unkept(state) ? ` · ${v.say('unkept')}` : ''}`);

/** What a correction says; pressing it shows what it is about. */
function line(page: Page, v: Voice, c: Correction): HTMLElement {
  const subject = page.corrected().subjects.get(c), words = sayCorrection(page, v, c);
  if (subject) return button(words, () => choose(page, subject), { class: 'link' });
  return c.do === 'name' ? name(words) : el('span', {}, name(words), el('span', { class: 'tag' }, ` ${v.say('notHere')}`, ...('article' in c ? [': ', name(shortened(c.article))] : [])));
}

/** A button for a file: the browser's own would speak the browser's language. */
function opener(page: Page, v: Voice): HTMLElement {
  const input = el('input', { class: 'hidden', set: { type: 'file', tabindex: -1, 'aria-hidden': 'true', 'aria-label': v.say('open') }, on: {
    change: () => {
      const file = input.files?.[0];
      input.value = '';
      if (file) void open(page, file);
    },
  } });
  return el('span', {}, button(v.say('open'), () => input.click(), { set: { 'data-key': 'open' } }), input);
}

/** Why a file was not taken, in the words of whoever reads it when the graph is built. */
function troubles(v: Voice, faults: State['trouble']): HTMLElement[] {
  if (faults.length === 0) return [];
  return [el('div', { class: 'trouble', set: { role: 'alert' } }, el('p', {}, v.say('trouble')),
    ...faults.slice(0, FAULTS).map((f) => el('p', { set: { lang: 'en', dir: 'ltr' } }, name(`${f.place ?? ''}: ${f.message}`))),
    faults.length > FAULTS && el('p', {}, v.say('more', faults.length - FAULTS)))];
}
