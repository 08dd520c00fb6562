// Given to node with --import: ends the program as kill -9 does, before the nth change that it makes to a collection on the disk.
import { writeFileSync } from 'node:fs';
import { watchDisk } from '../../dist/store/collection/disk.js';

const at = Number(process.env.CRASH_AT);
let n = 0;
watchDisk(() => {
  if (++n === at) process.kill(process.pid, 'SIGKILL');
});
// with no such change, says how many there were
process.on('exit', () => writeFileSync(process.env.CRASH_COUNT, String(n)));
