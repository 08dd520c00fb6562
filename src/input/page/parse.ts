import { Parser } from 'htmlparser2';

/** Elements and pieces of text of a page. News pages have some thousands; what Readability does grows faster than the page. */
export const MAX_NODES = 50_000;
/** Attributes of all elements together. */
const MAX_ATTRIBUTES = 200_000;
/** All elements, each as often as it is deep: what it costs to clean them. A page of 3,000 elements, 15 deep, has 45,000. */
const MAX_WORK = 600_000;

/** Where browsers, too, stop to nest (Blink: 512). The parser looks through all open elements for every end tag. */
const MAX_DEPTH = 512;

/** Characters that the parser is given at a time, so that a page over the limits is left early. */
const PIECE = 64 * 1024;

/** What is told of a page, in its order. Attribute and element names are in small letters. */
export interface Events {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** A page past the limits: no news page, or one that was made to take for ever. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';
}

/** Counts up to a limit. Throws a `TooMuch` past it. */
export function budget(limit: number, what: string): (cost: number) => void {
  let spent = 0;
  return (cost) => {
    spent += cost;
    if (spent > limit) throw new TooMuch(`more than ${limit} ${what}`);
  };
}

/** Goes through HTML as a browser's tokenizer does (elements that need no end tag are ended), in time linear in its length. Throws a `TooMuch`. */
export function parseHtml(html: string, on: Events): void {
  const node = budget(MAX_NODES, 'elements'), attribute = budget(MAX_ATTRIBUTES, 'attributes'), work = budget(MAX_WORK, 'elements within elements');
  let depth = 0;
  const parser = new Parser({
    onattribute: () => attribute(1),
    onopentag: (name, attributes) => {
      node(1);
      if (++depth > MAX_DEPTH) throw new TooMuch(`elements nested more than ${MAX_DEPTH} deep`);
      work(depth);
      on.open(name, attributes);
    },
    ontext: (text) => {
      node(1);
      on.text(text);
    },
    onclosetag: (name) => {
      depth--;
      on.close(name);
    },
  }, { decodeEntities: true });
  for (let at = 0; at < html.length; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
}
