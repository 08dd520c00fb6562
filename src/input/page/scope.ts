import { inOneLine } from './text.js';
import type { PageDocument, PageNode } from './tree.js';

/** Characters of text from which on the only `<article>` of a page is its article. */
const ENOUGH = 140;
/** So many headings that are links are a list of other articles. */
const MANY = 3;
/** A card of such a list holds no more text than this. */
const CARD = 600;

/**
 * Takes away what is certainly not the article of a page, so that Readability cannot mistake it for that: news of two sentences stand among twelve teasers of
 * twenty. First everything outside of what the page itself marks as the article; then cards of other articles.
 */
export function narrow(document: PageDocument, title: string | undefined): void {
  const { body } = document;
  const marked = markedArticle(body);
  if (marked) {
    for (const child of body.childNodes) child.remove();
    body.appendChild(marked);
  }
  for (const card of cards(body, title)) card.remove();
}

/** What is marked as the text (microdata), the `<article>` around the first `<h1>`, or the only `<article>` with some text. */
function markedArticle(body: PageNode): PageNode | undefined {
  const bodies: PageNode[] = [], articles: PageNode[] = [];
  let heading: PageNode | undefined;
  for (const node of elements(body)) {
    if (/(?:^|\s)articleBody(?:\s|$)/i.test(node.getAttribute('itemprop') ?? '')) bodies.push(node);
    if (node.localName === 'article') articles.push(node);
    else if (node.localName === 'h1') heading ??= node;
  }
  if (bodies.length === 1 && textOf(bodies[0] as PageNode) !== '') return bodies[0];
  const around = heading && above(heading, body).findLast((n) => n.localName === 'article');
  return around ?? (articles.length === 1 && textOf(articles[0] as PageNode).length >= ENOUGH ? articles[0] : undefined);
}

/** Elements with one heading that is a link each, three or more of them under one parent. The headline itself may be a link; what holds it is no card. */
function cards(body: PageNode, title: string | undefined): PageNode[] {
  const links = [...elements(body)].filter((n) => /^h[1-6]$/.test(n.localName) && isLink(n, body) && textOf(n) !== title);
  const held = new Map<PageNode, number>();
  for (const heading of links) for (const node of above(heading, body)) held.set(node, (held.get(node) ?? 0) + 1);
  const found: PageNode[] = [];
  for (const heading of links) {
    const path = [heading, ...above(heading, body)];
    const at = path.findIndex((n) => (held.get(n) ?? 1) > 1);
    const card = path[at - 1];
    if (at > 0 && (held.get(path[at] as PageNode) ?? 0) >= MANY && card && textOf(card).length <= CARD && ![...elements(card)].some((n) => n.localName === 'h1' || (/^h\d$/.test(n.localName) && textOf(n) === title))) found.push(card);
  }
  return found;
}

/** A heading inside of a link, or with nothing but links in it. */
function isLink(heading: PageNode, body: PageNode): boolean {
  if (above(heading, body).some((n) => n.localName === 'a')) return true;
  const all = textOf(heading);
  return all !== '' && inOneLine([...elements(heading)].filter((n) => n.localName === 'a').map((n) => n.textContent).join(' ')) === all;
}

const textOf = (node: PageNode): string => inOneLine(node.textContent);

/** The elements around a node, the nearest first, up to the body, which is the last. */
function above(node: PageNode, body: PageNode): PageNode[] {
  const out: PageNode[] = [];
  for (let n = node.parentNode; n; n = n.parentNode) {
    out.push(n);
    if (n === body) break;
  }
  return out;
}

function* elements(node: PageNode): Generator<PageNode> {
  for (const child of node.childNodes) if (child.nodeType === 1) {
    yield child;
    yield* elements(child);
  }
}
