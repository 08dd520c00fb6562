// Results of SPARQL as elements. All that comes from the graph goes in as text, never as HTML.
import { isWeb, linkTo } from '../../src/serve/links.js';

export interface Term { readonly type: string; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string }
export interface Results { readonly head: { readonly vars?: readonly string[] }; readonly boolean?: boolean; readonly results?: { readonly bindings: readonly Readonly<Record<string, Term>>[] } }

export function element(name: string, text = '', attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const e = document.createElement(name);
  e.textContent = text;
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  return e;
}

/** Where the graph's things are shown, and how their IRIs are written short. */
export interface Names {
  readonly base: string;
  readonly lang: 'ckb' | 'en';
  readonly prefixes: Readonly<Record<string, string>>;
}

const NEWS = 'https://w3id.org/hewal/news#';

/** The page of an IRI: terms of the ontology, things of the graph, addresses outside. Addresses of other schemes are never links. */
function hrefOf(iri: string, { base, lang }: Names): string | undefined {
  if (iri.startsWith(NEWS)) return `/ontology?lang=${lang}#${encodeURIComponent(iri.slice(NEWS.length))}`;
  return iri.startsWith(base) ? linkTo(iri, base, lang) : isWeb(iri) ? iri : undefined;
}

/** An IRI with its prefix; those of articles are written from the article on. */
function shortened(iri: string, { base, prefixes }: Names): string {
  const found = Object.entries(prefixes).find(([, start]) => iri.startsWith(start) && iri.length > start.length);
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri.startsWith(`${base}article/`) ? iri.slice(`${base}article/`.length) : iri;
}

function termElement(term: Term, names: Names): HTMLElement {
  if (term.type === 'bnode') return element('code', `_:${term.value}`);
  if (term.type !== 'uri') return element('bdi', term.value, term['xml:lang'] ? { lang: term['xml:lang'] } : {});
  const text = shortened(term.value, names), href = hrefOf(term.value, names);
  return href === undefined ? element('code', text, { dir: 'ltr' }) : element('a', text, { href, dir: 'ltr', title: term.value, ...(href.startsWith('http') ? { rel: 'noreferrer noopener external' } : {}) });
}

/** Rows shown at first; more come on demand. */
const PAGE = 200;

export function resultTable(results: Results, names: Names, more: string): HTMLElement {
  const vars = results.head.vars ?? [], rows = results.results?.bindings ?? [];
  const box = element('div', '', { class: 'scroll' }), table = element('table'), head = element('tr'), body = element('tbody');
  for (const v of vars) head.append(element('th', v, { scope: 'col', dir: 'ltr' }));
  const thead = element('thead');
  thead.append(head);
  table.append(thead, body);
  box.append(table);
  let shown = 0;
  const button = element('button', more, { type: 'button', class: 'more' });
  const fill = (): void => {
    for (const row of rows.slice(shown, shown + PAGE)) {
      const tr = element('tr');
      for (const v of vars) {
        const td = element('td'), term = row[v];
        if (term && term.value.length <= 12) td.className = 'short';
        if (term && /^-?\d+(\.\d+)?$/.test(term.value) && term.datatype !== undefined) td.className = 'short number';
        if (term && term.type !== 'uri' && term.value.length > 40) td.dataset['long'] = '';
        if (term) td.append(termElement(term, names));
        tr.append(td);
      }
      body.append(tr);
    }
    shown = Math.min(rows.length, shown + PAGE);
    button.hidden = shown >= rows.length;
  };
  button.addEventListener('click', fill);
  fill();
  box.append(button);
  return box;
}
