import { html } from 'hono/html';
import type { Quad } from 'n3';
import { linkTo } from '../links.js';
import { wordsOf, type Lang } from '../words.js';
import type { Html } from './layout.js';

/** The page of a thing that is none of hewal's kinds: its statements as they stand. */
export function plainPage(lang: Lang, base: string, iri: string, own: readonly Quad[]): Html {
  const w = wordsOf(lang);
  const cell = (term: Quad['subject'] | Quad['object']): Html => (term.termType === 'NamedNode' ? html`<a href="${linkTo(term.value, base, lang)}">${term.value}</a>` : html`<bdi>${term.value}</bdi>`);
  return html`<article class="thing"><h1 class="iri" dir="ltr">${iri}</h1>
<section><h2>${w.statements2}</h2><div class="scroll"><table dir="ltr"><tbody>${own.map((q) => html`<tr><td>${cell(q.subject)}</td><td>${cell(q.predicate)}</td><td>${cell(q.object)}</td></tr>`)}</tbody></table></div></section></article>`;
}

/** A page with one sentence: nothing was found, or it is not there. */
export const message = (lang: Lang, text: string): Html => html`<article class="message"><h1>${text}</h1><p><a href="/?lang=${lang}">${wordsOf(lang).back}</a></p></article>`;
