import { html } from 'hono/html';
import { linkTo, roomOf } from '../links.js';
import type { Html } from '../pages/layout.js';
import { numberIn, wordsOf, type Lang } from '../words.js';
import type { Listed } from './listed.js';

/** A part of a list of articles. */
export interface List {
  readonly articles: readonly Listed[];
  /** Articles of the whole list, and which page of it this is, from 1. */
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** What was searched for. */
  readonly search: string;
  /** Whom or what all of them name. */
  readonly thing: Named | undefined;
  /** What goes by the name that was searched for, or why nothing does. */
  readonly found: Named | { readonly fault: readonly string[] } | undefined;
  /** Why the articles are not shown together. */
  readonly why: string | undefined;
  /** The address of another page of the list; or of this one, its articles together. */
  readonly address: (page: number, together: boolean) => string;
}
interface Named {
  readonly iri: string;
  readonly name: string;
}

/** Articles to choose from, with a search: where all of them are more than one page can show. */
export function listPage(lang: Lang, base: string, list: List): Html {
  const w = wordsOf(lang), { thing, found, page } = list;
  return html`<section class="list">
<h1>${thing ? html`${w.naming} <a class="thing" href="${linkTo(thing.iri, base, lang)}"><bdi>${thing.name}</bdi></a>` : w.view}</h1>
${list.all === 0 ? '' : html`<p class="counts">${numberIn(lang, list.all)} ${w.articles}</p>`}
${list.why === undefined ? '' : html`<p class="note">${list.why}</p>`}
<form action="/view" method="get" role="search"><input type="hidden" name="lang" value="${lang}"><label for="q">${w.searchFor}</label>
<p class="actions"><input id="q" name="q" type="search" dir="auto" value="${list.search}" maxlength="200"> <button type="submit">${w.search}</button></p></form>
${found === undefined ? '' : 'fault' in found ? found.fault.map((line) => html`<p class="note" dir="auto">${line}</p>`) : html`<p>${w.naming} <a class="thing" href="${roomOf(found.iri, base, lang)}"><bdi>${found.name}</bdi></a></p>`}
${list.articles.length === 0 ? (found === undefined || 'fault' in found ? html`<p>${w.empty}</p>` : '') : html`<ol class="articles" start="${(page - 1) * ON_A_PAGE + 1}">${list.articles.map((a) => html`<li><a href="${roomOf(a.iri, base, lang)}"><bdi>${a.title ?? a.iri.replace(/^.*\/article\//, '')}</bdi></a>${a.published === undefined ? '' : html` <time>${a.published}</time>`}${a.publisher === undefined ? '' : html` <bdi class="quotes">${a.publisher}</bdi>`}</li>`)}</ol>
<p class="downloads">${page > 1 ? html`<a href="${list.address(page - 1, false)}" rel="prev">${w.newer}</a> ` : ''}${list.pages > 1 ? `${numberIn(lang, page)} / ${numberIn(lang, list.pages)}` : ''}${page < list.pages ? html` <a href="${list.address(page + 1, false)}" rel="next">${w.older}</a>` : ''} <a href="${list.address(page, true)}">${w.together}</a></p>`}
</section>`;
}

/** Articles on one page of a list. */
export const ON_A_PAGE = 20;
