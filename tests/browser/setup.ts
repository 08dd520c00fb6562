import { execFileSync } from 'node:child_process';
import { chromium } from './support.js';

/** The page is tested as it is built now. Without a Chromium there is nothing to test it with, and that is said. */
export default function setup(): void {
  if (!chromium()) {
    process.stdout.write('SKIPPED: no Chromium found. Install it (Debian: apt-get install chromium) or say where it is with HEWAL_CHROMIUM=/path.\n');
    return;
  }
  execFileSync('npx', ['tsx', 'scripts/viewer.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
