import { DataFactory, type Quad } from 'n3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { news } from '../../src/model/vocabulary.js';
import type { PageData } from '../../src/viewer/index.js';
import { HOSTILE } from '../support/hostile-strings.js';
import { chromium, dataOf, launch, open, seed } from './support.js';

const { literal, namedNode, quad } = DataFactory;
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', LABEL = 'http://www.w3.org/2000/01/rdf-schema#label', ALT = 'http://www.w3.org/2004/02/skos/core#altLabel', SAME_AS = 'http://www.w3.org/2002/07/owl#sameAs';

/** A graph in which every field that the page shows is one hostile string. */
function hostileGraph(text: string, i: number): Quad[] {
  const article = `https://x.test/article/${i}/${encodeURIComponent(text.toWellFormed())}`;
  const iri = (name: string): string => `${article}/${name}`;
  const all: Quad[] = [];
  const add = (s: string, p: string, o: ReturnType<typeof literal> | ReturnType<typeof namedNode>): void => void all.push(quad(namedNode(s), namedNode(p), o));
  const term = (t: Parameters<typeof news>[0]): ReturnType<typeof namedNode> => namedNode(news(t));
  add(article, RDF_TYPE, term('Article'));
  for (const t of ['title', 'publisher', 'published'] as const) add(article, news(t), literal(text));
  add(article, 'https://schema.org/url', literal(text));
  for (const who of ['a', 'b']) {
    // not only text: IRIs as no parser would let them through
    add(iri(who + text), RDF_TYPE, term('Person'));
    add(iri(who + text), LABEL, literal(text, 'ckb'));
    add(iri(who + text), LABEL, literal(text, 'en'));
    add(iri(who + text), ALT, literal(`${text}2`, 'ckb'));
    add(iri(who + text), SAME_AS, namedNode(text));
  }
  const passage = iri('#char=0,5');
  add(passage, RDF_TYPE, term('Passage'));
  add(passage, news('quote'), literal(text));
  add(passage, news('start'), literal('0'));
  add(passage, news('end'), literal(String(Array.from(text).length)));
  add(passage, news('inArticle'), namedNode(article));
  add(passage, news('denotes'), namedNode(iri(`a${text}`)));
  const event = iri('event');
  add(event, RDF_TYPE, term('Hosting'));
  add(event, news('host'), namedNode(iri(`a${text}`)));
  add(event, news('guest'), namedNode(iri(`b${text}`)));
  add(event, news('topic'), literal(text));
  add(event, news('status'), namedNode(text));
  add(event, news('source'), namedNode(iri(`a${text}`)));
  add(event, news('time'), literal(text));
  add(event, news('foundBy'), namedNode(text));
  add(event, news('confidence'), literal(text));
  for (const t of ['trigger', 'evidence', 'mention'] as const) add(event, news(t), namedNode(passage));
  add(iri(`a${text}`), news('hosts'), namedNode(iri(`b${text}`)));
  add(iri(`a${text}`), news('says'), namedNode(passage));
  return all;
}

describe.skipIf(!chromium())('the page and hostile graphs', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  it('runs nothing of what a graph holds, and stays usable', async () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(40);
    const data = dataOf(HOSTILE.flatMap(hostileGraph));
    for (const lang of ['ckb', 'en'] as const) {
      const { page, faults } = await open(browser, data, { lang });
      const state = (): Promise<unknown> => page.evaluate(() => ({ hacked: 'hacked' in window, url: location.pathname.endsWith('.html'), scripts: document.querySelectorAll('script').length, frames: document.querySelectorAll('iframe, object, embed, img, form, base').length, on: [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length, links: [...document.querySelectorAll('a')].filter((a) => !/^https?:/.test(a.href)).length }));
      const clean = { hacked: false, url: true, scripts: 1, frames: 0, on: 0, links: 0 };
      expect(await state()).toEqual(clean);
      for (let i = 0; i < data.articles.length; i++) {
        await page.keyboard.press(']');
        for (const press of ['#article .mark', '.window .name', '.window .fact', '#header nav button']) {
          await page.$eval(press, (e) => (e as HTMLElement).click()).catch(() => undefined);
        }
        if (i % 8 === 0) expect(await state()).toEqual(clean);
      }
      for (const n of [0, 10, 20, 30, 60]) await page.$$eval('.window .name', (all, k) => (all[k] as HTMLElement | undefined)?.click(), n);
      await page.fill('#search', '<script>');
      await page.keyboard.press('Escape');
      expect(await state()).toEqual(clean);
      expect(faults).toEqual([]);
      await page.close();
    }
  });

  it('lets no script in by its policy', async () => {
    const { page } = await open(browser, seed());
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 1';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.hacked = 2');
      image.src = 'x';
      document.body.append(image);
      // text as code, which is what eval is
      setTimeout('window.hacked = 3');
      return new Promise((done) => setTimeout(() => done('hacked' in window), 300));
    });
    expect(ran).toBe(false);
    expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'fetched', () => 'refused'))).toBe('refused');
    await page.close();
  });

  it('data that is no text of a graph cannot end the element in which it stands', async () => {
    const evil = { ...seed(), extra: '</script><script>window.hacked = 1</script><!-- ' } as unknown as PageData;
    const { page, faults } = await open(browser, evil);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(faults).toEqual([]);
    await page.close();
  });
});
