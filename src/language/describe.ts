import { ALSO, AND, type Analysis, type Derived, type VerbForm } from './analysis.js';
import type { Tables } from './tables.js';

/** An analysis as grammars print it: the lemma, and every morpheme in order, zero endings left out. */
export interface Description {
  readonly lemma: string;
  readonly morphemes: readonly string[];
}

/** How a causative is made: its own part in the past, in the present, and before the passive's letters. */
const CAUSATIVE = /^(.+?)(اند|ێن|ەن)(د?ر)?$/;
/** The passive's own letters, cut from a causative. */
const CAUSED = /^د?ر$/;
/** What verbs end in from which causatives are made. */
const BASES = ['ان', 'ین', 'شتن', 'یشتن', 'تن', 'ن'];

/** The verbs that causatives are made of: شکان of شکاندن; only those that the lexicon has. */
function causatives(verbs: Tables['verbs']): ReadonlyMap<string, string> {
  const known = new Set(verbs.map(([infinitive]) => infinitive));
  const found = new Map<string, string>();
  for (const infinitive of known) {
    const root = /^(.+)اندن$/.exec(infinitive)?.[1];
    const base = root === undefined ? undefined : BASES.map((end) => root + end).find((b) => known.has(b));
    if (base !== undefined) found.set(infinitive, base);
  }
  return found;
}

/** `word` is the form that was analysed: a noun is cited as it is spelled there. */
export type Describer = (a: Analysis, word: string) => Description;

/** بکردبا, beside بکردایە and بکردبایە. */
const SHORT_CONDITIONAL = /با(ن)?$/;

/** Compiles the describer of one language. Verbs are cited by infinitive, compounds with their noun, without the adverb ەوە; causatives by the verb they are made of. */
export function createDescriber(tables: Tables): Describer {
  const { verbAffixes, words } = tables;
  const again = verbAffixes.again[0]?.form ?? '';
  const clitic = new Map(Object.entries(verbAffixes.clitics).map(([form, person]) => [person, form]));
  const also = tables.affixes.find(([, , , feature]) => feature === 'also')?.[5] ?? verbAffixes.also;
  const glide = tables.letters.semivowels.slice(-1);
  const whole = new Set(words['whole-adjectives']);
  const prepositions = new Set(tables.closed.filter(([form, pos, lemma]) => pos === 'adp' && form === lemma && form.length === 2).map(([form]) => form));
  const pronouns = new Set(tables.closed.filter(([form, pos, lemma]) => (pos === 'pron' || pos === 'dem') && form === lemma).map(([form]) => form));
  const directional = verbAffixes.directional[0]?.form ?? '';
  const and = tables.affixes.find(([, , , feature]) => feature === 'and')?.[5] ?? '';
  const present = new Map([['1s', 'م'], ['2s', 'یت'], ['3s', 'ێت'], ['1p', 'ین'], ['2p', 'ن'], ['3p', 'ن']]);
  const subjunctive = verbAffixes.aspect.find((x) => x.mood === 'subjunctive' && !x.negated)?.form ?? '';
  const indicative = verbAffixes.aspect.find((x) => x.mood === 'indicative' && x.before === 'present')?.form ?? '';
  const cited = (words as unknown as Record<string, Record<string, string>>)['lemma-of'] ?? {};
  const firsts = new Map((words['masdar-firsts'] ?? []).map((w) => [w.replace('+', ''), w.split('+')]));
  const madeOf = causatives(tables.verbs);
  const bareOf = (infinitive: string): string => (infinitive.endsWith(again) && infinitive.length > again.length + 2 ? infinitive.slice(0, -again.length) : infinitive);
  const strip = (infinitive: string): string => {
    const bare = bareOf(infinitive);
    return madeOf.get(bare) ?? cited[bare] ?? bare;
  };
  /** A stem with a causative's own part cut off, where the verb is one. */
  const stemOf = (infinitive: string, stem: string): string[] => (madeOf.has(infinitive) || madeOf.has(bareOf(infinitive)) ? CAUSATIVE.exec(stem)?.slice(1).filter(Boolean) : undefined) ?? [stem];

  const verb = (a: Analysis, v: VerbForm, word: string): Description => {
    const out: string[] = [];
    const inside = v.clitic !== '' && (v.preverb !== '' || v.aspect !== '' || v.light !== '');
    const yish = (a.flags & ALSO) !== 0;
    const agent = v.clitic ? [...(yish ? [also] : []), clitic.get(v.clitic) ?? ''] : yish ? [also] : [];
    const aspect = v.aspect.length === 0 ? (v.mood === 'bare' && v.preverb !== '' ? [subjunctive] : []) : [v.mood === 'indicative' && !v.negated && v.aspect !== subjunctive ? indicative : v.aspect];
    if (v.light) out.push(v.light);
    if (v.preverb) out.push(v.preverb);
    const after = v.preverb !== '' || v.light !== '';
    out.push(...(inside && after ? [...agent, ...aspect] : inside ? [...aspect, ...agent] : aspect), ...stemOf(v.infinitive, v.stem));
    if (v.passive) out.push(verbAffixes.passive);
    const own = inside ? [] : agent;
    const person = present.get(v.person) ?? '';
    if (v.tense === 'present') out.push(person, ...own);
    else if (v.tense === 'perfect') {
      // the third person's own clitic comes last (ویستوویەتی), the others before the ending (ویستوویانە)
      const last = v.clitic === '3s' ? own : [];
      out.push(...(v.stem.endsWith('وو') ? [] : ['وو']), ...(v.clitic === '3s' ? [] : own), v.person === '3s' ? 'ە' : person, ...last);
    }
    else if (v.tense === 'pluperfect') out.push('بوو', ...(v.person === '3s' ? [] : [person]), ...own);
    else if (v.tense === 'imperative') out.push(v.person === '2p' ? person : 'ە', ...own);
    else if (v.tense === 'past') out.push(...(v.person === '3s' ? [] : [person]), ...own);
    else out.push(v.tense !== 'conditional' ? 'بێت' : SHORT_CONDITIONAL.test(word) ? 'با' : 'ایە', ...own);
    if (v.again) out.push(again);
    if (v.directional) out.push(directional);
    if ((a.flags & AND) !== 0) out.push(and);
    return { lemma: v.light + strip(v.infinitive), morphemes: out };
  };

  const derived = (d: Derived): string[] => {
    const stem = [...(d.light ? firsts.get(d.light) ?? [d.light] : []), ...(d.preverb ? [d.preverb] : []), ...stemOf(d.infinitive, d.stem)];
    if (d.kind === 'infinitive') return [...stem, ...(d.passive ? [verbAffixes.passive] : []), verbAffixes.infinitive, ...(d.again ? [again] : [])];
    return d.passive ? [...stem.slice(0, -1), ...(stem.length > 1 && CAUSED.test(stem.at(-1) ?? '') ? [stem.at(-1) ?? '', verbAffixes.passive] : [(stem.at(-1) ?? '') + verbAffixes.passive]), 'وو'] : [...stem, ...(d.light || d.preverb ? [] : ['وو'])];
  };

  return (a, word) => {
    if (a.verb) return verb(a, a.verb, word);
    const suffixes = a.morphemes.flatMap((m) => m.split('+'));
    if (a.parts) {
      // لەوەش as لەو: the preposition with its pronoun; بەتۆمەتی without its izafe
      const [first = '', second = ''] = a.parts;
      const joined = a.pos === 'adp' || (prepositions.has(first) && pronouns.has(second) && a.pos === 'adv');
      return { lemma: !joined ? a.lemma : a.pos === 'adv' ? first + second : a.parts.filter((p, i) => i === 0 || p !== glide).join(''), morphemes: [...a.parts, ...suffixes] };
    }
    if (a.derived) {
      const compound = a.derived.light !== '';
      return { lemma: compound ? a.derived.light + strip(a.derived.infinitive) : a.derived.again && a.derived.preverb === '' ? a.derived.infinitive : strip(a.derived.infinitive), morphemes: [...derived(a.derived), ...suffixes] };
    }
    // of چییە the second ی is a glide; an izafe that نەتەوەیی or هاوکاری has swallowed is not shown
    const bare = word.slice(0, a.stem) + a.lost;
    const doubled = a.known && bare.endsWith(glide + glide) && a.lemma.endsWith(glide) && !a.lemma.endsWith(glide + glide);
    const stem = doubled ? bare.slice(0, -glide.length) : bare;
    // بەڕێوەبەری گشتی X is read as گشت with its izafe, and is "general", not "all"
    if (a.pos === 'adj' && suffixes[0] === glide && whole.has(bare + glide)) return { lemma: bare + glide, morphemes: [bare + glide, ...suffixes.slice(1)] };
    if (a.lemma === word && suffixes.length === 1 && suffixes[0] === glide) return { lemma: word, morphemes: [word] };
    return { lemma: stem, morphemes: [stem, ...suffixes] };
  };
}
