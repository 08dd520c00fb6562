import pc from 'picocolors';
import type { Outcome } from '../corrections/log.js';
import { UserError } from '../model/note.js';
import type { Engine } from '../pipeline.js';
import type { Gathered } from '../store/gathered.js';
import { printOutcomes, warnOutcomes, writeOutcomes } from './corrections.js';
import { checked, type Held } from './gate.js';
import { oneLine, out } from './print.js';
import { printFindings, type Tally } from './tally.js';
import { FILES, QUARANTINE, write, writeQuarantine, type Format } from './written.js';

/** How the files of a build or an export are asked for. */
export interface FileOptions {
  readonly out: string;
  readonly projection: boolean;
  readonly title?: string | undefined;
  readonly license?: string | undefined;
  readonly check: boolean;
  readonly strict: boolean;
}

/** Refuses options that contradict each other. */
export function strictOrNot(o: FileOptions): void {
  if (o.strict && !o.check) throw new UserError('--strict and --no-check contradict each other', 'leave one of them out', '--strict');
}

/** What became of the files: `strict` where the gate found errors and nothing was written. */
export interface Finished extends Held {
  readonly articles: number;
  readonly outcomes: readonly Outcome[];
  readonly strict: boolean;
}

/** Holds what was gathered to the gate, if that is wanted, and writes the files of what passes. Where there is no article, nothing. */
export async function finish(o: FileOptions, formats: readonly Format[], gathered: Gathered, articles: number, engine: Engine): Promise<Finished> {
  const { findings, refused } = o.check && articles > 0 ? await checked(gathered.articles(), engine) : { findings: [], refused: [] };
  gathered.refuse(refused);
  const outcomes = gathered.outcomes();
  const strict = o.strict && findings.some((f) => f.level === 'error');
  if (articles > 0 && !strict) {
    await write(o.out, formats, gathered, { base: engine.mint.base, projection: o.projection, title: o.title, license: o.license, countryOf: engine.countryOf });
    await writeOutcomes(o.out, outcomes);
    if (o.check) await writeQuarantine(o.out, refused, findings, engine.mint.base);
  }
  return { findings, refused, articles, outcomes, strict };
}

/** Says what was found and written. */
export function printFinished(o: FileOptions, formats: readonly Format[], { findings, refused, articles, outcomes, strict }: Finished, tally: Tally): void {
  const folder = oneLine(o.out);
  warnOutcomes(outcomes);
  printFindings(findings, `hewal check ${folder}/graph.nq`);
  tally.print(articles);
  if (o.check && articles > 0) out(findings.length === 0 ? `  check: ${pc.green('clean')}` : `  check: ${pc.red(`${findings.length} finding(s)`)}`);
  if (articles > 0 && !strict) printOutcomes(outcomes, o.out);
  if (refused.length > 0 && !strict) out(`  ${pc.red(`${refused.length} statement(s) refused`)}: ${folder}/${QUARANTINE} has them, with the reasons`);
  if (strict) out(`  ${pc.red('nothing written')}: --strict, and the gate found errors`);
  else if (articles > 0) out(`  written: ${formats.map((f) => `${folder}/${FILES[f]}`).join(' ')}`);
}
