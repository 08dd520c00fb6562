import type { SplitEntity } from '../../../corrections/types.js';
import { anchorOf, articleId } from '../../model/corrections/anchors.js';
import type { PageData, PagePassage } from '../../model/types.js';
import { combobox } from '../combobox.js';
import { correct } from './actions.js';
import { button, el, name } from '../dom.js';
import { entityLine, type Page, type Voice } from '../page.js';
import { verdict } from './verdict.js';

/** Entities that are offered as the same one, and results of the search that are looked through for them. */
const HITS = 8, SEARCHED = 80;
/** Characters that are shown on either side of a mention, and mentions that can be chosen one by one. */
const AROUND = 24, MOST = 100;

/** What the reader already said of an entity. */
export const entityVerdicts = (page: Page, v: Voice, n: number): HTMLElement[] => (page.corrected().entities.get(n) ?? []).map((c) => verdict(page, v, c));

/** Where the reader says that two entities are one, or that one is two. */
export function mendEntity(page: Page, v: Voice, n: number): HTMLElement | undefined {
  return !isNamed(page.reading.data, n) ? undefined : el('details', { class: 'mend', set: { 'data-key': `mend entity ${n}` } },
    el('summary', {}, v.say('mend')),
    el('div', { class: 'mending' }, same(page, v, n), other(page, v, n)));
}

/** Things of different kinds are not one. */
const alike = (data: PageData, a: number, b: number): boolean => data.entities[a]?.type === data.entities[b]?.type && isNamed(data, b);

/** Whether corrections can tell an entity: by an IRI of the web. */
const isNamed = (data: PageData, n: number): boolean => /^https?:\/\/[^\s\p{Cc}<>"{}|\\^`]+$/iu.test(data.entities[n]?.iri ?? '');

function same(page: Page, v: Voice, n: number): HTMLElement {
  const { data } = page.reading, own = data.entities[n]?.iri ?? '';
  return el('div', { class: 'field' }, el('span', {}, v.say('sameAs', v.entity(n))),
    combobox<number>({
      id: 'same', label: v.say('sameSearch'), results: v.say('results'), nothing: v.say('nothing'),
      search: (query) => page.search(query, SEARCHED).flatMap((hit) => (hit.kind === 'entity' && hit.number !== n && alike(data, n, hit.number) ? [hit.number] : [])).slice(0, HITS),
      line: (hit) => entityLine(page, v, hit),
      take: (hit) => correct(page, { do: 'merge', entities: [data.entities[hit]?.iri ?? '', own] }),
    }));
}

/** The words of the open article that name the entity, to be chosen from. */
function other(page: Page, v: Voice, n: number): HTMLElement | undefined {
  const { reading: r } = page, { data } = r, { article } = page.store.get();
  const id = articleId(data, article), iri = data.entities[n]?.iri ?? '';
  const mentions = (r.mentionsOf[n] ?? []).filter((p) => data.passages[p]?.article === article && anchorOf(data, p) !== undefined);
  if (id === undefined || mentions.length === 0 || (page.corrected().entities.get(n) ?? []).some((c) => c.do === 'split' && c.article === id)) return undefined;
  const boxes = mentions.slice(0, MOST).map((p) => ({ p, box: el('input', { set: { type: 'checkbox', checked: true, 'data-key': `mention ${p}` } }) }));
  const split = (): void => {
    const chosen = boxes.filter((b) => b.box.checked).flatMap((b) => anchorOf(data, b.p) ?? []);
    if (chosen.length === 0) return page.store.set({ notice: v.say('noneChosen') });
    const all: SplitEntity = { do: 'split', article: id, entity: iri };
    correct(page, boxes.every((b) => b.box.checked) ? all : { ...all, mentions: chosen });
  };
  return el('fieldset', { class: 'mentions' }, el('legend', {}, v.say('elseHint', v.entity(n))),
    ...boxes.map(({ p, box }) => el('label', { class: 'choice' }, box, inContext(page, p))),
    mentions.length > MOST && el('p', { class: 'quiet' }, v.say('more', mentions.length - MOST)),
    button(v.say('somebodyElse'), split, { set: { 'data-key': 'split' } }));
}

/** A mention between the words around it. */
function inContext(page: Page, passage: number): HTMLElement {
  const { data } = page.reading, p = data.passages[passage] as PagePassage, text = data.articles[p.article]?.text ?? '';
  const before = text.slice(Math.max(0, p.from - AROUND), p.from).replace(/^\S*\s/, ''), after = text.slice(p.to, p.to + AROUND).replace(/\s\S*$/, '');
  return el('span', { class: 'context', set: { dir: 'auto' } }, `…${before}`, name(p.quote ?? text.slice(p.from, p.to), 'said-name'), `${after}…`);
}
