import { Worker } from 'node:worker_threads';
import type { Finding } from '../check/index.js';
import type { Quad } from '../graph/quads.js';
import type { Article } from '../model/article.js';
import type { Note } from '../model/note.js';
import type { Engine } from '../pipeline.js';
import { graphsOf, pagesOf, type Changed, type Named, type Recorded } from '../store/collection/gate.js';
import { noteOf, refusal, type Refusal } from '../store/collection/refused.js';
import type { Kept } from '../store/graphs.js';
import type { GateSetup } from './gate-thread.js';
import { progressBar } from './progress.js';

/** Statements that are checked at a time: contradictions are looked for between the articles of so many. */
const CHECKED = 1_000_000;

/** What the gate found, and what it refuses. */
export interface Held {
  readonly findings: readonly Finding[];
  readonly refused: readonly Quad[];
}

/** Holds graphs to the gate, as many at a time as `CHECKED` statements make. */
export async function checked(graphs: AsyncIterable<Kept>, engine: Engine): Promise<Held> {
  const { passing } = await import('../check/quarantine.js');
  const findings: Finding[] = [], refused: Quad[] = [];
  let quads: Quad[] = [];
  let articles = new Map<string, Article>();
  const done = async (): Promise<void> => {
    if (quads.length === 0) return;
    const split = await passing({ quads, articles, countryOf: engine.countryOf, names: engine.names });
    findings.push(...split.findings);
    for (const q of split.refused) refused.push(q);
    quads = [];
    articles = new Map();
  };
  for await (const kept of graphs) {
    for (const q of kept.quads) quads.push(q);
    const graph = kept.quads[0]?.graph.value;
    if (graph !== undefined && kept.article) articles.set(graph, kept.article);
    if (quads.length >= CHECKED) await done();
  }
  await done();
  return { findings, refused };
}

/** What was found in graphs of which each is judged alone. */
export interface Judged {
  readonly findings: readonly Note[];
  /** Of single articles. */
  readonly refusals: readonly Refusal[];
}

/**
 * Holds graphs to the gate one by one, so that what is refused of one does not depend on the others: all together first, which is faster, then those alone
 * in which errors are found. `findings` are all that was found.
 */
export async function judged(graphs: readonly Named[], engine: Pick<Engine, 'countryOf' | 'names'>): Promise<Judged> {
  const { passing } = await import('../check/quarantine.js');
  const look = (list: readonly Named[]) => passing({
    quads: list.flatMap((k) => k.quads), articles: new Map(list.flatMap((k) => (k.article ? [[k.quads[0]?.graph.value ?? '', k.article]] : []))), countryOf: engine.countryOf, names: engine.names,
  });
  const together = await look(graphs), refusals: Refusal[] = [];
  const touched = new Set(together.refused.map((q) => q.graph.value));
  for (const kept of graphs) {
    const graph = kept.quads[0]?.graph.value ?? '';
    if (!touched.has(graph)) continue;
    const alone = await look([kept]);
    if (alone.refused.length > 0) refusals.push(refusal(kept.id, graph, alone.refused, alone.findings.filter((f) => f.level === 'error')));
  }
  return { findings: together.findings.map(noteOf), refusals };
}

/** Holds what changed in a collection to the gate, in as many threads as there are jobs. What it finds is the same for any number of them. */
export async function judgedInJobs(changed: Changed, engine: Engine, jobs: number, setup: Omit<GateSetup, 'folder' | 'settlement'>, pages = pagesOf(changed.records), thread = new URL('./gate-thread.js', import.meta.url)): Promise<Judged> {
  const lanes = Math.min(jobs, Math.ceil(pages.length / WORTH));
  const bar = await progressBar('articles checked');
  const here = (page: readonly Recorded[]): Promise<Judged> => judged(graphsOf(page, changed), engine);
  const done: Judged[] = [];
  let next = 0;
  const lane = async (look: (page: readonly Recorded[]) => Promise<Judged>): Promise<void> => {
    while (next < pages.length) {
      const at = next++, page = pages[at] as readonly Recorded[];
      done[at] = await look(page);
      bar.step(page.length);
    }
  };
  if (lanes <= 1) await lane(here);
  else await Promise.all(Array.from({ length: lanes }, () => inThread(thread, { ...setup, folder: changed.folder, settlement: changed.settlement }, here, lane)));
  bar.stop();
  return { findings: done.flatMap((d) => d.findings), refusals: done.flatMap((d) => d.refusals) };
}

/** Pages of which a thread must have some for its start to pay. */
const WORTH = 2;

/** Lets a thread look at pages; what it fails at is looked at here, where whoever asked is told what is wrong. */
async function inThread(thread: URL, setup: GateSetup, here: (page: readonly Recorded[]) => Promise<Judged>, lane: (look: (page: readonly Recorded[]) => Promise<Judged>) => Promise<void>): Promise<void> {
  const worker = new Worker(thread, { workerData: setup });
  let ended = false;
  worker.on('error', () => (ended = true));
  worker.on('exit', () => (ended = true));
  const there = (page: readonly Recorded[]): Promise<Judged | undefined> => new Promise((resolve) => {
    const failed = (): void => resolve(undefined);
    worker.once('exit', failed);
    worker.once('message', (m: Judged) => {
      worker.off('exit', failed);
      resolve(m);
    });
    worker.postMessage(page);
  });
  try {
    await lane(async (page) => (ended ? undefined : await there(page)) ?? here(page));
  } finally {
    await worker.terminate();
  }
}
