import type { Derived } from './analysis.js';
import type { Letters } from './letters.js';
import type { Lexicon } from './lexicon.js';
import type { Tables } from './tables.js';
import { NOWHERE, ROOT, step, suffixTrie } from './trie.js';

/** One shape for all, which is what V8 compiles the readers of them for. */
const shaped = ({ kind, infinitive, light, passive, preverb, stem, again }: Derived): Derived => ({ kind, infinitive, light, passive, preverb, stem, again });
const derived = (d: Derived, preverb: string, light: string, infinitive = d.infinitive, again = d.again): Derived => shaped({ ...d, infinitive, light, preverb, again });

/** Recognises infinitives (also passive ones) and participles of known verbs, alone or with a light noun before them, in the first letters of a folded text. */
export function createDeriver(tables: Tables, lexicon: Lexicon, letters: Letters): (text: string, length: number) => Derived | undefined {
  const { infinitive, participle, again, passive: vowel } = tables.verbAffixes;
  const negation = letters.fold(tables.verbAffixes.aspect.find((x) => x.before === 'past' && x.negated)?.form ?? '');
  const forms = new Map<string, Derived>();
  for (const [key, e] of lexicon.infinitives) forms.set(key, shaped({ kind: 'infinitive', infinitive: e.infinitive, light: '', passive: false, preverb: e.preverb, stem: e.stems[0] ?? '', again: e.again }));
  const inCompounds = new Map<string, Derived>();
  const closers = again.filter((r) => r.after === 'C').map((r) => r.form);
  const add = (key: string, value: Derived): void => {
    if (!forms.has(key)) forms.set(key, value);
  };
  for (const kind of ['passive', 'past'] as const) {
    for (const [stem, entries] of lexicon.stems[kind]) {
      for (const e of entries) {
        const base = letters.fold(e.preverb) + stem;
        if (kind === 'passive') {
          const spelling = e.stems.find((s) => letters.fold(s) === stem) ?? stem;
          const passive = shaped({ kind: 'infinitive', infinitive: e.infinitive, light: '', passive: true, preverb: e.preverb, stem: spelling, again: e.again });
          if (e.again) for (const c of closers) add(letters.fold(base + vowel + infinitive + c), passive);
          else add(base + vowel + infinitive, passive);
          for (const p of participle.passive) add(letters.fold(base + p), shaped({ kind: 'participle', infinitive: e.infinitive, light: '', passive: true, preverb: e.preverb, stem: spelling, again: false }));
        } else if (!e.transitive && !e.again) {
          const active = shaped({ kind: 'participle', infinitive: e.infinitive, light: '', passive: false, preverb: e.preverb, stem: e.stems[0] ?? '', again: false });
          for (const p of participle.active) add(letters.fold(base + p), active);
          // تووشبوو: a stem in وو is its own participle, in compounds
          if (participle.active.includes(stem.slice(-1))) inCompounds.set(base, active);
        }
      }
    }
  }
  // سەپاندنەوە: any infinitive may have ەوە
  const infinitives = [...forms].filter(([, d]) => d.kind === 'infinitive' && !d.again);
  for (const [key, d] of infinitives) for (const c of closers) add(letters.fold(key + c), derived(d, d.preverb, '', d.infinitive + c, true));
  const clitics = Object.keys(tables.verbAffixes.clitics).filter((c) => c.length > 1).map(letters.fold);
  const preverbs = [...new Map(tables.verbs.map(([, , , , p]) => [letters.fold(p), p] as const))].filter(([key]) => tables.words['free-preverbs']?.map(letters.fold).includes(key));
  const endings = suffixTrie(new Map([...inCompounds, ...forms]));
  const firsts = new Map((tables.words['masdar-firsts'] ?? []).map((w) => [letters.fold(w.replace('+', '')), w.replace('+', '')]));
  const lightBefore = (light: string, { infinitive: of }: Derived): string | undefined =>
    lexicon.light.get(light) ?? (lexicon.infinitives.get(letters.fold(of))?.transitive ? firsts.get(light) : undefined) ?? (light.length >= 3 && lexicon.lightVerbs.has(letters.fold(of)) ? lexicon.nouns.get(light)?.[0]?.lemma : undefined);
  return (text, length) => {
    // before the shortest verb, of three letters or more, that leaves a light noun
    let found: Derived | undefined;
    let node = ROOT;
    for (let k = length - 1; k >= 0 && (node = step(endings, node, text.charCodeAt(k))) !== NOWHERE; k--) {
      const rest = endings.values[node];
      if (!rest) continue;
      if (k === 0) {
        if (rest.preverb === '' && inCompounds.get(text.slice(0, length)) === rest) break;
        return rest;
      }
      if (k < 2 || found || (k > length - 3 && !inCompounds.has(text.slice(k, length)))) continue;
      const written = lightBefore(text.slice(0, k), rest);
      if (written !== undefined) found = derived(rest, rest.preverb, written);
      else if (rest.preverb === '' && text.startsWith(negation, k - negation.length)) {
        // چارەسەرنەکراو
        const denied = lightBefore(text.slice(0, k - negation.length), rest);
        if (denied !== undefined) found = derived(rest, negation, denied);
      }
    }
    if (found) return found;
    // لێستاندنەوە: an infinitive with a preverb that the lexicon does not have it with
    for (const [key, p] of preverbs) {
      if (length < key.length + 4 || !text.startsWith(key) || clitics.some((c) => text.startsWith(c, key.length))) continue;
      const rest = forms.get(text.slice(key.length, length));
      if (rest?.kind === 'infinitive' && rest.preverb === '') return derived(rest, p, '', p + rest.infinitive);
    }
    const positive = length >= negation.length && text.startsWith(negation) ? forms.get(text.slice(negation.length, length)) : undefined;
    return positive?.preverb === '' && (positive.kind === 'infinitive' || positive.passive) ? derived(positive, negation, '') : undefined;
  };
}
