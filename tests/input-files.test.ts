import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readArticles, type InputOptions, type Read } from '../src/input/articles.js';
import { readFeed } from '../src/input/feeds.js';
import { listed } from '../src/input/folders.js';
import { GzipBomb, unpacked } from '../src/input/gzip.js';
import { HEADLINE, LEAD, P, pageOf, SECOND, TEXT, THIRD } from './support/pages.js';

let home: string, dir: string, n = 0;
beforeAll(() => void (home = mkdtempSync(join(tmpdir(), 'hewal-inputs-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));
beforeEach(() => {
  dir = join(home, String(++n));
  mkdirSync(dir);
});
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
/** What inputs give: articles as they are, notes as code and place. */
async function read(inputs: readonly string[], options?: InputOptions): Promise<object[]> {
  const out: Read[] = [];
  for await (const r of readArticles(inputs, undefined, options)) out.push(r);
  return out.map((r) => ('note' in r ? { code: r.note.code, place: r.note.place?.replace(`${dir}/`, ''), message: r.note.message } : r.article));
}
const line = (o: object): string => `${JSON.stringify(o)}\n`;

describe('pages in files', () => {
  it('a page is known by its own address, otherwise by the name of its file; metadata beside it come first', async () => {
    put('a.html', pageOf('<link rel=canonical href="https://news.example.org/a"><meta name=date content="2026-05-10">'));
    put('b.htm', pageOf(`<title>${HEADLINE}</title>`));
    put('c.html', pageOf('<meta name=date content="2026-05-10"><meta property="og:site_name" content="x">'));
    put('c.json', '{"id": "mine", "published": "2026-05-11", "url": "https://news.example.org/c"}');
    expect(await read([dir])).toEqual([
      { id: 'https://news.example.org/a', url: 'https://news.example.org/a', title: HEADLINE, published: '2026-05-10', text: TEXT },
      { id: 'b', title: HEADLINE, text: TEXT },
      { id: 'mine', url: 'https://news.example.org/c', title: HEADLINE, published: '2026-05-11', publisher: 'x', text: TEXT },
    ]);
  });

  it('one bad page among ten loses nobody else', async () => {
    for (let i = 0; i < 9; i++) put(`${i}.html`, pageOf('', `<article>${P}<p>${'١'.repeat(i + 1)} ${LEAD}</p></article>`));
    put('5-bad.html', '<div>'.repeat(100_000));
    const all = await read([dir]);
    expect(all).toHaveLength(10);
    expect(all.filter((r) => 'code' in r)).toMatchObject([{ code: 'HW-009', place: '5-bad.html' }]);
  });

  it('folders: endings of articles, packed or not; not what a browser saved beside a page', async () => {
    for (const name of ['a.txt', 'b.txt.gz', 'c.HTML', 'd.xhtml.gz', 'e.jsonl.gz', 'f.rss', 'g.xml', 'h.json', 'i.rdf', 'j.md', 'k.gz']) {
      const content = /html/i.test(name) ? pageOf('') : name.includes('jsonl') ? line({ id: 'e', text: TEXT }) : name.endsWith('.rss') ? '<rss version="2.0"><channel><title>x</title></channel></rss>' : TEXT;
      put(name, name.endsWith('.gz') ? gzipSync(content) : content);
    }
    mkdirSync(join(dir, 'c_files'));
    put('c_files/ad.html', '<p>x');
    mkdirSync(join(dir, 'other_files'));
    put('other_files/z.txt', TEXT);
    expect((await read([dir])).map((r) => ('id' in r ? r.id : 'code' in r ? r.code : ''))).toEqual(['a', 'b', 'c', 'd', 'e', 'HW-007', 'z']);
  });

  it('pipes and devices in a folder are told, not read for ever; metadata have a limit', async () => {
    put('a.txt', TEXT);
    spawnSync('mkfifo', [join(dir, 'b.txt'), join(dir, 'c.jsonl'), join(dir, 'd.json')]);
    put('d.txt', TEXT);
    put('e.txt', TEXT);
    put('e.json', `{"title": "${'x'.repeat(1024 * 1024)}"}`);
    symlinkSync('/dev/zero', join(dir, 'f.html'));
    symlinkSync('a.txt', join(dir, 'g.txt'));
    symlinkSync('nowhere.txt', join(dir, 'h.txt'));
    symlinkSync('i.txt', join(dir, 'i.txt'));
    expect(await read([dir])).toMatchObject([{ id: 'a' }, { code: 'HW-003', place: 'b.txt' }, { code: 'HW-003', place: 'c.jsonl' }, { code: 'HW-006', place: 'd.json' }, { code: 'HW-006', place: 'e.json' }, { code: 'HW-003', place: 'f.html' }, { id: 'g' }, { code: 'HW-003', place: 'h.txt' }, { code: 'HW-003', place: 'i.txt' }]);
  });

  it('a folder within a folder may have more files than a call has arguments', () => {
    mkdirSync(join(dir, 'many'));
    // hard links are quick to make; a file may have some ten thousands
    let last = '';
    for (let i = 0; i < 130_000; i++) {
      if (i % 20_000 === 0) last = put(`many/${i}.txt`, TEXT);
      else linkSync(last, join(dir, `many/${i}.txt`));
    }
    let count = 0;
    for (const found of listed(dir)) count += typeof found === 'string' ? 1 : 0;
    expect(count).toBe(130_000);
  });

  it.each<readonly [string, string | Uint8Array, string]>([
    ['a.html', '', 'HW-012'], ['a.html', Uint8Array.of(0x3c, 0xff, 0xfe, 0x80), 'HW-005'], ['a.html', Buffer.alloc(17 * 1024 * 1024, 32), 'HW-009'], ['a.html.gz', gzipSync(Buffer.alloc(17 * 1024 * 1024)), 'HW-009'], ['a.txt.gz', gzipSync(Buffer.alloc(5 * 1024 * 1024, 32)), 'HW-009'],
    ['a.txt.gz', gzipSync('x'.repeat(99)).subarray(0, 20), 'HW-003'], ['a.jsonl.gz', gzipSync(line({ id: 'x', text: TEXT })).subarray(0, 40), 'HW-003'], ['a.xml', '<urlset></urlset>', 'HW-013'], ['a.json', '{"published": "2026-05-10"}', 'HW-013'], ['a.rss', '<rss version="2.0"><channel><title>x', 'HW-013'], ['a.pdf.gz', 'x', 'HW-004'],
  ])('%s that is wrong: %#', async (name, content, code) => expect(await read([put(name, content)])).toMatchObject([{ code, place: name }]));
});

describe('gzip', () => {
  it('is known by its first bytes, whatever the name', async () => {
    put('a.txt', gzipSync(TEXT));
    put('b.jsonl', Buffer.concat([gzipSync(line({ id: 1, text: TEXT })), gzipSync(line({ id: 2, text: TEXT }))]));
    put('c.txt.gz', TEXT);
    put('c.json', '{"title": "t"}');
    expect(await read([dir])).toMatchObject([{ id: 'a', text: TEXT }, { id: '1' }, { id: '2' }, { id: 'c', title: 't' }]);
  });

  const bytes = async (pieces: readonly (Buffer | string)[]): Promise<number> => {
    let size = 0;
    for await (const piece of unpacked((async function* all() {
      yield* pieces;
    })())) size += piece.length;
    return size;
  };
  it('in pieces of any size', async () => {
    const packed = gzipSync(TEXT);
    for (const size of [1, 2, 7, packed.length]) expect(await bytes(Array.from({ length: Math.ceil(packed.length / size) }, (_, i) => packed.subarray(i * size, (i + 1) * size)))).toBe(Buffer.byteLength(TEXT));
    for (const plain of [[], [''], ['x'], ['x', 'y'], [Buffer.of(0x1f)], [Buffer.of(0x1f), 'x']]) expect(await bytes(plain)).toBe(plain.join('').length);
  });

  it('what unpacks to more than 200 times its size is left before its end', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
    await expect(bytes([bomb])).rejects.toBeInstanceOf(GzipBomb);
    expect(await read([put('bomb.jsonl', bomb)])).toMatchObject([{ code: 'HW-009', place: 'bomb.jsonl' }]);
  });
});

const RSS = (items: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>هەواڵی نموونە</title><link>https://news.example.org/</link><description>x</description>${items}</channel></rss>`;
const WHOLE = `<content:encoded><![CDATA[${P}<figure><figcaption>وێنە</figcaption></figure><script>x</script>]]></content:encoded>`;
const expected = { title: HEADLINE, publisher: 'هەواڵی نموونە', published: '2026-05-10', text: TEXT };

describe('feeds in files', () => {
  const escaped = P.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  it.each<readonly [string, string, object]>([
    ['a.rss', RSS(`<item><title>${HEADLINE}</title><link>https://news.example.org/1?utm_source=rss</link><guid isPermaLink="false">77</guid><pubDate>Sun, 10 May 2026 23:30:00 +0300</pubDate><description>x</description>${WHOLE}</item>`), { id: 'https://news.example.org/1', url: 'https://news.example.org/1' }],
    ['a.xml', RSS(`<item><title>${HEADLINE}</title><guid>https://news.example.org/1</guid><dc:date>2026-05-10T01:00:00+03:00</dc:date>${WHOLE}</item>`), { id: 'https://news.example.org/1', url: 'https://news.example.org/1' }],
    ['a.rss', RSS(`<item><title>&lt;b&gt;${HEADLINE}&lt;/b&gt;</title><guid isPermaLink="false">post 77</guid><pubDate>10 May 2026</pubDate><description>${escaped}</description></item>`), { id: 'post 77' }],
    ['a.atom', `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example.org/feed"><title>هەواڵی نموونە</title><id>urn:f</id><updated>2026-05-12T00:00:00Z</updated><entry><title type="html">${HEADLINE}</title><id>urn:1</id><link rel="self" href="https://x.example/"/><link href="1"/><published>2026-05-10T23:30:00+03:00</published><updated>2026-05-12T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${P}</div></content></entry></feed>`, { id: 'https://news.example.org/1', url: 'https://news.example.org/1' }],
    ['a.atom', `<feed xmlns="http://www.w3.org/2005/Atom"><title>هەواڵی نموونە</title><id>urn:f</id><entry><title>${HEADLINE}</title><id>urn:1</id><updated>2026-05-10T00:00:00Z</updated><content type="text">${LEAD}\n\n${SECOND}\n${THIRD}</content></entry></feed>`, { id: 'urn:1' }],
    ['a.rdf', `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://news.example.org/rss"><title>هەواڵی نموونە</title><link>https://news.example.org/</link><description>x</description></channel><item rdf:about="https://news.example.org/1"><title>${HEADLINE}</title><link>https://news.example.org/1</link><dc:date>2026-05-10T01:00:00+03:00</dc:date><content:encoded>${escaped}</content:encoded></item></rdf:RDF>`, { id: 'https://news.example.org/1', url: 'https://news.example.org/1' }],
    ['feed.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'هەواڵی نموونە', items: [{ id: '1', url: 'https://news.example.org/1', title: HEADLINE, date_published: '2026-05-10T01:00:00+03:00', content_html: P }] }), { id: 'https://news.example.org/1', url: 'https://news.example.org/1' }],
    ['feed.json.gz', JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 'هەواڵی نموونە', items: [{ id: 'a', title: HEADLINE, date_published: '2026-05-10', content_text: TEXT }] }), { id: 'a' }],
  ])('%s: %#', async (name, content, own) => expect(await read([put(name, name.endsWith('.gz') ? gzipSync(content) : content)])).toEqual([{ ...expected, ...own }]));

  const item = (i: number, more: string): string => `<item><title>${HEADLINE}</title><link>https://news.example.org/${i}</link>${more}</item>`;
  it('an item that has only a summary is said to need its page; others are read', async () => {
    const feed = put('a.rss', RSS(item(1, WHOLE) + item(2, `<description>${LEAD}</description>`) + item(3, WHOLE) + '<item><title>x</title></item>' + `<item><description>${LEAD}</description></item>`));
    expect(await read([feed])).toMatchObject([{ id: 'https://news.example.org/1' }, { code: 'HW-014', place: 'a.rss item 2' }, { id: 'https://news.example.org/3' }, { code: 'HW-007', place: 'a.rss item 4' }, { code: 'HW-014', place: 'a.rss item 5' }]);
    // no more than so many are even looked at
    expect(readFeed(readFileSync(feed, 'utf8'), undefined, 1)).toMatchObject({ items: [{ link: 'https://news.example.org/1' }] });
    expect(await read([feed], { limit: 1 })).toMatchObject([{ id: 'https://news.example.org/1' }]);
  });

  it.each([
    ['entities that grow', `<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${RSS(item(1, '<content:encoded>&b; x</content:encoded>')).replace(/^.*\n/, '')}`],
    ['entities of files', `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>${RSS(item(1, '<content:encoded>&a; x</content:encoded>')).replace(/^.*\n/, '')}`],
    ['100,000 nested elements', RSS('<a>'.repeat(100_000))], ['names of prototypes', RSS('<item><__proto__>x</__proto__></item>')], ['an item of 100,000 nested elements', RSS(item(1, `<content:encoded><![CDATA[${'<div>'.repeat(100_000)}]]></content:encoded>`))],
  ])('%s: a note, or words as they stand', async (_, content) => {
    for (const r of await read([put('a.rss', content)])) if (!('code' in r)) expect((r as { text: string }).text).not.toMatch(/a{20}|root:/);
  });
});
