import { execFileSync } from 'node:child_process';

/** Tests read the language's tables as the program does: compiled from the data files as they are now. */
export default function setup(): void {
  execFileSync('npx', ['tsx', 'scripts/tables.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
