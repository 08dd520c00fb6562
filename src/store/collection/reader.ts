import type { Quad } from 'n3';
import type { NameEntry } from '../../language/names.js';
import { createSettler, inKey, mergeKey, mergeRow, type Claim, type Settlement } from '../../link/identities.js';
import { UserError } from '../../model/note.js';
import { createGathered, type Gathered } from '../gathered.js';
import { line, valueOf } from '../said.js';
import { createSorter, type Sorter } from '../sort.js';
import { openLogs, type Logs } from './log.js';
import { readManifest, stateOf, type Head, type Row } from './manifest.js';
import type { Entry } from '../../corrections/log.js';
import { readGiven, rulingOf, type Ruling } from './corrections.js';
import { readNames } from './names.js';
import { readRefusals, type Refusals } from './refused.js';
import { thingsIn } from './shards.js';
import { isPlain, settlementOf, type Thing } from './things.js';
import { shownGraph } from './view.js';

/** One state of a collection. What is written meanwhile does not change what it gives. */
export interface Reader {
  readonly head: Head;
  readonly rows: readonly Row[];
  /** The user's own names with which it was read. */
  readonly names: readonly NameEntry[];
  /** The corrections under which it was read. */
  readonly ruling: Ruling;
  /** What a build of the same articles gathers. */
  readonly gathered: Gathered;
  /** Every article's graph as it is shown, by IRI. */
  graphs(): Generator<{ readonly iri: string; readonly quads: readonly Quad[] }>;
  close(): void;
}

/** How often it is tried again when a writer is just replacing what is read. */
const TRIES = 10;

/** Opens a collection for reading. Throws a `UserError` where there is none, or it cannot be read. */
export function openReader(folder: string): Reader {
  for (let n = 1; ; n++) {
    const { head, rows } = readManifest(folder);
    const state = stateOf(folder);
    let logs: Logs | undefined;
    try {
      logs = openLogs(folder, new Set(rows.map((r) => r.at[0])));
      const ruling = rulingOf(readGiven(folder, head.corrections), head.settings.base);
      const telling: Thing[] = [];
      for (const t of thingsIn(folder, head.shards)) if (!isPlain(t, ruling.groups)) telling.push(t);
      return reader({ head, rows, names: readNames(folder, head.settings.names), ruling }, logs, settlementOf(telling, ruling.groups), readRefusals(folder, head.refused));
    } catch (e) {
      logs?.close();
      if ((e as NodeJS.ErrnoException).code === 'ENOENT') {
        if (n < TRIES && stateOf(folder) !== state) continue;
        throw new UserError('is damaged: a file in store/ is missing', `"hewal add ${folder}" mends what can be mended`, folder);
      }
      throw e;
    }
  }
}

function reader(state: Pick<Reader, 'head' | 'rows' | 'names' | 'ruling'>, logs: Logs, settlement: Settlement, refusals: Refusals): Reader {
  const { rows, ruling } = state;
  let merges: Sorter | undefined;
  return {
    ...state,
    gathered: createGathered({
      graphs: async function* graphs(texts) {
        for (const { at } of rows) yield { quads: logs.graph(at), ...(texts ? { article: logs.meta(at).article } : {}) };
      },
      merges: async function* lines() {
        yield* (merges ??= await mergesOf(rows, logs, ruling)).sorted();
      },
      annotations: async function* lines() {
        const keyed = rows.map((r) => ({ at: r.at, key: line(inKey(r.id), '') })).sort((a, b) => (a.key < b.key ? -1 : 1));
        for (const { at } of keyed) yield logs.meta(at).annotation;
      },
      corrections: () => rows.flatMap((r): readonly Entry[] => (r.corrections ? logs.meta(r.at).corrections ?? [] : [])),
    }, () => settlement, ruling),
    graphs: function* graphs() {
      for (const row of rows) yield { iri: row.iri, quads: shownGraph(row, logs, settlement, refusals) };
    },
    close: () => {
      logs.close();
      merges?.close();
    },
  };
}

/** Why names were joined, inside articles and between them. */
async function mergesOf(rows: readonly Row[], logs: Logs, { groups }: Ruling): Promise<Sorter> {
  const merges = createSorter(), claims = createSorter();
  try {
    for (const { at } of rows) {
      const meta = logs.meta(at);
      meta.merges.forEach(merges.add);
      meta.claims.forEach(claims.add);
    }
    const settler = createSettler((m) => merges.add(line(mergeKey(m), mergeRow(m))), groups);
    for await (const kept of claims.sorted()) settler.add(JSON.parse(valueOf(kept)) as Claim);
    settler.end();
    return merges;
  } finally {
    claims.close();
  }
}
