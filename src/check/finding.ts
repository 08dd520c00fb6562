import type { Quad } from 'n3';
import type { Note } from '../model/note.js';
import { NEWS } from '../model/vocabulary.js';
import { ruleOf, type Lang } from './rules/index.js';

/** What a rule found: a note in English that can be said in the other language too. */
export interface Finding extends Note {
  /** What the texts of the rule are filled with: words as they are, … */
  readonly values: Readonly<Record<string, string>>;
  /** … and terms of the ontology, which have names in both languages. */
  readonly terms: Readonly<Record<string, readonly string[]>>;
  /** The property on which the rule looked. */
  readonly path?: string;
  /** The statements behind a contradiction; none can be left out. */
  readonly because?: readonly Quad[];
}

type More = Partial<Pick<Finding, 'terms' | 'actual' | 'expected' | 'path' | 'because' | 'level'>>;

/** Characters of a value that a finding repeats. */
const LONGEST = 300;

/** A finding of a rule at a focus node. */
export function finding(code: string, place: string, values: Readonly<Record<string, string>> = {}, more: More = {}): Finding {
  const { level } = ruleOf(code);
  const cut = (text: string | undefined): string | undefined => (text !== undefined && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  const { actual, expected } = more;
  const f = { code, level, place, terms: {}, ...more, values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, cut(v) as string])), ...(actual === undefined ? {} : { actual: cut(actual) as string }), ...(expected === undefined ? {} : { expected: cut(expected) as string }), message: '' };
  return { ...f, ...texts(f, 'en', () => undefined) };
}

/** The label of a term in Kurdish, where the ontology has one. */
export type Labels = (iri: string) => string | undefined;

/** A finding in another language. Texts of shapes that are not ours stay as they are. */
export const inLanguage = (f: Finding, lang: Lang, labels: Labels): Finding => (lang === 'en' ? f : { ...f, ...texts(f, lang, labels) });

/** A term as it is written with its prefix. */
export const short = (iri: string): string => (iri.startsWith(NEWS) ? `news:${iri.slice(NEWS.length)}` : iri.replace(/^.*[#/](?=.)/, ''));

/** Values that stand in English where a finding is made, and what they are in Kurdish. */
const TRANSLATED = new Set(['kind', 'why']);
const KURDISH: Readonly<Record<string, string>> = {
  datatype: 'جۆری داتا', 'language tag': 'نیشانەی زمان', date: 'بەروار', dateTime: 'بەروار و کات', integer: 'ژمارەی تەواو', decimal: 'ژمارەی دەیی', gYear: 'ساڵ', gYearMonth: 'ساڵ و مانگ', nonNegativeInteger: 'ژمارەی تەواوی ناسالب',
  'it leads back to its subject': 'شتێک بە خۆیەوە دەبەستێتەوە', 'it holds the other way round too': 'بە پێچەوانەشەوە هەیە', 'another property that excludes it holds too': 'تایبەتمەندییەکی دیکەش هەیە کە لەگەڵی ناگونجێت',
};

function texts(f: Omit<Finding, 'message'>, lang: Lang, labels: Labels): Pick<Note, 'message' | 'hint'> {
  const rule = ruleOf(f.code);
  const filled = (text: string): string | undefined => {
    let whole = true;
    const out = text.replace(/\{(\w+)\}/g, (_, key: string) => {
      const terms = f.terms[key];
      if (terms) return terms.map((t) => (lang === 'ckb' ? labels(t) : undefined) ?? short(t)).join(lang === 'ckb' ? ' و ' : ' and ');
      const value = f.values[key];
      if (value === undefined) whole = false;
      return (lang === 'ckb' && TRANSLATED.has(key) ? KURDISH[value ?? ''] : undefined) ?? value ?? '';
    });
    return whole ? out : undefined;
  };
  const message = filled(rule.message[lang]) ?? (rule.bare ? filled(rule.bare[lang]) : undefined) ?? rule.title[lang];
  const hint = filled(rule.hint[lang]) ?? (rule.otherwise ? filled(rule.otherwise[lang]) : undefined);
  return { message, ...(hint === undefined ? {} : { hint }) };
}
