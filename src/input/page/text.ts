import { treeOf, type PageNode } from './tree.js';

const TEXT = 3, ELEMENT = 1;
const BLOCKS = new Set(('address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ' +
  'summary table tbody tfoot thead tr ul').split(' '));
const HEADING = /^h[1-6]$/;
/** Words beside the article: who took the picture, what else there is to read. */
const BESIDE = new Set(['figcaption', 'aside', 'nav', 'footer']);

/**
 * The text under a node, a line for each paragraph, heading, item and row; nothing is added or changed but white space. Left out are lines without letters,
 * those that are nothing but a link ("read also"), and headings at the end, under which nothing stands.
 */
export function textUnder(root: PageNode): string {
  const lines: { readonly text: string; readonly heading: boolean }[] = [];
  let line = '', own = false, headings = 0;
  const end = (): void => {
    const text = line.replace(/ {2,}/g, ' ').trim();
    if (own && /\p{L}/u.test(text)) lines.push({ text, heading: headings > 0 });
    line = '';
    own = false;
  };
  const walk = (node: PageNode, linked: boolean): void => {
    if (node.nodeType === TEXT) {
      for (const [i, piece] of node.data.split('\n').entries()) {
        if (i > 0) end();
        line += piece;
        own ||= !linked && /[\p{L}\p{N}]/u.test(piece);
      }
    } else if (node.nodeType === ELEMENT && !BESIDE.has(node.localName)) {
      const block = BLOCKS.has(node.localName), heading = HEADING.test(node.localName);
      if (block) end();
      if (heading) headings++;
      for (const child of node.childNodes) walk(child, linked || (node.localName === 'a' && node.getAttribute('href') !== null));
      if (block) end();
      if (heading) headings--;
      else if (node.localName === 'td' || node.localName === 'th') line += ' ';
    }
  };
  walk(root, false);
  end();
  while (lines.at(-1)?.heading) lines.pop();
  return lines.map((l) => l.text).join('\n');
}

/** The lines of a text that is no HTML, in the same form. */
export const linesOfText = (text: string): string => text.split(/[\r\n]+/).map(inOneLine).filter((line) => line !== '').join('\n');

/** A text in one line, without control characters. */
export const inOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** The text of a piece of HTML that is known to be all article (an item of a feed) or all title. Throws a `TooMuch`. */
export const textOfHtml = (html: string): string => textUnder(treeOf(html).body) || linesOfText(treeOf(html).body.textContent);
