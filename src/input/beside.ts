import { readFileSync, statSync } from 'node:fs';
import { readMetadata, type Metadata } from './metadata.js';
import { problem, reason, withoutMark, type Problem } from './read.js';

/** The longest metadata that are read, in bytes. */
const MOST = 1024 * 1024;

/** The metadata in the `.json` of the same name beside an article; nothing where there is none. */
export function metadataBeside(stem: string): { readonly meta: Partial<Metadata> } | { readonly bad: Problem; readonly place: string } {
  const place = `${stem}.json`;
  try {
    const stat = statSync(place, { throwIfNoEntry: false });
    if (!stat) return { meta: {} };
    if (!stat.isFile() || stat.size > MOST) throw new Error(stat.isFile() ? 'more than 1 MB' : 'no file');
    return { meta: readMetadata(JSON.parse(withoutMark(readFileSync(place, 'utf8')))) };
  } catch (e) {
    return { place, bad: problem('HW-006', `its metadata cannot be used: ${reason(e)}`, 'metadata is {"published": "YYYY-MM-DD", "title": …, "publisher": …, "url": …}') };
  }
}
