// A thread that reads articles: see threads.ts.
import { parentPort, workerData } from 'node:worker_threads';
import { loadTables } from '../language/load.js';
import type { Article } from '../model/article.js';
import { createEngine } from '../pipeline.js';
import { createSpeaker } from './said.js';
import type { Setup } from './threads.js';

const { base, names, asked } = workerData as Setup;
const say = createSpeaker(createEngine(loadTables(), base, names), asked);
parentPort?.on('message', (articles: readonly Article[]) => parentPort?.postMessage(articles.map(say)));
