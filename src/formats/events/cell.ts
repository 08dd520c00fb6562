/** A cell that a spreadsheet would run: =, +, -, @ and their wide forms, tab and the ends of lines (OWASP, CSV Injection). Apostrophes may stand before. */
const RUN = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** Control characters except tab and the ends of lines. */
const CONTROL = /(?![\t\r\n])\p{Cc}/gu;

/**
 * Text as it may stand in a cell: an apostrophe goes before what a spreadsheet would run, and before what would look as if one had been put there, so that taking it
 * away gives the text again. A control character becomes U+FFFD, one for one.
 */
export const cell = (text: string): string => {
  const legal = text.toWellFormed().replace(CONTROL, '\uFFFD');
  return RUN.test(legal) ? `'${legal}` : legal;
};

/** The text of a cell that `cell` made. */
export const textOfCell = (value: string): string => (value.startsWith("'") && RUN.test(value) ? value.slice(1) : value);
