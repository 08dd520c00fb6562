import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../check/index.js';
import type { Context } from '../formats/jsonld.js';
import { nquads, toTurtle, trig, turtle } from '../formats/rdf.js';
import type { Quad } from '../graph/quads.js';
import { UserError } from '../model/note.js';
import type { Gathered } from '../store/gathered.js';
import { EXPORT_FILES, exported, EXPORTS, isExport, type Export } from './exports.js';
import { writeLines, writeWhole } from './files.js';

/** What is written where no format is named. */
export const USUAL = ['ttl', 'trig', 'nq', 'jsonld', 'graph-json', 'annotations', 'merges'] as const;
export const FORMATS = [...USUAL, ...EXPORTS] as const;
export type Format = (typeof FORMATS)[number];
export const FILES: Readonly<Record<Format, string>> = { ...EXPORT_FILES, ttl: 'graph.ttl', trig: 'graph.trig', nq: 'graph.nq', jsonld: 'graph.jsonld', 'graph-json': 'graph.json', annotations: 'annotations.jsonl', merges: 'merges.tsv' };

/** The formats of a comma-separated list, or of "all". Throws a `UserError` for a list with others in it, or with none. */
export function formatsOf(list: string): Format[] {
  const wanted = list.trim() === 'all' ? [...FORMATS] : list.split(',').map((f) => f.trim()).filter(Boolean);
  const bad = wanted.find((f) => !FORMATS.includes(f as Format));
  if (bad !== undefined || wanted.length === 0) throw new UserError(`unknown format "${bad ?? list}"`, `formats are ${FORMATS.join(', ')}; or all`, '--formats');
  return wanted as Format[];
}

/** How files are written. */
export interface Manner {
  readonly base: string;
  /** In graph.json and the other networks, events as edges between their actors. */
  readonly projection: boolean;
  readonly title?: string | undefined;
  readonly license?: string | undefined;
  /** The country of an entity by its IRI, in English. */
  countryOf(iri: string): string | undefined;
}

/** Writes what was gathered, a file a format. All have one time of change: what one build wrote is told by it. */
export async function write(folder: string, formats: readonly Format[], gathered: Gathered, manner: Manner): Promise<void> {
  const written = formats.map((format) => ({ format, file: FILES[format] }));
  for (const format of formats) {
    if (format === 'merges') await writeLines(folder, FILES[format], gathered.merges());
    else if (format === 'annotations') await writeLines(folder, FILES[format], gathered.annotations());
    else if (isExport(format)) await writeWhole(folder, FILES[format], await exported(format, gathered, { ...manner, written }));
    else await writeWhole(folder, FILES[format], await textOf(format, gathered, manner));
  }
  const now = new Date();
  for (const { file } of written) utimesSync(join(folder, file), now, now);
}

async function textOf(format: Exclude<Format, 'merges' | 'annotations' | Export>, gathered: Gathered, { base, projection }: Manner): Promise<string | AsyncIterable<string>> {
  if (format === 'ttl') return turtle(gathered.triples(), base);
  if (format === 'trig') return trig(gathered.quads(), base);
  if (format === 'nq') return nquads(gathered.quads());
  if (format === 'jsonld') {
    const [{ jsonLd }, { contextJson }] = await Promise.all([import('../formats/jsonld.js'), import('../check/ontology.js')]);
    return jsonLd(gathered.quads(), contextJson() as Context);
  }
  const { toGraphJson } = await import('../formats/graph-json.js');
  const quads: Quad[] = [];
  for await (const q of gathered.quads()) quads.push(q);
  return toGraphJson(quads, projection);
}

export const QUARANTINE = 'quarantine.ttl';

/** What the gate refused, with the reason on each; where it refused nothing, none of an earlier build is left. */
export async function writeQuarantine(folder: string, refused: readonly Quad[], findings: readonly Finding[], base: string): Promise<void> {
  if (refused.length === 0) {
    rmSync(join(folder, QUARANTINE), { force: true });
    return;
  }
  const [{ toReport }, { newsOntology }] = await Promise.all([import('../check/report/turtle.js'), import('../check/ontology.js')]);
  const labels = newsOntology().labels.get('ckb');
  const reasons = await toReport(findings.filter((f) => f.level === 'error'), (iri) => labels?.get(iri));
  await writeWhole(folder, QUARANTINE, `# Statements that the gate refused, then why.\n${await toTurtle(refused, base)}\n${reasons}`);
}
