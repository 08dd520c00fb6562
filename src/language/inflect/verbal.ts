import { push, split, type StemKind } from '../lexicon.js';
import { lostLetters } from '../nominal.js';
import type { TailRow, Tables, VerbRow } from '../tables.js';
import type { Made, VerbFeatures } from './features.js';
import type { Join } from './join.js';

/** Forms of verbs. */
export function createVerbal({ endings, verbAffixes, affixes }: Tables, join: Join, open: string): (verb: VerbRow, features: VerbFeatures) => readonly Made[] {
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
