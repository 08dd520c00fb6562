import { html } from 'hono/html';
import { words, type Index, type PassageExplanation, type Words as Said } from '../../explain/index.js';
import { news } from '../../model/vocabulary.js';
import { linkTo } from '../links.js';
import { wordsOf } from '../words.js';
import type { Html } from './layout.js';
import { nodeLink, sentence, status, term, thing, type Scene } from './parts.js';

/** The page of a passage: its words, what they name, and what stands on them. */
export function passagePage(s: Scene, e: PassageExplanation): Html {
  const w = wordsOf(s.lang);
  return html`<article class="passage">
<p class="kind">${term('Passage', s.lang)}</p>
<h1 lang="ckb"><bdi>${e.words?.quote ?? e.iri}</bdi></h1>
<p class="iri" dir="ltr">${e.iri}</p>
${e.words ? sentence(around(s.index, e) ?? e.words, [e.words]) : ''}
<dl>
<dt>${w.article}</dt><dd><a href="${linkTo(e.article, s.base, s.lang)}" dir="ltr">${e.article.replace(/^.*\/article\//, '')}</a></dd>
${e.denotes.length > 0 ? html`<dt>${w.denotes}</dt><dd>${e.denotes.map((d) => html`${thing(s, d)} `)}</dd>` : ''}
</dl>
${e.supports.length > 0 ? html`<section><h2>${w.supports}</h2><ol class="events">${e.supports.map((x) => html`<li><p>${nodeLink(s, x.node, x.type)} ${status(x.status, s.lang)} ${x.as.map((a) => html`${term(a, s.lang)} `)}</p></li>`)}</ol></section>` : ''}
</article>`;
}

/** The shortest sentence of evidence in which a passage stands. */
function around(index: Index, e: PassageExplanation): Said | undefined {
  const own = e.words;
  if (!own) return undefined;
  const inside = (index.out.get(e.article)?.get(news('reports')) ?? []).flatMap((n) => words(index, index.out.get(n)?.get(news('evidence'))?.[0]) ?? []).filter((x) => x.start <= own.start && own.end <= x.end);
  return inside.sort((a, b) => a.quote.length - b.quote.length)[0];
}
