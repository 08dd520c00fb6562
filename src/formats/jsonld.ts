import type { Quad } from 'n3';
import { sorted, whole, type Sorted } from './rdf.js';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export interface Context {
  readonly '@context': { readonly [key: string]: Json };
}

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * JSON-LD 1.1, one named graph an article, with the ontology's context inside so that it needs nothing else. Keys are the
 * context's; a value is written in full where a short form would not read back as the same term. Only one graph is held at a time.
 */
export async function* jsonLd(quads: Sorted, context: Context): AsyncGenerator<string> {
  const keys = keysOf(context);
  let graph: { '@id': string; '@graph': { [key: string]: Json }[] } | undefined;
  let first = true;
  const indented = (value: Json, by: string): string => JSON.stringify(value, null, 1).replaceAll('\n', `\n${by}`);
  const closed = (): string => {
    const text = graph ? `${first ? '' : ','}\n  ${indented(graph, '  ')}` : '';
    if (graph) first = false;
    return text;
  };
  yield `{\n "@context": ${indented(context['@context'], ' ')},\n "@graph": [`;
  for await (const q of quads) {
    if (!graph || graph['@id'] !== q.graph.value) {
      yield closed();
      graph = { '@id': q.graph.value, '@graph': [] };
    }
    let node = graph['@graph'].at(-1);
    if (!node || node['@id'] !== q.subject.value) graph['@graph'].push((node = { '@id': q.subject.value }));
    addValue(node, q, keys);
  }
  yield closed();
  yield first ? ']\n}\n' : '\n ]\n}\n';
}

/** The same of quads in any order, as one text. */
export const toJsonLd = (quads: readonly Quad[], context: Context): Promise<string> => whole(jsonLd(sorted(quads, true), context));

interface Key {
  readonly key: string;
  readonly iri: boolean;
  readonly vocab: boolean;
  readonly language: boolean;
  readonly type: string | undefined;
}

function keysOf(context: Context): Map<string, Key> {
  const c = context['@context'];
  const expand = (s: string): string => {
    const [prefix, rest] = s.split(/:(.*)/s);
    const ns = prefix !== undefined && rest !== undefined ? c[prefix] : undefined;
    return typeof ns === 'string' ? ns + (rest ?? '') : s;
  };
  const out = new Map<string, Key>();
  for (const [key, def] of Object.entries(c)) {
    if (key.startsWith('@')) continue;
    if (typeof def === 'string') {
      if (!def.endsWith('#') && !def.endsWith('/')) out.set(expand(def), { key, iri: false, vocab: false, language: false, type: undefined });
      continue;
    }
    if (typeof def !== 'object' || def === null || Array.isArray(def)) continue;
    const type = typeof def['@type'] === 'string' ? def['@type'] : undefined;
    const container = def['@container'];
    const language = container === '@language' || (Array.isArray(container) && container.includes('@language'));
    out.set(expand(String(def['@id'])), { key, iri: type === '@id', vocab: type === '@vocab', language, type: type && !type.startsWith('@') ? expand(type) : undefined });
  }
  return out;
}

function addValue(node: { [key: string]: Json }, q: Quad, keys: ReadonlyMap<string, Key>): void {
  if (q.predicate.value === RDF_TYPE) {
    push(node, '@type', keys.get(q.object.value)?.key ?? q.object.value);
    return;
  }
  const def = keys.get(q.predicate.value);
  const key = def?.key ?? q.predicate.value;
  const o = q.object;
  if (o.termType === 'NamedNode') {
    if (def?.iri) push(node, key, o.value);
    else if (def?.vocab) push(node, key, keys.get(o.value)?.key ?? o.value);
    else push(node, key, { '@id': o.value });
    return;
  }
  if (o.termType !== 'Literal') return;
  if (o.language && def?.language) {
    const map = (node[key] ?? {}) as { [key: string]: Json };
    const had = map[o.language];
    map[o.language] = had === undefined ? o.value : [...(Array.isArray(had) ? had : [had]), o.value];
    node[key] = map;
    return;
  }
  const datatype = o.datatype.value;
  if (o.language) push(node, key, { '@value': o.value, '@language': o.language });
  else if (def?.type === datatype || (datatype === `${XSD}string` && !def?.type && !def?.iri && !def?.vocab)) push(node, key, o.value);
  else push(node, key, datatype === `${XSD}string` ? { '@value': o.value } : { '@value': o.value, '@type': datatype });
}

function push(node: { [key: string]: Json }, key: string, value: Json): void {
  const had = node[key];
  node[key] = had === undefined ? value : Array.isArray(had) ? [...had, value] : [had, value];
}

