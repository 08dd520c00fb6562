import { html } from 'hono/html';
import { newsOntology } from '../../check/ontology.js';
import { nameOf, pieces, type Index, type Words as Said } from '../../explain/index.js';
import { NEWS } from '../../model/vocabulary.js';
import { isWeb, linkTo } from '../links.js';
import type { Lang } from '../words.js';
import type { Html } from './layout.js';

/** What the parts of a page need to know. */
export interface Scene {
  readonly index: Index;
  readonly lang: Lang;
  readonly base: string;
}

/** A term of the ontology by its label. */
export const labelOf = (name: string, lang: Lang): string => newsOntology().labels.get(lang)?.get(NEWS + name) ?? name;

/** The same with a link to what it means. */
export const term = (name: string, lang: Lang): Html => html`<a class="term" href="/ontology?lang=${lang}#${name}">${labelOf(name, lang)}</a>`;

/** A thing by its name, with a link to its page. */
export const thing = (s: Scene, iri: string): Html => html`<a class="thing" href="${linkTo(iri, s.base, s.lang)}"><bdi>${nameOf(s.index, iri, s.lang)}</bdi></a>`;

/** An event or relation by what it is, with a link to its page. */
export const nodeLink = (s: Scene, node: string, type: string): Html => html`<a class="node" href="${linkTo(node, s.base, s.lang)}">${labelOf(type, s.lang)}</a>`;

/** An address outside: a link only where it may be followed. */
export const outside = (iri: string): Html => (isWeb(iri) ? html`<a href="${iri}" rel="noreferrer noopener external" dir="ltr">${iri.replace(/^https?:\/\/(www\.)?/, '')}</a>` : html`<code dir="ltr">${iri}</code>`);

/** A sentence with words marked. News is Kurdish: it runs from the right in either language of the page. */
export const sentence = (said: Said, marks: readonly (Said | undefined)[]): Html =>
  html`<blockquote lang="ckb" dir="auto">${pieces(said, marks.filter((m) => m !== undefined)).map((p) => (p.marked ? html`<mark>${p.text}</mark>` : p.text))}</blockquote>`;

export const joined = (list: readonly Html[]): readonly (Html | string)[] => list.flatMap((x, i) => (i === 0 ? [x] : [', ', x]));

export const status = (name: string, lang: Lang): Html => html`<span class="status ${/^[a-z]+$/.test(name) ? name : ''}">${term(name, lang)}</span>`;
