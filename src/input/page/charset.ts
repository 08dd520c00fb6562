import { problem, type Problem } from '../read.js';

/** Bytes in which a page must name its character set (HTML, "prescan a byte stream", says 1024; real pages are later). */
const HEAD = 4096;
/** More unreadable characters than one in so many: the character set was named wrongly. */
const RARE = 200;

/** By the byte order mark, as HTML wants it before all else. */
const MARKS: readonly (readonly [bytes: readonly number[], label: string])[] = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']];

/**
 * The text of a page or feed: its character set is that of the byte order mark, of the HTTP header, or what it says itself (`<meta charset>`, `<?xml
 * encoding?>`), in this order; without any of these UTF-8. Labels are those of the Encoding Standard.
 */
export function decodePage(bytes: Buffer, header?: string): string | Problem {
  const said = MARKS.find(([mark]) => mark.every((b, i) => bytes[i] === b))?.[1] ?? header ?? inside(bytes.toString('latin1', 0, HEAD));
  if (said === undefined) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return problem('HW-005', 'is not UTF-8, and does not say what it is', 'put <meta charset="…"> into the page, or save it as UTF-8');
    }
  }
  let text: string;
  try {
    text = new TextDecoder(said.trim()).decode(bytes);
  } catch {
    return problem('HW-005', `has a character set that is not known: ${said.slice(0, 40)}`, 'save it as UTF-8');
  }
  const broken = text.match(/\ufffd|\0/g)?.length ?? 0;
  return broken * RARE > text.length ? problem('HW-005', `is not ${said.trim().slice(0, 40)}, as it says: ${broken} characters cannot be read`, 'save it as UTF-8') : text;
}

function inside(head: string): string | undefined {
  const xml = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  const meta = /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  const label = xml ?? meta;
  // HTML, section 13.2.3.2: what can be read as ASCII is not UTF-16
  return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}
