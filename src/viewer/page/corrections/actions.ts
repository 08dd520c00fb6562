import type { Correction } from '../../../corrections/types.js';
import { written, withCorrections } from '../../model/corrections/list.js';
import { voice, type Page } from '../page.js';
import { sayCorrection } from './sayings.js';
import type { State } from '../store.js';

/** Takes a correction in, in the place of another about the same. */
export function correct(page: Page, c: Correction): void {
  const { store } = page;
  store.set({ corrections: withCorrections(store.get().corrections, [c]) });
  store.set({ notice: sayCorrection(page, voice(page), c) });
}

/** Takes a correction back. */
export function undo(page: Page, c: Correction): void {
  const { store } = page, { corrections } = store.get();
  store.set({ corrections: corrections.filter((o) => o !== c), notice: voice(page).say('undone') });
}

/** What the reader says of a correction. Empty words take it away. */
export function note(page: Page, c: Correction, words: string): void {
  const notes = new Map(page.store.get().notes);
  if (words.trim() === '') notes.delete(written(c));
  else notes.set(written(c), words.trim().toWellFormed());
  page.store.set({ notes });
}

/** Whether there is something that no file has. */
export const unkept = (s: State): boolean => (s.corrections !== s.kept.corrections || s.notes !== s.kept.notes) && (s.corrections.length > 0 || s.kept.corrections.length > 0);
