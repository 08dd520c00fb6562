import { arrange, type Arranged } from '../model/arrange.js';
import { picture, type Card, type Line, type Picture, type Row } from '../model/picture.js';
import type { Found } from '../model/filter.js';
import { el, name } from './dom.js';
import { movable, zoomAt, type Camera } from './camera.js';
import { drawLines } from './lines.js';
import { entityNews } from './corrections/sayings.js';
import { told } from './told.js';
import { choose, marked, shortened, voice, type Page, type Voice } from './page.js';

/** What the graph pane can do with a picture, however it is drawn. */
export interface Drawn {
  readonly element: HTMLElement;
  /** Called when the element stands in the page and has its size, and when that changed. */
  start(): void;
  sized(): void;
  mark(): void;
  zoom(factor: number): void;
  fit(): void;
  end(): void;
}

/** The smallest Kurdish text is 16 px: at this scale it is 14. Smaller only when the reader zooms out. */
const READABLE = 0.875;
const BOUNDS = { least: 0.15, most: 3 };
const PAD = 12;
/** Characters of a passage on a card. */
const LONG = 52;

/** A picture of few entities: every one a card with its name, every fact in words. */
export function boxes(page: Page, found: Found): Drawn {
  const v = voice(page);
  const what = picture(page.reading, found.links);
  const camera: Camera = { x: 0, y: 0, scale: 1 };
  const layer = el('div', { class: 'layer' });
  const window = el('div', { class: 'window', set: { role: 'group', 'aria-label': v.say('graph'), tabindex: 0 } }, layer);
  const elements = new Map<string, HTMLElement>();
  for (const c of what.cards) elements.set(c.key, cardOf(page, v, c));
  for (const l of what.lines) if (l.rows.length > 0) elements.set(l.key, el('div', { class: 'edge' }, ...l.rows.map((row) => rowOf(page, v, row, edgeText(v, page, row, l)))));
  layer.append(...elements.values());
  let arranged: Arranged | undefined;
  let end = (): void => undefined, touched = false;
  const show = (): void => void (layer.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`);
  const place = (): void => {
    arranged = placeAll(what, elements, window);
    layer.querySelector('svg')?.remove();
    layer.prepend(drawLines(what.lines, arranged, (row) => row.status));
    fit(READABLE);
  };
  const fit = (least: number): void => {
    if (!arranged) return;
    const whole = Math.min(1, (window.clientWidth - PAD) / arranged.width, (window.clientHeight - PAD) / arranged.height);
    camera.scale = Math.max(least, whole);
    const centre = whole >= least ? undefined : arranged.at.get(`entity ${page.reading.byDegree.find((n) => arranged?.at.has(`entity ${n}`)) ?? ''}`);
    camera.x = window.clientWidth / 2 - (centre?.x ?? arranged.width / 2) * camera.scale;
    camera.y = window.clientHeight / 2 - (centre?.y ?? arranged.height / 2) * camera.scale;
    show();
  };
  const mark = (): void => {
    const { entities, links } = marked(page.reading, page.store.get().selected);
    const wrong = page.corrected().links, isWrong = (own: string): boolean => own !== '' && own.split(' ').every((n) => wrong.has(Number(n)));
    const any = entities.size + links.size > 0;
    for (const e of layer.querySelectorAll<HTMLElement>('button[data-links], [data-entity]')) {
      const on = (e.dataset['links'] ?? '').split(' ').some((n) => n !== '' && links.has(Number(n))) || entities.has(Number(e.dataset['entity'] ?? -1));
      e.classList.toggle('chosen', on);
      e.setAttribute('aria-pressed', String(on));
      if (e.dataset['links'] !== undefined) told(e, isWrong(e.dataset['links']) ? v.say('markedWrong') : '');
      else told(e, entityNews(page, v, Number(e.dataset['entity'])), 'changed');
    }
    layer.classList.toggle('some-chosen', any);
    for (const path of layer.querySelectorAll('path[data-links]')) {
      const own = path.getAttribute('data-links') ?? '';
      path.classList.toggle('chosen', own.split(' ').some((n) => n !== '' && links.has(Number(n))));
      path.classList.toggle('wrong', isWrong(own));
    }
  };
  const chosenIntoSight = (): void => {
    const chosen = layer.querySelector('.fact.chosen') ?? layer.querySelector('.name.chosen');
    if (chosen instanceof HTMLElement) intoSight(window, chosen, camera, show);
  };
  return {
    element: window,
    start: () => {
      place();
      mark();
      end = movable(window, camera, () => BOUNDS, () => {
        touched = true;
        show();
      });
      // a card that gets the focus comes into sight
      window.addEventListener('focusin', (e) => void (e.target !== window && e.target instanceof HTMLElement && intoSight(window, e.target, camera, show)));
      window.addEventListener('scroll', () => window.scrollTo(0, 0));
    },
    sized: () => {
      // on paper nobody can move it: all of it is shown
      if (matchMedia('print').matches) return fit(0);
      // a reader who moved the picture finds it where it was
      if (!touched) fit(READABLE);
      chosenIntoSight();
    },
    mark: () => {
      mark();
      chosenIntoSight();
    },
    zoom: (factor) => {
      touched = true;
      zoomAt(camera, factor, window.clientWidth / 2, window.clientHeight / 2, BOUNDS);
      show();
    },
    fit: () => {
      touched = false;
      fit(0);
    },
    end: () => end(),
  };
}

function placeAll(what: Picture, elements: ReadonlyMap<string, HTMLElement>, window: HTMLElement): Arranged {
  const size = (key: string): { key: string; width: number; height: number } => ({ key, width: Math.ceil(elements.get(key)?.offsetWidth ?? 0), height: Math.ceil(elements.get(key)?.offsetHeight ?? 0) });
  const worded = what.lines.filter((l) => l.rows.length > 0), plain = what.lines.filter((l) => l.rows.length === 0);
  const arranged = arrange(what.cards.map((c) => size(c.key)), worded.map((l) => ({ ...size(l.key), from: l.from, to: l.to })), plain.map((l) => [l.from, l.to] as const), { width: (window.clientWidth - PAD) / READABLE, height: (window.clientHeight - PAD) / READABLE });
  for (const [key, e] of elements) {
    const at = arranged.at.get(key);
    if (!at) continue;
    e.style.left = `${at.x - at.width / 2}px`;
    e.style.top = `${at.y - at.height / 2}px`;
  }
  for (const line of what.lines) pointOut(line, elements.get(line.key), arranged);
  return arranged;
}

/** Facts that share a line say by an arrow which way each goes. */
function pointOut(line: Line, label: HTMLElement | undefined, arranged: Arranged): void {
  const from = arranged.at.get(line.from), to = arranged.at.get(line.to);
  if (!from || !to) return;
  const dx = to.x - from.x, dy = to.y - from.y, flat = Math.abs(dx) > Math.abs(dy);
  for (const e of label?.querySelectorAll<HTMLElement>('[data-way]') ?? []) {
    const there = e.dataset['way'] === 'there';
    e.textContent = flat ? (dx > 0 === there ? '→' : '←') : dy > 0 === there ? '↓' : '↑';
  }
}

function cardOf(page: Page, v: Voice, card: Card): HTMLElement {
  const { data } = page.reading;
  const lists = card.lists.map(({ property, rows }) => el('div', { class: 'list' },
    el('span', { class: 'property' }, v.word(property)),
    ...rows.map((row) => rowOf(page, v, row, [el('span', { class: 'said' }, shortened(v.thing(objectOf(page, row)), LONG))], v.thing(objectOf(page, row))))));
  const wide = card.lists.reduce((sum, l) => sum + l.rows.length, 0) > 2 ? 'wide' : '';
  if (card.entity === undefined) return el('div', { class: `card shared ${wide}` }, ...lists);
  const n = card.entity;
  return el('div', { class: `card ${wide} type-${data.entities[n]?.type || 'none'}` },
    el('button', { class: 'name', set: { type: 'button', 'data-entity': n, title: [...new Set([data.entities[n]?.name.ckb, data.entities[n]?.name.en].filter(Boolean))].join(' · '), 'aria-description': v.word(data.entities[n]?.type || 'Entity') }, on: { click: () => choose(page, { kind: 'entity', number: n }) } }, name(shortened(v.entity(n), 60))),
    ...lists);
}

const objectOf = (page: Page, row: Row): number => {
  const l = page.reading.data.links[row.links[0] as number];
  return l === undefined ? 0 : l.from < 0 ? l.from : l.to;
};

/** A fact that can be chosen, with its status as line style and, where somebody says so, the speaker. */
function rowOf(page: Page, v: Voice, row: Row, content: readonly Node[], title?: string): HTMLElement {
  const tags = [row.status === 'asserted' ? '' : v.word(row.status), row.source === undefined ? '' : v.say('says', v.entity(row.source)), row.time ? v.date(row.time) : ''].filter(Boolean).join(' · ');
  return el('button', {
    class: `fact ${row.status}`, set: { type: 'button', dir: title === undefined ? undefined : 'auto', 'data-links': row.links.join(' '), title: [title, tags].filter(Boolean).join('\n'), 'aria-description': tags || undefined },
    on: { click: () => choose(page, { kind: 'fact', links: row.links }) },
  }, ...content, row.source !== undefined && el('span', { class: 'speaker', set: { 'aria-hidden': 'true' } }, '❝'));
}

/** The words on a line, for screen readers with both ends. */
function edgeText(v: Voice, page: Page, row: Row, line: Line): Node[] {
  const l = page.reading.data.links[row.links[0] as number];
  const hidden = (text: string): HTMLElement => el('span', { class: 'hidden' }, ` ${text} `);
  if (!l) return [];
  return [hidden(v.thing(l.from)), name(v.label(l)), hidden(v.thing(l.to)), ...(line.rows.length > 1 && row.way !== 'both' ? [el('span', { class: 'way', set: { 'aria-hidden': 'true', 'data-way': row.way } })] : [])];
}

/** Brings what is not in sight to the middle of the window. */
function intoSight(window: HTMLElement, target: HTMLElement, camera: Camera, show: () => void): void {
  const w = window.getBoundingClientRect(), t = target.getBoundingClientRect();
  if (t.left >= w.left && t.right <= w.right && t.top >= w.top && t.bottom <= w.bottom) return;
  camera.x += (w.left + w.right - t.left - t.right) / 2;
  camera.y += (w.top + w.bottom - t.top - t.bottom) / 2;
  show();
}
