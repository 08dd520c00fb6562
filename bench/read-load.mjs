// node bench/read-load.mjs FILE MB: reads the texts of FILE (see write-load.ts), one a line, with the language layer, and prints the peak of its memory after so many
// megabytes and after all, as JSON. Plain JavaScript, so that what is measured is the built program alone, without what runs TypeScript.
import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLanguage, loadTables } from 'hewal/language';
import { tuneV8 } from '../dist/cli/v8.js';

const MB = 1e6;
/** About as much as one text: in larger pieces the texts that wait to be read would outlive young memory, and the peak be theirs. */
const PIECE = 4096;

const [path, mb] = process.argv.slice(2);
if (path === undefined || !(Number(mb) > 0)) throw new Error('usage: node bench/read-load.mjs FILE MB');
tuneV8();
const language = createLanguage(loadTables());
const peak = () => process.resourceUsage().maxRSS / 1024;
const rows = [];
const note = (size, more = {}) => rows.push({ MB: size / MB, 'peak RSS MB': peak(), ...more });
// looking takes some memory itself, the first times
for (let i = 0; i < 100; i++) note(0);
rows.length = 0;

const file = openSync(path, 'r'), piece = Buffer.alloc(PIECE), decoder = new StringDecoder();
let begun = '', size = 0;
/** Reads one more piece; false at the end. */
function read() {
  const n = readSync(file, piece);
  const lines = (begun + decoder.write(piece.subarray(0, n))).split('\n');
  begun = lines.pop() ?? '';
  for (const line of lines) {
    const text = JSON.parse(line);
    for (const t of language.tokenise(language.normalise(text).text)) if (t.kind === 'word') language.analyse(t.text);
    size += Buffer.byteLength(text);
  }
  return n > 0;
}
while (size < Number(mb) * MB && read());
note(size);
while (read());
const most = peak();
closeSync(file);
setFlagsFromString('--expose-gc');
runInNewContext('gc')();
note(size, { 'peak RSS MB': most, 'live heap MB': process.memoryUsage().heapUsed / MB });
// still in use: what is counted above is with all that it remembers
if (language.analyse('هەواڵ').length === 0) throw new Error('no reading');
console.log(JSON.stringify(rows));
