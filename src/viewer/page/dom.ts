type Child = Node | string | undefined | false;

/** What an element is made with. Everything that comes from a graph goes in as text or as the value of a harmless attribute: no HTML is ever parsed. */
export interface Making {
  readonly class?: string;
  /** Attributes that cannot run anything: aria-*, data-*, role, title, dir, lang, type … */
  readonly set?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: Readonly<Partial<{ [K in keyof HTMLElementEventMap]: (event: HTMLElementEventMap[K]) => void }>>;
}

const HARMLESS = /^(?:aria-[a-z]+|data-[a-z-]+|role|title|dir|lang|type|id|for|name|value|min|max|step|checked|selected|disabled|hidden|tabindex|placeholder|autocomplete|open|rel|target|spellcheck|scope)$/;

/** Makes an element. Text children become text nodes. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, making: Making = {}, ...children: readonly Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (making.class) element.className = making.class;
  for (const [name, value] of Object.entries(making.set ?? {})) {
    // attributes of HTML are there or not; those of ARIA say "true" or "false"
    const aria = name.startsWith('aria-');
    if (value === undefined || (value === false && !aria)) continue;
    if (!HARMLESS.test(name)) throw new Error(`the attribute ${name} is not set here`);
    element.setAttribute(name, value === true && !aria ? '' : String(value));
  }
  for (const [name, listener] of Object.entries(making.on ?? {})) element.addEventListener(name, listener as EventListener);
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

/** A link to a web page, or the bare text where the address is none of http or https. */
export function link(address: string, text: string): HTMLElement {
  let url: URL | undefined;
  try {
    url = new URL(address);
  } catch {
    url = undefined;
  }
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return el('bdi', {}, text);
  const a = el('a', { set: { target: '_blank', rel: 'noopener noreferrer', dir: 'auto' } }, text);
  a.href = url.href;
  return a;
}

/** Text of any direction, set apart from what stands around it. */
export const name = (text: string, className?: string): HTMLElement => el('bdi', className ? { class: className } : {}, text);

export const button = (text: string, act: () => void, making: Making = {}): HTMLButtonElement =>
  el('button', { ...making, set: { type: 'button', ...making.set }, on: { click: act, ...making.on } }, text);

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag: string, set: Readonly<Record<string, string | number>>, ...children: readonly Node[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(set)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** An element of the page's own skeleton. */
export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

const CONTROLS = 'button, input, select, summary, a[href], [tabindex]';

/** Draws the content of an element anew; the control that had the focus has it afterwards, found by its key or its place among the others; where it is gone, its neighbour. */
export function keepingFocus(container: HTMLElement, draw: () => void): void {
  const had = document.activeElement;
  const key = had instanceof HTMLElement && container.contains(had) ? had.dataset['key'] : undefined;
  const place = had && container.contains(had) ? [...container.querySelectorAll(CONTROLS)].indexOf(had) : -1;
  draw();
  if (place < 0) return;
  const now = [...container.querySelectorAll<HTMLElement>(CONTROLS)];
  const same = key === undefined ? undefined : now.find((e) => e.dataset['key'] === key);
  (same ?? now[Math.min(place, now.length - 1)])?.focus();
}
