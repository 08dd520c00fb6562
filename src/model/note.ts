/** A finding about an input or a graph: what, where, what to do. Modelled on vfile-message. */
export interface Note {
  /** Stable code, e.g. `HW-104`. */
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
  /** File, article or focus node, with line or character where known. */
  readonly place?: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** An error a user can do something about; the command line prints `message`, `place` and `hint`, never a stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly hint: string | undefined;
  readonly place: string | undefined;

  constructor(message: string, hint?: string, place?: string) {
    super(message);
    this.hint = hint;
    this.place = place;
  }
}
