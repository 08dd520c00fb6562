import { parseHTML } from 'linkedom';
import { budget, MAX_NODES, parseHtml } from './parse.js';

/** As much of a DOM as this room uses. */
export interface PageNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageNode | null;
  readonly textContent: string;
  appendChild(child: PageNode): void;
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface PageDocument extends PageNode {
  readonly body: PageNode;
  title: string;
  createElement(name: string): PageNode;
  createTextNode(text: string): PageNode;
}

/** What holds no text of an article, whatever it holds. */
const DROPPED = new Set(('script style noscript template svg math iframe frame frameset object embed applet canvas video audio img picture source track map area ' +
  'input select textarea button datalist dialog title meta link base').split(' '));
/** What there is one of already. */
const TRANSPARENT = new Set(['html', 'head', 'body']);
/** What Readability looks at, and the longest value that means something. */
const KEPT = ['class', 'id', 'role', 'rel', 'itemprop', 'href', 'dir', 'lang'];
const LONGEST = 300;
/** Elements within elements; the tags of deeper ones are left out, their text stays. The cost of cleaning grows with the depth. */
const DEEPEST = 100;

/**
 * The document of a page as Readability wants it: without scripts, media and what is hidden from readers, white space collapsed, controls left out. Written
 * over the parser because linkedom's own way in has no limits. Throws a `TooMuch`.
 */
export function treeOf(html: string): PageDocument {
  const { document } = parseHTML('<!DOCTYPE html><html><head><title></title></head><body></body></html>') as unknown as { document: PageDocument };
  const open: PageNode[] = [document.body];
  const kept: boolean[] = [];
  const spend = budget(MAX_NODES, 'escaped characters');
  let dropping = 0, pre = 0, text = '';
  const flush = (): void => {
    const clean = (pre > 0 ? text.replace(/[\t \u00a0]+/g, ' ') : text.replace(/[\t\n\f\r \u00a0]+/g, ' ')).replace(/(?!\n)\p{Cc}/gu, '');
    text = '';
    if (clean === '') return;
    // each becomes a text node of its own when Readability reads its copy again
    spend(clean.match(/[&<>]/g)?.length ?? 0);
    (open.at(-1) as PageNode).appendChild(document.createTextNode(clean));
  };
  parseHtml(html, {
    open: (name, attributes) => {
      if (dropping > 0 || DROPPED.has(name) || (hidden(attributes) && !TRANSPARENT.has(name))) {
        dropping++;
        return;
      }
      // the lead of an article often stands in its <header>, where Readability does not look for it
      if (TRANSPARENT.has(name) || open.length > DEEPEST || (name === 'header' && open.some((n) => n.localName === 'article'))) {
        text += ' ';
        kept.push(false);
        return;
      }
      flush();
      if (name === 'pre') pre++;
      const node = document.createElement(/^[a-z][a-z0-9-]*$/.test(name) ? name : 'span');
      for (const key of KEPT) if (attributes[key] !== undefined) node.setAttribute(key, attributes[key].slice(0, LONGEST));
      (open.at(-1) as PageNode).appendChild(node);
      open.push(node);
      kept.push(true);
    },
    text: (piece) => {
      if (dropping === 0) text += piece;
    },
    close: (name) => {
      if (dropping > 0) {
        dropping--;
        return;
      }
      if (!kept.pop()) {
        text += ' ';
        return;
      }
      flush();
      open.pop();
      if (name === 'pre') pre--;
    },
  });
  flush();
  return document;
}

/** What readers of the page do not see is no part of the article. */
const hidden = (a: Readonly<Record<string, string>>): boolean => a['hidden'] !== undefined || a['aria-hidden'] === 'true' || /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test((a['style'] ?? '').slice(0, 2000));
