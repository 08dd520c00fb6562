import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { newsOntology } from '../src/check/ontology.js';
import { readCorrections } from '../src/corrections/read.js';
import { NAMED, type Anchor, type Correction } from '../src/corrections/types.js';
import { DEFAULT_BASE } from '../src/graph/iris.js';
import { loadTables } from '../src/language/load.js';
import { ENTITY_TYPES, RELATION_TYPES, ROLES } from '../src/model/types.js';
import { EVENT_TYPES } from '../src/model/vocabulary.js';
import { anchorOf, articleId, eventAnchor, partsOf, relationAnchor, rolesFor } from '../src/viewer/model/corrections/anchors.js';
import { createCorrected, partKey } from '../src/viewer/model/corrections/corrected.js';
import { fileOf, opened } from '../src/viewer/model/corrections/file.js';
import { withCorrections, written } from '../src/viewer/model/corrections/list.js';
import { entityName } from '../src/viewer/model/labels.js';
import { read } from '../src/viewer/model/reading.js';
import type { PageEvent } from '../src/viewer/model/types.js';
import { pageData } from '../src/viewer/index.js';
import { HOSTILE } from './support/hostile-strings.js';

const ID = 'rudaw-2021-07-kazimi', text = readFileSync(`seeds/${ID}.txt`, 'utf8'), points = Array.from(text);
const quads = new Parser().parse(readFileSync('out/graph.nq', 'utf8'));
const of = (articles?: ReadonlyMap<string, { id: string; text: string }>) => pageData({ quads, ontology: newsOntology().quads, letters: loadTables().letters, base: DEFAULT_BASE, ...(articles ? { articles } : {}) });
const whole = read(of(new Map([[`${DEFAULT_BASE}article/${ID}`, { id: ID, text }]]))), quoted = read(of());
const { data } = whole;
const event = (type: string, n = 0): number => data.events.flatMap((e, i) => (e.type === type ? [i] : []))[n] as number;
const entity = (name: string): number => data.entities.findIndex((_, n) => entityName(data, n, 'en') === name);

/** Every correction that the page can make of what it shows. */
const possible = data.events.flatMap((e): Correction[] => {
  const a = eventAnchor(data, e), r = relationAnchor(whole, e);
  if (r) return [{ do: 'reject-relation', article: ID, relation: r }];
  return !a ? [] : [{ do: 'reject-event', article: ID, event: a }, ...partsOf(whole, e).map((p): Correction => ({ do: 'reject-role', article: ID, event: a, role: p.role, filler: anchorOf(data, p.words) as Anchor }))];
});

describe('how the page tells what is corrected', () => {
  it.each([['with the text', whole], ['with the quotes only', quoted]])('by the exact words at their code points, %s', (_, r) => {
    expect(r.data.passages.length).toBeGreaterThan(80);
    r.data.passages.forEach((_p, n) => {
      const a = anchorOf(r.data, n) as Anchor;
      expect(points.slice(...a.at).join('')).toBe(a.quote);
    });
    expect(articleId(r.data, 0)).toBe(ID);
  });

  it('tells every event and relation of the seed article, and every part of them', () => {
    const annotated = JSON.parse(readFileSync('out/annotations.jsonl', 'utf8').split('\n')[0] as string) as { events: { type: string; trigger: number[]; roles: { role: string; span: number[] }[] }[]; relations: unknown[] };
    const parts = (roles: readonly { role: string; at: readonly number[] }[]): string[] => roles.map((r) => `${r.role} ${r.at.join()}`).sort();
    for (const e of annotated.events) {
      const own = data.events.find((x) => x.type === e.type && eventAnchor(data, x)?.trigger.at.join() === e.trigger.join()) as PageEvent;
      expect(parts(partsOf(whole, own).map((p) => ({ role: p.role, at: anchorOf(data, p.words)?.at ?? [] })))).toEqual(parts(e.roles.map((r) => ({ role: r.role, at: r.span }))));
    }
    expect(possible.filter((c) => c.do === 'reject-event')).toHaveLength(annotated.events.length);
    expect(possible.filter((c) => c.do === 'reject-relation')).toHaveLength(annotated.relations.length);
  });

  it('finds again what it told, and nothing else', () => {
    const corrected = createCorrected(whole);
    for (const c of possible) {
      const found = corrected([c]);
      expect(found.subjects.get(c)?.kind, written(c)).toBe('event');
      expect(found.events.size + found.parts.size, written(c)).toBe(1);
    }
    const other = { ...possible[0], article: 'other' } as Correction;
    expect(corrected([other]).subjects.size).toBe(0);
    const hosting = event('Hosting'), a = eventAnchor(data, data.events[hosting] as PageEvent), place = { at: [86, 95], quote: 'کۆشکی سپی' } as const;
    if (!a) throw new Error('the seed tells of a hosting');
    expect(corrected([{ do: 'reject-event', article: ID, event: { ...a, trigger: { ...a.trigger, quote: 'دانیشتن' } } }]).events.size).toBe(0);
    expect(corrected([{ do: 'reject-event', article: ID, event: { ...a, type: 'Visit' } }]).events.size).toBe(0);
    expect([...corrected([{ do: 'reject-role', article: ID, event: a, role: 'place', filler: place }]).parts.keys()]).toEqual([partKey(hosting, 'place', entity('White House'))]);
  });

  it('strikes the facts that nothing states any more, and only those', () => {
    const corrected = createCorrected(whole);
    const struck = (...list: Correction[]): string[] => [...corrected(list).links].map((l) => data.links[l]).map((l) => `${entityName(data, l?.from ?? 0, 'en')} ${l?.property} ${l && l.to >= 0 ? entityName(data, l.to, 'en') : '…'}`).sort();
    const at = (n: number, role: string, name: string): Correction => {
      const e = data.events[n] as PageEvent, part = partsOf(whole, e).find((p) => p.role === role && p.thing === entity(name));
      return { do: 'reject-role', article: ID, event: eventAnchor(data, e) as NonNullable<ReturnType<typeof eventAnchor>>, role: role as 'agent', filler: anchorOf(data, part?.words) as Anchor };
    };
    expect(struck(at(event('Hosting'), 'agent', 'Joe Biden'))).toEqual(['Joe Biden hosts Mustafa al-Kadhimi']);
    // a place is in no direct fact of a hosting
    expect(struck(at(event('Hosting'), 'place', 'White House'))).toEqual([]);
    expect(struck(at(event('Meeting'), 'participant', 'Brett McGurk')).filter((f) => f.includes('meets'))).toEqual(['Brett McGurk meets Mustafa al-Kadhimi', 'Brett McGurk meets شاندی یاوەری', 'Mustafa al-Kadhimi meets Brett McGurk', 'شاندی یاوەری meets Brett McGurk']);
  });

  it('offers the roles that the ontology has for a type, to what may have them', () => {
    expect(rolesFor('Hosting', 'Person')).toEqual(['agent', 'target', 'topic']);
    expect(rolesFor('Hosting', 'Place')).toEqual(['agent', 'place', 'topic']);
    expect(rolesFor('Meeting', 'Organization')).toEqual(['participant', 'place', 'organization', 'topic']);
    expect(rolesFor('Contest', 'Person')).toContain('winner');
    expect(rolesFor('Death', 'Passage')).toEqual(['topic', 'amount', 'position', 'instrument']);
    for (const type of EVENT_TYPES) for (const kind of ENTITY_TYPES) expect(rolesFor(type, kind).filter((r) => r === 'time' || r === 'count')).toEqual([]);
  });
});

const words: fc.Arbitrary<Anchor> = fc.tuple(fc.nat(9), fc.constantFrom('ا', 'کورد', '😀ب')).map(([from, quote]) => ({ at: [from, from + Array.from(quote).length], quote }));
const told = fc.record({ type: fc.constantFrom(...EVENT_TYPES.slice(0, 2)), trigger: words }), article = fc.constantFrom('a', 'b', 'ب/1'), role = fc.constantFrom(...ROLES.slice(0, 2)), entities = fc.uniqueArray(fc.constantFrom('https://x.test/1', 'https://x.test/2', 'https://x.test/3'), { minLength: 2 });
const name = fc.constantFrom(...HOSTILE.filter((h) => h.trim() !== '' && h.isWellFormed() && h.length <= 200));
const correction: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({ do: fc.constant('reject-event' as const), article, event: told }),
  fc.record({ do: fc.constant('reject-role' as const), article, event: told, role, filler: words }),
  fc.record({ do: fc.constant('move-role' as const), article, event: told, role, filler: words, to: fc.constant('place' as const) }),
  fc.record({ do: fc.constant('reject-relation' as const), article, relation: fc.record({ type: fc.constantFrom(...RELATION_TYPES), subject: words, object: words, evidence: words }, { requiredKeys: ['type', 'evidence'] }) }),
  fc.record({ do: fc.constant('merge' as const), entities }),
  fc.record({ do: fc.constant('split' as const), article, entity: fc.constant('https://x.test/1'), mentions: fc.uniqueArray(words, { minLength: 1, maxLength: 3, selector: (w) => JSON.stringify(w) }) }, { requiredKeys: ['do', 'article', 'entity'] }),
  fc.record({ do: fc.constant('name' as const), type: fc.constantFrom(...NAMED), label: name, english: name, aliases: fc.uniqueArray(name, { minLength: 1 }) }, { requiredKeys: ['do', 'type', 'label'] }),
);
const bytes = (s: string): Blob => new Blob([s]);

describe('the file', () => {
  it('is the same for the same corrections in any order, gives them back, and is what the engine reads', async () => {
    await fc.assert(fc.asyncProperty(fc.array(correction, { maxLength: 12 }), fc.constantFrom(undefined, ...HOSTILE.filter((h) => h.trim() !== '' && h.isWellFormed())), async (list, why) => {
      const corrections = withCorrections([], list), notes = new Map(why === undefined ? [] : corrections.slice(0, 1).map((c) => [written(c), why]));
      const file = fileOf({ corrections, notes });
      expect(await opened(bytes(file), 'f')).toEqual({ corrections: corrections.map((c) => JSON.parse(written(c)) as unknown), notes });
      const engine = readCorrections(new TextEncoder().encode(file), 'f');
      expect(engine.notes).toEqual([]);
      expect(engine.given).toHaveLength(corrections.length);
      // of two about the same the later counts, so only lists without such pairs may be turned round
      expect(fileOf({ corrections: withCorrections([], [...corrections].reverse()), notes })).toBe(file);
      expect(withCorrections(corrections, corrections)).toEqual(corrections);
    }), { numRuns: 300 });
  });

  it('keeps the later of two about the same, and no part of what is wrong as a whole', () => {
    const e = { type: 'Visit', trigger: { at: [0, 2], quote: 'با' } } as const, filler = { at: [3, 4], quote: 'د' } as const;
    const part: Correction = { do: 'reject-role', article: 'a', event: e, role: 'agent', filler }, moved: Correction = { ...part, do: 'move-role', to: 'target' }, all: Correction = { do: 'reject-event', article: 'a', event: e };
    expect(withCorrections([part], [moved])).toEqual([moved]);
    expect(withCorrections([moved], [all])).toEqual([all]);
    const merge = (...entities: string[]): Correction => ({ do: 'merge', entities });
    expect(withCorrections([merge('x', 'y')], [merge('y', 'x')])).toEqual([merge('y', 'x')]);
  });

  it.each([['nothing', ''], ['another format', '{"format":"x","version":1}\n'], ['no first line', '{"do":"merge","entities":["https://a.test/1","https://a.test/2"]}\n'], ['a later version', '{"format":"hewal-corrections","version":2}\n'],
    ['one bad line after a good one', '{"format":"hewal-corrections","version":1}\n{"do":"merge","entities":["https://a.test/1","https://a.test/2"]}\n{"do":"merge"}\n'], ['an unknown key', '{"format":"hewal-corrections","version":1}\n{"do":"name","type":"Person","label":"ئا","__proto__":{"x":1}}\n']])('takes nothing of a file with %s', async (_, file) => {
    expect(Object.keys(await opened(bytes(file), 'f'))).toEqual(['faults']);
  });
});
