import type { Found } from '../model/filter.js';
import type { PageMap } from '../model/types.js';
import type { Drawn } from './boxes.js';
import { movable, zoomAt, type Camera } from './camera.js';
import { el } from './dom.js';
import { paint, type Colours } from './paint.js';
import { indexMap, nearest } from '../model/level.js';
import { choose, marked, voice, type Page } from './page.js';

/** How near to a thing a click must be, in pixels. */
const NEAR = 14;

/** A map of many entities on a canvas, at the level of detail that its scale allows. */
export function map(page: Page, found: Found, places: PageMap): Drawn {
  const v = voice(page);
  const canvas = el('canvas', { set: { role: 'img', tabindex: 0, 'aria-label': v.say('map', found.entities.length + found.alone.length, found.links.length) } });
  const window = el('div', { class: 'window map' }, canvas);
  const camera: Camera = { x: 0, y: 0, scale: 1 };
  const index = indexMap(page.reading, found, places);
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D;
  let colours: Colours | undefined, waiting = false, end = (): void => undefined;
  const bounds = (): { least: number; most: number } => ({ least: whole() / 2, most: 3 });
  const whole = (): number => Math.min(window.clientWidth, window.clientHeight) / (places.size * 1.04);
  const draw = (): void => {
    waiting = false;
    const { entities, links } = marked(page.reading, page.store.get().selected);
    paint(context, { camera, width: window.clientWidth, height: window.clientHeight, ratio: devicePixelRatio, index, name: v.entity, colours: (colours ??= coloursOf(canvas)), entities, links, wrong: page.corrected().links, rtl: v.lang === 'ckb' });
  };
  const later = (): void => {
    if (!waiting) requestAnimationFrame(draw);
    waiting = true;
  };
  const size = (): void => {
    canvas.width = Math.max(1, Math.round(window.clientWidth * devicePixelRatio));
    canvas.height = Math.max(1, Math.round(window.clientHeight * devicePixelRatio));
    draw();
  };
  const fit = (): void => {
    camera.scale = whole();
    camera.x = (window.clientWidth - places.size * camera.scale) / 2;
    camera.y = (window.clientHeight - places.size * camera.scale) / 2;
  };
  const pick = (x: number, y: number): void => {
    const n = nearest(index, (x - camera.x) / camera.scale, (y - camera.y) / camera.scale, NEAR / camera.scale);
    if (n === undefined) return;
    zoomTo(n);
    choose(page, { kind: 'entity', number: n });
  };
  const zoomTo = (n: number): void => {
    const x = places.at[n * 2] as number, y = places.at[n * 2 + 1] as number;
    const wx = x * camera.scale + camera.x, wy = y * camera.scale + camera.y;
    if (camera.scale < 1) zoomAt(camera, Math.max(1, 1.2 / camera.scale), wx, wy, bounds());
    if (wx < 0 || wy < 0 || wx > window.clientWidth || wy > window.clientHeight) {
      camera.x = window.clientWidth / 2 - x * camera.scale;
      camera.y = window.clientHeight / 2 - y * camera.scale;
    }
    later();
  };
  return {
    element: window,
    start: () => {
      fit();
      size();
      const stop = movable(window, camera, bounds, later);
      canvas.addEventListener('click', (e) => pick(e.offsetX, e.offsetY));
      canvas.addEventListener('keydown', (e) => void (e.key === 'Enter' && pick(window.clientWidth / 2, window.clientHeight / 2)));
      canvas.addEventListener('mousemove', (e) => {
        const n = nearest(index, (e.offsetX - camera.x) / camera.scale, (e.offsetY - camera.y) / camera.scale, NEAR / camera.scale);
        canvas.title = n === undefined ? '' : v.entity(n);
      });
      end = stop;
    },
    sized: size,
    mark: () => {
      const { selected } = page.store.get();
      colours = undefined;
      if (selected?.kind === 'entity') zoomTo(selected.number);
      later();
    },
    zoom: (factor) => {
      zoomAt(camera, factor, window.clientWidth / 2, window.clientHeight / 2, bounds());
      later();
    },
    fit: () => {
      fit();
      later();
    },
    end: () => end(),
  };
}

/** The colours of the theme, as the style sheet has them. */
function coloursOf(canvas: HTMLElement): Colours {
  const style = getComputedStyle(canvas);
  const of = (key: string): string => style.getPropertyValue(`--${key}`).trim();
  return { paper: of('surface'), ink: of('ink'), quiet: of('quiet'), line: of('edge'), disc: of('disc'), chosen: of('accent'), types: Object.fromEntries(['Person', 'Organization', 'Place', 'Group', 'Work', ''].map((t) => [t, of(`${(t || 'none').toLowerCase()}-ink`)])), font: style.fontFamily };
}
