import { NAMED, type AddName } from '../../../corrections/types.js';
import { correct } from './actions.js';
import { button, el } from '../dom.js';
import type { Page, Voice } from '../page.js';

/** Characters of a name, as files of corrections have them. */
const LONGEST = 200;

/** Where the reader adds a name that the lists do not know. Selected words of the article come in as its label. */
export function nameForm(page: Page, v: Voice): HTMLElement {
  const { draft } = page.store.get();
  const field = (key: 'nameLabel' | 'nameEnglish', dir: string, value: string): readonly [HTMLInputElement, HTMLElement] => {
    const input = el('input', { set: { type: 'text', dir, autocomplete: 'off', 'data-key': key }, on: { keydown: (e) => void (e.key === 'Enter' && add()) } });
    input.maxLength = LONGEST;
    input.value = value;
    return [input, el('label', { class: 'field' }, v.say(key), input)];
  };
  const [label, labelField] = field('nameLabel', 'rtl', draft), [english, englishField] = field('nameEnglish', 'ltr', '');
  const type = el('select', { set: { 'data-key': 'nameType' } }, ...NAMED.map((t) => el('option', { set: { value: t } }, v.word(t))));
  const add = (): void => {
    const said = oneLine(label.value), other = oneLine(english.value), kind = NAMED.find((t) => t === type.value);
    if (!/\p{Script=Arabic}/u.test(said) || !kind) {
      page.store.set({ notice: v.say('nameMissing') });
      return label.focus();
    }
    const c: AddName = { do: 'name', type: kind, label: said, ...(other === '' ? {} : { english: other }) };
    page.store.set({ draft: '' });
    correct(page, c);
  };
  return el('details', { class: 'mend', set: { 'data-key': 'name', open: draft !== '' } },
    el('summary', {}, v.say('addName')),
    el('div', { class: 'mending' }, el('p', { class: 'quiet' }, v.say('addNameHint')), labelField, el('label', { class: 'field' }, v.say('nameType'), type), englishField, button(v.say('addName'), add, { set: { 'data-key': 'add-name' } })));
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
