import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFactory, termFromId, type Quad } from 'n3';
import type { Finding } from '../../check/finding.js';
import { UserError } from '../../model/note.js';
import { writeFile } from './disk.js';

/** What the gate refused of one article, and why. */
export interface Refusal {
  readonly id: string;
  readonly graph: string;
  readonly statements: readonly (readonly [subject: string, predicate: string, object: string])[];
  readonly findings: readonly Omit<Finding, 'because'>[];
}

export interface Refusals {
  /** Statements that are not shown of an article, as keys of its graph; undefined where it is whole. */
  keysOf(id: string): ReadonlySet<string> | undefined;
  readonly all: readonly Refusal[];
}

export const refusedFile = (generation: number): string => `refused-${generation}.jsonl`;

/** Refusals by their article. */
export function createRefusals(all: readonly Refusal[]): Refusals {
  const keys = new Map(all.map((r) => [r.id, new Set(r.statements.map((s) => s.join('\u0000')))]));
  return { keysOf: (id) => keys.get(id), all };
}

export const refusal = (id: string, graph: string, refused: readonly Quad[], findings: readonly Finding[]): Refusal => ({
  id, graph, statements: refused.map((q) => [q.subject.id, q.predicate.id, q.object.id]),
  findings: findings.map(noteOf),
});

/** A finding without the statements that it follows from. */
export const noteOf = (finding: Finding): Refusal['findings'][number] => Object.fromEntries(Object.entries(finding).filter(([key]) => key !== 'because')) as unknown as Refusal['findings'][number];

/** The statements of refusals as quads. */
export const refusedQuads = (refusals: Refusals): Quad[] => refusals.all.flatMap((r) => r.statements.map(([s, p, o]) => DataFactory.quad(termFromId(s) as Quad['subject'], termFromId(p) as Quad['predicate'], termFromId(o) as Quad['object'], DataFactory.namedNode(r.graph))));

export function readRefusals(folder: string, generation: number): Refusals {
  if (generation === 0) return createRefusals([]);
  try {
    return createRefusals(readFileSync(join(folder, 'store', refusedFile(generation)), 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l) as Refusal));
  } catch (e) {
    if (e instanceof SyntaxError) throw new UserError(`is damaged: store/${refusedFile(generation)} is not what was written`, 'build the collection again from the articles, into a new folder', folder);
    throw e;
  }
}

export function writeRefusals(folder: string, generation: number, refusals: Refusals): void {
  const lines = [...refusals.all].sort((a, b) => (a.graph < b.graph ? -1 : 1)).map((r) => `${JSON.stringify(r)}\n`).join('');
  writeFile(join(folder, 'store', refusedFile(generation)), Buffer.from(lines), true);
}
