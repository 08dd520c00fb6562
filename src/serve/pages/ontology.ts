import { html } from 'hono/html';
import { NEWS } from '../../model/vocabulary.js';
import { numberIn, wordsOf, type Lang, type Words } from '../words.js';
import { ontologyTerms, type OntologyTerm, type Section } from './ontology-terms.js';
import { joined, outside, term } from './parts.js';
import type { Html } from './layout.js';

/** The word for a section: that of an entity's page for its events is another. */
const title = (s: Section): keyof Words => (s === 'events' ? 'eventClasses' : s);

/** The documentation of the ontology: every term with its anchor. */
export function ontologyPage(lang: Lang): Html {
  const w = wordsOf(lang), sections = [...ontologyTerms()];
  return html`<article class="ontology">
<h1>${w.ontology} <code dir="ltr">news:</code></h1>
<p class="iri" dir="ltr">${NEWS}</p>
<nav class="contents" aria-label="${w.contents}">${sections.map(([s, terms]) => html`<a href="#section-${s}">${w[title(s)]} <small>${numberIn(lang, terms.length)}</small></a>`)}</nav>
${sections.map(([s, terms]) => html`<section><h2 id="section-${s}">${w[title(s)]}</h2>${terms.map((t) => entry(t, lang))}</section>`)}
</article>`;
}

function entry(t: OntologyTerm, lang: Lang): Html {
  const w = wordsOf(lang), other = lang === 'ckb' ? 'en' : 'ckb';
  const named = (names: readonly string[]) => joined(names.map((n) => (/^\w+$/.test(n) ? term(n, lang) : outside(n))));
  const line = (label: string, names: readonly string[]): Html | '' => (names.length > 0 ? html`<div><dt>${label}</dt><dd>${named(names)}</dd></div>` : '');
  return html`<section class="entry" id="${t.name}">
<h3><a href="#${t.name}"><code dir="ltr">news:${t.name}</code></a> <span>${t.labels[lang]}</span> <small lang="${other}"><bdi>${t.labels[other]}</bdi></small></h3>
<p>${t.comments[lang]}</p>
<dl class="about">${line(w.under, t.under)}${line(w.domain, t.domain)}${line(w.range, t.range)}${line(w.inverse, t.inverse)}${line(w.shortOf, t.shortOf)}</dl>
</section>`;
}
