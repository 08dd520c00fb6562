// Checks the frames against their own examples.
//   npm run rules                every frame
//   npm run rules -- visit call  frames whose id contains one of the words
//   npm run rules -- --list      says which frames there are
import './tables.js';
import { loadTables } from '../src/language/index.js';
import { createFrameRunner, showFailure } from './rules-run.js';

const args = process.argv.slice(2);
const filters = args.filter((a) => !a.startsWith('-'));
const tables = loadTables();
const frames = tables.frames.filter((f) => filters.length === 0 || filters.some((word) => f.id.includes(word)));

if (frames.length === 0) {
  console.error(`no frame has ${filters.map((f) => `"${f}"`).join(' or ')} in its id; "npm run rules -- --list" shows them`);
  process.exit(1);
}

if (args.includes('--list')) {
  for (const f of frames) {
    const light = f.light ? [`${f.light.noun.join(' ')} + ${f.light.verbs.join(' ')}`] : [];
    const words = [...(f.verbs ?? []), ...light, ...(f.nouns ?? [])].join(', ');
    console.log(`${f.id.padEnd(28)} ${f.type.padEnd(14)} ${f.examples.length}+${f.counterExamples.length}  ${words}`);
  }
  process.exit(0);
}

const run = createFrameRunner(tables);
let passed = 0;
let failed = 0;
for (const frame of frames) {
  const failures = run(frame);
  failed += failures.length;
  passed += frame.examples.length + frame.counterExamples.length - failures.length;
  if (failures.length > 0) console.log(`\n${frame.id}\n${failures.map((f) => showFailure(f).replace(/^/gm, '  ')).join('\n')}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
