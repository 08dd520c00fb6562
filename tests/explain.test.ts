import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain, explainEntity, explainNode, explainPassage, indexGraph, kindOf, nameOf, type EntityExplanation, type Index } from '../src/explain/index.js';
import { statersOf } from '../src/explain/roles.js';
import { toNQuads, toTrig, toTurtle } from '../src/formats/rdf.js';
import { mergeRow, readMerge, type Merge } from '../src/link/identities.js';
import { SHORT_FORMS } from '../src/model/relations.js';
import { news, type Term } from '../src/model/vocabulary.js';
import { ARTICLES, byHand, engine, RDF_TYPE, RDFS, together, XSD, type Spec } from './support/make.js';

const { namedNode, literal, quad } = DataFactory;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TEXT = '😀 ئازاد گوتی ئاسۆ لە هەولێر لەگەڵ دارا کۆبووەوە. دارا ئەندامی یانە بوو. ئاسۆ ڕۆیشت.';
const FIRST = '😀 ئازاد گوتی ئاسۆ لە هەولێر لەگەڵ دارا کۆبووەوە.';
const entities: Spec['entities'] = [
  { name: 'ئازاد', type: 'Person', words: ['ئازاد'] }, { name: 'ئاسۆ', type: 'Person', words: ['ئاسۆ'] }, { name: 'هەولێر', type: 'Place', words: ['هەولێر'] },
  { name: 'دارا', type: 'Person', words: ['دارا'] }, { name: 'یانە', type: 'Organization', words: ['یانە'] },
];
const READ = byHand({ id: 'a', text: TEXT, published: '2024-05-10', title: 'سەردێڕ' }, {
  entities,
  events: [
    { type: 'Meeting', trigger: 'کۆبووەوە', sentence: FIRST, source: 0, status: 'planned', roles: [['participant', { entity: 1, words: 'ئاسۆ' }], ['participant', { entity: 3, words: 'دارا' }], ['place', { entity: 2, words: 'هەولێر' }], ['time', { words: 'گوتی', value: '2024-05-09' }]] },
    { type: 'Departure', trigger: 'ڕۆیشت', sentence: 'ئاسۆ ڕۆیشت.', status: 'negated', roles: [['agent', { entity: 1, words: 'ئاسۆ', implied: true }]] },
  ],
  relations: [{ type: 'memberOf', subject: 3, object: 4 }],
});
const QUADS = engine.quads(READ), G = indexGraph(QUADS);
const ALL = together(ARTICLES.map((a) => engine.read(a))), INDEX = indexGraph(ALL);
const of = (name: string, index: Index = G): string => index.labels.get(name.toLowerCase())?.[0] as string;
const node = (end: string): string => `${engine.mint.article('a')}/${end}`;
const entity = (name: string, merges: readonly Merge[] = []): EntityExplanation => explainEntity(G, of(name), merges) as EntityExplanation;
const fact = (f: { subject: string; predicate: string; object: string }, index = G): string => [nameOf(index, f.subject), f.predicate, nameOf(index, f.object)].join(' ');

describe('an entity', () => {
  it('its names, types and identity', () => {
    const biden = explainEntity(INDEX, of('جۆ بایدن', INDEX));
    expect(biden).toMatchObject({ kind: 'entity', types: ['Person'], labels: [{ text: 'جۆ بایدن', language: 'ckb' }, { text: 'Joe Biden', language: 'en' }], sameAs: ['http://www.wikidata.org/entity/Q6279'] });
    expect(biden?.altLabels).toContainEqual({ text: 'بایدن', language: 'ckb' });
    expect(biden?.articles.map((a) => a.article.replace(/^.*\//, ''))).toEqual(['arrest', 'meeting']);
  });

  it('its mentions are the words at their places (code points)', () => {
    const letters = Array.from(TEXT);
    for (const name of ['ئازاد', 'ئاسۆ', 'هەولێر', 'دارا', 'یانە']) {
      const [a, ...rest] = entity(name).articles;
      expect(rest).toEqual([]);
      expect(a).toMatchObject({ article: engine.mint.article('a'), title: 'سەردێڕ', published: '2024-05-10' });
      for (const m of a?.mentions ?? []) expect(letters.slice(m.start, m.end).join('')).toBe(m.quote);
      expect(a?.mentions.map((m) => m.quote)).toEqual([name]);
    }
  });

  it('its part in events and relations: role, status, words', () => {
    expect(entity('ئاسۆ').parts.map((p) => [p.kind, p.type, p.status, p.roles, p.trigger?.quote])).toEqual([['event', 'Meeting', 'planned', ['attendee'], 'کۆبووەوە'], ['event', 'Departure', 'negated', ['departureAgent'], 'ڕۆیشت']]);
    expect(entity('ئازاد').parts.map((p) => [p.type, p.roles])).toEqual([['Meeting', ['source']]]);
    expect(entity('یانە').parts.map((p) => [p.kind, p.type, p.roles])).toEqual([['relation', 'Membership', ['body']]]);
  });

  it('its direct facts, its own first, and what states them', () => {
    expect(entity('دارا').facts.map((f) => [fact(f), f.statedBy])).toEqual([
      ['دارا meets ئاسۆ', [node('event/1-meeting')]], ['دارا memberOf یانە', [node('relation/1-memberof')]], ['ئاسۆ meets دارا', [node('event/1-meeting')]],
    ]);
  });

  it('only its own merges', () => {
    const row = (iri: string): Merge => ({ scope: 'article', iri, article: 'a', name: 'x', at: [1, 2], reason: 'same name' });
    expect(entity('دارا', [row(of('ئاسۆ')), row(of('دارا'))]).merges).toEqual([row(of('دارا'))]);
  });

  it('law: every fact and every part of a read graph is found from both its ends', () => {
    for (const d of SHORT_FORMS) for (const e of explain(INDEX, undefined, d.property, undefined)) {
      for (const end of [e.subject, e.object].filter((x) => kindOf(INDEX, x) === 'entity')) {
        const own = explainEntity(INDEX, end);
        expect(own?.facts.find((f) => f.subject === e.subject && f.predicate === e.predicate && f.object === e.object)?.statedBy).toContain(e.event);
        expect(own?.parts.map((p) => p.node)).toContain(e.event);
      }
      expect(statersOf(INDEX, { subject: e.subject, predicate: e.predicate as Term, object: e.object })).toContain(e.event);
      expect(explainNode(INDEX, e.event)?.facts).toContainEqual({ subject: e.subject, predicate: e.predicate, object: e.object });
    }
  });
});

describe('an event or relation', () => {
  it('type, status, rule, confidence, source, words, roles, facts', () => {
    const e = explainNode(G, node('event/1-meeting'));
    expect(e).toMatchObject({ kind: 'event', type: 'Meeting', status: 'planned', rule: 'test.rule', confidence: 0.5, source: of('ئازاد'), article: engine.mint.article('a'), sentence: { quote: FIRST, start: 0 }, trigger: { quote: 'کۆبووەوە' } });
    expect(e?.roles.map((r) => [r.role, r.entity === undefined ? r.value : nameOf(G, r.entity), r.words.map((w) => [w.quote, w.implied])])).toEqual([
      ['attendee', 'ئاسۆ', [['ئاسۆ', false]]], ['attendee', 'دارا', [['دارا', false]]], ['place', 'هەولێر', [['هەولێر', false]]], ['time', '2024-05-09', [['گوتی', false]]],
    ]);
    expect(e?.facts.map((f) => fact(f)).sort()).toEqual(['ئاسۆ meets دارا', 'دارا meets ئاسۆ']);
  });

  it('what is denied states no fact; who is implied is said to be', () => {
    const e = explainNode(G, node('event/2-departure'));
    expect(e).toMatchObject({ status: 'negated', facts: [] });
    expect(e?.roles).toMatchObject([{ role: 'departureAgent', words: [{ quote: 'ئاسۆ', implied: true }] }]);
  });

  it('a relation: its sides with the words of its sentence', () => {
    const r = explainNode(G, node('relation/1-memberof'));
    expect(r).toMatchObject({ kind: 'relation', type: 'Membership', rule: 'test.relation', trigger: undefined });
    expect(r?.roles.map((x) => [x.role, x.words[0]?.quote])).toEqual([['body', 'یانە'], ['member', 'دارا']]);
    expect(r?.facts.map((f) => fact(f))).toEqual(['دارا memberOf یانە']);
  });

  it('a graph of others that leaves things out', () => {
    const bare = indexGraph([quad(namedNode('https://example.org/e'), namedNode(RDF_TYPE), namedNode(news('Visit')))]);
    expect(explainNode(bare, 'https://example.org/e')).toEqual({ kind: 'event', iri: 'https://example.org/e', type: 'Visit', status: 'asserted', rule: '', confidence: undefined, source: undefined, article: '', sentence: undefined, trigger: undefined, roles: [], facts: [] });
  });
});

describe('a passage', () => {
  const at = (words: string): string => {
    const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
    return engine.mint.passage('a', start, start + Array.from(words).length);
  };
  it('what it names and what hangs on it', () => {
    expect(explainPassage(G, at('دارا'))).toMatchObject({ kind: 'passage', article: engine.mint.article('a'), words: { quote: 'دارا' }, denotes: [of('دارا')], supports: [{ node: node('event/1-meeting'), type: 'Meeting', status: 'planned', as: ['mention'] }] });
    expect(explainPassage(G, at('ئاسۆ'))?.supports.map((s) => [s.type, s.as])).toEqual([['Meeting', ['mention']], ['Departure', ['impliedBy']]]);
    expect(explainPassage(G, at(FIRST))?.supports.map((s) => s.as)).toEqual([['evidence']]);
  });

  it('a passage that is what somebody says', () => {
    const [says] = explain(INDEX, undefined, 'says', undefined);
    const p = explainPassage(INDEX, says?.object as string);
    expect(p?.facts).toContainEqual({ subject: says?.subject, predicate: 'says', object: says?.object });
    expect(p?.supports.some((s) => s.type === 'Statement' && s.as.includes('topic'))).toBe(true);
  });

  it('each explains only its own kind', () => {
    expect([explainEntity(G, at('دارا')), explainNode(G, at('دارا')), explainPassage(G, of('دارا')), explainNode(G, of('دارا')), explainEntity(G, node('event/1-meeting')), explainEntity(G, 'https://example.org/none')]).toEqual(Array(6).fill(undefined));
    expect([of('دارا'), node('event/1-meeting'), node('relation/1-memberof'), at('دارا'), engine.mint.article('a'), 'x'].map((i) => kindOf(G, i))).toEqual(['entity', 'event', 'relation', 'passage', 'article', undefined]);
  });
});

describe('the index', () => {
  it('law: says of each subject what a search through the quads says', () => {
    for (const [s, own] of INDEX.out) for (const [p, list] of own) expect(list).toEqual([...new Set(ALL.filter((q) => q.subject.value === s && q.predicate.value === p).map((q) => q.object.value))]);
    for (const [o, own] of INDEX.into) for (const [p, list] of own) expect(list).toEqual([...new Set(ALL.filter((q) => q.object.termType === 'NamedNode' && q.object.value === o && q.predicate.value === p).map((q) => q.subject.value))]);
  });

  it('law: a name is the first label of its language, else any, else the quote, else the IRI', () => {
    const things = ['a', 'b'].map((x) => `https://example.org/${x}`);
    fc.assert(fc.property(fc.array(fc.record({ s: fc.constantFrom(...things), p: fc.constantFrom(`${RDFS}label`, news('quote')), text: fc.constantFrom('x', 'y z', ' ', ''), lang: fc.constantFrom('ckb', 'en', 'ckb-latn', '') }), { maxLength: 8 }), (list) => {
      const quads: Quad[] = list.map((l) => quad(namedNode(l.s), namedNode(l.p), l.lang ? literal(l.text, l.lang) : literal(l.text)));
      const index = indexGraph(quads);
      for (const s of things) for (const lang of ['ckb', 'en'] as const) {
        const labels = list.filter((l) => l.s === s && l.p === `${RDFS}label`);
        const want = (labels.find((l) => l.lang === lang) ?? labels[0] ?? list.find((l) => l.s === s && l.p === news('quote')))?.text ?? s;
        expect(nameOf(index, s, lang)).toBe(want);
      }
    }));
  });

  it('one thing named by a hundred thousand, and a hundred thousand of one name', () => {
    const n = 100_000, label = namedNode(`${RDFS}label`), p = namedNode(news('says')), hub = namedNode('https://example.org/hub');
    const quads = Array.from({ length: n }, (_, i) => [quad(namedNode(`https://example.org/${i}`), label, literal('ناو', 'ckb')), quad(hub, p, namedNode(`https://example.org/${i}`))]).flat();
    const index = indexGraph([...quads, ...quads.slice(0, 100)]);
    expect(index.labels.get('ناو')).toHaveLength(n);
    expect(index.out.get(hub.value)?.get(p.value)).toHaveLength(n);
    expect(nameOf(index, `https://example.org/${n - 1}`)).toBe('ناو');
  });
});

describe('merges.tsv', () => {
  it('law: a row that was written is read again', () => {
    const cell = fc.string({ unit: 'grapheme', minLength: 1 }).filter((s) => !/\p{Cc}|[\u2028\u2029]/u.test(s));
    fc.assert(fc.property(fc.record({ scope: fc.constantFrom('article' as const, 'articles' as const), iri: cell, article: cell, name: cell, reason: cell, at: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: undefined }) }), ({ at, ...m }) => {
      const merge: Merge = { ...m, ...(at ? { at } : {}) };
      expect(readMerge(mergeRow(merge))).toEqual(merge);
    }));
  });
  it.each(['', '# comment', 'article\tx', 'other\thttps://x\ta\tn\t1\t2\tr', 'article\thttps://x\ta\tn\t1\t\tr', 'article\thttps://x\ta\tn\t-1\t2\tr', 'article\thttps://x\ta\tn\t1\t2\tr\tmore', 'article\t\ta\tn\t1\t2\tr'])('"%s" is none', (line) => {
    expect(readMerge(line)).toBeUndefined();
  });
});

describe('hewal explain THING', () => {
  let dir: string;
  const put = (name: string, content: string): string => {
    writeFileSync(join(dir, name), content);
    return name;
  };
  const hewal = (...args: string[]): { code: number | null; out: string; err: string } => {
    const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'explain', ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } as NodeJS.ProcessEnv });
    expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
    return { code: r.status, out: r.stdout, err: r.stderr };
  };
  const ROW = (iri: string): string => mergeRow({ scope: 'article', iri, article: 'a', name: 'دارا', at: [34, 38], reason: 'same name' });
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hewal-explain-'));
    mkdirSync(join(dir, 'alone'));
    put('g.trig', await toTrig(QUADS, engine.mint.base));
    put('alone/g.ttl', await toTurtle(QUADS, engine.mint.base));
    put('merges.tsv', `# comment\n${ROW(of('دارا'))}\n${ROW(of('ئاسۆ')).replace('same name', 'the post of that person')}\n`);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it.each(['دارا', 'person:dara', '<https://w3id.org/hewal/kb/entity/person/dara>', 'https://w3id.org/hewal/kb/entity/person/dara'])('"%s": everything about an entity', (what) => {
    for (const [file, ...more] of [['g.trig'], ['alone/g.ttl', '--merges', 'merges.tsv']] as const) {
      const r = hewal(file, what, ...more);
      expect(r).toMatchObject({ code: 0, err: '' });
      expect(r.out).toContain('دارا — Person <https://w3id.org/hewal/kb/entity/person/dara>');
      expect(r.out).toMatch(/article {2}<\S+\/article\/a> \(سەردێڕ, 2024-05-10\) names it 1 time\(s\)\n {4}34–38: دارا/);
      expect(r.out).toContain(`event    Meeting (planned) as attendee, told by "کۆبووەوە" <${node('event/1-meeting')}>`);
      expect(r.out).toContain(`relation Membership (asserted) as member <${node('relation/1-memberof')}>`);
      expect(r.out).toContain(`fact     دارا — news:memberOf — یانە (<${node('relation/1-memberof')}>)`);
      expect(r.out).toContain('joined   دارا in a 34–38: same name');
      expect(r.out).not.toContain('the post of that person');
    }
  });

  it('without a merges.tsv nothing is said of joining', () => {
    expect(hewal('alone/g.ttl', 'person:dara').out).not.toContain('joined');
  });

  it('an event: sentence with its words marked, roles, facts', () => {
    const r = hewal('g.trig', node('event/1-meeting'));
    expect(r).toMatchObject({ code: 0, err: '' });
    expect(r.out).toContain('😀 ئازاد گوتی [ئاسۆ] لە [هەولێر] لەگەڵ [دارا] [کۆبووەوە].');
    for (const line of ['source   ئازاد', 'rule     test.rule, right in 50 of 100 (confidence 0.50)', 'attendee دارا <https://w3id.org/hewal/kb/entity/person/dara>; 34–38: دارا', 'time     2024-05-09; 8–12: گوتی', 'states   دارا — news:meets — ئاسۆ']) expect(r.out).toContain(line);
  });

  it('a relation and a passage', () => {
    expect(hewal('g.trig', node('relation/1-memberof')).out).toMatch(/Membership \(asserted\)[\s\S]*لەگەڵ \[دارا\] کۆبووەوە\. دارا ئەندامی \[یانە\] بوو[\s\S]*member {3}دارا/);
    expect(hewal('g.trig', engine.mint.passage('a', 34, 38)).out).toMatch(/passage <\S+#char=34,38>[\s\S]*denotes {2}دارا[\s\S]*supports Meeting \(planned\) as mention/);
  });

  it.each(['دارا', node('event/1-meeting'), node('relation/1-memberof'), engine.mint.passage('a', 34, 38)])('%s --json: one object with the names of its IRIs', (what) => {
    const r = hewal('alone/g.ttl', what, '--json');
    expect(r).toMatchObject({ code: 0, err: '' });
    const { names, ...found } = JSON.parse(r.out) as { names: Record<string, string>; iri: string };
    const ttl = indexGraph(QUADS.map((q) => quad(q.subject, q.predicate, q.object)));
    expect(kindOf(ttl, found.iri)).toBe((found as unknown as { kind: string }).kind);
    expect(names[of('دارا')]).toBe('دارا');
    expect(hewal('alone/g.ttl', what, '--json').out).toBe(r.out);
  });

  it('what the graph has not: exit status 1', () => {
    expect(hewal('g.trig', 'person:nobody')).toMatchObject({ code: 1, err: '', out: 'The graph says nothing of <https://w3id.org/hewal/kb/entity/person/nobody>\n' });
    expect(hewal('g.trig', 'person:nobody', '--json')).toMatchObject({ code: 1, out: 'null\n' });
    expect(hewal('g.trig', engine.mint.article('a'))).toMatchObject({ code: 1, out: expect.stringContaining('is an article') });
  });

  it.each([
    [['g.trig', 'کەسێکی تر'], 2, /nothing in the graph is called "کەسێکی تر"/], [['g.trig', 'constructor:x'], 2, /no direct property/], [['g.trig', 'person:dara', '--merges', 'a', '--merges', 'b'], 2, /--merges is given 2 times/],
    [['g.trig', 'person:dara', '--merges', 'none.tsv'], 3, /none\.tsv.*cannot be read \(ENOENT\)/], [['g.trig', 'person:dara', '--merges', 'g.trig'], 3, /line 1 is no row of a merges\.tsv/], [['none.ttl', 'x'], 3, /cannot be read/],
  ] as const)('%j: exit status %i', (args, code, said) => {
    const r = hewal(...args);
    expect(r.err).toMatch(said);
    expect(r).toMatchObject({ code, out: '' });
  });

  it('a broken merges.tsv beside the graph does not keep the rest from being told', () => {
    mkdirSync(join(dir, 'broken'));
    put('broken/g.nt', `<https://example.org/a> <${RDF_TYPE}> <${news('Person')}> .`);
    put('broken/merges.tsv', 'nothing\n');
    const r = hewal('broken/g.nt', 'https://example.org/a');
    expect(r).toMatchObject({ code: 0, out: expect.stringContaining('Person <https://example.org/a>') });
    expect(r.err).toMatch(/warning.*line 1 is no row/);
  });

  it('a label of two things lists both; a label that holds a property is a label first', () => {
    const label = (who: string, text: string): string => `<https://example.org/${who}> <${RDF_TYPE}> <${news('Person')}> .\n<https://example.org/${who}> <${RDFS}label> "${text}"@ckb .\n`;
    put('two.nt', label('a', 'ئەحمەد') + label('b', 'ئەحمەد') + label('c', 'UN calls'));
    const r = hewal('two.nt', 'ئەحمەد');
    expect(r).toMatchObject({ code: 2, out: '' });
    expect(r.err).toMatch(/2 things are called "ئەحمەد"[\s\S]*<https:\/\/example\.org\/a> <https:\/\/example\.org\/b>/);
    expect(hewal('two.nt', 'un CALLS')).toMatchObject({ code: 0, out: expect.stringContaining('<https://example.org/c>') });
  });

  it('what comes from a graph cannot steer a terminal or begin a line', async () => {
    const evil = '\u001b[31mred\u0007\u202e\n  rule     trust.me\r\u2028';
    const dirty = QUADS.map((q) => (q.object.termType === 'Literal' && !q.object.datatype.value.startsWith(`${XSD}n`) ? quad(q.subject, q.predicate, literal(evil + q.object.value, q.object.language || undefined), q.graph) : q));
    mkdirSync(join(dir, 'evil'));
    put('evil/g.nq', await toNQuads(dirty));
    put('evil/merges.tsv', `${ROW(of('دارا')).replace('same name', '\u001b[31m\u202e')}\n`);
    for (const what of [of('دارا'), node('event/1-meeting'), node('relation/1-memberof'), engine.mint.passage('a', 34, 38), `<${of('دارا')}> meets ?`]) {
      const r = hewal('evil/g.nq', what);
      expect(r.code).toBe(0);
      // eslint-disable-next-line no-control-regex -- exactly these must not come through
      expect(r.out + r.err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
      expect(r.out).not.toMatch(/^ {2}rule {5}trust/m);
      expect(r.out).toContain('\\u001b[31mred');
    }
  });

  it('--help tells of every kind', () => {
    const r = hewal('--help');
    expect(r).toMatchObject({ code: 0, err: '' });
    for (const text of ['news:hosts ?"', '"جۆ بایدن"', '--merges', 'event/3-hosting', '#char=115,122', '1 the graph does not state it']) expect(r.out).toContain(text);
  });
});
