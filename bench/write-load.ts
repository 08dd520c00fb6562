// tsx bench/write-load.ts FILE MB: writes the texts of so many megabytes of generated news, one a line. A process of its own, so that its memory is not counted as another's.
import { closeSync, openSync, writeSync } from 'node:fs';
import { loadTables } from '../src/language/load.js';
import { soraniArticles, upTo } from './generate.js';

const [path, mb] = process.argv.slice(2);
if (path === undefined || !(Number(mb) > 0)) throw new Error('usage: tsx bench/write-load.ts FILE MB');
const file = openSync(path, 'w');
for (const { text } of upTo(soraniArticles(loadTables()), Number(mb) * 1e6, (a) => a.text)) writeSync(file, `${JSON.stringify(text)}\n`);
closeSync(file);
