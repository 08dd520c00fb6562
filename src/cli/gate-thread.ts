// A thread that holds graphs of a collection to the gate: see gate.ts.
import { parentPort, workerData } from 'node:worker_threads';
import type { Correction } from '../corrections/types.js';
import { loadTables } from '../language/load.js';
import type { NameEntry } from '../language/names.js';
import type { Settlement } from '../link/identities.js';
import { createEngine } from '../pipeline.js';
import { graphsOf, type Recorded } from '../store/collection/gate.js';
import { openLogs } from '../store/collection/log.js';
import { judged } from './gate.js';

/** What such a thread is made with. */
export interface GateSetup {
  readonly folder: string;
  readonly base: string;
  readonly names: readonly NameEntry[];
  readonly corrections: readonly Correction[];
  readonly settlement: Settlement;
}

const { folder, base, names, corrections, settlement } = workerData as GateSetup;
const engine = createEngine(loadTables(), base, names, corrections);
const logs = openLogs(folder);
parentPort?.on('message', (page: readonly Recorded[]) => void judged(graphsOf(page, { logs, settlement }), engine).then((found) => parentPort?.postMessage(found)));
