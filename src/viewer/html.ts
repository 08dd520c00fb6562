import type { PageData } from './model/types.js';

/** Where the data stands in the built page. */
export const MARK = '"@hewal-data@"';

/**
 * Data as text that may stand in a script element: no character of it ends the element, opens a comment or is a line for JavaScript
 * (HTML Standard, 4.12.1.3, restrictions for contents of script elements). Lone surrogates are escapes already (JSON.stringify).
 */
export const embedded = (data: unknown): string => JSON.stringify(data).replace(/[<>&\u2028\u2029\u007f-\u009f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The page with its data: one HTML file that needs nothing else. In pieces, because the data of a large graph is long. */
export function* pageHtml(template: string, data: PageData): Generator<string> {
  const at = template.indexOf(MARK);
  if (at < 0 || template.includes(MARK, at + 1)) throw new Error('the page has no place for its data');
  yield template.slice(0, at);
  yield embedded(data);
  yield template.slice(at + MARK.length);
}
