import { existsSync, readFileSync } from 'node:fs';
import { readMetadata, type Metadata } from './metadata.js';
import { problem, reason, withoutMark, type Problem } from './read.js';

/** The metadata in the `.json` of the same name beside an article; nothing where there is none. */
export function metadataBeside(stem: string): { readonly meta: Partial<Metadata> } | { readonly bad: Problem; readonly place: string } {
  const place = `${stem}.json`;
  if (!existsSync(place)) return { meta: {} };
  try {
    return { meta: readMetadata(JSON.parse(withoutMark(readFileSync(place, 'utf8')))) };
  } catch (e) {
    return { place, bad: problem('HW-006', `its metadata cannot be used: ${reason(e)}`, 'metadata is {"published": "YYYY-MM-DD", "title": …, "publisher": …, "url": …}') };
  }
}
