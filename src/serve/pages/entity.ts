import { html } from 'hono/html';
import type { EntityExplanation } from '../../explain/index.js';
import { linkTo } from '../links.js';
import { numberIn, wordsOf } from '../words.js';
import type { Html } from './layout.js';
import { joined, nodeLink, outside, sentence, status, term, thing, type Scene } from './parts.js';

/** The page of a person, body, place, group or work. `all`: the events in which it takes part, also those that are not shown. */
export function entityPage(s: Scene, e: EntityExplanation, all: number): Html {
  const w = wordsOf(s.lang);
  const own = e.labels.find((l) => l.language === s.lang) ?? e.labels[0];
  const others = e.labels.filter((l) => l !== own);
  return html`<article class="entity">
<p class="kind">${e.types.map((t) => term(t, s.lang))}</p>
<h1><bdi>${own?.text ?? e.iri}</bdi></h1>
${others.map((l) => html`<p class="name" lang="${l.language}"><bdi>${l.text}</bdi></p>`)}
${e.altLabels.length > 0 ? html`<p class="also">${w.alsoCalled}: ${joined(e.altLabels.map((l) => html`<bdi lang="${l.language}">${l.text}</bdi>`))}</p>` : ''}
${e.sameAs.length > 0 ? html`<p class="also">${w.sameAs} ${joined(e.sameAs.map(outside))}</p>` : ''}
<p class="iri" dir="ltr">${e.iri}</p>
${e.facts.length > 0 ? html`<section><h2>${w.facts}</h2>${facts(s, e)}</section>` : ''}
${e.parts.length > 0 ? html`<section><h2>${w.events}</h2>${all > e.parts.length ? html`<p class="note">${w.shown.replace('{n}', numberIn(s.lang, e.parts.length)).replace('{all}', numberIn(s.lang, all))}</p>` : ''}
<ol class="events">${bySentence(e.parts).map((parts) => html`<li>${parts[0]?.sentence ? sentence(parts[0].sentence, [...parts.map((p) => p.trigger), ...mentions(e, parts[0].sentence)]) : ''}<ul class="inner">${parts.map((p) => html`<li>${nodeLink(s, p.node, p.type)} ${status(p.status, s.lang)} ${joined(p.roles.map((r) => term(r, s.lang)))}</li>`)}</ul></li>`)}</ol></section>` : ''}
${e.articles.length > 0 ? html`<section><h2>${w.mentions}</h2><ul class="articles">${e.articles.map((a) => html`<li><a href="${linkTo(a.article, s.base, s.lang)}"><bdi>${a.title ?? a.article.replace(/^.*\/article\//, '')}</bdi></a>${a.published ? html` <time>${a.published}</time>` : ''} <span class="quotes">${joined(a.mentions.map((m) => html`<a href="${linkTo(m.passage, s.base, s.lang)}" lang="ckb"><bdi>${m.quote}</bdi></a>`))}</span></li>`)}</ul></section>` : ''}
</article>`;
}

/** Items by a key, in the order in which each key first comes. */
function grouped<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const own = groups.get(key(item));
    if (own) own.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** What it does, by property; then what others do to it. A symmetric fact is told once. */
function facts(s: Scene, e: EntityExplanation): Html {
  const own = grouped(e.facts.filter((f) => f.subject === e.iri), (f) => f.predicate);
  const others = e.facts.filter((f) => f.subject !== e.iri && !own.get(f.predicate)?.some((o) => o.object === f.subject));
  return html`<dl class="facts">${[...own].map(([predicate, list]) => html`<dt>${term(predicate, s.lang)}</dt><dd>${list.map((f) => thing(s, f.object))}</dd>`)}</dl>
<ul class="facts">${others.map((f) => html`<li>${thing(s, f.subject)} ${term(f.predicate, s.lang)} ${thing(s, f.object)}</li>`)}</ul>`;
}

/** Events and relations that one sentence tells stand together. */
const bySentence = (parts: EntityExplanation['parts']): readonly EntityExplanation['parts'][] =>
  [...grouped(parts, (p) => (p.sentence ? `${p.node.replace(/\/(event|relation)\/[^/]*$/, '')} ${p.sentence.start} ${p.sentence.end}` : p.node)).values()];

/** The mentions of a thing inside a sentence: of the articles that name it, only the one whose words stand there fits. */
const mentions = (e: EntityExplanation, inside: { readonly quote: string; readonly start: number; readonly end: number }) =>
  e.articles.flatMap((a) => a.mentions).filter((m) => m.start >= inside.start && m.end <= inside.end && [...inside.quote].slice(m.start - inside.start, m.end - inside.start).join('') === m.quote);
