import { fileOf, opened } from '../../model/corrections/file.js';
import { withCorrections } from '../../model/corrections/list.js';
import { el } from '../dom.js';
import { voice, type Page } from '../page.js';

const NAME = 'corrections.jsonl';
/** How long a file is held for the browser to take, in milliseconds. */
const KEPT = 60_000;

/** Gives all corrections as a file. The browser keeps it where it keeps what it downloads; nothing is sent anywhere. */
export function exported(page: Page): void {
  const { corrections, notes } = page.store.get();
  const address = URL.createObjectURL(new Blob([fileOf({ corrections, notes })], { type: 'application/jsonl' }));
  const link = el('a', {});
  link.href = address;
  link.download = NAME;
  link.click();
  // the browser may still be reading it
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
  page.store.set({ kept: { corrections, notes }, trouble: [], notice: voice(page).say('exported', NAME) });
}

/** Takes in a file that was exported, or written by hand: all of it or nothing. */
export async function open(page: Page, file: File): Promise<void> {
  const { store } = page;
  const found = await opened(file, file.name);
  if ('faults' in found) return store.set({ trouble: found.faults });
  const before = store.get(), nothing = before.corrections.length === 0;
  const corrections = withCorrections(before.corrections, found.corrections), notes = new Map([...before.notes, ...found.notes]);
  // what was only opened is in a file already
  store.set({ corrections, notes, ...(nothing ? { kept: { corrections, notes } } : {}), trouble: [], notice: voice(page).say('opened', found.corrections.length) });
}
