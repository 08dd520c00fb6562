import { treeOf, type PageNode } from './tree.js';

const TEXT = 3, ELEMENT = 1;
const BLOCKS = new Set(('address article aside blockquote body br caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ' +
  'summary table tbody tfoot thead tr ul').split(' '));
/** Words beside the article: who took the picture, what else there is to read. */
const BESIDE = new Set(['figcaption', 'aside', 'nav', 'footer']);

/** The text under a node, a line for each paragraph, heading, item and row; nothing else is added or changed but white space. */
export function textUnder(root: PageNode): string {
  let out = '';
  const walk = (node: PageNode): void => {
    if (node.nodeType === TEXT) out += node.data;
    else if (node.nodeType === ELEMENT && !BESIDE.has(node.localName)) {
      const block = BLOCKS.has(node.localName);
      if (block) out += '\n';
      for (const child of node.childNodes) walk(child);
      if (block) out += '\n';
      else if (node.localName === 'td' || node.localName === 'th') out += ' ';
    }
  };
  walk(root);
  return out.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim()).filter((line) => line !== '').join('\n');
}

/** The lines of a text that is no HTML, in the same form. */
export const linesOfText = (text: string): string => text.split(/[\r\n]+/).map(inOneLine).filter((line) => line !== '').join('\n');

/** A text in one line, without control characters. */
export const inOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** The text of a piece of HTML that is known to be all article (an item of a feed) or all title. Throws a `TooMuch`. */
export const textOfHtml = (html: string): string => textUnder(treeOf(html).body);
