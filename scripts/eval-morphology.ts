// npm run --silent eval:morphology -- FILE [--json] [--errors N]
// Compares the analysis of words in context with an annotated file: word, lemma, analysis («morpheme»[POS]{feature}…), context.
import { readFileSync } from 'node:fs';
import { contextTables, createDescriber, createLanguage, loadTables, readWords, segmentText, type Analysis } from '../src/language/index.js';

const args = process.argv.slice(2);
const file = args.find((a) => !a.startsWith('--') && !/^\d+$/.test(a));
if (!file) {
  console.error('usage: npm run --silent eval:morphology -- FILE [--json] [--errors N]');
  process.exit(2);
}
const show = args.includes('--errors') ? Number(args[args.indexOf('--errors') + 1] ?? 40) : 0;
const language = createLanguage(loadTables());
const context = contextTables(language);
const describe = createDescriber(language.tables);
const normal = (s: string): string => language.letters.fold(language.normalise(s).text.trim());

/** Causatives (‑اندن) are cited by the verb they are made from in this annotation: شکاندن under شکان. */
function base(lemma: string): string[] {
  const out = [lemma];
  const m = /^(.*)(?:اند|ێن|ان)ن$/u.exec(lemma);
  if (m) for (const end of ['ان', 'ین', 'یشتن', 'تن', 'ن']) {
    const candidate = normal((m[1] ?? '') + end);
    if (language.lexicon.infinitives.has(candidate)) out.push(candidate);
  }
  return out.map(normal);
}

/** The morphemes of the annotation; zero morphemes, homograph numbers and the causative's own part do not count. */
const wanted = (analysis: string): string[] => [...analysis.matchAll(/«([^»]*)»/g)].map((m) => normal((m[1] ?? '').replace(/\d+$/, ''))).filter((m) => m !== 'Ø' && m !== 'ø' && m !== '');

function readingOf(word: string, around: string): readonly [Analysis, string] {
  const { tokens, sentences } = segmentText(language, language.normalise(around).text);
  const target = language.normalise(word).text.trim();
  for (const s of sentences) {
    const items = readWords(language, context, tokens, s);
    const hit = items.find((i) => i.text === target);
    if (hit?.kind === 'word') return [hit.a, hit.text];
  }
  return [language.analyse(target)[0] as Analysis, target];
}

let words = 0, lemmas = 0, morphemes = 0;
const errors: string[] = [];
for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
  const [word, lemma, analysis, around] = line.split('\t');
  if (!word || !lemma || !analysis) continue;
  words++;
  const [reading, form] = readingOf(word, around ?? word);
  const found = describe(reading, form);
  // a variant spelling may be cited as it stands or under the lexicon's entry
  const cited = [...base(found.lemma), ...(reading.verb || reading.derived ? [] : [normal(reading.lemma)])];
  const lemmaRight = cited.includes(normal(lemma.replace(/\d+$/, '')));
  const got = found.morphemes.map(normal).filter(Boolean);
  const want = wanted(analysis);
  const same = got.join('+') === want.join('+') || (lemmaRight && got.join('') === want.join(''));
  if (lemmaRight) lemmas++;
  if (same) morphemes++;
  if (!lemmaRight || !same) errors.push(`${lemmaRight ? ' ' : 'L'}${same ? ' ' : 'M'} ${word}\twanted ${lemma} = ${want.join('+')}\tfound ${found.lemma} = ${got.join('+')}`);
}
const rate = (n: number): number => (words ? Number((n / words).toFixed(4)) : 0);
if (args.includes('--json')) console.log(JSON.stringify({ words, lemma: rate(lemmas), morphemes: rate(morphemes) }));
else {
  for (const e of errors.slice(0, show)) console.log(e);
  console.log(`${words} words: lemma right ${(rate(lemmas) * 100).toFixed(1)} %, all morphemes right ${(rate(morphemes) * 100).toFixed(1)} %`);
}
