import { html } from 'hono/html';
import { wordsOf, type Lang } from '../words.js';

/** HTML whose values are escaped: hono's own kind of string. */
export type Html = ReturnType<typeof html>;

export interface Page {
  readonly lang: Lang;
  readonly title: string;
  /** The same page in the other language. */
  readonly other: string;
  readonly here: 'query' | 'ontology' | 'view' | undefined;
  /** Addresses of the data of this page, by the name of its format. */
  readonly data?: readonly (readonly [name: string, href: string, type: string])[];
  /** Where what this page shows is read beside its articles. */
  readonly room?: string;
  /** The script of this page. */
  readonly script?: string;
}

export const NAV = ['query', 'ontology', 'view'] as const;
const PATHS = { query: '/', ontology: '/ontology', view: '/view' } as const;

/** A whole page: the same head, navigation and foot around each. */
export function layout(page: Page, body: Html): Html {
  const w = wordsOf(page.lang);
  return html`<!doctype html>
<html lang="${page.lang}" dir="${page.lang === 'ckb' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · hewal</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
${(page.data ?? []).map(([, href, type]) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}${page.script ? html`<link rel="stylesheet" href="/assets/${page.script}.css">\n<script type="module" src="/assets/${page.script}.js"></script>` : ''}
</head>
<body>
<header class="top">
<a class="brand" href="/?lang=${page.lang}"><bdi>هەواڵ</bdi> <span>hewal</span></a>
<nav>${NAV.map((n) => html`<a href="${PATHS[n]}?lang=${page.lang}${n === 'view' ? `#lang=${page.lang}` : ''}"${n === page.here ? html` aria-current="page"` : ''}>${w[n]}</a>`)}
<a href="${page.other}" lang="${page.lang === 'ckb' ? 'en' : 'ckb'}" hreflang="${page.lang === 'ckb' ? 'en' : 'ckb'}">${w.other}</a></nav>
</header>
<main>
${page.room === undefined ? '' : html`<p class="room"><a href="${page.room}">${w.view}</a></p>
`}${body}
</main>
${page.data?.length ? html`<footer>${w.data}: ${page.data.map(([name, href]) => html`<a href="${href}">${name}</a> `)}</footer>` : ''}
</body>
</html>
`;
}
