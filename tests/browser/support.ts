import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser, type Quad } from 'n3';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { newsOntology } from '../../src/check/ontology.js';
import { DEFAULT_BASE } from '../../src/graph/iris.js';
import { loadTables } from '../../src/language/load.js';
import type { Article } from '../../src/model/article.js';
import { createEngine } from '../../src/pipeline.js';
import { createGrammar, pageData, pageHtml, pageTemplate, type PageData } from '../../src/viewer/index.js';

/** Where a Chromium is, if there is one. */
export const chromium = (): string | undefined => [process.env['HEWAL_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => p !== '' && existsSync(p));

export const launch = (): Promise<Browser> => playwright.launch({ executablePath: chromium() ?? '', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });

const folder = mkdtempSync(join(tmpdir(), 'hewal-browser-'));
let files = 0;

export interface Opened {
  readonly page: Page;
  readonly data: PageData;
  /** Everything that went wrong: errors of the script, what the console says, what was asked of the network. */
  readonly faults: string[];
}

export interface Opening {
  readonly lang?: 'ckb' | 'en';
  readonly theme?: 'light' | 'dark';
  readonly size?: readonly [width: number, height: number];
}

/** Opens the page of some data, as a double click does: from a file. */
export async function open(browser: Browser, data: PageData, { lang = 'ckb', theme = 'light', size = [1280, 800] }: Opening = {}): Promise<Opened> {
  const file = join(folder, `${files++}.html`);
  writeFileSync(file, [...pageHtml(pageTemplate(), data)].join(''));
  const page = await browser.newPage({ viewport: { width: size[0], height: size[1] }, acceptDownloads: true });
  const faults: string[] = [];
  page.on('pageerror', (e) => faults.push(`error: ${e.message}`));
  page.on('console', (m) => void (m.type() === 'error' || m.type() === 'warning' ? faults.push(`console: ${m.text()}`) : undefined));
  page.on('request', (r) => void (r.url() === `file://${file}` || r.url().startsWith('file://') && r.isNavigationRequest() || r.url().startsWith('data:font/') ? undefined : faults.push(`request: ${r.url()}`)));
  page.on('dialog', (d) => {
    faults.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  await page.goto(`file://${file}#lang=${lang}&theme=${theme}`);
  await page.waitForSelector('html[data-ready]', { timeout: 120_000 });
  return { page, data, faults };
}

const tables = loadTables(), grammar = createGrammar(tables);
export const dataOf = (quads: readonly Quad[], articles?: ReadonlyMap<string, Article>): PageData =>
  pageData({ quads, ontology: newsOntology().quads, letters: tables.letters, base: DEFAULT_BASE, grammar, ...(articles ? { articles } : {}) });

/** The seed article, with its whole text. */
export function seed(): PageData {
  const id = 'rudaw-2021-07-kazimi', text = readFileSync(`seeds/${id}.txt`, 'utf8');
  return dataOf(new Parser().parse(readFileSync('out/graph.nq', 'utf8')), new Map([[`${DEFAULT_BASE}article/${id}`, { id, text }]]));
}

const SMALL: readonly Article[] = [
  { id: 'one', published: '2024-03-10', publisher: 'Test', title: 'کۆبوونەوە لە هەولێر', text: 'نێچیرڤان بارزانی دوێنێ لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە. جۆ بایدن سەردانی بەغدا ناکات. سەرۆکی فەرەنسا پێشوازی لە نێچیرڤان بارزانی کرد.' },
  { id: 'two', published: '2024-04-02', publisher: 'Test', text: 'مستەفا کازمی هێرشەکەی داعشی ئیدانە کرد. مستەفا کازمی گوتی: "سەرۆکی فەرەنسا سبەی سەردانی بەغدا دەکات". جۆ بایدن لەگەڵ مستەفا کازمی کۆبووەوە.' },
  { id: 'three', text: 'ئایدن دوێنێ لە بەغدا لەگەڵ مستەفا کازمی کۆبووەوە و پێشوازی لە جۆ بایدن کرد.' },
];

/** Three small articles: planned, denied and attributed facts, with and without dates. */
export function small(): PageData {
  const engine = createEngine(tables);
  return dataOf(SMALL.flatMap((a) => engine.quads(engine.read(a)) as Quad[]), new Map(SMALL.map((a) => [engine.mint.article(a.id), a])));
}

/** The boxes of what matches, on the screen, with the size of the smallest text in each. */
export const boxesOf = (page: Page, selector: string): Promise<{ text: string; left: number; top: number; right: number; bottom: number; font: number; links: string }[]> => page.$$eval(selector, (all) => all.map((e) => {
  const r = e.getBoundingClientRect(), layer = e.closest('.layer'), scale = layer ? new DOMMatrix(getComputedStyle(layer).transform).a : 1;
  return { text: e.textContent ?? '', left: r.left, top: r.top, right: r.right, bottom: r.bottom, font: parseFloat(getComputedStyle(e).fontSize) * scale, links: e.getAttribute('data-links') ?? '' };
}));

/** Pairs of boxes that lie over each other. */
export function overlaps(boxes: readonly { text: string; left: number; top: number; right: number; bottom: number }[]): string[] {
  const found: string[] = [];
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5) found.push(`${a.text} / ${b.text}`);
  }));
  return found;
}
