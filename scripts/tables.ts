// Compiles the data files of a language into dist/tables/ckb.json, the one file the program reads at start, and those of event coding into cameo.json.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { compileLetters } from '../src/language/letters.js';
import { nameKeys, nounKeys, properWords, variantsWithin } from '../src/language/keys.js';
import type { Tables } from '../src/language/tables.js';
import { ENTITY_TYPES } from '../src/model/types.js';
import { EVENT_TYPES } from '../src/model/vocabulary.js';
import { coding } from './coding.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const home = join(root, 'src/language/ckb');

const problems: string[] = [];

/** Rows of a tab-separated file without its header; a row with another number of columns is a problem with its line number. */
function rows(file: string, columns: number): string[][] {
  const path = join(home, file);
  if (!existsSync(path)) return [];
  const out: string[][] = [];
  readFileSync(path, 'utf8').split('\n').forEach((line, i) => {
    if (line.startsWith('#') || line.trim() === '') return;
    const cells = line.split('\t');
    while (cells.length < columns) cells.push('');
    if (cells.length > columns) problems.push(`${file}:${i + 1}: ${cells.length} columns, ${columns} wanted`);
    out.push(cells.map((c) => c.trim()));
  });
  return out;
}

const yaml = (file: string): unknown => parse(readFileSync(join(home, file), 'utf8'));
const letters = yaml('letters.yaml') as Tables['letters'];
const compiledLetters = compileLetters(letters);
const strings = z.array(z.string());
/** Entity types that a frame may accept, and what narrows them (frames/README.md). */
const accepted = z.array(z.enum([...ENTITY_TYPES, 'Nothing', 'Country', 'Seat', '-Settlement', '-Media', '-Plural', '-Own', '-Infinitive']));
const frame = z.strictObject({
  id: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  type: z.enum(EVENT_TYPES),
  verbs: strings.optional(),
  light: z.strictObject({ noun: strings, verbs: strings }).optional(),
  nouns: strings.optional(),
  roles: z.record(z.string(), z.string()),
  accept: z.record(z.string(), accepted).optional(),
  needs: strings.optional(),
  'needs-one': strings.optional(),
  with: strings.optional(),
  'not-with': strings.optional(),
  'with-object': strings.optional(),
  within: z.strictObject({ noun: strings, by: z.string() }).optional(),
  only: z.record(z.string(), strings).optional(),
  denial: z.boolean().optional(),
  'only-passive': strings.optional(),
  support: z.boolean().optional(),
  back: z.boolean().optional(),
  future: z.boolean().optional(),
  occasion: z.boolean().optional(),
  publishes: z.boolean().optional(),
  'only-quoted': z.boolean().optional(),
  status: z.enum(['planned', 'possible', 'negated']).optional(),
  examples: z.array(z.strictObject({ text: z.string(), roles: z.record(z.string(), z.union([z.string(), strings])).optional(), status: z.string().optional() })).min(1),
  counterExamples: strings.min(1),
});

function frames(): Tables['frames'] {
  const seen = new Set<string>();
  return readdirSync(join(home, 'frames')).filter((f) => f.endsWith('.yaml')).sort().flatMap((file) => {
    const parsed = z.array(frame).safeParse(yaml(`frames/${file}`));
    if (!parsed.success) {
      for (const i of parsed.error.issues) problems.push(`frames/${file}: ${i.path.join('.')}: ${i.message}`);
      return [];
    }
    for (const f of parsed.data) {
      if (seen.has(f.id)) problems.push(`frames/${file}: ${f.id} is there twice`);
      seen.add(f.id);
    }
    return parsed.data;
  });
}

const TYPE_OF = { people: 'Person', places: 'Place', organizations: 'Organization' } as const;

/** Names of the three lists in one shape. People: 0 name 1 english 2 aliases 3 post 4 country 5 wikidata; the others: 0 name 1 kind 2 english 3 aliases 4 part of 5 wikidata. */
function names(): Tables['names'] {
  const taken = new Map<string, number>();
  const out: string[][] = [];
  for (const [file, type] of Object.entries(TYPE_OF)) {
    for (const r of rows(`names/${file}.tsv`, type === 'Person' ? 7 : 6)) {
      const [name, kind, english, aliases, partOf, wikidata] = (type === 'Person' ? [r[0], r[3], r[1], r[2], r[4], r[5]] : r) as string[];
      const slug = `${type.toLowerCase()}/${(english || name || '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`;
      const n = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, n);
      out.push([n === 1 ? slug : `${slug}-${n}`, type, name ?? '', kind ?? '', english ?? '', aliases ?? '', partOf ?? '', wikidata ?? '', '']);
    }
  }
  const within = variantsWithin(out.map((r) => [r[1] ?? '', r[2] ?? '', r[5] ?? '']), compiledLetters);
  out.forEach((r, i) => (r[8] = nameKeys(r[2] ?? '', [r[5], within[i]].filter(Boolean).join(';'), compiledLetters)));
  return out as unknown as Tables['names'];
}

const words = yaml('words.yaml') as Record<string, string[]>;
const allFrames = frames();
const compounds = [...new Set([...(words['light'] ?? []), ...allFrames.flatMap((f) => f.light?.noun ?? [])])];

const sources: Omit<Tables, 'properWords'> = {
  language: 'ckb',
  letters,
  affixes: rows('affixes.tsv', 6).map(([slot, ...rest]) => [Number(slot), ...rest]) as unknown as Tables['affixes'],
  endings: rows('endings.tsv', 6) as unknown as Tables['endings'],
  verbAffixes: yaml('verb-affixes.yaml') as Tables['verbAffixes'],
  closed: rows('closed.tsv', 5) as unknown as Tables['closed'],
  nouns: [1, 2, 3, 4].flatMap((n) => rows(`lexicon/nouns-${n}.tsv`, 5)).map((r) => [...r, nounKeys(r[0] ?? '', r[4] ?? '', compiledLetters)]) as unknown as Tables['nouns'],
  verbs: rows('lexicon/verbs.tsv', 9) as unknown as Tables['verbs'],
  compounds,
  names: names(),
  given: rows('names/given.tsv', 5) as unknown as Tables['given'],
  titles: rows('names/titles.tsv', 3) as unknown as Tables['titles'],
  heads: rows('names/heads.tsv', 3) as unknown as Tables['heads'],
  words,
  time: yaml('time.yaml') as Tables['time'],
  guard: yaml('guard.yaml') as Tables['guard'],
  frames: allFrames,
  confidence: rows('confidence.tsv', 3) as unknown as Tables['confidence'],
};
const tables: Tables = { ...sources, properWords: properWords(sources, compiledLetters) };

const events = coding(join(root, 'src/formats/events'), new Map(allFrames.map((f) => [f.id, f.type])), tables.names.filter((n) => n[1] === 'Place' && n[3] === 'country').map((n) => n[4]));
problems.push(...events.problems);

if (problems.length > 0) {
  console.error(`${problems.length} problem(s) in src/language/ckb or src/formats/events:\n${problems.slice(0, 40).map((p) => `  ${p}`).join('\n')}`);
  process.exit(1);
}
const out = join(root, 'dist/tables');
mkdirSync(out, { recursive: true });
for (const [file, content] of [['ckb.json', tables], ['cameo.json', events.tables]] as const) {
  writeFileSync(join(out, `${file}.part`), JSON.stringify(content));
  renameSync(join(out, `${file}.part`), join(out, file));
}
console.log(`tables: ${tables.verbs.length} verbs, ${tables.nouns.length} nouns and adjectives, ${tables.names.length} names, ${tables.given.length} given names, ${tables.frames.length} frames`);
