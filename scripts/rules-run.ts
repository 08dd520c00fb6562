// Runs the examples and counter-examples of a frame through the engine. Shared by `npm run rules` and tests/rules.test.ts.
import { compile, extract, type Extraction } from '../src/extract/index.js';
import { createLanguage } from '../src/language/index.js';
import type { Frame, FrameExample, Tables } from '../src/language/tables.js';
import type { Event, RoleFill } from '../src/model/types.js';

/** An example that did not hold: what was wanted, and the events that the text gave instead. */
export interface Failure {
  readonly kind: 'example' | 'counter-example';
  readonly text: string;
  readonly wanted: string;
  /** One line an event: type, rule, status, roles with their words. */
  readonly found: readonly string[];
}

export type FrameRunner = (frame: Frame) => Failure[];

/** The day from which examples count "today" and "last week". */
const PUBLISHED = '2021-03-10';

export function createFrameRunner(tables: Tables): FrameRunner {
  const language = createLanguage(tables);
  const compiled = compile(language);
  const normal = (words: string): string => language.normalise(words).text;
  const read = (text: string): Extraction => extract({ id: 'example', text, published: PUBLISHED }, compiled);

  /** What is still missing when an event is taken for what an example expects; empty when it holds. */
  const missing = (x: Extraction, event: Event, example: FrameExample): string[] => {
    const out: string[] = [];
    for (const [role, expected] of Object.entries(example.roles ?? {})) {
      const fillers = event.roles.filter((r) => r.role === role).flatMap((r) => wordsOf(x, r)).map(normal);
      for (const words of typeof expected === 'string' ? [expected] : expected) {
        if (!fillers.some((f) => containsWords(f, normal(words)))) out.push(`${role} ${words}`);
      }
    }
    if (example.status !== undefined && event.status !== example.status) out.push(`status ${example.status}`);
    return out;
  };

  return (frame) => {
    const failures: Failure[] = [];
    for (const example of frame.examples) {
      const x = read(example.text);
      // what only adds to an event told before is found in that one
      const own = x.events.filter((e) => (frame.back === true || e.foundBy === frame.id) && e.type === frame.type);
      const best = own.map((e) => missing(x, e, example)).sort((a, b) => a.length - b.length)[0];
      if (best?.length === 0) continue;
      failures.push({ kind: 'example', text: example.text, wanted: best ? best.join(', ') : `${frame.type} by ${frame.id}`, found: x.events.map((e) => showEvent(x, e)) });
    }
    for (const text of frame.counterExamples) {
      const x = read(text);
      if (!x.events.some((e) => e.foundBy === frame.id)) continue;
      failures.push({ kind: 'counter-example', text, wanted: `nothing by ${frame.id}`, found: x.events.map((e) => showEvent(x, e)) });
    }
    return failures;
  };
}

/** Every wording of a filler: its own stretch and value, the entity's name and mentions. */
function wordsOf(x: Extraction, r: RoleFill): string[] {
  const entity = x.entities.find((e) => e.id === r.entity);
  return [
    ...(r.span ? [x.article.text.slice(r.span.start, r.span.end)] : []), ...(r.value !== undefined ? [r.value] : []),
    ...(entity ? [entity.name, ...entity.mentions.map((m) => x.article.text.slice(m.span.start, m.span.end))] : []),
  ];
}

/** The words stand in the filler from the beginning of a word; an ending may follow the last. */
const containsWords = (filler: string, words: string): boolean => ` ${filler}`.includes(` ${words}`);

function showEvent(x: Extraction, e: Event): string {
  const roles = e.roles.map((r) => `${r.role}=${wordsOf(x, r)[0] ?? '?'}`).join('  ');
  return `${e.type}  ${e.foundBy}  ${e.status}  ${roles || '(no roles)'}`;
}

export function showFailure(f: Failure): string {
  return [`${f.kind}: ${f.text}`, `  wanted: ${f.wanted}`, ...(f.found.length > 0 ? f.found.map((line) => `  found:  ${line}`) : ['  found:  nothing'])].join('\n');
}
