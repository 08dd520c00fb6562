import { describe, expect, test } from 'vitest';
import { clusterMentions } from '../src/extract/coreference/entities.js';
import type { Offices } from '../src/extract/coreference/offices.js';
import type { DraftMention, DraftRelation } from '../src/extract/draft.js';

const mention = (index: number, name: string, more: Partial<DraftMention> = {}): DraftMention => ({
  index, sentence: index, at: [index * 20, index * 20 + name.length], name, type: 'Person', unnamed: false, weak: false,
  definite: true, headLemma: name, foundBy: 'test', used: true, ...more,
});
const same = (s: string): string => s;
const nobody: Offices = { of: () => undefined, named: () => undefined };

describe('mentions of one entity', () => {
  test('a listed place that is part of a person\'s name does not make the person that place', () => {
    const of = clusterMentions([
      mention(0, 'جۆن موریس'), mention(1, 'موریس'), mention(2, 'موریس', { type: 'Place', known: 'place/mauritius', weak: true }),
    ], [], nobody, same);
    expect(of.get(2)).toBe(of.get(0));
    expect(of.get(0)).toMatchObject({ type: 'Person', known: undefined });
  });

  test('a surname joins the full name before it, another name does not', () => {
    const of = clusterMentions([mention(0, 'ئازاد کەریم'), mention(1, 'کەریم'), mention(2, 'سارا')], [], nobody, same);
    expect(of.get(1)).toBe(of.get(0));
    expect(of.get(2)).not.toBe(of.get(0));
  });

  test('"the hospital" is the only hospital named in full, not one of two', () => {
    const body = { type: 'Organization' as const, headLemma: 'نەخۆشخانە', foundBy: 'head.chain' };
    const one = clusterMentions([mention(0, 'نەخۆشخانەی ڕزگاری', body), mention(1, 'نەخۆشخانە', { ...body, weak: true })], [], nobody, same);
    expect(one.get(1)).toBe(one.get(0));
    const two = clusterMentions([mention(0, 'نەخۆشخانەی ڕزگاری', body), mention(1, 'نەخۆشخانەی ئازادی', body), mention(2, 'نەخۆشخانە', { ...body, weak: true })], [], nobody, same);
    expect(new Set([two.get(0), two.get(1), two.get(2)]).size).toBe(3);
  });

  test('a post finds its holder by the name list, and none where two could be meant', () => {
    const held: Offices = { of: (id) => (id.startsWith('person/') ? ['president', 'France'] : undefined), named: (t) => (t === 'سەرۆک' ? ['president', 'France'] : undefined) };
    const post = mention(2, 'سەرۆکی فەرەنسا', { unnamed: true, title: { words: 'سەرۆک', at: [0, 5], kind: 'post' } });
    const france = mention(3, 'فەرەنسا', { type: 'Place', known: 'place/france' });
    const at: DraftRelation[] = [{ type: 'position', subject: 2, object: 3, at: [0, 9], sentence: 2, foundBy: 'test' }];
    const named = [mention(0, 'ئیمانوێل ماکرۆن', { known: 'person/a' }), mention(1, 'فرانسوا ئۆلاند', { known: 'person/b' })];
    const one = clusterMentions([named[0] as DraftMention, post, france], at, held, same);
    expect(one.get(2)).toBe(one.get(0));
    const two = clusterMentions([...named, post, france], at, held, same);
    expect([two.get(0), two.get(1)]).not.toContain(two.get(2));
  });
});
