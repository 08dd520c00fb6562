import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { nquads, quadLines, turtle, whole } from '../../src/formats/rdf.js';
import { groupsOf } from '../../src/corrections/groups.js';
import { table } from '../../src/corrections/log.js';
import type { Given } from '../../src/corrections/read.js';
import type { NameEntry } from '../../src/language/names.js';
import type { Article } from '../../src/model/article.js';
import { createEngine } from '../../src/pipeline.js';
import { createRecorder, fileOf, type Record } from '../../src/store/collection/record.js';
import { isCollection, readManifest } from '../../src/store/collection/manifest.js';
import { openReader } from '../../src/store/collection/reader.js';
import { openWriter, type Wanted } from '../../src/store/collection/writer.js';
import type { Gate } from '../../src/store/collection/gate.js';
import { createGathering } from '../../src/store/gathering.js';
import type { Gathered } from '../../src/store/gathered.js';
import { createSpeaker } from '../../src/store/said.js';
import { engine, tables } from './make.js';

/** People of one name who are not one, and one name spelt in several ways: what one article says changes how others read. */
export const TEXTS: readonly string[] = [
  'ئارام عوسمان، پارێزگاری هەولێر، گەیشتە بەغدا.',
  'ئارام عوسمان، وەزیری دەرەوەی ئێران، گەیشتە بەغدا.',
  'ئارام عوسمان، وەزیری دەرەوەی تورکیا، لەگەڵ مستەفا کازمی کۆبووەوە.',
  'جەلال ساڵح، وەزیری پێشمەرگە، سەردانی کەرکووکی کرد.',
  'جەلال سالح، وەزیری پێشمەرگە، سەردانی هەولێری کرد و گوتی: "ئەمە هەنگاوێکی گرنگە".',
  'نێچیرڤان بارزانی لە هەولێر پێشوازی لە جەلال سالح کرد.',
];

export const WANTED: Wanted = { names: [], settings: { hewal: 'test', rules: 'r', ontology: 'o', base: engine.mint.base, 'min-confidence': 0, names: '' } };

/** Records are pure functions of articles: made once, they serve every run. */
const made = new Map<string, Record>();
const recorded = (article: Article, wanted: Wanted): Record => {
  const key = JSON.stringify([article, wanted]);
  let record = made.get(key);
  if (!record) made.set(key, (record = createRecorder(createEngine(tables, wanted.settings.base, wanted.names, wanted.corrections?.map((g) => g.correction)), wanted.settings['min-confidence'])(article)));
  return record;
};

/** One change of a collection, as the commands make it. */
export async function change(folder: string, put: readonly Article[], gone: readonly string[] = [], { wanted = WANTED, gate }: { wanted?: Wanted; gate?: Gate } = {}) {
  const writer = await openWriter(folder, true, () => wanted);
  try {
    const seen = new Set<string>();
    const offer = (a: Article): void => {
      seen.add(a.id);
      if (writer.offer(a) === 'wanted') writer.put(recorded(a, wanted));
    };
    put.forEach(offer);
    for (const row of writer.rows.values()) if ((writer.stale || writer.concerned(row)) && !seen.has(row.id) && !gone.includes(row.id)) offer(writer.article(row));
    for (const id of gone) writer.remove(id);
    return await writer.commit(gate, (iri) => engine.known(iri.slice(`${engine.mint.base}entity/`.length))?.wikidata, () => {});
  } finally {
    await writer.close();
  }
}

async function all(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += `${line}\n`;
  return text;
}
const files = async (g: Gathered) => ({ nq: await whole(nquads(g.quads())), ttl: await whole(turtle(g.triples(), engine.mint.base)), merges: await all(g.merges()), annotations: await all(g.annotations()), corrections: [...table(g.outcomes())].join('\n') });

/** What an export writes. */
export async function exported(folder: string) {
  const reader = openReader(folder);
  try {
    return await files(reader.gathered);
  } finally {
    reader.close();
  }
}

/** What a build of these articles writes. */
export async function scratch(articles: readonly Article[], names: readonly NameEntry[] = [], given: readonly Given[] = []) {
  const corrections = given.map((g) => g.correction);
  const gathering = createGathering({ given, ...groupsOf(corrections, engine.mint.base) }), say = createSpeaker(names.length + given.length > 0 ? createEngine(tables, engine.mint.base, names, corrections) : engine, { texts: false, annotations: true, least: 0 });
  try {
    for (const a of articles) gathering.add(say(a));
    await gathering.settle();
    return await files(gathering);
  } finally {
    gathering.close();
  }
}

/** Everything that lies in a folder, by path; a folder ends in a slash. */
export const listed = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).map((e) => join(e.parentPath, e.name).slice(folder.length + 1) + (e.isDirectory() ? '/' : '')).sort();

/** What a collection shows in files: the graph of each article by its file, and the entity table. */
export function shown(folder: string): { graphs: Files; table: string } {
  const graphs: Files = {};
  for (const f of listed(join(folder, 'articles'))) if (f.endsWith('.nq.gz')) graphs[`articles/${f}`] = gunzipSync(readFileSync(join(folder, 'articles', f))).toString('utf8');
  return { graphs, table: readFileSync(join(folder, 'entities.tsv'), 'utf8') };
}
interface Files {
  [file: string]: string;
}

/** What is wrong with the order in a folder: files that nobody needs, or that are missing. Empty where all is as it should be. */
export function disorder(folder: string): string[] {
  if (!isCollection(folder)) return ['no manifest'];
  const { head, rows } = readManifest(folder);
  const want = new Set(rows.map((r) => fileOf(r.id)));
  const wrong: string[] = [];
  for (const f of listed(folder)) {
    if (/\.part$|^store\/(journal|todo|hewal-sort)|^\.lock/.test(f)) wrong.push(`left: ${f}`);
    if (f.startsWith('articles/') && !f.endsWith('/') && !want.delete(f)) wrong.push(`stray: ${f}`);
    const shard = /^store\/(?:claims|things)-(..)-(\d+)/.exec(f);
    if (shard && head.shards[shard[1] as string]?.[0] !== Number(shard[2])) wrong.push(`old: ${f}`);
  }
  for (const f of want) wrong.push(`missing: ${f}`);
  return wrong;
}

/** The graphs of a collection as they should be shown, by file. */
export function shouldShow(folder: string): Files {
  const reader = openReader(folder);
  try {
    const byIri = new Map(reader.rows.map((r) => [r.iri, r.file]));
    return Object.fromEntries([...reader.graphs()].map((g) => [byIri.get(g.iri), quadLines(g.quads)]));
  } finally {
    reader.close();
  }
}
