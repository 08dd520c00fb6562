import { Readability } from '@mozilla/readability';
import { problem, type Problem } from '../read.js';
import { headOf } from './head.js';
import { pageMetadata, type PageMetadata } from './metadata.js';
import { TooMuch } from './parse.js';
import { narrow } from './scope.js';
import { linesOfText, textOfHtml, textUnder } from './text.js';
import { treeOf, type PageNode } from './tree.js';

/** A page: the text of its article, line by line, and what is known of it. */
export interface Page extends Omit<PageMetadata, 'body'> {
  readonly text: string;
}

/** Below so many characters Readability looks for a better place of the article. News in Kurdish can be two sentences. */
const SHORT = 140;

/**
 * Reads a news page. The text is that of the element which Readability takes for the article, without headline, captions and links to other articles; where it
 * finds none, or one that begins otherwise, what JSON-LD has as `articleBody`. `address`: where the page was fetched from.
 */
export function readPage(html: string, address: string | undefined): Page | Problem {
  try {
    const { body, ...meta } = pageMetadata(headOf(html), address);
    const text = withoutHeadline(settled(articleOf(html, meta.title), bodyOf(body)), meta.title);
    if (text === '') return problem('HW-012', 'no text of an article was found in this page', 'give the page of one article (not a list of articles, and not a page that only a browser with scripts fills), or its text as .txt');
    return { ...meta, text };
  } catch (e) {
    if (e instanceof TooMuch) return problem('HW-009', `has ${e.message}: no page of news`, 'give the text of the article as .txt');
    throw e;
  }
}

function articleOf(html: string, title: string | undefined): string {
  const document = treeOf(html);
  narrow(document, title);
  // by it Readability knows the headline when it meets it in the text
  document.title = title ?? '';
  const reader = new Readability<PageNode>(document as never, { charThreshold: SHORT, disableJSONLD: true, serializer: (node: unknown) => node as PageNode });
  const content = reader.parse()?.content;
  return content ? textUnder(content) : '';
}

/** `articleBody` as lines; some sites write it as HTML. */
const bodyOf = (body = ''): string => (/<(?:p|br|div)[\s/>]/i.test(body) ? textOfHtml(body) : linesOfText(body));

/** The text that was found, unless the page itself says that its article begins otherwise: then something beside it was found. */
const settled = (found: string, said: string): string => (found === '' || (said.length >= SHORT && !letters(found).includes(letters(said.slice(0, 80)))) ? said : found);

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The headline is the article's title; in the text it would tell everything twice. */
function withoutHeadline(text: string, title: string | undefined): string {
  const end = text.indexOf('\n');
  return end > 0 && text.slice(0, end) === title ? text.slice(end + 1) : text;
}
