import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../src/input/page/charset.js';
import { dayOf } from '../src/input/page/days.js';
import { identity } from '../src/input/page/identity.js';
import { readPage, type Page } from '../src/input/page/index.js';
import { readFeed } from '../src/input/feeds.js';
import { isProblem } from '../src/input/read.js';
import { FOOTER, HEADLINE, LEAD, NAV, P, pageOf, RELATED, SECOND, TEXT, THIRD } from './support/pages.js';

const page = (html: string, address?: string): Page => {
  const read = readPage(html, address);
  if (isProblem(read)) throw new Error(`${read.code} ${read.message}`);
  return read;
};
const ld = (json: unknown): string => `<script type="application/ld+json">${typeof json === 'string' ? json : JSON.stringify(json)}</script>`;
const AT = 'https://news.example.org/2026/5/dams?id=7';

describe('the text of a page', () => {
  const layouts: readonly (readonly [name: string, html: string])[] = [
    ['an article element', pageOf('')],
    ['nothing but divs', pageOf('', `<div class="wrap"><div class="col-8"><div class="entry-content">${P}</div></div><div class="sidebar">${RELATED}</div></div>`)],
    ['line breaks instead of paragraphs', pageOf('', `<div id="content"><h1>${HEADLINE}</h1><div class="text">${[LEAD, SECOND, THIRD].join('<br><br>')}</div></div>`)],
    ['a table as scaffold', `<html><body><table><tr><td>${NAV}</td><td><div>${P}</div></td></tr></table></body></html>`],
    ['the whole page in a form', `<html><body><form method="post"><input type="hidden" value="x">${NAV}<div class="news-body">${P}</div>${FOOTER}</form></body></html>`],
    ['captions, buttons and a box beside it', pageOf('', `<article><h1>${HEADLINE}</h1><figure><img src="a.jpg"><figcaption>وێنە: ئاژانس</figcaption></figure><p>${LEAD}</p><aside><p>تۆڕەکانمان</p></aside><p>${SECOND}</p><button>هاوبەشی بکە</button><p>${THIRD}</p></article>`)],
    ['scripts and styles inside', pageOf('', `<article>${P.replace('</p>', '<script>document.write("<p>x</p>")</script><style>p{}</style></p>')}</article>`)],
    ['paragraphs that nobody sees', pageOf('', `<article>${P}<p style="display: none">بانگەواز</p><p hidden>بانگەواز</p><p aria-hidden="true">بانگەواز</p></article>`)],
    ['a body that scripts unhide', `<html><body style="visibility:hidden">${NAV}<main>${P}</main></body></html>`],
    ['tags that are not closed', `<html><body><div>${NAV}<div class=story><p>${LEAD}<p>${SECOND}<p>${THIRD}</body>`],
    ['XHTML', `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><div>${P}<br/></div></body></html>`],
    ['letters as numbers', pageOf('', `<article><p>${[...LEAD].map((c) => `&#${c.codePointAt(0)};`).join('')}</p><p>${SECOND}</p><p>${THIRD}</p></article>`)],
    ['only articleBody', `<html><head>${ld({ '@type': 'NewsArticle', headline: HEADLINE, articleBody: `${LEAD}\r\n\r\n${SECOND}\n${THIRD}` })}</head><body><div id="root"></div></body></html>`],
  ];
  it.each(layouts)('%s', (_, html) => expect(page(html).text).toBe(TEXT));

  it('inline marks leave words whole, white space becomes one space, headings and items are lines', () => {
    const body = `<article><h1>${HEADLINE}</h1><p>${LEAD.replace('سلێمانی', '<a href="/s">سلێ<b>مانی</b></a>').replaceAll(' ', ' \n&nbsp;')}</p><h2>${HEADLINE}، بەشی دوو</h2><ul><li>${SECOND}</li><li>${THIRD}</li></ul><p>${LEAD} ${SECOND} ${THIRD}</p></article>`;
    expect(page(pageOf('', body)).text).toBe([LEAD, `${HEADLINE}، بەشی دوو`, SECOND, THIRD, `${LEAD} ${SECOND} ${THIRD}`].join('\n'));
  });

  it('the headline is the title, not the first line', () => {
    const read = page(pageOf(`<title>${HEADLINE} | هەواڵی نموونە</title><meta property="og:site_name" content="هەواڵی نموونە">`, `<article><div>${HEADLINE}</div>${P}</article>`));
    expect(read).toMatchObject({ title: HEADLINE, publisher: 'هەواڵی نموونە', text: TEXT });
  });

  it('keeps the joiners of Kurdish, drops control characters', () => expect(page(pageOf('', `<article>${P}<p>${LEAD} نامە\u200cکان\u0007\u0000</p></article>`)).text).toContain(`${LEAD} نامە\u200cکان`));

  const teasers = (tag: string): string => Array.from({ length: 12 }, (_, i) => `<div class="card"><a href="/n/${i}"><img src="x.jpg"><${tag}>${HEADLINE} ${i}</${tag}></a><p>${i % 2 === 0 ? SECOND : THIRD} ${LEAD}</p><span>10/5/2026</span></div>`).join('');
  const BRIEF = 'باران لە سلێمانی باری.';
  it.each<readonly [string, string, string]>([
    ['two sentences among twelve teasers', `<div class="post"><h1>${HEADLINE}</h1><div><p>${BRIEF}</p></div></div><section>${teasers('h3')}</section>`, BRIEF],
    ['cards around the headline, which is a link itself', `<div><h2><a href="/x">${HEADLINE}</a></h2><p>${BRIEF}</p></div><div>${teasers('h2')}</div>`, BRIEF],
    ['comments that are longer than the article', `<article><h1>${HEADLINE}</h1><p>${BRIEF}</p></article><div>${`<div><b>ئازاد</b><p>${LEAD}</p></div>`.repeat(9)}</div>`, BRIEF],
    ['what is marked as the text', `<h1>${HEADLINE}</h1><div itemprop="articleBody"><p>${BRIEF}</p></div><div>${`<p>${LEAD}</p>`.repeat(9)}</div>`, BRIEF],
    ['what JSON-LD says that it begins with', `${ld({ '@type': 'NewsArticle', headline: HEADLINE, articleBody: `<p>${SECOND}</p><p>${THIRD}</p>` })}<div>${`<p>${LEAD}</p>`.repeat(9)}</div>`, `${SECOND}\n${THIRD}`],
    ['links to read also, dates and bylines of digits', `<article><h1>${HEADLINE}</h1><span>١٠/٥/٢٠٢٦ - 12:30</span><p>${LEAD}</p><p><a href="/x">هەروەها بخوێنەوە: ${HEADLINE}</a></p><p>${SECOND} <a href="/y">وەزارەت</a></p><h3>زیاتر</h3></article>`, `${LEAD}\n${SECOND} وەزارەت`],
    ['anchors that lead nowhere', `<article><h1>${HEADLINE}</h1><p><a name="1">${LEAD}</a></p><p>${SECOND}</p><p>${THIRD}</p></article>`, TEXT],
    ['the lead in the header of the article', `<article><header><h1>${HEADLINE}</h1><p>${LEAD}</p></header><div><p>${SECOND}</p><p>${THIRD}</p></div></article>`, TEXT],
  ])('%s', (_, body, text) => expect(page(pageOf(`<meta property="og:title" content="${HEADLINE}">`, body)).text).toBe(text));

  it('a list of articles is none', () => expect(readPage(pageOf('<title>x</title>', `<main>${teasers('h3')}</main>`), undefined)).toMatchObject({ code: 'HW-012' }));

  it.each([['an empty page', ''], ['no markup', '   \n'], ['only navigation', `<html><body>${NAV}</body></html>`.replace(/[^<>/ a-z="]/g, '')], ['a page that scripts fill', '<html><body><div id="app"></div><script>x()</script></body></html>']])('%s has no article', (_, html) => {
    expect(readPage(html, undefined)).toMatchObject({ code: 'HW-012' });
  });
});

describe('what a page says of itself', () => {
  const news = { '@type': 'NewsArticle', headline: HEADLINE, datePublished: '2026-05-10T23:30:00+03:00', publisher: { '@type': 'Organization', name: 'نموونە' }, url: AT };
  const all = { title: HEADLINE, published: '2026-05-10', publisher: 'نموونە', url: AT };
  it.each<readonly [string, string, object]>([
    ['JSON-LD', ld({ '@context': 'https://schema.org', ...news }), all],
    ['JSON-LD in a list', ld([{ '@type': 'WebSite', name: 'x' }, news]), all],
    ['JSON-LD in a graph, the publisher elsewhere in it', ld({ '@graph': [{ '@type': ['Organization', 'Brand'], '@id': '#o', name: 'نموونە' }, { ...news, '@type': ['ReportageNewsArticle'], publisher: { '@id': '#o' } }] }), all],
    ['JSON-LD as main entity of a page', ld({ '@type': 'WebPage', mainEntity: news }), all],
    ['the article of this page among others', `<link rel="canonical" href="${AT}">${ld([{ ...news, headline: 'تر', url: 'https://news.example.org/1' }, { ...news, url: undefined, mainEntityOfPage: { '@id': AT } }])}`, all],
    ['full names of types, language-tagged values', ld({ ...news, '@type': 'http://schema.org/Article', headline: { '@value': HEADLINE, '@language': 'ckb' }, publisher: ['نموونە'] }), all],
    ['raw line ends and comment marks in the script', ld(`\n<!--\n${JSON.stringify(news).replace(' ', '\n')};\n//-->;\n`), all],
    ['JSON-LD that is no JSON, and Open Graph', `${ld('{"@type": ')}<meta property="og:title" content="${HEADLINE}"><meta property="article:published_time" content="2026-05-10T21:30:00Z"><meta property="og:site_name" content="نموونە"><meta property="og:url" content="${AT}">`, all],
    ['plain meta', `<title>${HEADLINE}</title><meta name="Date" content="2026/05/10"><meta name=DC.publisher content="نموونە"><link rel="shortlink canonical" href="${AT}#top">`, all],
    ['microdata', `<title>${HEADLINE}</title><meta itemprop="datePublished" content="2026-05-10"><meta name=publisher content=" نموونە "><link rel=canonical href="${AT}&utm_source=x">`, all],
    ['a title escaped twice', ld({ ...news, headline: '&#8220;بەنداو&#8221; &amp;amp; &quot;ئاو&quot; <b>' }), { ...all, title: '“بەنداو” &amp; "ئاو" <b>' }],
    ['no list of other articles is gone into', ld({ '@type': 'ItemList', itemListElement: [{ ...news, headline: 'تر' }] }), { title: HEADLINE, published: undefined }],
    ['values of wrong types', ld({ '@type': 'NewsArticle', headline: 7, datePublished: { a: 1 }, publisher: [[1], { name: {} }], url: 9 }), { title: HEADLINE, published: undefined, publisher: undefined }],
    ['day of the page, not of its last change', '<meta property="article:modified_time" content="2026-05-12"><meta name="date" content="soon"><meta name="pubdate" content="2026-05-10">', { published: '2026-05-10' }],
  ])('%s', (_, head, expected) => expect(page(pageOf(head))).toMatchObject(expected));

  it.each([[`${HEADLINE} - نموونە`, HEADLINE, HEADLINE], [`${HEADLINE} - نموونە`, 'نموونە', `${HEADLINE} - نموونە`], [HEADLINE, 'نموونە', HEADLINE], ['', HEADLINE, HEADLINE], [HEADLINE, '', HEADLINE]])('<title>%s</title> <h1>%s</h1>: the headline', (title, heading, expected) => {
    expect(page(pageOf(`<title>${title}</title>`, `<h1>${heading}</h1><article>${P}</article>`)).title).toBe(expected);
  });

  it('the time of the article, not those beside headlines of others', () => {
    const times = (...t: string[]): string => t.map((x) => `<time datetime="${x}">x</time>`).join('');
    expect(page(pageOf('', `${times('2026-05-01', '2026-05-02')}<article><h1>x</h1>${times('2026-05-10T10:00')}${P}</article>`)).published).toBe('2026-05-10');
    expect(page(pageOf('', `<article class=card>${times('2026-05-01')}</article><div><h1>x</h1>${P}</div><article class=card>${times('2026-05-02')}</article>`)).published).toBeUndefined();
    expect(page(pageOf('', `<main><article>${P}${times('2026-05-10')}</article>${times('2026-05-01')}</main>`)).published).toBe('2026-05-10');
    expect(page(pageOf('', `<h1>x</h1><div>${times('2026-05-10T10:00', '2026-05-10T12:00')}${P}</div>`)).published).toBe('2026-05-10');
    expect(page(pageOf('', `<h1>x</h1><div>${times('2026-05-10', '2026-05-11')}${P}</div>`)).published).toBeUndefined();
    expect(page(pageOf('', `<div>${times('2026-05-10')}</div><h1>x</h1><div>${P}</div>`)).published).toBeUndefined();
  });

  const FROM = 'https://m.news.example.org/2026/5/dams?from=1';
  it.each<readonly [string, string, string]>([
    ['its own', '<link rel="canonical" href="/2026/5/dams">', 'https://m.news.example.org/2026/5/dams'],
    ['on the base of the page', '<base href="https://news.example.org/a/"><link rel=canonical href="b">', 'https://news.example.org/a/b'],
    ['of its form for telephones', '<link rel="canonical" href="https://www.news.example.org/x">', 'https://www.news.example.org/x'],
    ['of another site: not believed', '<link rel="canonical" href="https://other.example/x">', FROM],
    ['of the front page: not believed', '<link rel="canonical" href="https://news.example.org/">', FROM],
    ['no address of the web', '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">', FROM],
    ['with a password', '<link rel="canonical" href="https://u:p@news.example.org/x">', FROM],
    ['none', '', FROM],
  ])('its address: %s', (_, head, expected) => {
    expect(page(pageOf(head), FROM).url).toBe(expected);
  });

  it.each([
    ['https://a.example/x?utm_source=rss&id=1&fbclid=z#top', 'https://a.example/x?id=1'], ['HTTP://A.example:80/x', 'http://a.example/x'], ['ftp://a.example/x', undefined], ['https://u@a.example/', undefined], ['x', undefined], [`https://a.example/${'x'.repeat(3000)}`, undefined],
  ])('%s is known as %s', (address, known) => expect(identity(address)).toBe(known));
});

describe('days', () => {
  it.each([
    ['2026-05-10', '2026-05-10'], ['2026-05-10T23:59:59+03:00', '2026-05-10'], ['2026-05-10T21:30:00Z', '2026-05-10'], ['2026-5-3 08:00', '2026-05-03'], ['2026/05/10', '2026-05-10'], ['20260510', '2026-05-10'], ['20260510T101010Z', '2026-05-10'],
    ['Sun, 10 May 2026 23:30:00 +0300', '2026-05-10'], ['10 May 2026', '2026-05-10'], ['May 10, 2026', '2026-05-10'], ['Sunday, May 10th, 2026 at 3pm', '2026-05-10'], ['10-May-2026', '2026-05-10'], ['٢٠٢٦-٠٥-١٠', '2026-05-10'], ['۲۰۲۶/۰۵/۱۰', '2026-05-10'],
    ['10/05/2026', undefined], ['05.10.2026', undefined], ['2026-02-30', undefined], ['2026-13-01', undefined], ['0001-01-01', undefined], ['1970-01-01T00:00:00Z', undefined], ['1767225600', undefined], ['2026', undefined], ['', undefined], ['soon', undefined], ['2026-05-101', undefined], ['May 2026', undefined], ['10 Foo 2026', undefined], [' '.repeat(1e6), undefined],
  ])('%j is %s', (value, day) => expect(dayOf(value)).toBe(day));
});

describe('character sets', () => {
  const arabic = (text: string): Buffer => {
    const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder('windows-1256').decode(Uint8Array.of(i)), i]));
    return Buffer.from([...text].map((c) => table.get(c) ?? 63));
  };
  const word = 'هەواڵ', persian = 'سلام جهان';
  it.each<readonly [string, Buffer, string | undefined, string]>([
    ['UTF-8 that says nothing', Buffer.from(word), undefined, word],
    ['a byte order mark', Buffer.from(`\ufeff${word}`), 'windows-1256', word],
    ['UTF-16 by its mark', Buffer.from(`\ufeff${word}`, 'utf16le'), undefined, word],
    ['the HTTP header before the page', Buffer.from(`<meta charset="windows-1256">${word}`), 'UTF-8', `<meta charset="windows-1256">${word}`],
    ['windows-1256 by the header', arabic(persian), 'Windows-1256', persian],
    ['windows-1256 by the page', Buffer.concat([Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">'), arabic(persian)]), undefined, `<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">${persian}`],
    ['windows-1256 by the declaration of XML', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1256"?>'), arabic(persian)]), undefined, `<?xml version="1.0" encoding="windows-1256"?>${persian}`],
    ['UTF-16 that is said in ASCII', Buffer.from(`<meta charset="utf-16">${word}`), undefined, `<meta charset="utf-16">${word}`],
    ['one broken letter in a long text', Buffer.concat([Buffer.from(`<meta charset="utf-8">${word.repeat(100)}`), Buffer.of(0xff)]), undefined, `<meta charset="utf-8">${word.repeat(100)}\ufffd`],
  ])('%s', (_, bytes, header, text) => expect(decodePage(bytes, header)).toBe(text));

  it.each<readonly [string, Buffer, string | undefined]>([['bytes that say nothing', arabic(persian), undefined], ['a wrong name', arabic(persian.repeat(20)), 'utf-8'], ['an unknown name', Buffer.from(word), 'klingon'], ['binary', gzipSync(word), 'utf-8']])('%s: said, not guessed', (_, bytes, header) => {
    expect(decodePage(bytes, header)).toMatchObject({ code: 'HW-005' });
  });
});

describe('pages that were made to hurt', () => {
  const refused: readonly (readonly [string, () => string, RegExp])[] = [
    ['100,000 nested elements', () => '<div>'.repeat(100_000) + P, /nested/],
    ['10 MB of nested elements', () => '<b>'.repeat(3_500_000), /nested/],
    ['millions of elements', () => '<p>x</p>'.repeat(1_300_000), /elements/],
    ['long chains of elements', () => `${'<div>'.repeat(90)}x${'</div>'.repeat(90)}`.repeat(400), /elements/],
    ['10 MB of <', () => '<'.repeat(10_000_000), /elements/],
    ['10 MB of &amp;', () => `<p>${'&amp;'.repeat(2_000_000)}`, /elements/],
    ['millions of attributes', () => `<p ${'a b c d '.repeat(10)}${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>x`, /attributes/],
  ];
  it.each(refused)('%s: refused', (_, html, why) => {
    const read = readPage(html(), undefined);
    expect(read).toMatchObject({ code: 'HW-009' });
    expect((read as { message: string }).message).toMatch(why);
  });

  it.each<readonly [string, () => string]>([
    ['400 nested elements', () => pageOf('', `${'<div>'.repeat(400)}<article>${P}</article>`)],
    ['10 MB of white space', () => pageOf('', `<article>${' '.repeat(10_000_000)}${P}</article>`)],
    ['10 MB of script', () => pageOf(`<script>${'<p>x'.repeat(2_500_000)}</script>`)],
    ['end tags of nothing', () => pageOf('', `<article>${P}</article>${'</span>'.repeat(300_000)}`)],
    ['JSON-LD of brackets', () => pageOf(ld('['.repeat(400_000)) + ld(`${'['.repeat(400_000)}${']'.repeat(400_000)}`))],
    ['JSON-LD of more than a megabyte', () => pageOf(ld(`{"a":"${'x'.repeat(3_000_000)}"}`))],
    ['a title of a megabyte', () => pageOf(`<title>${'a | '.repeat(250_000)}</title>`)],
    ['names that are no names', () => pageOf('', `<article><a"b<c x="1">${P}<__proto__>x</__proto__></article>`)],
  ])('%s: read all the same', (_, html) => {
    for (const sentence of [LEAD, SECOND, THIRD]) expect(page(html()).text).toContain(sentence);
  });

  const TAGS = ['html', 'body', 'div', 'p', 'article', 'header', 'h1', 'h2', 'a', 'b', 'ul', 'li', 'table', 'tr', 'td', 'br', 'pre', 'svg', 'title', 'script', 'time', 'x-y', 'form', 'template'];
  const pieces = fc.array(fc.oneof(
    fc.constantFrom(...TAGS.flatMap((t) => [`<${t}>`, `</${t}>`, `<${t} class="post content" itemprop=articleBody href=/x hidden2>`])), fc.constantFrom(LEAD, SECOND, HEADLINE, '&amp;', '&#0;', '&#xd800;', '<', '>', '"', '<!--', '-->', '<![CDATA[', ']]>', '\u0000', '\ud800', ' '),
    fc.constantFrom('<meta property="og:url" content="http://[">', '<link rel=canonical href="//">', '<base href="\u0000">', '<time datetime="2026-05-10">', '<script type="application/ld+json">[{"@type":"Article","url":[null,{"@id":1}],"publisher":{"@id":"__proto__"}}]</script>', '<rss version="2.0"><channel>', '<item>', '</item>', '<feed>'), fc.string(),
  ), { maxLength: 60 }).map((p) => p.join(''));

  it('whatever a page or feed holds, it is one or it is said why not; its text is lines without controls', () => {
    fc.assert(fc.property(pieces, fc.boolean(), (html, fetched) => {
      const read = readPage(html, fetched ? AT : undefined);
      if (isProblem(read)) expect(read.code).toMatch(/^HW-0/);
      else {
        expect(read.text).not.toMatch(/(?!\n)\p{Cc}|^ | $|\n\n/mu);
        if (read.url !== undefined) expect(identity(read.url)).toBe(read.url);
        expect(readPage(html, fetched ? AT : undefined)).toEqual(read);
      }
      expect(typeof readFeed(html, undefined)).toBe('object');
    }), { numRuns: 300 });
  });

  it('the same page gives the same text', () => expect(page(pageOf(''))).toEqual(page(pageOf(''))));
});
