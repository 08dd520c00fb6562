import { html } from 'hono/html';
import { explainNode, kindOf, words, type Index, type NodeExplanation, type Words as Said } from '../../explain/index.js';
import { NEWS, news } from '../../model/vocabulary.js';
import { wordsOf } from '../words.js';
import type { Html } from './layout.js';
import { nodeBody } from './node.js';
import { nodeLink, sentence, status, term, type Scene } from './parts.js';

interface Told {
  readonly said: Said;
  readonly passage: string;
  readonly nodes: readonly NodeExplanation[];
}

/** The page of an article: its sentences that tell something, in their order, and what each tells. Sentences that tell nothing are not in a graph. */
export function articlePage(s: Scene, iri: string): Html {
  const w = wordsOf(s.lang);
  const one = (p: 'title' | 'published' | 'publisher'): string | undefined => s.index.out.get(iri)?.get(news(p))?.[0];
  const url = s.index.out.get(iri)?.get('https://schema.org/url')?.[0];
  const named = mentioned(s.index, iri);
  return html`<article class="article">
<p class="kind">${term('Article', s.lang)}</p>
<h1><bdi>${one('title') ?? iri.replace(/^.*\/article\//, '')}</bdi></h1>
<p class="also">${one('publisher') === undefined ? '' : html`<bdi>${one('publisher')}</bdi> `}${one('published') === undefined ? '' : html`<time>${one('published')}</time>`}</p>
<p class="iri" dir="ltr">${iri}</p>${url !== undefined && /^https?:\/\//i.test(url) ? html`<p><a href="${url}" rel="noreferrer noopener external" dir="ltr">${url}</a></p>` : ''}
<section><h2>${w.told}</h2>
<ol class="told">${told(s.index, iri).map((t) => html`<li id="${t.passage.replace(/^[^#]*#/, '')}">
${sentence(t.said, named.filter((m) => m.start >= t.said.start && m.end <= t.said.end))}
<ul class="events">${t.nodes.map((n) => html`<li><p>${nodeLink(s, n.iri, n.type)} ${status(n.status, s.lang)}</p>${nodeBody(s, n, false)}</li>`)}</ul></li>`)}</ol></section>
</article>`;
}

/** Passages of the article that name something. */
const mentioned = (index: Index, article: string): Said[] => [...index.into.get(article)?.get(`${NEWS}inArticle`) ?? []].filter((p) => index.out.get(p)?.has(`${NEWS}denotes`)).flatMap((p) => words(index, p) ?? []);

function told(index: Index, article: string): Told[] {
  const bySentence = new Map<string, NodeExplanation[]>();
  for (const node of index.out.get(article)?.get(`${NEWS}reports`) ?? []) {
    const kind = kindOf(index, node), e = kind === 'event' || kind === 'relation' ? explainNode(index, node) : undefined;
    const passage = index.out.get(node)?.get(`${NEWS}evidence`)?.[0];
    if (e && passage !== undefined) bySentence.set(passage, [...(bySentence.get(passage) ?? []), e]);
  }
  return [...bySentence].flatMap(([passage, nodes]) => {
    const said = words(index, passage);
    return said ? [{ said, passage, nodes }] : [];
  }).sort((a, b) => a.said.start - b.said.start || a.said.end - b.said.end);
}
