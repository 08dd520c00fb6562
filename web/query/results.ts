// Results of SPARQL as elements. All that comes from the graph goes in as text, never as HTML.
export interface Term { readonly type: string; readonly value: string; readonly 'xml:lang'?: string; readonly datatype?: string }
export interface Results { readonly head: { readonly vars?: readonly string[] }; readonly boolean?: boolean; readonly results?: { readonly bindings: readonly Readonly<Record<string, Term>>[] } }

export function element(name: string, text = '', attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const e = document.createElement(name);
  e.textContent = text;
  for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value);
  return e;
}

/** Prefixes by which IRIs are shown short. */
export const prefixesOf = (base: string): readonly (readonly [string, string])[] => [
  ['news:', 'https://w3id.org/hewal/news#'], ['rdfs:', 'http://www.w3.org/2000/01/rdf-schema#'], ['rdf:', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'], ['owl:', 'http://www.w3.org/2002/07/owl#'],
  ['skos:', 'http://www.w3.org/2004/02/skos/core#'], ['xsd:', 'http://www.w3.org/2001/XMLSchema#'], ['wd:', 'http://www.wikidata.org/entity/'], ['rule:', 'https://w3id.org/hewal/rule/'],
  ['person:', `${base}entity/person/`], ['org:', `${base}entity/organization/`], ['place:', `${base}entity/place/`], ['group:', `${base}entity/group/`], ['work:', `${base}entity/work/`], ['', `${base}article/`],
];

/** Where an IRI is shown: the same as the server's links. Addresses of other schemes are never links. */
function hrefOf(iri: string, base: string, lang: string): string | undefined {
  if (iri.startsWith('https://w3id.org/hewal/news#')) return `/ontology?lang=${lang}${iri.slice(iri.indexOf('#'))}`;
  if (iri.startsWith(base)) return /^(entity|article)\/[^#?]+$/.test(iri.slice(base.length)) ? `/${iri.slice(base.length)}?lang=${lang}` : `/resource?iri=${encodeURIComponent(iri)}&lang=${lang}`;
  return /^https?:\/\//i.test(iri) ? iri : undefined;
}

export function termElement(term: Term, base: string, lang: string): HTMLElement {
  if (term.type === 'bnode') return element('code', `_:${term.value}`);
  if (term.type !== 'uri') return element('bdi', term.value, term['xml:lang'] ? { lang: term['xml:lang'] } : {});
  const prefix = prefixesOf(base).find(([, iri]) => term.value.startsWith(iri) && term.value.length > iri.length);
  const text = prefix ? prefix[0] + term.value.slice(prefix[1].length) : term.value;
  const href = hrefOf(term.value, base, lang);
  return href === undefined ? element('code', text, { dir: 'ltr' }) : element('a', text, { href, dir: 'ltr', title: term.value, ...(href.startsWith('http') ? { rel: 'noreferrer noopener external' } : {}) });
}

/** Rows shown at first; more come on demand. */
const PAGE = 200;

export function resultTable(results: Results, base: string, lang: string, more: string): HTMLElement {
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
        if (term) td.append(termElement(term, base, lang));
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
