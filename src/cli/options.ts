import { UserError } from '../model/note.js';

/** Refuses an option that stands twice: yargs makes a list of it, and nobody could say which value was meant. */
export function once(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value: unknown = options[name as keyof typeof options];
    if (Array.isArray(value)) throw new UserError(`--${name} is given ${value.length} times`, 'give it once', `--${name}`);
  }
}

/** Refuses what is no whole number from 0 on. */
export function wholeNumber(name: string, value: number, example: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new UserError(`--${name} wants a whole number`, `for example --${name} ${example}`, `--${name}`);
}
