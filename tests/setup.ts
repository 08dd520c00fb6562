import { execFileSync } from 'node:child_process';

/** Tests read the language's tables, and run the program, as they are shipped: compiled from the sources as they are now, once, before any of them starts: none may write into dist/ while another runs what is there. */
export default function setup(): void {
  execFileSync('npx', ['tsx', 'scripts/tables.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('npx', ['tsx', 'scripts/fonts.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('npx', ['tsc', '-p', '.'], { stdio: ['ignore', 'ignore', 'inherit'] });
  execFileSync('npx', ['tsx', 'scripts/viewer.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
