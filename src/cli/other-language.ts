import type { Note } from '../model/note.js';
import type { Guess } from '../text/guard.js';

const SAID: Readonly<Record<string, string>> = {
  arabic: 'Arabic', persian: 'Persian', kurmanji: 'Northern Kurdish (Kurmanji)', english: 'English', 'kurmanji-latin': 'Northern Kurdish in Latin letters', latin: 'a language in Latin letters', none: 'no language: it has no letters',
};

/** What is said of an article that is not Central Kurdish. */
export const otherLanguage = (language: Guess, place: string): Note | undefined => (language === 'ckb' ? undefined : {
  code: 'HW-011', level: 'error', place, message: `seems to be ${SAID[language] ?? language}, not Central Kurdish: left out`, hint: 'hewal reads Central Kurdish (Sorani) in Arabic letters',
});
