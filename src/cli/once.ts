import { UserError } from '../model/note.js';

/** Refuses an option that stands twice: yargs makes a list of it, and nobody could say which value was meant. */
export function once(options: object, names: readonly string[]): void {
  for (const name of names) {
    const value: unknown = options[name as keyof typeof options];
    if (Array.isArray(value)) throw new UserError(`--${name} is given ${value.length} times`, 'give it once', `--${name}`);
  }
}
