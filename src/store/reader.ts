// A thread that reads articles: see threads.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { loadTables } from '../language/load.js';
import type { Article } from '../model/article.js';
import { createEngine } from '../pipeline.js';
import { attempted } from './attempt.js';
import { createRecorder } from './collection/record.js';
import { createSpeaker } from './said.js';
import type { Setup } from './threads.js';

const { base, names, corrections, asked } = workerData as Setup;
const engine = createEngine(loadTables(), base, names, corrections);
const make = attempted<unknown>(asked.records ? createRecorder(engine, asked.least) : createSpeaker(engine, asked));
parentPort?.on('message', (articles: readonly Article[]) => parentPort?.postMessage(articles.map(make)));
