import { statSync } from 'node:fs';
import { createBreath } from './breath.js';
import { logsIn, pathOf, type Logs, type LogWriter } from './log.js';
import type { Row } from './manifest.js';

/** Bytes of dead records that may lie in logs whatever the size of the collection. */
const SPARE = 8 * 1024 * 1024;
/** Bytes that wait while records are copied. */
const PIECE = 1024 * 1024;

/** Where more is dead than alive, copies the living records to the end of the logs, in order; the logs they lay in are removed once the manifest says so. */
export async function compact(folder: string, rows: readonly Row[], logs: Logs, log: LogWriter): Promise<readonly Row[]> {
  const alive = rows.reduce((sum, { at }) => sum + at[2] + at[3], 0);
  const all = logsIn(folder).reduce((sum, n) => sum + statSync(pathOf(folder, n)).size, 0);
  if (all - alive <= Math.max(alive, SPARE)) return rows;
  log.next();
  const breath = createBreath(), copied: Row[] = [];
  for (const row of rows) {
    const bytes = logs.bytes(row.at);
    copied.push({ ...row, at: log.add(bytes.subarray(0, row.at[2]), bytes.subarray(row.at[2])) });
    if (log.waiting() >= PIECE) log.flush();
    await breath();
  }
  return copied;
}
