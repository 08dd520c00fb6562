import { lostLetters } from '../nominal.js';
import type { AffixRow } from '../tables.js';
import type { Made, NominalFeatures } from './features.js';
import type { Join } from './join.js';

/** What an ending says that cannot stand in one word with another (SORANI 3): two articles, izafe and what closes the phrase. */
const APART: readonly (readonly [string, readonly string[]])[] = [
  ['def', ['indef', 'dem']], ['indef', ['dem']], ['izafe', ['poss', 'also', 'post', 'copula']],
];
const PERSON = /^[123][sp]$/;

/** Forms of nouns, adjectives and names. */
export function createNominal(affixes: readonly AffixRow[], join: Join): (lemma: string, features: NominalFeatures) => readonly Made[] {
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
