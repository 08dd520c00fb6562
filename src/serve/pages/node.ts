import { html } from 'hono/html';
import type { NodeExplanation } from '../../explain/index.js';
import { linkTo } from '../links.js';
import { numberIn, wordsOf } from '../words.js';
import type { Html } from './layout.js';
import { joined, labelOf, sentence, status, term, thing, type Scene } from './parts.js';

/** The page of an event or a relation. */
export function nodePage(s: Scene, e: NodeExplanation): Html {
  const w = wordsOf(s.lang);
  return html`<article class="event">
<p class="kind">${status(e.status, s.lang)}</p>
<h1>${labelOf(e.type, s.lang)}</h1>
<p class="iri" dir="ltr">${e.iri}</p>
${nodeBody(s, e)}
<dl>
${e.source === undefined ? '' : html`<dt>${w.source}</dt><dd>${thing(s, e.source)}</dd>`}
<dt>${w.article}</dt><dd><a href="${linkTo(e.article, s.base, s.lang)}"><bdi>${s.index.out.get(e.article)?.get('https://w3id.org/hewal/news#title')?.[0] ?? e.article.replace(/^.*\/article\//, '')}</bdi></a></dd>
<dt>${w.rule}</dt><dd><code dir="ltr">${e.rule}</code>${e.confidence === undefined ? '' : html` <small>${w.confidence.replace('{n}', numberIn(s.lang, Math.round(e.confidence * 100)))}</small>`}</dd>
</dl>
${e.facts.length > 0 ? html`<section><h2>${w.states}</h2><ul class="facts">${e.facts.map((f) => html`<li>${thing(s, f.subject)} ${term(f.predicate, s.lang)} ${thing(s, f.object)}</li>`)}</ul></section>` : ''}
</article>`;
}

/** Who takes part, and the sentence with the words that say so. */
export function nodeBody(s: Scene, e: NodeExplanation, withSentence = true): Html {
  const w = wordsOf(s.lang);
  const marks = e.roles.flatMap((r) => (r.entity === undefined && r.role !== 'post' ? [] : r.words.filter((x) => !x.implied)));
  const implied = e.roles.flatMap((r) => r.words.filter((x) => x.implied).map((x) => x.quote));
  return html`<dl class="roles">${e.roles.map((r) => html`<dt>${term(r.role, s.lang)}</dt><dd>${r.entity !== undefined ? thing(s, r.entity) : r.value !== undefined ? html`<bdi>${r.value}</bdi>` : joined(r.words.map((x) => html`<q lang="ckb" dir="auto">${x.quote}</q>`))}</dd>`)}</dl>
${withSentence && e.sentence ? sentence(e.sentence, [e.trigger, ...marks]) : ''}
${withSentence && implied.length > 0 ? html`<p class="note">${w.implied} ${joined([...new Set(implied)].map((q) => html`<q lang="ckb" dir="auto">${q}</q>`))}</p>` : ''}`;
}
