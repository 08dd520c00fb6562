import { digits, sayDate, type Manner } from '../viewer/model/dates.js';
import { articleName, entityName, factLabel, thingName, word } from '../viewer/model/labels.js';
import type { Reading } from '../viewer/model/reading.js';
import type { PageLink } from '../viewer/model/types.js';

/** Languages of a figure: one of two, or Kurdish with English under it. */
export type FigureLang = 'ckb' | 'en' | 'both';

/** The texts of figures themselves: Central Kurdish, English. `{}` stands for a number or a name. */
const TEXTS = {
  articles: ['{} وتار', '{} articles'],
  count: ['{} شت، {} زانیاری', '{} entities, {} facts'],
  around: ['دەوروبەری {}', 'Around {}'],
  timeline: ['هێڵی کات', 'Time line'],
  dated: ['{} ڕووداوی بەرواردار', '{} dated events'],
  undated: ['{} ڕووداوی بێ بەروار', '{} events without a date'],
  more: ['{}ی دیکە', '{} more'],
  alone: ['هەروەها ناویان هاتووە:', 'Also named:'],
  speaker: ['کەسێک وا دەڵێت', 'somebody says so'],
  community: ['کۆمەڵە: ناوی ناسراوترین ئەندامی', 'community, named after its best connected member'],
  event: ['ڕووداو', 'event'],
} as const satisfies Record<string, readonly [ckb: string, en: string]>;

export type TextKey = keyof typeof TEXTS;

/** How a figure speaks. */
export interface Voice {
  readonly lang: 'ckb' | 'en';
  say(key: TextKey, ...gaps: readonly (string | number)[]): string;
  number(n: number): string;
  date(iso: string): string;
  entity(n: number): string;
  thing(n: number): string;
  word(term: string): string;
  label(link: PageLink): string;
  article(n: number): string;
}

/** A voice, and where a figure says everything twice the other one, for what stands under it. */
export interface Voices extends Voice {
  readonly gloss?: Voice;
}

export function voices(reading: Reading, lang: FigureLang): Voices {
  return lang === 'both' ? { ...voice(reading, 'ckb'), gloss: voice(reading, 'en') } : voice(reading, lang);
}

function voice(reading: Reading, lang: 'ckb' | 'en'): Voice {
  const { data } = reading;
  const manner: Manner = { lang, calendar: 'gregory', digits: lang === 'ckb' ? 'arab' : 'latn' };
  const number = (n: number): string => digits(n, manner);
  return {
    lang, number,
    say: (key, ...gaps) => {
      let i = 0;
      return TEXTS[key][lang === 'ckb' ? 0 : 1].replace(/\{\}/g, () => {
        const gap = gaps[i++] ?? '';
        return typeof gap === 'number' ? number(gap) : gap;
      });
    },
    date: (iso) => sayDate(iso, manner),
    entity: (n) => entityName(data, n, lang),
    thing: (n) => thingName(data, n, lang),
    word: (term) => word(data, term, lang),
    label: (link) => factLabel(reading, link, lang),
    article: (n) => articleName(data, n),
  };
}
