import { readFileSync } from 'node:fs';
import { DataFactory, type Quad } from 'n3';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { news } from '../../src/model/vocabulary.js';
import type { Correction } from '../../src/corrections/types.js';
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

/** Corrections in which every text is one hostile string. */
function hostileCorrections(text: string): Correction[] {
  const few = Array.from(text).slice(0, 90).join(''), words = { at: [0, 5], quote: text } as const, event = { type: 'Hosting', trigger: words } as const, other = { ...event, type: 'Visit' } as const, entity = `https://x.test/${encodeURIComponent(few)}`;
  return [
    { do: 'reject-event', article: text, event, note: text }, { do: 'reject-role', article: text, event: other, role: 'agent', filler: words, note: text }, { do: 'move-role', article: text, event: other, role: 'target', filler: words, to: 'place' },
    { do: 'reject-relation', article: text, relation: { type: 'position', subject: words, object: words, evidence: words } }, { do: 'merge', entities: [entity, `${entity}2`], note: text },
    { do: 'split', article: text, entity, mentions: [words] }, { do: 'name', type: 'Person', label: few, english: few, aliases: [few], note: text },
  ];
}

/** Lines that are no corrections, and files that are none. */
const BAD: readonly (readonly [string, string | Buffer])[] = [
  ['nothing', ''], ['half a character', Buffer.from([0xd8, 0x3d])], ['a page', '<!doctype html><script>window.hacked = 1</script>'], ['very deep', '['.repeat(200_000)],
  ['one endless line', `{"do":"name","label":"${'x'.repeat(3_000_000)}"}`], ['keys of objects', '{"do":"name","type":"Person","label":"ئا","__proto__":{"note":"x"}}'], ['a constructor', '{"do":"constructor"}'], ['no object', '[1]'],
  ['offsets that are none', '{"do":"reject-event","article":"a","event":{"type":"Visit","trigger":{"at":[-1,1e99],"quote":"x"}}}'], ['an address that is none', '{"do":"merge","entities":["javascript:alert(1)","https://x.test/2"]}'],
];

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
        for (const press of ['#article .mark', '.window .name', '.window .fact', '#panel summary', '#panel [data-key^="wrong"]', '.window .name', '#panel summary', '#panel [data-key="split"]', '#header nav button', '#header nav button:nth-of-type(3)']) {
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

  it('shows hostile names in the search for the same one as text, and what is said of them', async () => {
    const data = dataOf(HOSTILE.flatMap((text, i) => [[RDF_TYPE, namedNode(news('Person'))], [LABEL, literal(text, 'ckb')], [ALT, literal(`common ${text}`, 'ckb')]].map(([p, o]) => quad(namedNode(`https://x.test/entity/${i}`), namedNode(p as string), o as ReturnType<typeof literal>))));
    const { page, faults } = await open(browser, data, { lang: 'en' });
    const state = (): Promise<unknown> => page.evaluate(() => ({ hacked: 'hacked' in window, elements: document.querySelectorAll(':is(#panel, #graph) :is(script, img, iframe, a, form, style, object)').length }));
    for (let i = 0; i < HOSTILE.length; i++) {
      await page.fill('#search', `common ${HOSTILE[i]}`.slice(0, 300));
      if (!(await page.$('#search-hits [role="option"]:not([aria-disabled])'))) continue;
      await page.keyboard.press('Enter');
      await page.$eval('#panel .mend', (e) => void ((e as HTMLDetailsElement).open = true));
      await page.fill('#same', `common ${HOSTILE[(i + 1) % HOSTILE.length]}`.slice(0, 300));
      await page.keyboard.press('Enter');
      expect(await state()).toEqual({ hacked: false, elements: 0 });
    }
    await page.click('#header nav button:nth-of-type(3)');
    expect((await page.$$('#panel .verdict')).length).toBeGreaterThan(30);
    expect(await state()).toEqual({ hacked: false, elements: 0 });
    expect(faults).toEqual([]);
    await page.close();
  });

  it('runs nothing of a file of corrections, and takes none that is not one', async () => {
    const header = '{"format":"hewal-corrections","version":1}';
    for (const lang of ['ckb', 'en'] as const) {
      const { page, faults } = await open(browser, seed(), { lang });
      await page.click('#header nav button:nth-of-type(3)');
      const load = (name: string, content: string | Buffer): Promise<void> => page.setInputFiles('#panel input[type="file"]', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
      const state = (): Promise<unknown> => page.evaluate(() => ({ hacked: 'hacked' in window, polluted: 'note' in {}, elements: document.querySelectorAll('#panel :is(script, img, iframe, a, form, style, svg, object)').length, url: location.pathname.endsWith('.html') }));
      const clean = { hacked: false, polluted: false, elements: 0, url: true };
      for (const [i, [what, bad]] of BAD.entries()) {
        await load(`<img src=x onerror=alert(1)>${i}.jsonl`, typeof bad === 'string' && !bad.startsWith('<') && bad !== '' ? `${header}\n${bad}\n` : bad);
        await page.waitForFunction((n) => document.querySelector('#panel [role="alert"]')?.textContent?.includes(`>${n}.jsonl`), i);
        expect(await page.$$('#panel .verdict'), what).toHaveLength(0);
        expect(await state(), what).toEqual(clean);
      }
      const all = HOSTILE.filter((h) => h.trim() !== '' && h.isWellFormed()).flatMap(hostileCorrections);
      await load('hostile.jsonl', `${header}\n${all.map((c) => JSON.stringify(c)).join('\n')}\n`);
      await page.waitForSelector('#panel .verdict');
      expect(await page.$$('#panel [role="alert"]')).toHaveLength(0);
      await page.$$eval('#panel button', (more) => (more.find((b) => /\d|[٠-٩]/.test(b.textContent ?? '') && b.closest('.panel-body > *') === b) as HTMLElement | undefined)?.click());
      expect((await page.$$('#panel .verdict')).length).toBeGreaterThan(200);
      expect(await state()).toEqual(clean);
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-key="export"]')]);
      const lines = readFileSync(await download.path(), 'utf8').trimEnd().split('\n');
      expect(lines[0]).toBe(header);
      expect(new Set(lines.slice(1).map((l) => JSON.stringify(JSON.parse(l)))).size).toBe(new Set(all.map((c) => JSON.stringify(c))).size);
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
