import { describe, expect, test } from 'vitest';
import {
  ALSO, COPULA, createInflector, createLanguage, DEF, DEM, INDEF, IZAFE, loadTables, PLURAL,
  type NominalFeatures, type Person, type VerbFeatures,
} from '../src/language/index.js';
import { UserError } from '../src/model/note.js';

const tables = loadTables();
const language = createLanguage(tables);
const { fold } = language.letters;
const inflect = createInflector(tables, language.lexicon, language.letters);

const PERSONS: readonly Person[] = ['1s', '2s', '3s', '1p', '2p', '3p'];

/** A generator of numbers below n, the same in every run (Lehmer). */
function seeded(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}
const pick = <T>(list: readonly T[], below: (n: number) => number): T => list[below(list.length)] as T;

/** Features in the words of the reading: nothing left out, nothing more. */
const nounSays = (pos: string, lemma: string, flags: number, clitic: string, post: string, copula: string): string => [pos, fold(lemma), flags, clitic, post, copula].join(' ');
const COPULAS = new Map(tables.affixes.filter(([, , , feature]) => feature === 'copula').map(([, , , , value, morpheme]) => [value, morpheme]));
const flagsOf = (f: NominalFeatures): number =>
  (f.definite ? DEF : 0) | (f.indefinite ? INDEF : 0) | (f.plural ? PLURAL : 0) | (f.demonstrative ? DEM : 0) | (f.izafe ? IZAFE : 0) | (f.also ? ALSO : 0) | (f.copula ? COPULA : 0);

/** Forms of a lemma that are not read back with what they were made of. */
function nounFaults(lemma: string, f: NominalFeatures): string[] {
  const copula = f.copula ? (COPULAS.get(f.copula === '2p' ? '3p' : f.copula) ?? '?') : '';
  const said = nounSays(f.pos ?? '', lemma, flagsOf(f), f.possessive ?? '', f.post ?? '', copula);
  return inflect(lemma, f).filter((word) => language.normalise(word).text !== word || !language.analyse(word).some((a) =>
    nounSays(a.pos, a.lemma, a.flags, a.clitic, a.post, (a.flags & COPULA) !== 0 ? (a.morphemes.at(-1) ?? '') : '') === said));
}

const IMPERFECT = new Set(tables.verbAffixes.aspect.filter((a) => a.imperfect).map((a) => a.form));
const ADVERB = tables.verbAffixes.again[0]?.form ?? '';

/** Tense and person as they are read: the second person plural as the third, in an order that of the present. */
const read = (f: VerbFeatures): readonly string[] => {
  const said = `${f.tense} ${f.person ?? ''}`;
  return f.person !== '2p' ? [said] : f.tense === 'imperative' ? [said, 'present 3p'] : [`${f.tense} 3p`];
};

function verbFaults(lemma: string, lexical: boolean, f: VerbFeatures): string[] {
  const lemmas = [lemma, lemma + ADVERB].map(fold);
  return inflect(lemma, f).filter((word) => language.normalise(word).text !== word || !language.analyse(word).some(({ verb: v, lemma: cited, flags }) =>
    v !== undefined && (f.again && !lexical ? lemmas.includes(fold(cited)) : fold(cited) === lemmas[0]) && v.light === '' && v.stranded === ''
    && read(f).includes(`${v.tense} ${v.person}`) && v.mood === f.mood && v.negated === f.negated && v.passive === f.passive && v.clitic === f.clitic
    && v.again === (lexical || f.again) && v.directional === f.directional && ((flags & ALSO) !== 0) === f.also
    && (f.tense !== 'past' || IMPERFECT.has(v.aspect) === f.imperfect)));
}

describe('what is made is read back', () => {
  const nominals = [
    ...tables.nouns.flatMap(([lemma, pos]) => pos.split('|').filter((p) => p !== 'adv').map((p) => [lemma, p] as const)),
    // a name that is believed only beside support has no reading of its own
    ...[...tables.given.map((r) => r[0]), ...tables.names.map((r) => r[2])].filter((name) => language.lexicon.nameWords.has(fold(name))).map((name) => [name, 'name'] as const),
    // of a name in وو the normal text has one و
  ].filter(([lemma]) => !lemma.includes(' ') && language.normalise(lemma).text === lemma);

  test('300 nouns, adjectives and names', () => {
    const below = seeded(20240229);
    const faults: string[] = [];
    let made = 0;
    for (let i = 0; i < 300; i++) {
      const [lemma, pos] = pick(nominals, below);
      for (let k = 0; k < 120; k++) {
        const article = pick(['definite', 'indefinite', 'demonstrative', undefined] as const, below);
        const possessive = below(3) === 0 ? pick(PERSONS, below) : undefined;
        const copula = below(4) === 0 ? pick([...PERSONS, 'past'] as const, below) : undefined;
        const f: NominalFeatures = {
          pos: pos as 'noun' | 'adj' | 'name', plural: below(2) === 0, izafe: below(5) === 0, also: below(4) === 0, post: below(3) === 0 ? pick(['دا', 'ەوە', 'ڕا'], below) : '',
          ...(article ? { [article]: true } : {}), ...(possessive ? { possessive } : {}), ...(copula ? { copula } : {}),
        };
        made += inflect(lemma, f).length;
        faults.push(...nounFaults(lemma, f).map((word) => `${word} (${lemma} ${JSON.stringify(f)})`));
      }
    }
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(15_000);
  });

  test('all verbs', () => {
    const below = seeded(19871);
    const faults: string[] = [];
    let made = 0;
    for (const [lemma, , , , , lexical, valency] of tables.verbs) {
      for (let k = 0; k < 120; k++) {
        const tense = pick(['present', 'past', 'perfect', 'pluperfect', 'perfsubj', 'conditional', 'imperative'] as const, below);
        const negated = below(3) === 0;
        const passive = valency === 'tr' && below(3) === 0;
        const again = below(6) === 0;
        const f: VerbFeatures = {
          tense, negated, passive, again,
          mood: tense === 'imperative' ? (negated ? 'imperative' : 'subjunctive') : below(4) > 0 ? 'indicative' : pick(['subjunctive', 'bare', 'imperative'], below),
          imperfect: tense === 'past' && below(3) === 0,
          person: tense === 'imperative' ? pick(['2s', '2p'], below) : below(2) === 0 ? '3s' : pick(PERSONS, below),
          clitic: valency === 'tr' && !passive && below(2) === 0 ? pick(PERSONS, below) : '',
          directional: !again && lexical === '' && below(6) === 0,
          also: below(5) === 0,
        };
        made += inflect(lemma, f).length;
        faults.push(...verbFaults(lemma, lexical !== '', f).map((word) => `${word} (${lemma} ${JSON.stringify(f)})`));
      }
    }
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(25_000);
  });
});

const NOUNS: readonly (readonly [lemma: string, features: NominalFeatures, usual: string])[] = [
  ['کتێب', { definite: true, plural: true, possessive: '3p' }, 'کتێبەکانیان'],
  ['کتێب', { indefinite: true, izafe: true }, 'کتێبێکی'],
  ['کتێب', { demonstrative: true }, 'کتێبە'],
  ['کتێب', { plural: true, demonstrative: true }, 'کتێبانە'],
  ['کتێب', { demonstrative: true, izafe: true }, 'کتێبەی'],
  ['کتێب', { definite: true, also: true, possessive: '3s' }, 'کتێبەکەشی'],
  ['کتێب', { definite: true, plural: true, also: true, possessive: '3p' }, 'کتێبەکانیشیان'],
  ['کتێب', { definite: true, also: true, possessive: '1s' }, 'کتێبەکەشم'],
  ['کتێب', { possessive: '1s', copula: '3s' }, 'کتێبمە'],
  ['پیاو', { plural: true, indefinite: true }, 'پیاوانێک'],
  ['پیاو', { definite: true }, 'پیاوەکە'],
  ['باخچە', { definite: true }, 'باخچەکە'],
  ['باخچە', { indefinite: true, post: 'ەوە' }, 'باخچەیەکەوە'],
  ['باخچە', { post: 'ەوە' }, 'باخچەوە'],
  ['باخچە', { also: true }, 'باخچەش'],
  ['باخچە', { demonstrative: true, post: 'دا' }, 'باخچەیەدا'],
  ['قوتابی', { definite: true }, 'قوتابییەکە'],
  ['قوتابی', { indefinite: true }, 'قوتابییەک'],
  ['قوتابی', { definite: true, plural: true, izafe: true }, 'قوتابییەکانی'],
  ['قوتابی', { also: true }, 'قوتابیش'],
  ['خانوو', { definite: true, plural: true }, 'خانووەکان'],
  ['خانوو', { indefinite: true }, 'خانوویەک'],
  ['خانوو', { post: 'ەوە' }, 'خانووەوە'],
  ['چیا', { definite: true, plural: true, post: 'دا' }, 'چیاکاندا'],
  ['چیا', { indefinite: true, possessive: '3s' }, 'چیایەکی'],
  ['مامۆستا', { plural: true, izafe: true }, 'مامۆستایانی'],
  ['شار', { definite: true, possessive: '3p', post: 'دا' }, 'شارەکەیاندا'],
  ['شار', { definite: true, also: true, post: 'دا' }, 'شارەکەشدا'],
  ['شار', { post: 'دا', copula: '3s' }, 'شاردایە'],
  ['پەنجەرە', { plural: true }, 'پەنجەران'],
  ['پەنجەرە', { definite: true, plural: true }, 'پەنجەرەکان'],
  ['قوتابخانە', { plural: true, izafe: true }, 'قوتابخانانی'],
  ['ناوچە', { plural: true, demonstrative: true, post: 'دا' }, 'ناوچانەدا'],
  ['پەنجەرە', { plural: true, indefinite: true }, 'پەنجەرانێک'],
  ['مامۆستا', { plural: true, indefinite: true }, 'مامۆستایانێک'],
  ['هاوڕێ', { plural: true, indefinite: true }, 'هاوڕێیانێک'],
  ['ڕادیۆ', { plural: true, indefinite: true }, 'ڕادیۆیانێک'],
  ['گەورە', { pos: 'adj', plural: true }, 'گەوران'],
  ['گەورە', { pos: 'adj', copula: '3p' }, 'گەورەن'],
  ['گەورە', { pos: 'adj', copula: '1s' }, 'گەورەم'],
  ['گەورە', { pos: 'adj', copula: '2s' }, 'گەورەیت'],
  ['کورد', { copula: '1s' }, 'کوردم'],
  ['کورد', { copula: '2s' }, 'کوردیت'],
  ['کورد', { copula: '1p' }, 'کوردین'],
  ['کورد', { copula: '2p' }, 'کوردن'],
  ['مامۆستا', { copula: '2s' }, 'مامۆستایت'],
  ['شار', { post: 'دا', copula: '1s' }, 'شاردام'],
  ['هەولێر', { pos: 'name', izafe: true }, 'هەولێری'],
  ['سلێمانی', { pos: 'name', also: true }, 'سلێمانیش'],
];

const VERBS: readonly (readonly [lemma: string, features: VerbFeatures, usual: string])[] = [
  ['ڕاگەیاندن', { tense: 'past', clitic: '3s' }, 'ڕایگەیاند'],
  ['ڕاگەیاندن', { tense: 'past', clitic: '3p', also: true }, 'ڕاشیانگەیاند'],
  ['ڕاگەیاندن', { tense: 'perfect', clitic: '3s', negated: true }, 'ڕاینەگەیاندووە'],
  ['ڕاگەیاندن', { tense: 'present', person: '3p' }, 'ڕادەگەیەنن'],
  ['ڕاگەیاندن', { tense: 'present', clitic: '3s' }, 'ڕایدەگەیەنێت'],
  ['توانین', { tense: 'past', clitic: '3p', negated: true }, 'نەیانتوانی'],
  ['توانین', { tense: 'past', clitic: '3s', negated: true, imperfect: true }, 'نەیدەتوانی'],
  ['کردنەوە', { tense: 'present', passive: true }, 'دەکرێتەوە'],
  ['کردنەوە', { tense: 'past', passive: true }, 'کرایەوە'],
  ['کردنەوە', { tense: 'perfect', passive: true, person: '3p' }, 'کراونەتەوە'],
  ['کردنەوە', { tense: 'imperative' }, 'بکەرەوە'],
  ['کردن', { tense: 'present' }, 'دەکات'],
  ['کردن', { tense: 'present', person: '1p', negated: true }, 'ناکەین'],
  ['کردن', { tense: 'perfect', clitic: '3p' }, 'کردوویانە'],
  ['کردن', { tense: 'pluperfect', clitic: '3s' }, 'کردبووی'],
  ['کردن', { tense: 'conditional', mood: 'subjunctive' }, 'بکردایە'],
  ['کردن', { tense: 'imperative', negated: true }, 'مەکە'],
  ['کردن', { tense: 'past', passive: true, negated: true, imperfect: true }, 'نەدەکرا'],
  ['وتن', { tense: 'present', also: true }, 'دەشڵێت'],
  ['وتن', { tense: 'past', clitic: '3s', also: true }, 'وتیشی'],
  ['گوتن', { tense: 'past', clitic: '3p' }, 'گوتیان'],
  ['بینین', { tense: 'present', clitic: '3s' }, 'دەیبینێت'],
  ['بینین', { tense: 'perfect', clitic: '3s' }, 'بینیویەتی'],
  ['بینین', { tense: 'past', clitic: '3p', person: '1s', negated: true }, 'نەیانبینیم'],
  ['خواردن', { tense: 'present', mood: 'subjunctive' }, 'بخوات'],
  ['خواردن', { tense: 'present', person: '1s' }, 'دەخۆم'],
  ['ویستن', { tense: 'present', clitic: '3s' }, 'دەیەوێت'],
  ['ویستن', { tense: 'present', clitic: '3p', negated: true }, 'نایانەوێت'],
  ['هاتن', { tense: 'present' }, 'دێت'],
  ['هاتن', { tense: 'present', negated: true }, 'نایەت'],
  ['هاتن', { tense: 'present', mood: 'subjunctive', person: '3p' }, 'بێن'],
  ['هاتن', { tense: 'perfect' }, 'هاتووە'],
  ['چوون', { tense: 'past', directional: true }, 'چووە'],
  ['چوون', { tense: 'present', directional: true }, 'دەچێتە'],
  ['گەیشتن', { tense: 'perfect', directional: true }, 'گەیشتووەتە'],
  ['گەڕانەوە', { tense: 'past' }, 'گەڕایەوە'],
  ['گەڕانەوە', { tense: 'present' }, 'دەگەڕێتەوە'],
  ['کوشتن', { tense: 'past', passive: true, person: '3p' }, 'کوژران'],
  ['هەڵگرتن', { tense: 'present', clitic: '1s', negated: true }, 'هەڵمناگرێت'],
  ['هەڵگرتن', { tense: 'past', clitic: '3s', also: true }, 'هەڵیشیگرت'],
  ['هەڵگرتن', { tense: 'present', mood: 'bare', clitic: '3p' }, 'هەڵیانگرێت'],
  ['دەرخستن', { tense: 'past', clitic: '3s' }, 'دەریخست'],
  ['خواردن', { tense: 'imperative' }, 'بخۆ'],
  ['خواردن', { tense: 'imperative', clitic: '3s' }, 'بیخۆ'],
  ['خواردن', { tense: 'imperative', negated: true }, 'مەخۆ'],
  ['خواردن', { tense: 'imperative', person: '2p' }, 'بخۆن'],
  ['خواردنەوە', { tense: 'imperative' }, 'بخۆرەوە'],
  ['ڕۆیشتن', { tense: 'imperative' }, 'بڕۆ'],
  ['گەڕان', { tense: 'imperative' }, 'بگەڕێ'],
  ['گەڕان', { tense: 'present', mood: 'subjunctive' }, 'بگەڕێت'],
  ['گەڕانەوە', { tense: 'imperative' }, 'بگەڕێرەوە'],
  ['ژیان', { tense: 'imperative' }, 'بژی'],
  ['نووستن', { tense: 'imperative' }, 'بنوو'],
  ['کەوتن', { tense: 'imperative' }, 'بکەوە'],
  ['هاتن', { tense: 'imperative' }, 'وەرە'],
  ['هاتن', { tense: 'imperative', person: '2p' }, 'وەرن'],
  ['هاتن', { tense: 'imperative', negated: true }, 'مەیە'],
  ['هاتنەوە', { tense: 'imperative' }, 'وەرەوە'],
  ['چوون', { tense: 'perfect', person: '1s' }, 'چوومە'],
  ['چوون', { tense: 'perfect', person: '2s' }, 'چوویتە'],
  ['چوونەوە', { tense: 'perfect', person: '1s' }, 'چوومەتەوە'],
  ['بوون', { tense: 'perfect', person: '1s' }, 'بوومە'],
  ['بوون', { tense: 'perfect', person: '1p' }, 'بووینە'],
  ['چوون', { tense: 'perfect', person: '2p' }, 'چوون'],
  ['فەرموون', { tense: 'perfect', clitic: '3s' }, 'فەرموویەتی'],
  ['چوون', { tense: 'pluperfect', person: '2s' }, 'چووبوویت'],
  ['چوون', { tense: 'pluperfect', person: '2p' }, 'چووبوون'],
  ['کردن', { tense: 'pluperfect', person: '2s' }, 'کردبوویت'],
  ['کردن', { tense: 'pluperfect', clitic: '2s' }, 'کردبووت'],
  ['کردن', { tense: 'pluperfect', clitic: '2p' }, 'کردبووتان'],
  ['کوشتن', { tense: 'pluperfect', passive: true, person: '2s' }, 'کوژرابوویت'],
  ['هاتن', { tense: 'conditional', mood: 'subjunctive' }, 'بهاتایە'],
  ['هاتن', { tense: 'conditional', mood: 'subjunctive', person: '1s' }, 'بهاتمایە'],
  ['گێڕان', { tense: 'conditional', mood: 'subjunctive' }, 'بگێڕایە'],
  ['توانین', { tense: 'conditional', mood: 'subjunctive', clitic: '1p' }, 'بمانتوانیایە'],
  ['بوون', { tense: 'conditional', negated: true }, 'نەبوایە'],
  ['کردن', { tense: 'present', person: '2p' }, 'دەکەن'],
  ['کردن', { tense: 'imperative', person: '2p' }, 'بکەن'],
  ['کردن', { tense: 'imperative', person: '2p', negated: true }, 'مەکەن'],
  ['کردن', { tense: 'past', clitic: '2p' }, 'کردتان'],
  ['هاتن', { tense: 'past', person: '2p' }, 'هاتن'],
  ['کوشتن', { tense: 'past', passive: true, person: '2p' }, 'کوژران'],
];

/** The features with what is meant when they are left out. */
const whole = (f: VerbFeatures): VerbFeatures => ({
  mood: f.tense !== 'imperative' ? 'indicative' : f.negated ? 'imperative' : 'subjunctive', person: f.tense === 'imperative' ? '2s' : '3s',
  negated: false, imperfect: false, passive: false, clitic: '', again: false, directional: false, also: false, ...f,
});

describe('the usual spelling', () => {
  test.each(NOUNS)('%s %o: %s', (lemma, features, usual) => {
    expect(inflect(lemma, features)[0]).toBe(usual);
    const pos = ['noun', 'adj', 'name'] as const;
    expect(features.pos ? nounFaults(lemma, features) : pos.map((p) => nounFaults(lemma, { ...features, pos: p })).sort((a, b) => a.length - b.length)[0]).toEqual([]);
  });
  test.each(VERBS)('%s %o: %s', (lemma, features, usual) => {
    expect(inflect(lemma, features)[0]).toBe(usual);
    expect(verbFaults(lemma, lemma.endsWith(ADVERB), whole(features))).toEqual([]);
  });
});

describe('other spellings and none', () => {
  test('every spelling of one form', () => {
    expect(inflect('قوتابی', { definite: true })).toEqual(['قوتابییەکە', 'قوتابیەکە']);
    expect(inflect('کردن', { tense: 'present' })).toEqual(['دەکات', 'دەکا', 'ئەکات', 'ئەکا']);
    expect(inflect('کردنەوە', { tense: 'perfect' })).toEqual(['کردووەتەوە', 'کردووتەوە', 'کردۆتەوە']);
    expect(inflect('بوون', { tense: 'conditional', mood: 'subjunctive' }).slice(0, 2)).toEqual(['ببوایە', 'ببووایە']);
    expect(inflect('چوون', { tense: 'conditional', mood: 'subjunctive' }).slice(0, 2)).toEqual(['بچوایە', 'بچووایە']);
    expect(inflect('هێنان', { tense: 'present', person: '3p' })).toEqual(['دەهێنن', 'ئەهێنن', 'دێنن']);
  });

  test.each([
    ['کتێب', { izafe: true, copula: '3s' }], ['کتێب', { definite: true, indefinite: true }], ['کتێب', { definite: true, demonstrative: true }],
    ['کتێب', { izafe: true, possessive: '3s' }], ['کتێب', { post: 'بۆ' }], ['هەولێر', { pos: 'name', definite: true }],
    ['چوون', { tense: 'past', passive: true }], ['هاتن', { tense: 'past', clitic: '3s' }], ['کردن', { tense: 'past', passive: true, clitic: '3s' }],
    ['کردنەوە', { tense: 'past', directional: true }], ['کردن', { tense: 'present', mood: 'bare' }], ['کردن', { tense: 'perfect', imperfect: true }],
    ['هاتن', { tense: 'imperative', directional: true }], ['هەڵەبجە', { pos: 'name', plural: true, indefinite: true }],
    ['کردن', { tense: 'pluperfect', mood: 'subjunctive' }], ['کردن', { tense: 'past', also: true }],
  ] as const)('%s has no form %o', (lemma, features) => expect(inflect(lemma, features)).toEqual([]));

  test('a verb is told by its infinitive', () => {
    const told = (lemma: string): UserError | undefined => {
      try {
        inflect(lemma, { tense: 'past' });
      } catch (e) {
        if (e instanceof UserError) return e;
      }
      return undefined;
    };
    expect(told('کتێب')?.hint).toContain('give the infinitive');
    expect(told('دەستگیرکردن')?.hint).toContain('inflect "کردن"');
    expect(inflect('راگەیاندن', { tense: 'past' })).toEqual(['ڕاگەیاند']);
  });
});
