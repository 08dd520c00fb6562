import type { Quad } from 'n3';
import type { Engine, Loaded } from '../../src/query/engine.js';
import { loadsOf, type Source } from '../../src/query/loads.js';
import { createStore } from '../../src/query/store.js';
import { byHand, engine, together, type Spec } from './make.js';

export const BASE = 'https://w3id.org/hewal/kb/';

const entities: Spec['entities'] = [
  { name: 'ئازاد', type: 'Person', words: ['ئازاد'] }, { name: 'دارا', type: 'Person', words: ['دارا'] }, { name: 'یانەی نوێ', type: 'Organization', words: ['یانەی نوێ'] },
  { name: 'هەولێر', type: 'Place', words: ['هەولێر'] }, { name: 'شێرکۆ', type: 'Person', words: ['شێرکۆ'] }, { name: 'سلێمانی', type: 'Place', words: ['سلێمانی'] },
];
const MET = 'ئازاد لە هەولێر لەگەڵ دارا کۆبووەوە.', SAID = 'ئازاد گوتی دارا سەردانی سلێمانی دەکات.', HELD = 'یانەی نوێ شێرکۆی دەستگیر کرد.', BLAMED = 'دارا ئیدانەی یانەی نوێی کرد.', STRUCK = 'چەکداران هێرشیان کردە سەر یانەی نوێ.';

/** Two articles that tell something for every ready-made query. */
const FIRST = byHand({ id: 'one', text: [MET, SAID, HELD, BLAMED, STRUCK].join(' '), published: '2024-05-10', title: 'یەکەم', publisher: 'تاقیکردنەوە' }, {
  entities,
  events: [
    { type: 'Meeting', trigger: 'کۆبووەوە', sentence: MET, roles: [['participant', { entity: 0, words: 'ئازاد' }], ['participant', { entity: 1, words: 'دارا' }], ['place', { entity: 3, words: 'هەولێر' }], ['time', { words: MET, value: '2024-05-09' }]] },
    { type: 'Statement', trigger: 'گوتی', sentence: SAID, roles: [['agent', { entity: 0, words: 'ئازاد' }], ['topic', { words: 'دارا سەردانی سلێمانی دەکات' }]] },
    { type: 'Visit', trigger: 'سەردانی', sentence: SAID, status: 'planned', source: 0, roles: [['agent', { entity: 1, words: 'دارا' }], ['place', { entity: 5, words: 'سلێمانی' }], ['time', { words: SAID, value: '2024-05-20' }]] },
    { type: 'Arrest', trigger: 'دەستگیر', sentence: HELD, roles: [['agent', { entity: 2, words: 'یانەی نوێ' }], ['target', { entity: 4, words: 'شێرکۆ' }]] },
    { type: 'Condemnation', trigger: 'ئیدانەی', sentence: BLAMED, roles: [['agent', { entity: 1, words: 'دارا' }], ['target', { entity: 2, words: 'یانەی نوێ' }]] },
    { type: 'Attack', trigger: 'هێرشیان', sentence: STRUCK, roles: [['target', { entity: 2, words: 'یانەی نوێ' }]] },
  ],
  relations: [{ type: 'position', subject: 4, object: 2, title: 'چەکداران' }],
});
const AGAIN = 'ئازاد پێشوازی لە دارا کرد.', NEVER = 'ئازاد و دارا کۆنەبوونەوە.';
const SECOND = byHand({ id: 'two', text: `${AGAIN} ${NEVER}`, published: '2024-06-01' }, {
  entities: entities.slice(0, 2),
  events: [
    { type: 'Hosting', trigger: 'پێشوازی', sentence: AGAIN, roles: [['agent', { entity: 0, words: 'ئازاد' }], ['target', { entity: 1, words: 'دارا' }]] },
    { type: 'Meeting', trigger: 'کۆنەبوونەوە', sentence: NEVER, status: 'negated', roles: [['participant', { entity: 0, words: 'ئازاد' }], ['participant', { entity: 1, words: 'دارا' }]] },
  ],
});

export const QUADS: readonly Quad[] = together([FIRST, SECOND], engine);

/** What an engine is loaded from. */
export function sourceOf(quads: readonly Quad[], version: () => string = () => '1'): Source {
  return {
    version,
    graphs: async function* graphs() {
      for (const iri of [...new Set(quads.map((q) => q.graph.value))].sort()) yield { iri, quads: quads.filter((q) => q.graph.value === iri) };
    },
  };
}

/** An engine in this thread: as the real one, but nothing stops what runs too long. */
export async function engineHere(quads: readonly Quad[], rows = 1000): Promise<Engine> {
  const store = createStore(BASE);
  for await (const load of loadsOf(sourceOf(quads))) store.load(load);
  const loaded: Loaded = { statements: quads.length, graphs: 1, seconds: 0 };
  return {
    ask: (question) => store.answer({ result: 'application/sparql-results+json', graph: 'text/turtle', rows, ...question }),
    loaded: () => loaded, refresh: () => Promise.resolve(false), close: () => Promise.resolve(),
  };
}

