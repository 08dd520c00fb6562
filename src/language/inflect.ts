import type { Person, VerbForm } from './analysis.js';
import type { Letters } from './letters.js';
import { push, split, type Lexicon, type StemKind } from './lexicon.js';
import { condition, lostLetters } from './nominal.js';
import type { AffixRow, TailRow, Tables, VerbRow } from './tables.js';
import { UserError } from '../model/note.js';

/** What an inflected noun, adjective or name says (SORANI 3; Thackston 2006: the noun, possession, the copula). */
export interface NominalFeatures {
  readonly pos?: 'noun' | 'adj' | 'name';
  readonly definite?: boolean;
  readonly indefinite?: boolean;
  readonly plural?: boolean;
  /** Closed by the vowel that "this …" and "that …" ask for. */
  readonly demonstrative?: boolean;
  readonly izafe?: boolean;
  readonly possessive?: Person;
  readonly also?: boolean;
  /** A postposition as affixes.tsv names it. */
  readonly post?: string;
  /** 2p gives the form of 3p and is read back as 3p. */
  readonly copula?: Person | 'past';
}

/** What a finite verb form says (SORANI 4; Thackston 2006: the verb). */
export interface VerbFeatures {
  readonly tense: VerbForm['tense'];
  /** indicative when left out (an order: subjunctive, negated imperative); `bare` is the subjunctive without its prefix, after a preverb. */
  readonly mood?: string;
  readonly negated?: boolean;
  /** Only with `tense: 'past'`. */
  readonly imperfect?: boolean;
  readonly passive?: boolean;
  /**
   * Of the subject; in the active past of a transitive verb of the object. 3s when left out, 2s in an order.
   * One form is both second and third person plural: 2p is read back as 3p, an order to several (بکەن) as 3p of the present subjunctive.
   */
  readonly person?: Person;
  /** Agent in the active past of a transitive verb, object in its present. */
  readonly clitic?: Person | '';
  /** Verbs that have the adverb in their infinitive have it in every form. */
  readonly again?: boolean;
  readonly directional?: boolean;
  readonly also?: boolean;
}

/**
 * Every spelling of a form in normal spelling, the usual one first; empty when there is no such form. Verb features are told by their `tense`.
 * Throws a `UserError` when a verb form is asked of a lemma that is no infinitive of the lexicon.
 */
export type Inflector = (lemma: string, features: NominalFeatures | VerbFeatures) => readonly string[];

/** A spelling in the making; a smaller cost is more usual. */
interface Made {
  readonly text: string;
  readonly cost: number;
}

/** What an ending says that cannot stand in one word with another (SORANI 3): two articles, izafe and what closes the phrase. */
const APART: readonly (readonly [string, readonly string[]])[] = [
  ['def', ['indef', 'dem']], ['indef', ['dem']], ['izafe', ['poss', 'also', 'post', 'copula']],
];
const PERSON = /^[123][sp]$/;

/** The analyser's other direction: the same tables, the same conditions on what an ending may follow. */
export function createInflector(tables: Tables, lexicon: Lexicon, letters: Letters): Inflector {
  const { fold } = letters;
  const join = createJoin(letters);
  const nominal = createNominal(tables.affixes, join);
  const verbal = createVerbal(tables, join, letters.table.heh.vowel);
  const verbs = new Map<string, VerbRow[]>();
  for (const row of tables.verbs) push(verbs, fold(row[0]), row);
  const rows = (lemma: string): readonly VerbRow[] => {
    const key = fold(lemma);
    const same = verbs.get(key) ?? verbs.get(fold(lexicon.infinitives.get(key)?.infinitive ?? ''));
    if (same) return same.some((r) => r[0] === lemma) ? same.filter((r) => r[0] === lemma) : same;
    const inner = [...lexicon.infinitives.keys()].filter((k) => key.endsWith(k)).sort((a, b) => b.length - a.length)[0];
    const add = 'add the verb to src/language/ckb/lexicon/verbs.tsv';
    const verb = lexicon.infinitives.get(inner ?? '')?.infinitive;
    throw new UserError(`"${lemma}" is no verb of the lexicon`, verb ? `inflect "${verb}" and write what stands before it in front, or ${add}` : `give the infinitive, or ${add}`);
  };
  return (lemma, features) => {
    const made = 'tense' in features ? rows(lemma).flatMap((r) => verbal(r, features)) : nominal(lemma, features);
    return [...new Set(made.toSorted((a, b) => a.cost - b.cost).map((m) => m.text))];
  };
}

type Join = ReturnType<typeof createJoin>;

/** How parts are written together. */
function createJoin({ table, isVowel }: Letters) {
  const semi = (c: string | undefined): boolean => c !== undefined && table.semivowels.includes(c);
  const vowel = (c: string | undefined): boolean => c !== undefined && table.vowels.includes(c);
  /** A semivowel is a consonant after a vowel, otherwise a vowel that can glide; the analyser, which sees one letter, takes it for both. */
  const sound = (text: string): 'consonant' | 'vowel' | 'glide' => {
    const last = text.at(-1);
    if (!semi(last)) return vowel(last) ? 'vowel' : 'consonant';
    return text.at(-2) === last || (text.length > 1 && sound(text.slice(0, -1)) === 'consonant') ? 'glide' : 'consonant';
  };
  const tests = new Map<string, (code: number) => boolean>();
  return {
    /** The cost of an ending after a text, undefined where it cannot stand; `rivals` are the other endings that say the same. */
    cost(text: string, after: string, form: string, rivals: readonly string[] = []): number | undefined {
      const test = tests.get(after) ?? condition(after, { table, isVowel } as Letters);
      tests.set(after, test);
      if (!test(text.charCodeAt(text.length - 1))) return undefined;
      const last = text.at(-1) ?? '';
      const kind = sound(text);
      if (after === '' || after === '*' || lostLetters(after) || kind === 'vowel') return 0;
      if (kind === 'consonant') return semi(last) && !after.includes('C') ? undefined : 0;
      // a glide is written twice or once, another glide rarely; an ending that is not its rival without the glide follows consonants only
      if (after.includes('V') || after.includes(last)) return form[0] !== last && rivals.includes(form.slice(1)) ? 2 : vowel(form[0]) && rivals.includes(last + form) ? 1 : 0;
      return rivals.length === 0 || rivals.some((r) => r.slice(1) === form) ? 1 : undefined;
    },
    /** Two vowels never meet where parts meet. */
    meets: (text: string, form: string): boolean => !(vowel(text.at(-1)) && vowel(form[0])),
    /** Three equal letters where parts meet. */
    triple: (text: string, form: string): boolean => form !== '' && text.at(-1) === form[0] && (text.at(-2) === form[0] || form[1] === form[0]),
    vowelFirst: (text: string): boolean => vowel(text[0]),
    glideFirst: (text: string): boolean => semi(text[0]),
  };
}

function createNominal(affixes: readonly AffixRow[], join: Join): (lemma: string, features: NominalFeatures) => readonly Made[] {
  const rows = affixes.toSorted((a, b) => a[0] - b[0]).map(([slot, form, after, feature, value, morpheme]) => ({
    slot, form, after, lost: lostLetters(after), morphemes: morpheme.split('+'),
    tags: value.split('+').map((v, i) => (feature === 'post' && i === 0 ? `post:${v}` : feature === 'copula' ? `copula:${v}` : PERSON.test(v) ? `poss:${v}` : v)),
  }));
  type Row = (typeof rows)[number];
  /** The narrower condition wins: letters, then a class of letters, then anything. */
  const width = ({ after }: Row, text: string): number => (after === '*' ? 2 : after.includes('V') && !after.includes(text.at(-1) ?? '') ? 1 : 0);
  return (lemma, f) => {
    const want = [
      f.definite && 'def', f.indefinite && 'indef', f.plural && 'plural', f.demonstrative && 'dem', f.izafe && 'izafe', f.also && 'also',
      f.possessive && `poss:${f.possessive}`, f.post && `post:${f.post}`, f.copula && `copula:${f.copula === '2p' ? '3p' : f.copula}`,
    ].filter((t): t is string => typeof t === 'string' && t !== '');
    const said = want.map((t) => t.split(':')[0] ?? t);
    if (lemma.length < 2 || APART.some(([one, others]) => said.includes(one) && others.some((o) => said.includes(o)))) return [];
    // a name needs no article to be definite
    if (f.pos === 'name' && f.definite) return [];
    const out: (Made & { readonly morphemes: string; readonly triple: boolean })[] = [];
    const walk = (text: string, slot: number, left: readonly string[], cost: number, morphemes: readonly string[], triple: boolean): void => {
      if (left.length === 0) out.push({ text, cost, morphemes: morphemes.toSorted().join('+'), triple });
      // a name keeps all its letters, and so does an adjective before a plural that a vowel may close (ساویلکانە is derived)
      const mended = (r: Row): boolean => r.lost === '' || (f.pos !== 'name' && !(f.pos === 'adj' && (f.demonstrative || f.copula)) && text.endsWith(r.lost) && text.length > r.lost.length + 1);
      const next = rows.filter((r) => r.slot > slot && r.tags.every((t) => left.includes(t)) && mended(r));
      for (const r of next) {
        const rivals = next.filter((o) => o !== r && o.slot === r.slot && String(o.tags) === String(r.tags));
        const own = join.cost(text, r.after, r.form, rivals.map((o) => o.form));
        const base = text.slice(0, text.length - r.lost.length);
        if (own === undefined || !join.meets(base, r.form)) continue;
        const rest = left.filter((t) => !r.tags.includes(t));
        // the third person singular closes the word: it follows "also" and the copula, which then have endings of their own
        if (String(r.tags) === 'poss:3s' && (rest.includes('also') || rest.includes('copula:3s'))) continue;
        const narrowest = Math.min(width(r, text), ...rivals.filter((o) => join.cost(text, o.after, o.form, [r.form]) === 0).map((o) => width(o, text)));
        walk(base + r.form, r.slot, rest, cost + 10 * (own + width(r, text) - narrowest) + 1, [...morphemes, ...r.morphemes], triple || join.triple(base, r.form));
      }
    };
    walk(lemma, -1, want, 0, [], false);
    const plain = out.some((m) => !m.triple) ? out.filter((m) => !m.triple) : out;
    // other morphemes that say the same make another word, not another spelling
    const first = plain.toSorted((a, b) => a.cost - b.cost)[0];
    return plain.filter((m) => m.morphemes === first?.morphemes);
  };
}

function createVerbal({ endings, verbAffixes, affixes }: Tables, join: Join, open: string): (verb: VerbRow, features: VerbFeatures) => readonly Made[] {
  const keyOf = (kind: string, tense: string, person: string, agent: string): string => [kind, tense, person, agent].join(' ');
  const table = new Map<string, { form: string; after: string; lost: string }[]>();
  for (const [kind, form, after, tense, person, agent] of endings) {
    const lost = lostLetters(after);
    push(table, keyOf(kind, tense, person, agent), { form: form === '-' ? '' : form, after: lost ? '*' : after, lost });
  }
  const clitics = new Map<string, string>(Object.entries(verbAffixes.clitics).map(([form, person]) => [person, form]));
  const alsoRows = affixes.filter(([, , , feature, value]) => feature === 'also' && value === 'also').sort((a, b) => Number(a[2] === '*') - Number(b[2] === '*'));
  const alsoAfter = (text: string): string => alsoRows.find(([, form, after]) => join.cost(text, after, form) !== undefined)?.[1] ?? verbAffixes.also;

  /** The stem with each ending of a key; `first` is the stem that the lexicon names first. */
  const end = (before: string, stem: string, first: string, key: string, agent: boolean): { base: string; form: string }[] => {
    const all = table.get(key) ?? [];
    const changes = (lost: string): boolean => lost !== '' && first.endsWith(lost) && stem.endsWith(lost);
    const options = all.flatMap((e) => {
      // a stem that changes before an ending does not keep its letters before a rival that asks for them
      if (e.lost === '' ? all.some((o) => changes(o.lost) && e.after.includes(o.lost)) : !changes(e.lost)) return [];
      const base = before + stem.slice(0, stem.length - e.lost.length);
      const cost = join.cost(base, e.after, e.form);
      return cost === undefined || !join.meets(base, e.form) || join.triple(base, e.form) ? [] : [{ base, form: e.form, cost, any: e.after === '*', last: e.after === '*' && e.lost === '' }];
    });
    // after a glide, the ending for vowels if there is one; endings for anything come last, of those with an agent the shortest first
    return options.filter((o) => o.cost === 0 || !options.some((u) => u.cost === 0 && !u.any))
      .sort((a, b) => Number(a.last) - Number(b.last) || (agent ? a.form.length - b.form.length : 0));
  };

  /** A form closed by the adverb or the directional ending; what a tense has for itself comes before what all tenses have. */
  const close = (base: string, form: string, tails: readonly TailRow[]): Made[] => {
    const text = base + form;
    const fitting = tails.flatMap((t) => {
      if (t.replaces !== undefined || (t.after === open) !== text.endsWith(open) || !join.meets(text, t.form) || join.triple(text, t.form)) return [];
      const cost = join.cost(text, t.after ?? '*', t.form, tails.map((o) => o.form));
      return cost === undefined ? [] : [{ t, cost }];
    });
    const own = fitting.filter(({ t }) => t.tense);
    const chosen = (own.length > 0 ? own : fitting).filter(({ t }) => t === tails.find((o) => o.after === t.after && !o.tense === !t.tense));
    const replaced = tails.flatMap(({ replaces, form: tail }) => {
      if (replaces === undefined || !form.endsWith(replaces)) return [];
      const rest = text.slice(0, text.length - replaces.length);
      // a letter written twice is one sound and is not cut in two
      return rest.at(-1) !== replaces[0] && join.meets(rest, tail) ? [{ text: rest + tail, cost: 1 }] : [];
    });
    return [...chosen.map(({ t, cost }) => ({ text: text + t.form, cost })), ...replaced];
  };

  return ([infinitive, past, present, passive, preverb, lexical, valency], f) => {
    const order = f.tense === 'imperative';
    const { person: asked = order ? '2s' : '3s', clitic = '' } = f;
    const mood = f.mood ?? (!order ? 'indicative' : f.negated ? 'imperative' : 'subjunctive');
    const whole = order && mood === 'subjunctive' && !f.negated ? verbAffixes.irregular.find((i) => i.infinitive === infinitive)?.forms[asked] : undefined;
    if (whole !== undefined) return f.passive || clitic || f.also || f.directional || (f.again && lexical === '') ? [] : [{ text: whole, cost: 0 }];
    const person = asked === '2p' ? '3p' : asked;
    const tense = order && asked === '2p' ? 'present' : f.tense;
    const again = lexical !== '' || f.again === true;
    const now = tense === 'present' || tense === 'imperative';
    const kind: StemKind = f.passive ? 'passive' : now ? 'present' : 'past';
    const before = f.passive && !now ? 'passive-past' : kind;
    if ((f.passive && (clitic || valency !== 'tr')) || (clitic && valency !== 'tr')) return [];
    if ((again && f.directional) || (f.imperfect && tense !== 'past') || (mood === 'bare' && preverb === '')) return [];
    // the irrealis prefix makes the past and the conditional only; an order is a singular of its own or the tables' 3p
    if (mood === 'subjunctive' && (['perfect', 'pluperfect', 'perfsubj'].includes(tense) || (order && f.negated))) return [];
    if (mood === 'imperative' ? person !== (tense === 'imperative' ? '2s' : '3p') : order && mood !== 'subjunctive') return [];
    const same = (a?: boolean, b?: boolean): boolean => (a ?? false) === (b ?? false);
    const aspects = verbAffixes.aspect.filter((a) => a.before === before && a.mood === mood && same(a.negated, f.negated) && same(a.imperfect, f.imperfect));
    const tails = again ? verbAffixes.again : f.directional ? verbAffixes.directional : undefined;
    const timely = tails?.filter((t) => !t.tense || t.tense === tense);
    const stems = split(kind === 'passive' ? passive : kind === 'present' ? present : past);
    const first = stems[0] ?? '';
    // a stem that begins with a glide serves where the one that begins with a vowel cannot
    const smooth = join.vowelFirst(first) && aspects.some((a) => join.meets(preverb + a.form, first));
    return aspects.flatMap((aspect, rank) => {
      // negation and aspect are one row of the table, but a clitic stands between them
      const splits = aspect.negated === true && aspect.imperfect === true;
      const negation = splits ? verbAffixes.aspect.find((a) => a.before === before && a.negated && !a.imperfect && a.form !== '' && aspect.form.startsWith(a.form)) : undefined;
      const host = preverb || negation?.form || aspect.form;
      const also = f.also && host !== '' ? (preverb ? alsoAfter(preverb) : verbAffixes.also) : '';
      const inside = host === '' ? '' : also + (clitics.get(clitic) ?? '');
      const prefix = host + inside + (preverb ? aspect.form : aspect.form.slice(host.length));
      const key = keyOf(kind, tense, person, host === '' ? (f.also ? '+' : '') + clitic : '');
      const elided = aspect.form !== '' && aspects.some((o) => o.form.length > aspect.form.length && o.form.startsWith(aspect.form));
      return join.triple(preverb, inside) ? [] : stems.flatMap((stem, nth) => {
        if (!stem.startsWith(aspect.stem ?? '') || (smooth && join.glideFirst(stem)) || (mood === 'bare' && join.vowelFirst(stem))) return [];
        if (!join.meets(prefix, stem) || (elided && (!prefix.endsWith(aspect.form) || !join.vowelFirst(stem)))) return [];
        // a stem that is also listed with a vowel before it has that vowel after a consonant
        if (prefix !== '' && stems.some((o) => o.length === stem.length + 1 && o.endsWith(stem) && join.vowelFirst(o) && join.meets(prefix, o))) return [];
        const made = end(prefix, stem, first, key, host === '' && clitic !== '');
        // only the full spelling of an ending is followed by a tail
        const full = made.filter((o) => !made.some((u) => u.base === o.base && u.form.length > o.form.length && u.form.startsWith(o.form)));
        const done = timely ? full.flatMap((o, i) => close(o.base, o.form, timely).map((m) => ({ ...m, cost: m.cost * 10 + i }))) : made.map((o, i) => ({ text: o.base + o.form, cost: i }));
        return done.map((m) => ({ text: m.text, cost: m.cost + rank * 100 + nth * 1000 }));
      });
    });
  };
}
