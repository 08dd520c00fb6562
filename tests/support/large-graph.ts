import { DataFactory, type Quad } from 'n3';
import { news } from '../../src/model/vocabulary.js';

const { literal, namedNode, quad } = DataFactory;
const BASE = 'https://w3id.org/hewal/kb/';
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), LABEL = namedNode('http://www.w3.org/2000/01/rdf-schema#label');
const TYPES = ['Person', 'Person', 'Organization', 'Place', 'Group'] as const;
const NAMES = ['ئازاد', 'شیلان', 'هێمن', 'ڕێبین', 'نەسرین', 'کاروان', 'دلێر', 'هاوار', 'سازان', 'بەفرین', 'گۆران', 'ئاسۆ'], FAMILIES = ['بەرزنجی', 'هەورامی', 'قەرەداغی', 'سۆرانی', 'بالەکی', 'زەنگەنە', 'جاف', 'گەرمیانی'];
const KINDS = [['Hosting', 'host', 'guest', 'hosts'], ['Attack', 'attacker', 'victim', 'attacks'], ['Support', 'supporter', 'supported', 'supports'], ['Call', 'caller', 'called', 'calls'], ['Accusation', 'accuser', 'accused', 'accuses']] as const;
const STATUS = ['asserted', 'asserted', 'asserted', 'planned', 'negated'] as const;
/** Facts of an article, and entities that belong together: most facts are among neighbours. */
const IN_ARTICLE = 20, CLOSE = 120;

/** A graph of any size in the shape of hewal's, made of made-up names and sentences. Always the same. */
export function largeGraph(entities: number, facts: number): Quad[] {
  let state = 7;
  const roll = (n: number): number => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296 * n) | 0;
  const quads: Quad[] = [];
  const add = (s: string, p: string, o: ReturnType<typeof literal> | ReturnType<typeof namedNode>): void => void quads.push(quad(namedNode(s), namedNode(p), o));
  const type = (s: string, t: string): void => void quads.push(quad(namedNode(s), RDF_TYPE, namedNode(news(t as 'Person'))));
  const label: string[] = [], iri: string[] = [];
  for (let i = 0; i < entities; i++) {
    iri.push(`${BASE}entity/x/${i}`);
    label.push(`${NAMES[i % NAMES.length]} ${FAMILIES[(i / NAMES.length | 0) % FAMILIES.length]} ${i}`);
    type(iri[i] as string, TYPES[i % TYPES.length] as string);
    quads.push(quad(namedNode(iri[i] as string), LABEL, literal(label[i] as string, 'ckb')), quad(namedNode(iri[i] as string), LABEL, literal(`Name ${i}`, 'en')));
  }
  let article = '', offset = 0;
  for (let f = 0; f < facts; f++) {
    if (f % IN_ARTICLE === 0) {
      article = `${BASE}article/a${f / IN_ARTICLE}`;
      offset = 0;
      type(article, 'Article');
      add(article, news('published'), literal(`20${10 + roll(15)}-0${1 + roll(9)}-1${roll(9)}`, namedNode('http://www.w3.org/2001/XMLSchema#date')));
    }
    // every entity has a fact; the others favour the first of each neighbourhood
    const a = f < entities ? f : Math.min(roll(entities), roll(entities));
    const hood = a - (a % CLOSE), b = roll(10) < 9 ? Math.min(entities - 1, hood + Math.min(roll(CLOSE), roll(CLOSE), roll(CLOSE))) : roll(entities);
    if (a === b) continue;
    const [kind, from, to, direct] = KINDS[roll(KINDS.length)] as (typeof KINDS)[number], status = STATUS[roll(STATUS.length)] as string;
    const sentence = `${label[a]} لە هەواڵێکی تازەدا سەبارەت بە ${label[b]} ناوی هاتووە و ڕووداوەکە لێرەدا بە درێژی باس کراوە.`;
    const passage = (start: number, end: number): string => {
      const p = `${article}#char=${offset + start},${offset + end}`;
      type(p, 'Passage');
      add(p, news('quote'), literal(sentence.slice(start, end)));
      add(p, news('start'), literal(String(offset + start)));
      add(p, news('end'), literal(String(offset + end)));
      add(p, news('inArticle'), namedNode(article));
      return p;
    };
    const event = `${article}/event/${(f % IN_ARTICLE) + 1}-${kind.toLowerCase()}`;
    type(event, kind);
    add(event, news(from), namedNode(iri[a] as string));
    add(event, news(to), namedNode(iri[b] as string));
    add(event, news('status'), namedNode(news(status as 'planned')));
    add(event, news('confidence'), literal(`0.${50 + roll(50)}`));
    add(event, news('foundBy'), namedNode(`https://w3id.org/hewal/rule/${kind.toLowerCase()}.x`));
    add(event, news('evidence'), namedNode(passage(0, sentence.length)));
    const at = sentence.indexOf('هەواڵێکی');
    add(event, news('trigger'), namedNode(passage(at, at + 8)));
    const named = passage(0, (label[a] as string).length);
    add(named, news('denotes'), namedNode(iri[a] as string));
    if (roll(2) === 0) add(event, news('time'), literal(`20${10 + roll(15)}-0${1 + roll(9)}-1${roll(9)}`, namedNode('http://www.w3.org/2001/XMLSchema#date')));
    if (status !== 'negated') add(iri[a] as string, news(direct), namedNode(iri[b] as string));
    offset += sentence.length + 2;
  }
  return quads;
}
