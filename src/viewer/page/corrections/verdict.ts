import type { Correction } from '../../../corrections/types.js';
import { written } from '../../model/corrections/list.js';
import { note, undo } from './actions.js';
import { button, el, name } from '../dom.js';
import type { Page, Voice } from '../page.js';
import { sayCorrection } from './sayings.js';

const SIGNS: Readonly<Record<Correction['do'], string>> = { 'reject-event': '✗', 'reject-role': '✗', 'reject-relation': '✗', 'move-role': '⇄', merge: '=', split: '≠', name: '+' };

/** Characters of a note. */
const LONGEST = 2000;

/** One correction: what it says, why, and how to take it back. */
export function verdict(page: Page, v: Voice, c: Correction, said: Node = name(sayCorrection(page, v, c))): HTMLElement {
  const key = written(c), words = sayCorrection(page, v, c);
  const why = el('input', { set: { type: 'text', dir: 'auto', autocomplete: 'off', placeholder: v.say('why'), 'aria-label': `${v.say('note')}: ${words}`, 'data-key': `note ${key}` }, on: { input: () => note(page, c, why.value) } });
  why.maxLength = LONGEST;
  why.value = page.store.get().notes.get(key) ?? '';
  return el('div', { class: 'verdict' },
    el('p', {}, el('span', { class: 'sign', set: { 'aria-hidden': 'true' } }, SIGNS[c.do]), said),
    el('div', { class: 'row' }, why, button(v.say('undo'), () => undo(page, c), { set: { 'aria-label': `${v.say('undo')}: ${words}` } })));
}
