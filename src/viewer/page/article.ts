import { articleName } from '../model/labels.js';
import type { PageEvent, PagePassage } from '../model/types.js';
import { button, el, keepingFocus, link, name, part } from './dom.js';
import { choose, grammarOf, marked, voice, type Page, type Voice } from './page.js';
import type { State } from './store.js';

/** Above this many articles the list to choose from is left to the search. */
const MANY = 2000;

/** The pane of the article: its text with everything that was read in it. */
export function articlePane(page: Page): void {
  const { reading: r, store } = page;
  const pane = part('article');
  const draw = (): void => {
    const v = voice(page), state = store.get();
    const a = r.data.articles[state.article];
    pane.replaceChildren(head(page, v, state), ...(a ? [body(page, v, state.article)] : [el('p', { class: 'quiet' }, v.say('noText'))]));
    correctedWords(page, pane);
  };
  const mark = (): void => {
    const { entities, links, events } = marked(r, store.get().selected);
    const sentences = new Set([...events].map((e) => r.data.events[e]?.sentence));
    const objects = new Set([...links].flatMap((l) => r.data.links[l]?.to ?? 0).filter((n) => n < 0).map((n) => String(-1 - n)));
    let first: HTMLElement | undefined;
    const strong = store.get().selected?.kind !== 'entity';
    for (const e of pane.querySelectorAll<HTMLElement>('[data-marks]')) {
      const has = (key: string, set: ReadonlySet<number>): boolean => (e.dataset[key] ?? '').split(' ').some((x) => x !== '' && set.has(Number(x)));
      const told = (e.dataset['passage'] ?? '').split(' ').some((p) => p !== '' && sentences.has(Number(p)));
      // of a fact only the words of its own sentence are marked
      const chosen = (has('entity', entities) && (!strong || told)) || (strong && has('event', events)) || (e.dataset['passage'] ?? '').split(' ').some((p) => objects.has(p));
      e.classList.toggle('chosen', chosen);
      if (chosen) e.setAttribute('aria-current', 'true');
      else e.removeAttribute('aria-current');
      e.classList.toggle('sentence', strong && told);
      if (chosen || e.classList.contains('sentence')) first ??= e;
    }
    if (first) bring(pane, first);
  };
  store.on((_, changed) => {
    if (changed.has('article') || changed.has('lang') || changed.has('calendar') || changed.has('digits')) keepingFocus(pane, draw);
    if (changed.has('article') || changed.has('lang') || changed.has('selected')) mark();
    if (changed.has('corrections')) correctedWords(page, pane);
  });
  pane.addEventListener('keydown', (event) => walk(pane, event));
  draw();
}

/** Shows what corrections say of words: that they tell nothing of the kind, or name somebody else. */
function correctedWords(page: Page, pane: HTMLElement): void {
  const v = voice(page), { events, passages } = page.corrected();
  for (const e of pane.querySelectorAll<HTMLElement>('.mark')) {
    const numbers = (key: string): number[] => (e.dataset[key] ?? '').split(' ').filter(Boolean).map(Number);
    const wrong = numbers('event').length > 0 && numbers('event').every((n) => events.has(n)), other = numbers('passage').some((p) => passages.has(p));
    e.classList.toggle('wrong', wrong);
    e.classList.toggle('changed', other);
    const words = [wrong && v.say('markedWrong'), other && v.say('somebodyElse')].filter((x) => x !== false).join(' · ');
    if (words) e.setAttribute('aria-description', words);
    else e.removeAttribute('aria-description');
  }
}

function head(page: Page, v: Voice, state: State): HTMLElement {
  const { data } = page.reading;
  const a = data.articles[state.article], many = data.articles.length;
  const go = (step: number): void => page.store.set({ article: (state.article + step + many) % many });
  return el('header', { class: 'pane-head' },
    el('h2', {}, v.say('article')),
    many > 1 && el('div', { class: 'row' },
      button(v.lang === 'ckb' ? '→' : '←', () => go(-1), { class: 'icon', set: { 'aria-label': v.say('earlier') } }),
      many <= MANY ? chooser(page, v, state) : el('span', {}, `${v.number(state.article + 1)} / ${v.number(many)}`),
      button(v.lang === 'ckb' ? '←' : '→', () => go(1), { class: 'icon', set: { 'aria-label': v.say('later') } })),
    a && el('div', { class: 'about-article' },
      el('h3', {}, name(articleName(data, state.article))),
      el('p', { class: 'quiet' }, ...[a.title && a.publisher ? name(a.publisher) : undefined, a.published ? v.date(a.published) : undefined, a.url ? link(a.url, v.say('original')) : undefined].filter((x) => x !== undefined).flatMap((x, i) => (i > 0 ? [' · ', x] : [x]))),
      !a.whole && el('p', { class: 'quiet' }, v.say('partial'))));
}

function chooser(page: Page, v: Voice, state: State): HTMLElement {
  const choice = el('select', { set: { 'aria-label': v.say('choose') }, on: { change: () => page.store.set({ article: Number(choice.value) }) } },
    ...page.reading.data.articles.map((a, i) => el('option', { set: { value: i, selected: i === state.article } }, `${v.number(i + 1)}. ${articleName(page.reading.data, i)}${a.published ? ` · ${v.date(a.published)}` : ''}`)));
  return choice;
}

/** The text, cut wherever a passage begins or ends; every piece knows what stands on it. A run of spaces or lines begins a paragraph. */
function body(page: Page, v: Voice, article: number): HTMLElement {
  const { data, passagesIn } = page.reading;
  const { text } = data.articles[article] as { text: string };
  const passages = (passagesIn[article] ?? []).filter((p) => (data.passages[p] as PagePassage).to > (data.passages[p] as PagePassage).from);
  const cuts = new Set([0, text.length]);
  for (const p of passages) {
    cuts.add((data.passages[p] as PagePassage).from);
    cuts.add((data.passages[p] as PagePassage).to);
  }
  for (const m of text.matchAll(/\s*\n\s*|\s{2,}/g)) {
    cuts.add(m.index);
    cuts.add(m.index + m[0].length);
  }
  const ends = [...cuts].sort((a, b) => a - b);
  const around = el('div', { class: 'text', set: { dir: 'rtl', lang: 'ckb', tabindex: 0, role: 'group', 'aria-label': v.say('article') } });
  let paragraph = el('p', { set: { dir: 'auto' } });
  let open: number[] = [], next = 0;
  for (let i = 0; i + 1 < ends.length; i++) {
    const from = ends[i] as number, piece = text.slice(from, ends[i + 1]);
    open = open.filter((p) => (data.passages[p] as PagePassage).to > from);
    while (next < passages.length && (data.passages[passages[next] as number] as PagePassage).from <= from) open.push(passages[next++] as number);
    if (/^\s*\n\s*$|^\s{2,}$/.test(piece)) {
      if (paragraph.childNodes.length > 0) around.append(paragraph);
      paragraph = el('p', { set: { dir: 'auto' } });
    } else paragraph.append(pieceOf(page, v, piece, open));
  }
  around.append(paragraph);
  return around;
}

function pieceOf(page: Page, v: Voice, piece: string, open: readonly number[]): Node {
  if (open.length === 0 || piece.trim() === '') return document.createTextNode(piece);
  const { data, triggers } = page.reading;
  const entities = open.flatMap((p) => data.passages[p]?.names ?? []), events = open.flatMap((p) => triggers.get(p) ?? []);
  const set = { 'data-marks': '', 'data-passage': open.join(' '), 'data-entity': entities.join(' '), 'data-event': events.join(' ') };
  if (entities.length === 0 && events.length === 0) return el('span', { set }, piece);
  // of names that lie in each other the shortest is meant
  const entity = entities.at(-1), event = events.at(-1);
  const what = entity === undefined ? eventTitle(v, data.events[event as number] as PageEvent) : `${v.entity(entity)} · ${v.word(data.entities[entity]?.type || 'Entity')}`;
  const act = (): void => choose(page, entity === undefined ? { kind: 'event', number: event as number } : { kind: 'entity', number: entity });
  const both = entity !== undefined && event !== undefined ? `\n${eventTitle(v, data.events[event] as PageEvent)}` : '';
  const grammar = open.flatMap((p) => (triggers.has(p) ? grammarOf(page, v, p) : [])).map((g) => `\n${g}`).join('');
  return el('span', {
    class: `mark ${entity === undefined ? '' : `type-${data.entities[entity]?.type || 'none'}`} ${event === undefined ? '' : 'trigger'}`,
    set: { ...set, role: 'button', tabindex: -1, title: what + both + grammar, 'aria-label': `${piece}: ${what}` },
    on: { click: act, keydown: (e) => void ((e.key === 'Enter' || e.key === ' ') && (e.preventDefault(), act())) },
  }, piece);
}

const eventTitle = (v: Voice, e: PageEvent): string => [v.word(e.type), e.status === 'asserted' ? '' : v.word(e.status), e.time ? v.date(e.time) : '', e.source === undefined ? '' : v.say('says', v.entity(e.source)), e.rule ?? '', e.confidence === undefined ? '' : v.percent(e.confidence)].filter(Boolean).join(' · ');

/** Scrolls the pane, and only the pane: where the panes stack on a phone the reader stays where they are. */
function bring(pane: HTMLElement, to: HTMLElement): void {
  if (pane.scrollHeight <= pane.clientHeight + 1) return;
  const p = pane.getBoundingClientRect(), t = to.getBoundingClientRect(), head = pane.querySelector('header')?.clientHeight ?? 0;
  if (t.top < p.top + head) pane.scrollTop += t.top - p.top - head - 20;
  else if (t.bottom > p.bottom) pane.scrollTop += t.bottom - p.bottom + Math.min(160, p.height / 3);
}

/** Arrow keys go from one marked word to the next, in the direction of the text. */
function walk(pane: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowLeft: 1, ArrowDown: 1, ArrowRight: -1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.closest('.text')) return;
  const all = [...pane.querySelectorAll<HTMLElement>('.mark')];
  const now = all.indexOf(event.target), next = all[now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
