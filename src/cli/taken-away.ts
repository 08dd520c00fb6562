import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import pc from 'picocolors';
import { readRow, type Told } from '../corrections/log.js';
import { nameOf, type Index } from '../explain/index.js';
import { UserError } from '../model/note.js';
import { CORRECTIONS } from './corrections.js';
import { oneLine, out, printNote } from './print.js';

/** Statements that corrections took out of a graph. */
export interface TakenAway {
  readonly rows: readonly Told[];
  /** Things that only these statements name, by their labels in small letters. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

const LABELS = ['http://www.w3.org/2000/01/rdf-schema#label', 'http://www.w3.org/2004/02/skos/core#altLabel'];

/** Reads a `corrections.tsv`; without a path the one beside the graph, if there is one. */
export async function readTakenAway(path: string | undefined, graph: string): Promise<TakenAway> {
  const file = path ?? join(dirname(graph), CORRECTIONS);
  const rows: Told[] = [];
  const labels = new Map<string, string[]>();
  if (path === undefined && !existsSync(file)) return { rows, labels };
  let number = 0;
  const hint = 'give the corrections.tsv that "hewal build --corrections" wrote';
  try {
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      number++;
      if (line === '' || line.startsWith('#')) continue;
      const row = readRow(line);
      if (row?.sign !== '-') continue;
      rows.push(row);
      const { subject, predicate, object } = row.quad;
      if (!LABELS.includes(predicate.value)) continue;
      const key = object.value.toLowerCase();
      labels.set(key, [...new Set([...(labels.get(key) ?? []), subject.value])]);
    }
  } catch (e) {
    const problem = e instanceof SyntaxError ? `line ${number} is no row of a corrections.tsv` : `cannot be read (${(e as NodeJS.ErrnoException).code ?? 'error'})`;
    if (path !== undefined) throw new UserError(problem, hint, file);
    printNote({ code: 'hewal', level: 'warning', place: file, message: `${problem}; it is not used`, hint });
    return { rows: [], labels: new Map() };
  }
  return { rows, labels };
}

/** What is said of a statement in JSON. */
export const takenAwayJson = ({ file, line, what, words, note, quad }: Told) => ({ takenAway: { subject: quad.subject.value, predicate: quad.predicate.value, object: quad.object.value }, by: { file, line, do: what, words, ...(note === '' ? {} : { note }) } });

const say = (label: string, text: string): void => out(`  ${label.padEnd(8)} ${text}`);
const by = ({ file, line, what, words, note }: Told): void => {
  say('by', `${oneLine(file)}:${line} ${oneLine(what)}: ${oneLine(words)}`);
  if (note !== '') say('note', oneLine(note));
};

/** Says which correction took a fact away. */
export function showTakenAway(row: Told, index: Index, { rows }: TakenAway): void {
  const named = (iri: string): string => oneLine(index.names.has(iri) ? nameOf(index, iri) : rows.find((r) => r.quad.subject.value === iri && r.quad.predicate.value === LABELS[0])?.quad.object.value ?? iri);
  const { subject, predicate, object } = row.quad;
  out(pc.bold(`A correction took this away: ${named(subject.value)} — news:${oneLine(predicate.value.replace(/^.*#/, ''))} — ${named(object.value)}`));
  by(row);
  out('');
}

/** Says which corrections took a thing away. */
export function showGone(iri: string, rows: readonly Told[]): void {
  out(pc.bold(`A correction took this away: <${oneLine(iri)}>`));
  for (const row of new Map(rows.map((r) => [`${r.file}:${r.line}`, r])).values()) by(row);
  out('');
}
