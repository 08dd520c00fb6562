import { html } from 'hono/html';
import type { Loaded } from '../../query/engine.js';
import { prefixesOf } from '../../query/prefixes.js';
import type { ReadyQuery } from '../../query/ready.js';
import { numberIn, wordsOf, type Lang } from '../words.js';
import type { Html } from './layout.js';

/** Words that the script of the page says itself. */
const SAID = ['run', 'stop', 'download', 'empty', 'rows', 'triples', 'seconds', 'yes', 'no', 'failed', 'sparql'] as const;

/** The page on which queries are written. Without its script it is a form that sends the query to the endpoint. `first`: the query that stands there, and whether it runs at once: one that came with a link does not. */
export function queryPage(lang: Lang, loaded: Loaded, queries: readonly ReadyQuery[], first: { readonly text: string; readonly runs: boolean }, base: string): Html {
  const w = wordsOf(lang);
  return html`<div class="query" id="query" data-lang="${lang}" data-base="${base}" data-runs="${first.runs ? 'yes' : 'no'}" data-prefixes="${JSON.stringify(prefixesOf(base))}" data-words="${JSON.stringify(Object.fromEntries(SAID.map((k) => [k, w[k]])))}">
<h1>${w.ask}</h1>
<p class="intro">${w.intro} <span class="counts">${numberIn(lang, loaded.statements)} ${w.statements}</span></p>
<form id="ready"><label for="name">${w.ready}</label>
<select id="name" name="name"><option value="">${w.choose}</option>${queries.map((q) => html`<option value="${q.name}">${q.title[lang]}</option>`)}</select>
<div id="parameters"></div>
<p id="answers" class="note" aria-live="polite"></p></form>
<form id="ask" action="/sparql" method="post">
<label for="text" class="hidden">${w.sparql}</label>
<textarea id="text" name="query" rows="14" dir="ltr" spellcheck="false" lang="en">${first.text}</textarea>
<p class="actions"><button type="submit" id="run">${w.run}</button> <kbd dir="ltr">Ctrl ⏎</kbd> <output id="status" role="status"></output></p>
</form>
<section id="result" tabindex="-1" aria-live="polite"></section>
<p class="note">${w.endpoint} <code dir="ltr">/sparql</code></p>
</div>`;
}
