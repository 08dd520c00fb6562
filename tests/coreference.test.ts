import { describe, expect, test } from 'vitest';
import { clusterMentions } from '../src/extract/coreference/entities.js';
import type { Offices } from '../src/extract/coreference/offices.js';
import type { DraftMention, DraftRelation } from '../src/extract/draft.js';

const mention = (index: number, name: string, more: Partial<DraftMention> = {}): DraftMention => ({
  index, sentence: index, at: [index * 20, index * 20 + name.length], name, type: 'Person', unnamed: false, weak: false,
  definite: true, headLemma: name, foundBy: 'test', ...more,
});
const same = (s: string): string => s;
const nobody: Offices = { demonstrative: (w) => w === 'ئەو', department: (w) => w === 'دایرە', of: () => undefined, named: () => undefined };

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

  test('a foreign name spelled with another letter is the same, a common name is another person', () => {
    const foreign = clusterMentions([mention(0, 'دیتۆن سیمپسۆن', { foundBy: 'name.shape' }), mention(1, 'دایتۆن سیپسۆن', { foundBy: 'name.shape' })], [], nobody, same);
    expect(foreign.get(1)).toBe(foreign.get(0));
    const brothers = clusterMentions([mention(0, 'کەمال عومەر', { foundBy: 'name.given' }), mention(1, 'جەمال عومەر', { foundBy: 'name.given' })], [], nobody, same);
    expect(brothers.get(1)).not.toBe(brothers.get(0));
    const others = clusterMentions([mention(0, 'دیتۆن سیمپسۆن', { foundBy: 'name.shape' }), mention(1, 'دیتۆن مارکس', { foundBy: 'name.shape' })], [], nobody, same);
    expect(others.get(1)).not.toBe(others.get(0));
  });

  test('"the town" is the town named last before, and none where two are named together', () => {
    const town = (index: number, name: string, more = {}): DraftMention => mention(index, name, { type: 'Place', described: 'شار', sentence: 0, ...more });
    const back = { unnamed: true, weak: true, sentence: 1 };
    const one = clusterMentions([town(0, 'هەولێر'), town(1, 'شارەکە', back)], [], nobody, same);
    expect(one.get(1)).toBe(one.get(0));
    const two = clusterMentions([town(0, 'هەولێر'), town(1, 'دهۆک'), town(2, 'شارەکە', back)], [], nobody, same);
    expect(new Set([two.get(0), two.get(1), two.get(2)]).size).toBe(3);
  });

  test('"the police" is the only police department, and no presidency of what is called so', () => {
    const alone = mention(1, 'پۆلیس', { type: 'Organization', headLemma: 'پۆلیس', foundBy: 'head.alone' });
    const one = clusterMentions([mention(0, 'دایرەی پۆلیسی دهۆک', { type: 'Organization', headLemma: 'دایرە', foundBy: 'head.chain' }), alone], [], nobody, same);
    expect(one.get(1)).toBe(one.get(0));
    const other = clusterMentions([mention(0, 'سەرۆکایەتیی پۆلیسی دهۆک', { type: 'Organization', headLemma: 'سەرۆکایەتی', foundBy: 'head.chain' }), alone], [], nobody, same);
    expect(other.get(1)).not.toBe(other.get(0));
  });

  test('a post finds its holder by the name list, and none where two could be meant', () => {
    const held: Offices = { demonstrative: (w) => w === 'ئەو', department: () => false, of: (id) => (id.startsWith('person/') ? ['president', 'France'] : undefined), named: (t) => (t === 'سەرۆک' ? ['president', 'France'] : undefined) };
    const post = mention(2, 'سەرۆکی فەرەنسا', { unnamed: true, title: { words: 'سەرۆک', at: [0, 5], kind: 'post' } });
    const france = mention(3, 'فەرەنسا', { type: 'Place', known: 'place/france' });
    const at: DraftRelation[] = [{ type: 'position', subject: 2, object: 3, at: [0, 9], sentence: 2, foundBy: 'test' }];
    const named = [mention(0, 'ئیمانوێل ماکرۆن', { known: 'person/a' }), mention(1, 'فرانسوا ئۆلاند', { known: 'person/b' })];
    const one = clusterMentions([named[0] as DraftMention, post, france], at, held, same);
    expect(one.get(2)).toBe(one.get(0));
    const two = clusterMentions([...named, post, france], at, held, same);
    expect([two.get(0), two.get(1)]).not.toContain(two.get(2));
  });

  test('a post that a name begins with is its bearer, unless it is said of what', () => {
    const name = mention(0, 'پاپا فرانسیس'), pope = mention(1, 'پاپا', { unnamed: true, title: { words: 'پاپا', at: [20, 24], kind: 'post' } });
    const bare = clusterMentions([name, pope], [], nobody, same);
    expect(bare.get(1)).toBe(bare.get(0));
    const church = mention(2, 'کەنیسەیەک', { type: 'Organization' });
    const other = clusterMentions([name, pope, church], [{ type: 'position', subject: 1, object: 2, at: [20, 40], sentence: 1, foundBy: 'test' }], nobody, same);
    expect(other.get(1)).not.toBe(other.get(0));
  });

  test('the post below a headline is that of its speaker, if nobody else is named', () => {
    const post = mention(1, 'ئەندامێکی پەرلەمان', { unnamed: true, title: { words: 'ئەندام', at: [20, 25], kind: 'post' } });
    const one = clusterMentions([mention(0, 'ئازاد کەریم'), post], [], nobody, same, 0);
    expect(one.get(1)).toBe(one.get(0));
    const none = clusterMentions([mention(0, 'ئازاد کەریم'), post], [], nobody, same);
    expect(none.get(1)).not.toBe(none.get(0));
    const two = clusterMentions([mention(0, 'ئازاد کەریم'), post, mention(2, 'شیلان ئەحمەد')], [], nobody, same, 0);
    expect(two.get(1)).not.toBe(two.get(0));
  });
});
