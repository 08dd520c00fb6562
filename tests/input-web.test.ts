import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readArticles, type InputOptions, type Read } from '../src/input/articles.js';
import { isProblem } from '../src/input/read.js';
import { isPublic, parseAddress, shown } from '../src/input/web/address.js';
import { createWeb, type WebOptions } from '../src/input/web/index.js';
import { HEADLINE, LEAD, pageOf, TEXT } from './support/pages.js';

describe('addresses', () => {
  it.each([
    'http://127.0.0.1/', 'http://127.1/', 'http://127.0.0.1./', 'http://2130706433/', 'http://0x7f000001/', 'http://0x7f.1/', 'http://017700000001/', 'http://0177.0.0.1/', 'http://0/', 'http://0.0.0.0/', 'http://１２７.０.０.１/', 'http://127。0。0。1/',
    'http://10.0.0.1/', 'http://172.16.0.1/', 'http://172.31.255.255/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'http://100.64.0.1/', 'http://100.100.100.200/', 'http://168.63.129.16/', 'http://192.0.0.192/', 'http://198.18.0.1/',
    'http://192.0.2.1/', 'http://224.0.0.1/', 'http://239.255.255.250/', 'http://240.0.0.1/', 'http://255.255.255.255/',
    'http://[::1]/', 'http://[::]/', 'http://[::ffff:10.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::ffff:0:127.0.0.1]/', 'http://[::127.0.0.1]/', 'http://[::a00:1]/', 'http://[64:ff9b::10.0.0.1]/', 'http://[64:ff9b:1::8.8.8.8]/', 'http://[2002:a00:1::]/', 'http://[2001::1]/',
    'http://[fe80::1]/', 'http://[fec0::1]/', 'http://[fd00:ec2::254]/', 'http://[fc00::1]/', 'http://[ff02::1]/', 'http://[2001:db8::1]/', 'http://[4000::1]/', 'http://[100::1]/',
  ])('%s is not public', (address) => {
    expect(parseAddress(address, false)).toMatchObject({ code: 'HW-015' });
    expect(parseAddress(address, true)).toBeInstanceOf(URL);
  });

  it.each(['ftp://example.org/x', 'file:///etc/passwd', 'javascript://x/%0aalert(1)', 'data://x', 'gopher://example.org/', 'ws://example.org/', 'http://', 'http://[::1', 'http://a b/', 'http://user@example.org/', 'http://user:secret@example.org/', 'http://:x@example.org/', `http://example.org/${'x'.repeat(2000)}`])('%s is never fetched', (address) => {
    for (const allowed of [true, false]) expect(parseAddress(address, allowed)).toMatchObject({ code: 'HW-015' });
  });

  it.each(['http://example.org:22/', 'http://example.org:25/', 'https://example.org:993/'])('%s: no port of web servers', (address) => expect(parseAddress(address, false)).toMatchObject({ code: 'HW-015' }));
  it.each(['https://example.org/x#y', 'http://example.org:8080/', 'http://8.8.8.8/', 'http://[2606:4700::1111]/', 'https://هەواڵ.example/', 'http://172.32.0.1/', 'http://100.128.0.1/'])('%s may be fetched', (address) => expect(parseAddress(address, false)).toBeInstanceOf(URL));
  it.each([['8.8.8.8', true], ['64:ff9b::8.8.8.8', true], ['::ffff:8.8.8.8', true], ['2606:4700::1111', true], ['fe80::1%eth0', false], ['example.org', false], ['', false]])('%s is public: %s', (ip, is) => expect(isPublic(ip)).toBe(is));
  it('messages do not repeat passwords', () => expect(shown('https://user:secret@example.org/x@y')).toBe('https://…@example.org/x@y'));
});

type Handler = (q: IncomingMessage, a: ServerResponse) => void;
let server: Server, origin: string, routes: Map<string, Handler>, asked: string[], headers: IncomingMessage['headers'][];
beforeAll(async () => {
  server = createServer((q, a) => {
    asked.push(q.url ?? '');
    headers.push(q.headers);
    const route = routes.get(q.url ?? '');
    if (route) route(q, a);
    else a.writeHead(404).end();
  });
  await new Promise<void>((up) => void server.listen(0, '127.0.0.1', up));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  routes = new Map();
  asked = [];
  headers = [];
});
const give = (path: string, body: string | Buffer, type = 'text/html; charset=utf-8', more: Record<string, string> = {}): void => void routes.set(path, (_, a) => a.writeHead(200, { 'content-type': type, ...more }).end(body));
const redirect = (path: string, to: string, status = 302): void => void routes.set(path, (_, a) => a.writeHead(status, { location: to }).end());

const waits: number[] = [];
const QUICK: Partial<WebOptions> = { delay: 0, wait: (ms) => {
  waits.push(ms);
  return Promise.resolve();
} };
async function read(inputs: readonly string[], options: InputOptions = {}): Promise<object[]> {
  const out: Read[] = [];
  for await (const r of readArticles(inputs, undefined, { allowPrivate: true, userAgent: 'hewal/0 (+https://example.org/)', ...options, web: { ...QUICK, ...options.web } })) out.push(r);
  return out.map((r) => ('note' in r ? { code: r.note.code, place: r.note.place?.replace(origin, ''), message: r.note.message } : { ...r.article, id: r.article.id.replace(origin, '') }));
}

describe('pages of the web', () => {
  it('a page: robots.txt first, under our own name', async () => {
    give('/1.html?utm_source=x', pageOf('<meta name=date content="2026-05-10">'));
    expect(await read([`${origin}/1.html?utm_source=x#top`])).toEqual([{ id: '/1.html', url: `${origin}/1.html`, title: HEADLINE, published: '2026-05-10', text: TEXT }]);
    expect(asked).toEqual(['/robots.txt', '/1.html?utm_source=x']);
    for (const h of headers) expect(h).toMatchObject({ 'user-agent': 'hewal/0 (+https://example.org/)', 'accept-encoding': 'gzip' });
    for (const h of headers) expect(Object.keys(h)).not.toEqual(expect.arrayContaining(['cookie', 'authorization', 'referer']));
  });

  it('other kinds: text, JSON Lines, packed, XHTML, windows-1256', async () => {
    give('/a.txt', TEXT, 'text/plain; charset=utf-8');
    give('/b.jsonl', `${JSON.stringify({ id: 'b', text: TEXT })}\n{\n`, 'application/octet-stream');
    give('/c.jsonl.gz', gzipSync(`${JSON.stringify({ id: 'c', text: TEXT })}\n`), 'application/gzip');
    give('/d', gzipSync(pageOf('')), 'application/xhtml+xml', { 'content-encoding': 'gzip' });
    give('/e', Buffer.concat([Buffer.from('<title>'), Buffer.from([0xd3, 0xe1, 0xc7, 0xe3]), Buffer.from(`</title><article><p>${[...TEXT].map((c) => `&#${c.codePointAt(0)};`).join('')}</p></article>`)]), 'text/html; charset=Windows-1256');
    expect(await read(['/a.txt', '/b.jsonl', '/c.jsonl.gz', '/d', '/e'].map((p) => origin + p))).toMatchObject([{ id: '/a.txt', text: TEXT }, { id: 'b' }, { code: 'HW-008', place: '/b.jsonl:2' }, { id: 'c' }, { id: '/d', text: TEXT }, { title: 'سلام' }]);
    expect(asked.filter((p) => p === '/robots.txt')).toHaveLength(1);
  });

  it('JSON Lines are unpacked once, under the limit of every answer: gzip inside gzip does not get past it', async () => {
    const lines = `${JSON.stringify({ id: 'c', text: TEXT })}\n`.repeat(20_000);
    give('/twice.jsonl', gzipSync(gzipSync(lines)), 'application/gzip');
    expect(await read([`${origin}/twice.jsonl`], { web: { size: 1_000_000 } })).toMatchObject([{ code: 'HW-005', place: '/twice.jsonl:1' }]);
  });

  it.each<readonly [string, () => void, string, RegExp]>([
    ['an image', () => give('/x', 'x', 'image/png'), 'HW-018', /is image\/png/],
    ['a PDF', () => give('/x', '%PDF', 'application/pdf'), 'HW-018', /application\/pdf/],
    ['packed as nobody asked', () => give('/x', 'x', 'text/html', { 'content-encoding': 'br' }), 'HW-018', /packed as br/],
    ['not found', () => {}, 'HW-017', /answered with 404/],
    ['an error of the server', () => void routes.set('/x', (_, a) => a.writeHead(500).end('x')), 'HW-017', /answered with 500/],
    ['no content', () => void routes.set('/x', (_, a) => a.writeHead(204).end()), 'HW-017', /answered with 204/],
    ['a page without an article', () => give('/x', '<div id=app></div>'), 'HW-012', /no text/],
    ['XML that is no feed', () => give('/x', '<?xml version="1.0"?><urlset></urlset>', 'application/xml'), 'HW-013', /no feed/],
    ['an empty answer', () => give('/x', ''), 'HW-012', /no text/],
    ['bytes of no character set', () => give('/x', Buffer.from([0xd3, 0xe1]), 'text/html; charset=utf-8'), 'HW-005', /not utf-8/],
    ['more than the limit', () => give('/x', 'x'.repeat(10_001)), 'HW-009', /more than/],
    ['more than the limit, its length not said', () => void routes.set('/x', (_, a) => {
      a.writeHead(200, { 'content-type': 'text/html' });
      for (let i = 0; i < 11; i++) a.write('x'.repeat(1000));
      a.end();
    }), 'HW-009', /more than/],
    ['more than the limit when unpacked', () => give('/x', gzipSync('x'.repeat(1_000_000)), 'text/html', { 'content-encoding': 'gzip' }), 'HW-009', /more than/],
    ['gzip that is cut off', () => give('/x', gzipSync(LEAD.repeat(9)).subarray(0, 60), 'text/html', { 'content-encoding': 'gzip' }), 'HW-003', /unpacked/],
    ['a body that never ends', () => void routes.set('/x', (_, a) => void a.writeHead(200, { 'content-type': 'text/html' }).write('x')), 'HW-017', /in time/],
    ['no answer at all', () => void routes.set('/x', () => {}), 'HW-017', /in time/],
    ['a connection that breaks', () => void routes.set('/x', (q) => void q.socket.destroy()), 'HW-017', /cannot be fetched/],
    ['a length that is not true', () => void routes.set('/x', (q, a) => {
      a.writeHead(200, { 'content-type': 'text/html', 'content-length': '500' }).write('x', () => void q.socket.destroy());
    }), 'HW-017', /cannot be fetched/],
    ['a head without end', () => void routes.set('/x', (q) => void q.socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}\r\n`)), 'HW-017', /cannot be fetched/],
    ['no HTTP', () => void routes.set('/x', (q) => void q.socket.end('SSH-2.0-x\r\n')), 'HW-017', /cannot be fetched/],
  ])('%s: a note, and the next input is read', async (_, make, code, message) => {
    make();
    give('/good', pageOf(''));
    const [bad, good] = await read([`${origin}/x`, `${origin}/good`], { web: { size: 10_000, time: 400 } });
    expect(bad).toMatchObject({ code, place: '/x' });
    expect((bad as { message: string }).message).toMatch(message);
    expect(good).toMatchObject({ id: '/good' });
  });
});

describe('redirects', () => {
  it('are followed to the page, which is known by its last address', async () => {
    redirect('/old', '/new', 301);
    redirect('/new', `${origin}/news/1`, 308);
    give('/news/1', pageOf(''));
    expect(await read([`${origin}/old`])).toMatchObject([{ id: '/news/1' }]);
  });

  it.each<readonly [string, string, string, RegExp]>([
    ['to itself', '/x', 'HW-017', /circle/], ['to another scheme', 'file:///etc/passwd', 'HW-015', /redirected: "file:"/], ['to a script', 'javascript:alert(1)', 'HW-015', /redirected/], ['with a password', 'http://a:b@example.org/', 'HW-015', /password/], ['to what is no address', 'http://[', 'HW-017', /no address/],
  ])('%s: not followed', async (_, to, code, message) => {
    redirect('/x', to);
    const [r] = await read([`${origin}/x`]);
    expect(r).toMatchObject({ code });
    expect((r as { message: string }).message).toMatch(message);
  });

  it('a circle of two, and too many', async () => {
    redirect('/a', '/b');
    redirect('/b', '/a');
    for (let i = 0; i < 9; i++) redirect(`/${i}`, `/${i + 1}`);
    expect(await read([`${origin}/a`, `${origin}/0`])).toMatchObject([{ code: 'HW-017' }, { code: 'HW-017' }]);
    expect(asked).toEqual(['/robots.txt', '/a', '/b', '/0', '/1', '/2', '/3', '/4', '/5']);
  });
});

/** A web that may fetch only what is public, in which every name leads to the address of our server. */
const named = (address: string, more: Partial<WebOptions> = {}): ReturnType<typeof createWeb> => createWeb({ userAgent: 'hewal/0', allowPrivate: false, ...QUICK, retries: 0, resolve: () => Promise.resolve([{ address, family: address.includes(':') ? 6 : 4 }]), ...more } as WebOptions);

describe('names', () => {
  const port = (): string => new URL(origin).port;
  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1', 'fd00::1', '100.64.0.1'])('that lead to %s are refused before anything is connected', async (ip) => {
    const web = named(ip);
    for (const host of ['intern.example', 'localhost', 'localhost.', 'metadata.google.internal']) expect(await web.get(`http://${host}:${port()}/x`, () => true)).toMatchObject({ code: 'HW-015' });
    await web.close();
    expect(asked).toEqual([]);
  });

  it('that lead to a public and a private address are refused', async () => {
    const web = named('', { resolve: () => Promise.resolve([{ address: '8.8.8.8', family: 4 }, { address: '127.0.0.1', family: 4 }]) });
    expect(await web.get(`http://mixed.example:${port()}/x`, () => true)).toMatchObject({ code: 'HW-015' });
    await web.close();
  });

  it('are looked up once a connection, and the address that was looked at is the one that is asked', async () => {
    give('/x', pageOf(''));
    let looked = 0;
    const web = named('', { allowPrivate: true, resolve: () => Promise.resolve([{ address: looked++ === 0 ? '127.0.0.1' : '192.0.2.1', family: 4 }]) });
    expect(isProblem(await web.get(`http://news.example:${port()}/x`, () => true))).toBe(false);
    expect(looked).toBe(1);
    expect(headers.map((h) => h.host)).toEqual([`news.example:${port()}`, `news.example:${port()}`]);
    await web.close();
  });

  it('that nobody knows', async () => {
    const web = named('', { resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) });
    expect(await web.get('http://nobody.example/', () => true)).toMatchObject({ code: 'HW-017', message: expect.stringContaining('ENOTFOUND') as string });
    await web.close();
  });

  it.each(['http://10.0.0.1/secret', 'http://[::ffff:127.0.0.2]/', 'http://0x7f000002/', '//169.254.169.254/latest/', 'http://intern.example/'])('a redirect to %s is refused', async (to) => {
    redirect('/x', to);
    // our server is taken for a public one, and every name leads elsewhere
    const web = named('127.0.0.2', { isPublic: (ip) => ip === '127.0.0.1' });
    expect(await web.get(`${origin}/x`, () => true)).toMatchObject({ code: 'HW-015' });
    await web.close();
    expect(asked).toEqual(['/robots.txt', '/x']);
  });

  it('nothing private is fetched unless it is allowed', async () => {
    give('/x', pageOf(''));
    expect(await read([`${origin}/x`], { allowPrivate: false })).toMatchObject([{ code: 'HW-015', place: '/x' }]);
    expect(asked).toEqual([]);
  });
});

describe('robots.txt', () => {
  const robots = (text: string): void => give('/robots.txt', text, 'text/plain');
  it.each<readonly [string, string, boolean]>([
    ['everybody is kept out', 'User-agent: *\nDisallow: /', false], ['we are kept out', 'User-agent: hewal\nDisallow: /news\n\nUser-agent: *\nAllow: /', false], ['others are kept out', 'User-agent: other\nDisallow: /', true],
    ['we are let in', 'User-agent: *\nDisallow: /\n\nUser-agent: Hewal\nAllow: /', true], ['another folder', '\ufeffUser-agent: *\nDisallow: /admin', true], ['the longest rule speaks', 'User-agent: *\nDisallow: /news\nAllow: /news/1', true], ['wildcards', 'User-agent: *\nDisallow: /*/1$', false],
    ['empty', '', true], ['not a robots.txt', pageOf(''), true], ['a delay that nobody waits', 'User-agent: *\nCrawl-delay: 3600', false],
  ])('%s', async (_, text, may) => {
    robots(text);
    give('/news/1', pageOf(''));
    expect(await read([`${origin}/news/1`])).toMatchObject([may ? { id: '/news/1' } : { code: 'HW-016' }]);
    expect(asked.includes('/news/1')).toBe(may);
  });

  it.each([[404, true], [403, true], [410, true], [500, false], [429, false]])('answered with %i: fetched: %s', async (status, may) => {
    routes.set('/robots.txt', (_, a) => a.writeHead(status).end());
    give('/x', pageOf(''));
    expect(await read([`${origin}/x`])).toMatchObject([may ? { id: '/x' } : { code: 'HW-016' }]);
  });

  it('rules with wildcards that would take hours count as a robots.txt that cannot be read; many plain rules do not', async () => {
    give('/x', pageOf(''));
    robots(`User-agent: *\n${`Disallow: /${'*a'.repeat(100)}b$\n`.repeat(2_000)}`);
    expect(await read([`${origin}/x`])).toMatchObject([{ code: 'HW-016', message: 'is not fetched: its robots.txt cannot be read' }]);
    robots(`User-agent: *\n${'Disallow: /private/\n'.repeat(20_000)}Disallow: /*/print$`);
    expect(await read([`${origin}/x`])).toMatchObject([{ id: '/x' }]);
  });

  it('redirects are asked about too', async () => {
    robots('User-agent: *\nDisallow: /secret');
    redirect('/x', '/secret');
    give('/secret', pageOf(''));
    expect(await read([`${origin}/x`])).toMatchObject([{ code: 'HW-016' }]);
    expect(asked).toEqual(['/robots.txt', '/x']);
  });

  it('the delay it asks for is waited', async () => {
    robots('User-agent: *\nCrawl-delay: 7');
    for (const p of ['/a', '/b', '/c']) give(p, pageOf('', `<p>${p} ${TEXT}</p>`));
    waits.length = 0;
    expect(await read(['/a', '/b', '/c'].map((p) => origin + p))).toHaveLength(3);
    expect(waits).toHaveLength(2);
    for (const ms of waits) expect(Math.ceil(ms / 1000)).toBe(7);
  });
});

describe('busy servers', () => {
  const busy = (times: number, status: number, after?: string): void => {
    let n = 0;
    routes.set('/x', (_, a) => (n++ < times ? a.writeHead(status, after === undefined ? {} : { 'retry-after': after }).end() : a.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(''))));
  };
  it.each([[1, 503, undefined], [2, 429, '0'], [2, 503, 'Thu, 01 Jan 1970 00:00:00 GMT'], [1, 429, 'soon']])('%i × %i, Retry-After %s: asked again', async (times, status, after) => {
    busy(times, status, after);
    expect(await read([`${origin}/x`])).toMatchObject([{ id: '/x' }]);
  });

  it('as late as the server asks for', async () => {
    busy(1, 429, '30');
    waits.length = 0;
    expect(await read([`${origin}/x`])).toMatchObject([{ id: '/x' }]);
    expect(waits.map((ms) => Math.ceil(ms / 1000))).toEqual([30]);
  });

  it('a host that is busy for five addresses in a row is left in peace; an answer between begins the count anew', async () => {
    give('/ok', pageOf(''));
    for (let i = 0; i < 11; i++) routes.set(`/${i}`, (_, a) => a.writeHead(503, { 'retry-after': '86400' }).end());
    const all = await read([0, 1, 2, 3, 'ok', 4, 5, 6, 7, 8, 9, 10].map((p) => `${origin}/${p}`));
    expect(asked).toEqual(['/robots.txt', '/0', '/1', '/2', '/3', '/ok', '/4', '/5', '/6', '/7', '/8']);
    expect(all.slice(-2)).toMatchObject([{ code: 'HW-017', message: expect.stringContaining('busy') as string }, { code: 'HW-017' }]);
  });

  it.each<readonly [number, string | undefined, number]>([[9, undefined, 3], [9, '86400', 1]])('not for ever', async (times, after, requests) => {
    busy(times, 503, after);
    expect(await read([`${origin}/x`])).toMatchObject([{ code: 'HW-017', message: 'is answered with 503' }]);
    expect(asked.filter((p) => p === '/x')).toHaveLength(requests);
  });
});

describe('feeds of the web', () => {
  const feed = (...items: string[]): string => `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>نموونە</title><link>${origin}/</link><description>x</description>${items.join('')}</channel></rss>`;
  const item = (link: string, more = ''): string => `<item><title>هەواڵ</title><link>${link}</link><pubDate>Sun, 10 May 2026 23:30:00 +0300</pubDate>${more}</item>`;
  it('pages of items are fetched, one bad one loses no other; what a page does not say the feed does', async () => {
    give('/feed', feed(item('/1'), item('/gone'), item(`${origin}/2?utm_medium=rss`), item('http://10.0.0.1/x'.replace('10.0.0.1', '[::1'), '<description>x</description>'), item('/3', `<content:encoded>${TEXT}</content:encoded>`)), 'text/html');
    give('/1', pageOf('<meta name=date content="2026-05-09"><meta property="og:site_name" content="خۆی">'));
    give('/2', pageOf('', `<article><p>${TEXT}</p></article>`));
    expect(await read([`${origin}/feed`])).toMatchObject([
      { id: '/1', title: HEADLINE, published: '2026-05-09', publisher: 'خۆی' }, { code: 'HW-017', place: `/feed item 2 (${origin}/gone)` }, { id: '/2', title: 'هەواڵ', published: '2026-05-10', publisher: 'نموونە' }, { code: 'HW-014' }, { id: '/3' },
    ]);
    expect(asked).toEqual(['/robots.txt', '/feed', '/1', '/gone', '/2']);
  });

  it('a feed that was fetched speaks only for its own site: of a page elsewhere not its text counts, but the page', async () => {
    const [bait, elsewhere] = ['دەقێکی ساختە کە ماڵپەڕی تر نەینووسیوە.', origin.replace('127.0.0.1', 'localhost')];
    const body = `<content:encoded>${bait}</content:encoded>`;
    give('/feed', feed(item(`${elsewhere}/1`, body), item('/2', `<content:encoded>${LEAD}</content:encoded>`), `<item><title>x</title><guid isPermaLink="false">${elsewhere}/3</guid>${body}</item>`, `<item><title>x</title><guid isPermaLink="false">post 4</guid>${body}</item>`));
    give('/1', pageOf(''));
    expect(await read([`${origin}/feed`])).toMatchObject([{ id: `${elsewhere}/1`, text: TEXT }, { id: '/2', text: LEAD }, { code: 'HW-023', place: '/feed item 3' }, { id: 'post 4', text: bait }]);
    expect(asked).toEqual(['/robots.txt', '/feed', '/robots.txt', '/1']);
  });

  it('JSON Lines from the web speak only for their own site', async () => {
    const lines = [{ id: 'https://other.example/1' }, { id: 'HTTPS://Other.example:443/1#x' }, { id: '2', url: 'https://other.example/2' }, { id: '2', url: 'https://user@other.example/2' }, { id: `${origin}/3`, url: `${origin}/3` }, { id: 'four' }];
    give('/news.jsonl', lines.map((l) => `${JSON.stringify({ ...l, text: TEXT })}\n`).join(''), 'application/jsonl');
    expect(await read([`${origin}/news.jsonl`])).toMatchObject([{ code: 'HW-023', place: '/news.jsonl:1' }, { code: 'HW-023' }, { code: 'HW-023' }, { code: 'HW-023' }, { id: '/3' }, { id: 'four' }]);
  });

  it('--limit, and links to what is not public', async () => {
    give('/feed.json', JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'x', items: [1, 2, 3].map((i) => ({ id: String(i), url: `${origin}/${i}` })) }), 'application/feed+json');
    for (const i of [1, 2, 3]) give(`/${i}`, pageOf(''));
    expect(await read([`${origin}/feed.json`], { limit: 2 })).toHaveLength(2);
    expect(asked).toEqual(['/robots.txt', '/feed.json', '/1', '/2']);
  });

  it('no feed leads to more than 500 pages, unless that is asked for', async () => {
    give('/feed', feed(...Array.from({ length: 502 }, (_, i) => item(`/${i}`, i === 0 ? `<content:encoded>${TEXT}</content:encoded>` : ''))), 'application/rss+xml');
    expect((await read([`${origin}/feed`])).slice(-2)).toMatchObject([{ code: 'HW-017', place: `/feed item 501 (${origin}/500)` }, { code: 'HW-009', place: '/feed item 502' }]);
    expect(await read([`${origin}/feed`], { limit: 502 })).toHaveLength(502);
  });

  it('nothing of a page is fetched: no picture, script, frame, style or link', async () => {
    give('/x', pageOf('<script src="/s.js"></script><link rel=stylesheet href="/c.css"><link rel=canonical href="/other"><meta http-equiv=refresh content="0; url=/y">', `<article><img src="/i.png"><iframe src="/f"></iframe><p>${TEXT} <a href="/z">x</a></p></article>`));
    await read([`${origin}/x`]);
    expect(asked).toEqual(['/robots.txt', '/x']);
  });
});
