// Events as a table: the mapping to CAMEO and PLOVER, who is source and target, and the cells.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { DataFactory, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { coding } from '../scripts/coding.js';
import { cell, textOfCell } from '../src/formats/events/cell.js';
import { quadClass } from '../src/formats/events/coding.js';
import { EVENT_COLUMNS, toEventsCsv } from '../src/formats/events/csv.js';
import { daysOf, span } from '../src/formats/events/dates.js';
import { loadCoding } from '../src/formats/events/load.js';
import type { Article } from '../src/model/article.js';
import type { Role, Status } from '../src/model/types.js';
import { EVENT_TYPES, news, ROLE_PROPERTIES, type EventType } from '../src/model/vocabulary.js';
import { ARTICLES, byHand, engine, nodes, tables, together, XSD, type EventSpec } from './support/make.js';

const CODING = loadCoding();
const TABLES = { coding: CODING, countryOf: engine.countryOf };

/** RFC 4180 to the letter: CRLF ends a record, a cell with a comma, quote or end of line is quoted, quotes are doubled. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      let value = '';
      if (text[at] === '"') {
        for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
          if (at >= text.length) throw new Error('a quoted cell has no end');
          if (text[at] === '"') at++;
          value += text[at];
        }
        at++;
      } else for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) {
        if (text[at] === '"' || text[at] === '\n') throw new Error('a bare cell holds what must be quoted');
        value += text[at];
      }
      record.push(value);
      if (text[at] === ',') at++;
      else break;
    }
    if (text.slice(at, at + 2) !== '\r\n') throw new Error(`a record ends with ${JSON.stringify(text.slice(at, at + 5))}`);
    at += 2;
    records.push(record);
  }
  return records;
}
type Row = Readonly<Record<string, string>>;
/** The rows, with the apostrophes taken away again. */
async function rowsOf(quads: readonly Quad[]): Promise<Row[]> {
  const [header = [], ...records] = parseCsv(await toEventsCsv(quads, TABLES));
  expect(header).toEqual(EVENT_COLUMNS);
  for (const r of records) expect(r).toHaveLength(header.length);
  return records.map((r) => Object.fromEntries(header.map((h, i) => [h, textOfCell(r[i] as string)])));
}

const CAST: readonly (readonly [name: string, known?: string])[] = [['نازدار'], ['سەیران'], ['ڕێبوار'], ['دلێر']];
const TEXT = 'نازدار و سەیران و ڕێبوار و دلێر لە هەولێر. داوای کۆبوونەوە و کشانەوە دەکات و هێرش.';
/** One event of the cast, and the events that are told beside it. */
const told = (event: Omit<EventSpec, 'trigger'> & { readonly rule?: string; readonly trigger?: string }, ...others: (EventSpec & { readonly rule?: string })[]): Quad[] => {
  const all = [{ trigger: 'داوای', ...event }, ...others];
  const x = byHand({ id: 'a', text: TEXT, published: '2024-05-10' }, { entities: [...CAST.map(([name]) => ({ name, type: 'Person' as const, words: [name] })), { name: 'هەولێر', type: 'Place', words: ['هەولێر'] }], events: all });
  return engine.quads({ ...x, events: x.events.map((e, i) => ({ ...e, foundBy: all[i]?.rule ?? e.foundBy })) });
};
const who = (role: Role, ...people: number[]) => people.map((entity): readonly [Role, { readonly entity: number }] => [role, { entity }]);
const first = async (quads: readonly Quad[]): Promise<Row> => (await rowsOf(quads))[0] as Row;

describe('the mapping', () => {
  it.each([...EVENT_TYPES])('%s is mapped, and whoever can act in it is source or target', (type) => {
    const m = CODING.mapping(type, 'no.such-rule');
    expect(m).toMatchObject({ type, rule: '*' });
    const own = ROLE_PROPERTIES[type];
    for (const role of ['agent', 'target', 'participant']) if (own[role]) expect([...(m?.source ?? []), ...(m?.target ?? [])]).toContain(own[role]);
  });

  it('every code has a label, a root with a label, a class and a value that fit', () => {
    const codes = tables.frames.flatMap((f) => {
      const m = CODING.mapping(f.type, f.id);
      return m ? [m.cameo, m.planned, m.asked, m.ordered, m.refused, m.threatened] : [];
    }).filter(Boolean);
    expect(new Set(codes).size).toBeGreaterThan(40);
    for (const c of codes) {
      const code = CODING.code(c);
      expect(code?.label, c).toMatch(/^[A-Z]/);
      expect(CODING.code(c.slice(0, 2))?.label).toMatch(/^[A-Z]/);
      // of appeals the scale holds some for slightly unfriendly
      if (!c.startsWith('02')) expect(Math.sign(code?.goldstein ?? 9) * (quadClass(c) <= 2 ? 1 : -1), c).toBeGreaterThanOrEqual(0);
      if (!/^0[12]/.test(c)) expect(code?.plover, c).toMatch(/^[A-Z]+$/);
    }
  });

  it('GDELT\'s classes', () => {
    expect(['010', '057', '061', '0874', '090', '138', '140', '20'].map(quadClass)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('every country of the name lists is in the table of codes, each code once', () => {
    const countries = tables.names.filter((n) => n[1] === 'Place' && n[3] === 'country').map((n) => n[4]);
    const codes = countries.map((c) => CODING.country(c)).filter(Boolean);
    expect(countries.length - codes.length).toBe(3);
    expect(new Set(codes).size).toBe(codes.length);
    expect(['Iraq', 'Iran', 'Turkey', 'Syria', 'United States', 'Kosovo', 'Somaliland', undefined].map(CODING.country)).toEqual(['IRQ', 'IRN', 'TUR', 'SYR', 'USA', 'XKX', '', '']);
  });
});

describe('the tables are held to the ontology, the rules and each other', () => {
  const home = fileURLToPath(new URL('../src/formats/events', import.meta.url));
  const rules = new Map(tables.frames.map((f) => [f.id, f.type]));
  const faults = (file: string, from: string | RegExp, to: string): string[] => {
    const folder = mkdtempSync(join(tmpdir(), 'hewal-coding-'));
    try {
      cpSync(home, folder, { recursive: true });
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text.search(from)).toBeGreaterThan(0);
      writeFileSync(join(folder, file), text.replace(from, to));
      return coding(folder, rules, ['Iraq']).problems;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  it('as they are they have no fault', () => {
    expect(faults('cameo.tsv', 'Accident', 'Accident')).toEqual([]);
  });
  it.each<readonly [string, string | RegExp, string, RegExp]>([
    ['cameo.tsv', '\nLaunch\t*', '\nLunch\t*', /Launch has no row.*\*/], ['cameo.tsv', '\nLaunch\t*', '\nLunch\t*', /"Lunch" is no event type/], ['cameo.tsv', 'attack.burn', 'attack.bury', /attack\.bury: there is no such rule of this type/],
    ['cameo.tsv', '\tvisitor\t', '\thost\t', /Visit \*: "host" is no role of it/], ['cameo.tsv', '\t036\t026', '\t999\t026', /"999" is not in codes\.tsv/], ['cameo.tsv', '\t036\t026', '\t042\t026', /"042" is not of root 03 or 13 \(planned\)/],
    ['cameo.tsv', '\taccused\t-', '\taccused\tboth', /needs "both"/], ['cameo.tsv', '\tordered\t', '\tordred\t', /takes "ordred"/], ['cameo.tsv', 'RETREAT', 'RETRAET', /"RETRAET" is no event type of PLOVER/],
    ['cameo.tsv', /\nAid\t.*/, '$&$&', /"Aid\t\*" is not in order or there twice/], ['cameo.tsv', '\n# Sorted', '\na\n# Sorted', /"a" has 1 columns, 15 wanted/],
    ['codes.tsv', '\t-9.5\t', '\t-95\t', /"182": a code, a label and a value/], ['codes.tsv', /\n04\t.*/, '', /root 04 is missing/], ['codes.tsv', 'COERCE', 'COHERE', /"COHERE" is no event type of PLOVER/],
    ['countries.tsv', '\tIRQ', '\tIQ', /"Iraq": "IQ" is no alpha-3 code/], ['countries.tsv', /\nIraq\t.*/, '', /Iraq is missing/],
  ])('%s: %j → %j', (file, from, to, problem) => {
    expect(faults(file, from, to).join('\n')).toMatch(problem);
  });
});

describe('docs/exports.md', () => {
  const page = readFileSync(new URL('../docs/exports.md', import.meta.url), 'utf8');
  it.each([...EVENT_TYPES])('has the row of %s as it is', (type) => {
    const m = CODING.mapping(type, '*');
    const [none, list] = ['–', (roles: readonly string[] | undefined) => roles?.join(', else ') || '–'];
    expect(page).toContain(`\n| ${type} | ${list(m?.source)} | ${list(m?.target)} | ${m?.cameo || none} | ${m?.planned || none} | ${[m?.asked, m?.ordered, m?.refused, m?.threatened].map((c) => c || none).join(' ')} |\n`);
  });
  it('has every column, and no other', () => {
    const table = (page.split('### Columns')[1] as string).split('```')[0] as string;
    expect([...table.matchAll(/^\| ([^|]*) \|/gm)].flatMap((m) => [...(m[1] as string).matchAll(/`([^`]*)`/g)].map((c) => c[1]))).toEqual(EVENT_COLUMNS);
  });
});

describe('codes', () => {
  type Case = readonly [name: string, type: EventType, rule: string, status: Status, roles: EventSpec['roles'], code: string, plover: string];
  const agent = who('agent', 0), both = [...agent, ...who('target', 1)], party = who('participant', 0, 1);
  const CASES: readonly Case[] = [
    ['a visit', 'Visit', 'visit.pay', 'asserted', both, '042', 'CONSULT visit'],
    ['a visit to come is an intent', 'Visit', 'visit.pay', 'planned', both, '036', 'AGREE future'],
    ['one that only may be is nothing yet', 'Visit', 'visit.pay', 'possible', both, '', 'CONSULT visit hypothetical'],
    ['nor is one that was not', 'Visit', 'visit.pay', 'negated', both, '', 'CONSULT visit negation'],
    ['a host', 'Hosting', 'hosting.receive', 'asserted', both, '043', 'CONSULT host'],
    ['a meeting', 'Meeting', 'meeting.gather', 'asserted', party, '040', 'CONSULT'],
    ['aid to come', 'Aid', 'aid.give', 'planned', both, '033', 'AGREE future'],
    ['an attack', 'Attack', 'attack.assault', 'asserted', both, '190', 'ASSAULT'],
    ['by a car bomb', 'Attack', 'attack.explode', 'asserted', who('target', 1), '183', 'ASSAULT explosives'],
    ['an attack to come is a threat', 'Attack', 'attack.assault', 'planned', both, '138', 'THREATEN violence future'],
    ['but not of nobody', 'Attack', 'attack.assault', 'planned', who('target', 1), '', 'ASSAULT future'],
    ['a death by somebody', 'Death', 'death.kill', 'asserted', both, '180', 'ASSAULT'],
    ['a death', 'Death', 'death.die', 'asserted', who('target', 1), '', ''],
    ['an execution', 'Death', 'death.execute', 'asserted', both, '', 'ASSAULT execute'],
    ['an arrest by nobody named', 'Arrest', 'arrest.arrest', 'asserted', who('target', 1), '173', 'COERCE arrest'],
    ['a kidnapping', 'Arrest', 'arrest.kidnap', 'asserted', both, '181', 'ASSAULT abduct'],
    ['an embargo', 'Sanction', 'sanction.impose', 'asserted', both, '163', 'COERCE restrict'],
    ['a ban', 'Sanction', 'sanction.ban', 'asserted', both, '172', 'COERCE restrict'],
    ['a strike', 'Protest', 'protest.strike', 'asserted', agent, '143', 'PROTEST boycott'],
    ['a promise', 'Statement', 'statement.promise', 'asserted', both, '030', 'AGREE'],
    ['words', 'Statement', 'statement.say', 'asserted', agent, '010', ''],
    ['an order to somebody', 'Decision', 'decision.order', 'asserted', both, '100', 'DEMAND'],
    ['an order to nobody named', 'Decision', 'decision.order', 'asserted', agent, '', ''],
    ['a decision', 'Decision', 'decision.decide', 'asserted', both, '', ''],
    ['a resignation', 'Departure', 'departure.resign', 'asserted', agent, '', 'RETREAT resign'],
    ['a withdrawal', 'Withdrawal', 'withdrawal.pull-out', 'asserted', [...agent, ['place', { entity: 4 }]], '087', 'RETREAT withdraw'],
    ['somebody leaves', 'Withdrawal', 'withdrawal.leave', 'asserted', [...agent, ['place', { entity: 4 }]], '', ''],
    ['a sentence', 'Trial', 'trial.sentence', 'asserted', both, '116', 'SANCTION convict'],
    ['trade', 'Transaction', 'transaction.trade', 'asserted', both, '061', 'COOPERATE'],
    ['pay', 'Transaction', 'transaction.pay', 'asserted', both, '', ''],
    ['a match', 'Contest', 'contest.play', 'asserted', party, '', ''],
  ];
  it.each(CASES)('%s', async (_, type, rule, status, roles, code, plover) => {
    const row = await first(told({ type, rule, status, roles }));
    expect([row['cameo_code'], [row['plover_type'], row['plover_mode'], row['plover_context']].filter(Boolean).join(' ')]).toEqual([code, plover]);
    expect(row['cameo_root']).toBe(code.slice(0, 2));
    expect(row['quad_class']).toBe(code === '' ? '' : String(quadClass(code)));
    expect(row['goldstein']).toBe(code === '' ? '' : String(CODING.code(code)?.goldstein));
    expect(row['status']).toBe(status);
  });

  const topic: EventSpec['roles'] = [...who('agent', 0), ...who('target', 1), ['topic', { words: 'کۆبوونەوە و کشانەوە' }]];
  const meeting = { type: 'Meeting', rule: 'meeting.gather', trigger: 'کۆبوونەوە', status: 'possible', roles: party } as const;
  const withdrawal = { type: 'Withdrawal', rule: 'withdrawal.pull-out', trigger: 'کشانەوە', status: 'possible', roles: who('agent', 1) } as const;
  const attack = { type: 'Attack', rule: 'attack.assault', trigger: 'هێرش', status: 'possible', roles: both } as const;
  it.each([
    ['to meet', 'Request', 'request.call-on', [meeting], '026'], ['to pull out', 'Request', 'request.call-on', [withdrawal], '0256'], ['for two things', 'Request', 'request.call-on', [meeting, withdrawal], '020'],
    ['for what is told elsewhere', 'Request', 'request.call-on', [attack], '020'], ['for something', 'Request', 'request.call-on', [], '020'],
    ['as an order to pull out', 'Decision', 'decision.order', [withdrawal], '1056'], ['a refusal to meet', 'Rejection', 'rejection.reject', [meeting], '125'], ['a denial that they met', 'Rejection', 'rejection.deny', [meeting], '016'],
    ['a threat of what no code is for', 'Threat', 'threat.threaten', [meeting], '130'], ['words about a meeting', 'Statement', 'statement.say', [meeting], '010'],
  ] as const)('what is asked decides: %s', async (_, type, rule, others, code) => {
    expect((await first(told({ type, rule, roles: topic }, ...others)))['cameo_code']).toBe(code);
  });
  it('a threat to attack', async () => {
    const roles: EventSpec['roles'] = [...who('agent', 0), ['topic', { words: 'هێرش' }]];
    expect((await first(told({ type: 'Threat', rule: 'threat.threaten', roles }, attack)))['cameo_code']).toBe('138');
    expect((await first(told({ type: 'Threat', rule: 'threat.threaten', roles, status: 'possible' }, attack)))['cameo_code']).toBe('');
  });
});

describe('actors', () => {
  const pairs = async (quads: readonly Quad[]): Promise<string[]> => (await rowsOf(quads)).map((r) => `${r['pair']}/${r['pairs']} ${r['direction']}: ${r['source_name_ckb']} > ${r['target_name_ckb']}`);
  it.each<readonly [EventType, EventSpec['roles'], readonly string[]]>([
    ['Visit', [...who('agent', 0), ...who('target', 1), ['place', { entity: 4 }]], ['1/1 directed: نازدار > سەیران']],
    ['Visit', [...who('agent', 0), ['place', { entity: 4 }]], ['1/1 directed: نازدار > هەولێر']],
    ['Attack', [...who('agent', 0), ['place', { entity: 4 }]], ['1/1 directed: نازدار > ']],
    ['Meeting', who('participant', 0, 1), ['1/1 mutual: نازدار > سەیران']],
    ['Meeting', who('participant', 0), ['1/1 mutual: نازدار > ']],
    ['Contest', [...who('winner', 1), ...who('participant', 0, 1)], ['1/1 directed: سەیران > نازدار']],
    ['Contest', who('participant', 0, 1), ['1/1 mutual: نازدار > سەیران']],
    ['Disaster', [['place', { entity: 4 }]], ['1/1 directed:  > ']],
    ['Attack', [...who('agent', 0, 1), ...who('target', 2)], ['1/2 directed: نازدار > ڕێبوار', '2/2 directed: سەیران > ڕێبوار']],
    ['Statement', [...who('agent', 0), ...who('target', 0)], ['1/1 directed: نازدار > نازدار']],
  ])('%s %j', async (type, roles, want) => {
    const got = await pairs(told({ type, roles }));
    expect([...got].sort()).toEqual([...want].sort());
  });

  it('everybody who meets is paired with everybody else, once', async () => {
    const rows = await rowsOf(told({ type: 'Meeting', roles: who('participant', 0, 1, 2, 3) }));
    expect(rows.map((r) => r['pair'])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(new Set(rows.map((r) => [r['source_iri'], r['target_iri']].sort().join(' '))).size).toBe(6);
    expect(new Set(rows.map((r) => r['event_id'])).size).toBe(1);
  });

  it('countries, names in two languages, Wikidata, the place and who says so', async () => {
    const x = byHand({ id: 'a', text: 'مستەفا کازمی لە بەغدا پێشوازی لە جۆ بایدن کرد، ڕووداو گوتی.', published: '2024-05-10', publisher: 'Own', url: 'https://example.org/a?b=[1]' }, {
      entities: [
        { name: 'مستەفا کازمی', type: 'Person', words: ['مستەفا کازمی'], known: 'person/mustafa-al-kadhimi' }, { name: 'جۆ بایدن', type: 'Person', words: ['جۆ بایدن'], known: 'person/joe-biden' },
        { name: 'بەغدا', type: 'Place', words: ['بەغدا'], known: 'place/baghdad' }, { name: 'ڕووداو', type: 'Organization', words: ['ڕووداو'] },
      ],
      events: [{ type: 'Hosting', trigger: 'پێشوازی', source: 3, roles: [['agent', { entity: 0 }], ['target', { entity: 1 }], ['place', { entity: 2 }], ['time', { words: 'گوتی', value: '2024-05' }]] }],
    });
    expect(await first(engine.quads(x))).toMatchObject({
      event_id: `${engine.mint.base}article/a/event/1-hosting`, article_id: `${engine.mint.base}article/a`, article_url: 'https://example.org/a?b=%5B1%5D', publisher: 'Own', published: '2024-05-10',
      date: '2024-05-01', event_date_start: '2024-05-01', event_date_end: '2024-05-31', event_date_precision: 'month', event_time: '', event_date_words: 'گوتی',
      source_name_en: 'Mustafa al-Kadhimi', source_country: 'IRQ', source_country_basis: 'list', source_type: 'Person', target_name_en: 'Joe Biden', target_name_ckb: 'جۆ بایدن', target_iri: `${engine.mint.base}entity/person/joe-biden`, target_wikidata: 'Q6279', target_country: 'USA',
      place_name_en: 'Baghdad', place_wikidata: 'Q1530', place_country: 'IRQ', attributed_to_name_ckb: 'ڕووداو', attributed_to_country: '',
      event_type: 'Hosting', cameo_code: '043', cameo_label: 'Host a visit', cameo_root: '04', cameo_root_label: 'Consult', quad_class: '1', goldstein: '2.8', plover_type: 'CONSULT', trigger: 'پێشوازی', rule: 'test.rule', confidence: '0.50',
    });
  });
});

describe('countries', () => {
  const where = async (...seats: readonly (readonly [type: 'position' | 'memberOf' | 'locatedIn', seat: number])[]): Promise<(string | undefined)[]> => {
    const x = byHand({ id: 'a', text: 'نازدار لە بەغدا و ئەنقەرە و هەڵەبجە قسەی کرد.' }, {
      entities: [{ name: 'نازدار', type: 'Person', words: ['نازدار'] }, { name: 'بەغدا', type: 'Place', words: ['بەغدا'], known: 'place/baghdad' }, { name: 'ئەنقەرە', type: 'Place', words: ['ئەنقەرە'], known: 'place/ankara' }, { name: 'هیچ', type: 'Place', words: ['هەڵەبجە'] }],
      events: [{ type: 'Statement', trigger: 'قسەی', roles: [['agent', { entity: 0 }]] }], relations: seats.map(([type, object]) => ({ type, subject: 0, object })),
    });
    const row = await first(engine.quads(x));
    return [row['source_country'], row['source_country_basis']];
  };
  it('of somebody no list knows: the only one that the article puts them in', async () => {
    expect(await where()).toEqual(['', '']);
    expect(await where(['position', 1])).toEqual(['IRQ', 'article']);
    expect(await where(['memberOf', 2], ['position', 3])).toEqual(['TUR', 'article']);
    expect(await where(['position', 1], ['position', 2])).toEqual(['', '']);
  });
});

describe('the table', () => {
  const QUADS = together(ARTICLES.map((a) => engine.read(a)));
  const texts = new Map<string, Article>(ARTICLES.map((a) => [engine.mint.article(a.id), a]));

  it('has every event of the graph, each pair once', async () => {
    const rows = await rowsOf(QUADS);
    const events = EVENT_TYPES.flatMap((t) => nodes(QUADS, t));
    expect([...new Set(rows.map((r) => r['event_id']))].sort()).toEqual([...events].sort());
    expect(events.length).toBeGreaterThan(5);
    for (const e of events) {
      const own = rows.filter((r) => r['event_id'] === e);
      expect(own.map((r) => Number(r['pair']))).toEqual(own.map((_, i) => i + 1));
      expect(new Set(own.map((r) => r['pairs']))).toEqual(new Set([String(own.length)]));
    }
  });

  it('quotes are the article\'s characters, counted in code points', async () => {
    const rows = await rowsOf(QUADS);
    for (const r of rows) for (const column of ['quote', 'trigger']) {
      const points = [...(texts.get(r['article_id'] as string) as Article).text];
      expect(points.slice(Number(r[`${column}_start`]), Number(r[`${column}_end`])).join('')).toBe(r[column]);
    }
  });

  it('bytes do not depend on the order of statements; articles stand in order of IRI', async () => {
    const text = await toEventsCsv(QUADS, TABLES);
    expect(await toEventsCsv([...QUADS, ...QUADS].reverse(), TABLES)).toBe(text);
    const order = (await rowsOf(QUADS)).map((r) => r['article_id'] as string);
    expect(order).toEqual([...order].sort());
  });

  it('of nothing is a header', async () => {
    expect(await rowsOf([])).toEqual([]);
  });

  const hostile = ['=cmd|\'/C calc\'!A0', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\'=1', '\'\'-', '＝1', '＋1', '－1', '＠1', '"=1"', 'a,"b"\r\nc', '<script>', '\u202E', 'x'.repeat(1_000_000), 'a\nb', 'a\rb'];
  it.each(hostile.map((h) => [h.slice(0, 20), h]))('%j runs in no spreadsheet and comes back', async (_, name) => {
    const quads = told({ type: 'Visit', roles: who('agent', 0) }).map((q) => (q.object.value === 'نازدار' && q.object.termType === 'Literal' ? DataFactory.quad(q.subject, q.predicate, DataFactory.literal(name, q.object.language || undefined), q.graph) : q));
    expect((await first(quads))['source_name_ckb']).toBe(name);
    for (const value of parseCsv(await toEventsCsv(quads, TABLES)).flat()) expect(value).not.toMatch(/^(?:[=+@\t\r\n＝＋－＠]|-(?!\d+(?:\.\d)?$))/);
  });

  it('any text comes back, save control characters, which are replaced one for one', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('\'', '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'ک', 'a', '"', ',', ' ') }), (s) => textOfCell(cell(s)) === s && !/^[=+\-@\t\r\n＝]/.test(cell(s))));
    expect(cell('a\u0000b\u001B\uD800')).toBe('a\uFFFDb\uFFFD\uFFFD');
  });

  it('a graph that says odd things breaks nothing', async () => {
    const n = DataFactory.namedNode, event = n('https://example.org/x');
    const type = n('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
    const rows = await rowsOf([
      DataFactory.quad(event, type, n(news('Visit'))), DataFactory.quad(event, n(news('status')), DataFactory.literal('x')), DataFactory.quad(event, n(news('visitor')), event), DataFactory.quad(event, n(news('visitor')), n('urn:nobody')),
      DataFactory.quad(event, n(news('time')), DataFactory.literal('2024-13-45', n(`${XSD}date`))), DataFactory.quad(event, n(news('trigger')), n('urn:nothing')), DataFactory.quad(event, n(news('topic')), DataFactory.literal('=1')),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ event_id: 'https://example.org/x', status: '', cameo_code: '', source_iri: '', event_date_start: '', trigger: '', trigger_start: '', topic: '' });
  });
});

describe('days', () => {
  it.each([
    ['2024-02-29', 'date', { start: '2024-02-29', end: '2024-02-29', precision: 'day' }], ['2024-02', 'gYearMonth', { start: '2024-02-01', end: '2024-02-29', precision: 'month' }], ['2023-02', 'gYearMonth', { start: '2023-02-01', end: '2023-02-28', precision: 'month' }],
    ['0099-12', 'gYearMonth', { start: '0099-12-01', end: '0099-12-31', precision: 'month' }], ['1991', 'gYear', { start: '1991-01-01', end: '1991-12-31', precision: 'year' }],
    ['2024-05-10T09:30:00', 'dateTime', { start: '2024-05-10', end: '2024-05-10', precision: 'minute', time: '09:30' }], ['2024-02-30', 'date', undefined], ['2024', 'date', undefined], ['yesterday', 'string', undefined],
  ])('%s', (value, type, days) => {
    expect(daysOf(value, XSD + type)).toEqual(days);
  });
  it('from the first to the last', () => {
    expect(span([])).toBeUndefined();
    expect(span(['2024-05', '2023'].map((v) => daysOf(v, `${XSD}${v.length === 4 ? 'gYear' : 'gYearMonth'}`)).flatMap((d) => d ?? []))).toEqual({ start: '2023-01-01', end: '2024-05-31' });
  });
});
