import pc from 'picocolors';
import type { Note } from '../model/note.js';
import type { Counts } from '../store/said.js';
import { out, printNote } from './print.js';

/** Counts of many articles. */
export interface Tally {
  add(counts: Counts): void;
  /** Prints how much was found in how many articles, then how often each type of event. */
  print(articles: number): void;
}

export function createTally(): Tally {
  const byType = new Map<string, number>();
  let entities = 0, facts = 0, direct = 0;
  return {
    add: (c) => {
      entities += c.entities;
      facts += c.facts;
      direct += c.direct;
      for (const [type, n] of Object.entries(c.events)) byType.set(type, (byType.get(type) ?? 0) + n);
    },
    print: (articles) => {
      const events = [...byType.values()].reduce((a, b) => a + b, 0);
      out(`${pc.bold(String(articles))} article(s): ${pc.bold(String(entities))} entities, ${pc.bold(String(events))} events, ${pc.bold(String(facts))} facts, ${direct} direct facts`);
      const types = [...byType].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([type, n]) => `${type} ${n}`);
      if (types.length > 0) out(`  ${types.join(', ')}`);
    },
  };
}

/** Findings that are printed. */
const SHOWN = 20;

/** Prints the first findings of a gate; where there are more, how to see them. */
export function printFindings(findings: readonly Note[], more: string): void {
  for (const f of findings.slice(0, SHOWN)) printNote(f);
  if (findings.length > SHOWN) process.stderr.write(`… and ${findings.length - SHOWN} more findings: run "${more}"\n`);
}
