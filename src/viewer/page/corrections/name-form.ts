import { NAMED } from '../../../corrections/types.js';
import { correct } from './actions.js';
import { button, el } from '../dom.js';
import type { Page, Voice } from '../page.js';
import { NO_DRAFT } from '../store.js';

/** Characters of a name, as files of corrections have them. */
const LONGEST = 200;

/** Where the reader adds a name that the lists do not know. Selected words of the article come in as its label. */
export function nameForm(page: Page, v: Voice): HTMLElement {
  const { draft } = page.store.get();
  const field = (key: 'nameLabel' | 'nameEnglish', dir: string, value: string): readonly [HTMLInputElement, HTMLElement] => {
    const input = el('input', { set: { type: 'text', dir, autocomplete: 'off', 'data-key': key }, on: { input: () => keep(), keydown: (e) => void (e.key === 'Enter' && add()) } });
    input.maxLength = LONGEST;
    input.value = value;
    return [input, el('label', { class: 'field' }, v.say(key), input)];
  };
  const [label, labelField] = field('nameLabel', 'rtl', draft.label), [english, englishField] = field('nameEnglish', 'ltr', draft.english);
  const type = el('select', { set: { 'data-key': 'nameType' }, on: { change: () => keep() } }, ...NAMED.map((t) => el('option', { set: { value: t, selected: t === draft.type } }, v.word(t))));
  const keep = (): void => page.store.set({ draft: { label: label.value, english: english.value, type: NAMED.find((t) => t === type.value) ?? draft.type } });
  const add = (): void => {
    const { draft: now } = page.store.get(), said = oneLine(now.label), other = oneLine(now.english);
    if (!/\p{Script=Arabic}/u.test(said)) {
      page.store.set({ notice: v.say('nameMissing') });
      return label.focus();
    }
    page.store.set({ draft: NO_DRAFT });
    correct(page, { do: 'name', type: now.type, label: said, ...(other === '' ? {} : { english: other }) });
  };
  return el('details', { class: 'mend', set: { 'data-key': 'name', open: draft !== NO_DRAFT } },
    el('summary', {}, v.say('addName')),
    el('div', { class: 'mending' }, el('p', { class: 'quiet' }, v.say('addNameHint')), labelField, el('label', { class: 'field' }, v.say('nameType'), type), englishField, button(v.say('addName'), add, { set: { 'data-key': 'add-name' } })));
}

/** Words as one line. */
export const oneLine = (text: string): string => text.toWellFormed().replace(/\s+/g, ' ').trim();
