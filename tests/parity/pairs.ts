import { readFileSync } from 'node:fs';

/** One part of a section of a data file, and what the section says to all of its parts: two complete Turtle texts. */
export interface Pair {
  /** Name of the section and label of the part. */
  readonly name: string;
  readonly common: string;
  readonly data: string;
}

/** The pairs of a data file in this directory; the head of each file says how it is written. */
export function readPairs(file: string): Pair[] {
  const [head = '', ...sections] = readFileSync(new URL(file, import.meta.url), 'utf8').split(/^== /m);
  return sections.flatMap((section) => {
    const [first, ...parts] = section.split(/^-- /m).map((text) => ({ title: text.slice(0, text.indexOf('\n')), body: text.slice(text.indexOf('\n')) }));
    return parts.map(({ title, body }) => ({ name: `${first?.title}, ${title}`, common: head + first?.body, data: head + body }));
  });
}
