import { describe, expect, test } from 'vitest';
import { clusterMentions } from '../src/extract/coreference/entities.js';
import type { DraftMention } from '../src/extract/draft.js';

const mention = (index: number, name: string, more: Partial<DraftMention> = {}): DraftMention => ({
  index, sentence: index, at: [index * 20, index * 20 + name.length], name, type: 'Person', unnamed: false, weak: false,
  definite: true, headLemma: name, foundBy: 'test', used: true, ...more,
});
const same = (s: string): string => s;

describe('mentions of one entity', () => {
  test('a listed place that is part of a person\'s name does not make the person that place', () => {
    const of = clusterMentions([
      mention(0, 'جۆن موریس'), mention(1, 'موریس'), mention(2, 'موریس', { type: 'Place', known: 'place/mauritius', weak: true }),
    ], [], same);
    expect(of.get(2)).toBe(of.get(0));
    expect(of.get(0)).toMatchObject({ type: 'Person', known: undefined });
  });

  test('a surname joins the full name before it, another name does not', () => {
    const of = clusterMentions([mention(0, 'ئازاد کەریم'), mention(1, 'کەریم'), mention(2, 'سارا')], [], same);
    expect(of.get(1)).toBe(of.get(0));
    expect(of.get(2)).not.toBe(of.get(0));
  });
});
