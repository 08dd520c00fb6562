import { Parser } from 'n3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boxesOf, chromium, launch, open, overlaps, seed, small } from './support.js';

const text = (page: Page, selector: string): Promise<string> => page.$eval(selector, (e) => (e as HTMLElement).innerText);
const count = (page: Page, selector: string): Promise<number> => page.$$eval(selector, (all) => all.length);
const chosen = (page: Page, pane: string): Promise<string[]> => page.$$eval(`${pane} .chosen`, (all) => all.map((e) => (e as HTMLElement).innerText ?? '').filter(Boolean));

describe.skipIf(!chromium())('the page in a real browser', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  it.each(['ckb', 'en'] as const)('shows all direct facts of the seed article at 1280×800 without a touch, none over another, in %s', async (lang) => {
    const { page, data, faults } = await open(browser, seed(), { lang });
    const window = (await boxesOf(page, '.window'))[0] as { left: number; top: number; right: number; bottom: number };
    const facts = await boxesOf(page, '.window .fact'), names = await boxesOf(page, '.window .name');
    const shown = new Set(facts.flatMap((f) => f.links.split(' ').map(Number)));
    const direct = data.links.flatMap((l, i) => (l.direct ? [i] : []));
    expect(direct).toHaveLength(54);
    expect(direct.filter((i) => !shown.has(i))).toEqual([]);
    for (const b of [...facts, ...names]) {
      expect(b.font, b.text).toBeGreaterThanOrEqual(13.99);
      expect(b.left >= window.left && b.right <= window.right && b.top >= window.top && b.bottom <= window.bottom, `${b.text} is inside`).toBe(true);
    }
    expect(overlaps([...facts, ...names])).toEqual([]);
    expect(overlaps(await boxesOf(page, '.layer > div'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('chooses in all panes what is chosen in one, and shows the words behind it', async () => {
    const { page, data, faults } = await open(browser, seed(), { lang: 'en' });
    const hosts = data.links.findIndex((l) => l.property === 'hosts');
    await page.click(`.fact[data-links="${hosts}"]`);
    expect(await chosen(page, '#timeline')).toEqual(['hosting planned']);
    expect(await chosen(page, '#article')).toContain('پێشوازی');
    expect((await chosen(page, '#graph')).sort()).toEqual(expect.arrayContaining(['Joe Biden', 'Mustafa al-Kadhimi']));
    const details = await text(page, '#panel');
    for (const said of ['Joe Biden', 'hosts', 'planned', 'White House', '26 July 2021', 'hosting.receive', '93%', 'پێشوازی']) expect(details).toContain(said);
    const quads = new Parser().parse(await text(page, '#panel pre'));
    expect(quads.map((q) => q.predicate.value.replace(/^.*[#/]/, ''))).toEqual(expect.arrayContaining(['hosts', 'guest', 'host', 'status', 'evidence', 'trigger', 'confidence']));

    await page.click('#timeline .chip >> nth=1');
    expect(await text(page, '#panel h3')).toBe('meeting');
    expect((await chosen(page, '#graph')).filter((t) => t.includes('meets')).length).toBeGreaterThan(0);

    await page.click('#article .mark >> nth=0');
    expect(await text(page, '#panel h3')).toContain('White House');
    expect(await chosen(page, '#graph')).toContain('White House');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('finds names in any spelling, and articles', async () => {
    const { page, data, faults } = await open(browser, seed(), { lang: 'en' });
    const found = async (query: string): Promise<string> => {
      await page.fill('#search', query);
      return (await count(page, '#search-hits li')) === 0 ? '' : text(page, '#search-hits li');
    };
    for (const query of ['مستەفا کازمی', 'مستهفا كازمى', 'مسته‌فا کازمي', 'mustafa', 'KADHIMI', 'کازمیی']) expect(await found(query), query).toContain('Mustafa al-Kadhimi');
    expect(await found('ئەمەريكا')).toContain('United States');
    expect(await found('کەرتەکانی پەروەردە')).toContain('Article 1');
    expect(await found('zzz')).toBe('Nothing found');
    await page.fill('#search', 'bagh');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await text(page, '#panel h3')).toContain('Baghdad');
    expect(data.entities.length).toBe(21);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('filters by status, speaker, type, time, article and confidence, and asks questions', async () => {
    const { page, data, faults } = await open(browser, small(), { lang: 'en' });
    const facts = async (): Promise<string[]> => {
      await page.click('#panel .switch button >> text=Facts');
      const lines = await page.$$eval('#panel .line-button', (all) => all.map((e) => (e as HTMLElement).innerText.replace(/\s+/g, ' ')));
      await page.click('#panel .switch button >> text=Filter');
      return lines;
    };
    const clear = (): Promise<void> => page.click('#panel .panel-body > button');
    await page.click('#header button >> text=Filter');
    const all = await facts();
    expect(all).toHaveLength(data.links.length);
    await page.check('#panel label.choice:has-text("planned") input');
    expect(await facts()).toEqual([expect.stringContaining('visits')]);
    await clear();
    await page.check('#panel label.choice:has-text("negated") input');
    expect((await facts()).join()).toMatch(/Joe Biden visits Baghdad/);
    expect(await count(page, '.line.negated')).toBe(1);
    await clear();
    await page.selectOption('#panel [data-key="speaker"]', { index: 1 });
    expect(await facts()).toHaveLength(1);
    await clear();
    await page.check('#panel label.choice:has-text("meeting") input');
    for (const line of await facts()) expect(line).toContain('meets');
    await clear();
    await page.check('#panel fieldset:nth-of-type(1) label.choice:has-text("person") input');
    expect((await facts()).join()).not.toContain('Baghdad');
    await clear();
    await page.fill('#panel [data-key="From"]', '2024-04-01');
    expect(await facts()).toEqual([expect.stringContaining('visits')]);
    await clear();
    await page.$eval('#panel [data-key="confidence"]', (e) => {
      (e as HTMLInputElement).value = '1';
      e.dispatchEvent(new Event('change'));
    });
    expect((await facts()).length).toBeLessThan(all.length);
    await clear();
    await page.click('#graph button >> text=This article');
    expect((await facts()).length).toBeLessThan(all.length);
    await page.click('#panel button >> text=Who met whom?');
    expect(await text(page, '#panel h3')).toBe('Who met whom?');
    for (const line of await page.$$eval('#panel .line-button', (lines) => lines.map((e) => (e as HTMLElement).innerText))) expect(line).toContain('meets');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('shows surroundings, the shortest way between two, and who appears with whom', async () => {
    const { page, faults } = await open(browser, small(), { lang: 'en' });
    const names = (): Promise<string[]> => page.$$eval('.window .name', (all) => all.map((e) => (e as HTMLElement).innerText).sort());
    await page.click('.window .name >> text=Joe Biden');
    expect(await text(page, '#panel')).toMatch(/Appears with[\s\S]*Mustafa al-Kadhimi · 1/);
    await page.click('#panel button >> text=Surroundings');
    expect(await names()).toEqual(['Baghdad', 'Joe Biden', 'Mustafa al-Kadhimi', 'Nechirvan Barzani']);
    expect(await text(page, '#notice')).toBe('Around Joe Biden');
    await page.click('#graph button >> text=Clear filter');
    await page.click('.window .name >> text=Nechirvan Barzani');
    await page.click('#panel button >> text=Shortest way to');
    await page.fill('#search', 'kadhimi');
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['Joe Biden', 'Mustafa al-Kadhimi', 'Nechirvan Barzani']);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('speaks both languages, in the reader\'s calendar and digits', async () => {
    const { page, faults } = await open(browser, seed());
    expect(await page.$eval('html', (e) => [e.dir, e.lang])).toEqual(['rtl', 'ckb']);
    expect(await text(page, '#article .about-article')).toContain('١٧ی تەممووزی ٢٠٢١');
    await page.click('#header button[lang="en"]');
    expect(await page.$eval('html', (e) => [e.dir, e.lang])).toEqual(['ltr', 'en']);
    expect(await text(page, '#article .about-article')).toContain('17 July 2021');
    for (const part of ['#header nav', '#timeline', '#graph .pane-head']) expect((await text(page, part)).replace('کوردی', ''), part).not.toMatch(/[\u0600-\u06ff]/);
    await page.keyboard.press('?');
    await page.selectOption('#panel select >> nth=0', 'persian');
    expect(await text(page, '#article .about-article')).toContain('26 Tir 1400');
    await page.click('#header button[lang="ckb"]');
    expect(await text(page, '#article .about-article')).toContain('٢٦ی پووشپەڕی ١٤٠٠');
    await page.selectOption('#panel select >> nth=1', 'latn');
    expect(await text(page, '#article .about-article')).toContain('26ی پووشپەڕی 1400');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('needs no mouse', async () => {
    const { page, data, faults } = await open(browser, small(), { lang: 'en' });
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    expect(await page.$eval('#article select', (e) => (e as HTMLSelectElement).value)).toBe('1');
    await page.focus('#article .text');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await count(page, '#panel h3')).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.$eval('#panel', (e) => (e as HTMLElement).hidden)).toBe(true);
    await page.focus('.window');
    const before = await page.$eval('.layer', (e) => (e as HTMLElement).style.transform);
    for (const key of ['ArrowRight', '+', '-', '0']) await page.keyboard.press(key);
    await page.keyboard.press('ArrowDown');
    expect(await page.$eval('.layer', (e) => (e as HTMLElement).style.transform)).not.toBe(before);
    // what is drawn anew keeps the focus, and what is chosen is said
    await page.focus('#graph .switch button >> nth=1');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 40))).toBe('This article');
    await page.focus('#graph .switch button >> nth=0');
    await page.keyboard.press('Enter');
    await page.focus('.window .name >> nth=0');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('name');
    expect(await page.$eval('#said', (e) => e.textContent)).toBe(await page.$eval('#panel h3', (e) => e.textContent));
    // every fact and name can be reached by tab, and pressed
    const reached = new Set<string>();
    await page.focus('.window');
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      const links = await page.evaluate(() => document.activeElement?.getAttribute('data-links'));
      if (links) for (const l of links.split(' ')) reached.add(l);
    }
    expect(reached.size).toBe(data.links.length);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('stacks its panes on a phone, and nothing is wider than it', async () => {
    const { page, faults } = await open(browser, seed(), { size: [390, 844] });
    const [graph, timeline, article] = await Promise.all(['#graph', '#timeline', '#article'].map(async (s) => (await boxesOf(page, s))[0] as { top: number; bottom: number; left: number; right: number }));
    expect(graph?.bottom).toBeLessThanOrEqual(timeline?.top ?? 0);
    expect(timeline?.bottom).toBeLessThanOrEqual(article?.top ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('prints article, graph and time line on white', async () => {
    const { page, faults } = await open(browser, seed(), { theme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.$eval('#article', (e) => getComputedStyle(e).backgroundColor)).toBe('rgb(255, 255, 255)');
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    expect(pdf.length).toBeGreaterThan(20_000);
    expect(faults).toEqual([]);
    await page.close();
  });
});
