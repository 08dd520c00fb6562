import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, launch, open, seed, small, type Opened } from './support.js';

const HEADER = '{"format":"hewal-corrections","version":1}';
const ID = 'rudaw-2021-07-kazimi', KB = 'https://w3id.org/hewal/kb/entity/';
const text = (page: Page, selector: string): Promise<string> => page.$eval(selector, (e) => (e as HTMLElement).innerText);
const texts = (page: Page, selector: string): Promise<string[]> => page.$$eval(selector, (all) => all.map((e) => (e as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
const unfold = (page: Page): Promise<void> => page.$eval('#panel .mend', (e) => void ((e as HTMLDetailsElement).open = true));
const corrections = (page: Page): Promise<void> => page.click('#header nav button:nth-of-type(3)');

/** Presses a fact of the graph. */
const fact = async ({ page, data }: Opened, property: string): Promise<void> => {
  await page.$eval(`.fact[data-links~="${data.links.findIndex((l) => l.property === property)}"]`, (e) => (e as HTMLElement).click());
  await unfold(page);
};
const entity = async ({ page, data }: Opened, english: string): Promise<void> => {
  await page.$eval(`.window [data-entity="${data.entities.findIndex((e) => e.name.en === english)}"]`, (e) => (e as HTMLElement).click());
  await unfold(page);
};
const part = (role: string): string => `#panel .part select[data-key*=" ${role} "]`;

/** Presses "Export" and reads what the browser downloads. */
async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-key="export"]')]);
  expect(download.suggestedFilename()).toBe('corrections.jsonl');
  return readFileSync(await download.path(), 'utf8');
}

const load = (page: Page, name: string, content: string | Buffer): Promise<void> => page.setInputFiles('#panel input[type="file"]', { name, mimeType: 'application/jsonl', buffer: Buffer.from(content) });

describe.skipIf(!chromium())('corrections in the page', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  it('exports what a reader of the seed article marks, as exactly these lines', async () => {
    const opened = await open(browser, seed(), { lang: 'en' }), { page, faults } = opened;
    await fact(opened, 'withdrawsFrom');
    await page.click('#panel [data-key^="wrong"]');
    await page.fill('#panel .verdict input', 'planned, not done "yet"');
    await fact(opened, 'memberOf');
    await page.click('#panel [data-key^="wrong"]');
    await fact(opened, 'hosts');
    await page.selectOption(part('agent'), 'target');
    await page.selectOption(part('place'), 'none');
    await entity(opened, 'Washington, D.C.');
    await page.fill('#same', 'iraq');
    await page.keyboard.press('Enter');
    await entity(opened, 'Joe Biden');
    for (const n of [0, 1]) await page.uncheck(`#panel .mentions input >> nth=${n}`);
    await page.click('#panel [data-key="split"]');
    await corrections(page);
    await page.click('#panel summary');
    await page.fill('[data-key="nameLabel"]', ' ئازاد  کەریم ');
    await page.fill('[data-key="nameEnglish"]', 'Azad Karim');
    await page.keyboard.press('Enter');
    expect(await text(page, '#header .count')).toBe('7');
    const hosting = '"event":{"type":"Hosting","trigger":{"at":[115,122],"quote":"پێشوازی"}}';
    expect((await exported(page)).split('\n')).toEqual([
      HEADER,
      `{"do":"move-role","article":"${ID}",${hosting},"role":"agent","filler":{"at":[77,82],"quote":"بایدن"},"to":"target"}`,
      `{"do":"reject-role","article":"${ID}",${hosting},"role":"place","filler":{"at":[86,95],"quote":"کۆشکی سپی"}}`,
      `{"do":"split","article":"${ID}","entity":"${KB}person/joe-biden","mentions":[{"at":[565,570],"quote":"بایدن"},{"at":[904,912],"quote":"جۆ بایدن"}]}`,
      `{"do":"reject-relation","article":"${ID}","relation":{"type":"memberOf","subject":{"at":[994,1031],"quote":"گرووپە چەکدارەکانی سەر بە حەشدی شەعبی"},"object":{"at":[1020,1032],"quote":"حەشدی شەعبیی"},"evidence":{"at":[904,1038],"quote":"جۆ بایدن لەو کاتەوەی لە ٢٠ی کانوونی دووەمدا دەستبەکاربووە، دوو جار فەرمانی بۆردوومانکردنی گرووپە چەکدارەکانی سەر بە حەشدی شەعبیی داوە."}}}`,
      `{"do":"reject-event","article":"${ID}","event":{"type":"Withdrawal","trigger":{"at":[1607,1615],"quote":"کشانەوەی"}},"note":"planned, not done \\"yet\\""}`,
      `{"do":"merge","entities":["${KB}place/iraq","${KB}place/washington-d-c"]}`,
      '{"do":"name","type":"Person","label":"ئازاد کەریم","english":"Azad Karim"}',
      '',
    ]);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([['ckb', 'وەک هەڵە نیشانکراوە'], ['en', 'marked wrong']] as const)('shows at once what is marked wrong, tells it in words, and takes it back without a trace, in %s', async (lang, words) => {
    const opened = await open(browser, seed(), { lang }), { page, data, faults } = opened;
    const panes = (): Promise<string[]> => page.$$eval('#article *, #graph *, #timeline *, #header *', (all) => all.map((e) => [e.tagName, ...[...e.classList].sort(), e.getAttribute('aria-description'), e.getAttribute('aria-pressed'), e.children.length === 0 ? e.textContent : ''].join(' ')));
    await fact(opened, 'meets');
    const before = await panes();
    const meets = data.links.findIndex((l) => l.property === 'meets');
    const state = async (): Promise<unknown> => ({
      graph: await page.$eval(`.fact[data-links~="${meets}"]`, (e) => [e.classList.contains('wrong'), e.textContent?.includes('(') ?? false]),
      line: await page.$eval(`path[data-links~="${meets}"]`, (e) => e.classList.contains('wrong')),
      timeline: (await texts(page, '#timeline .chip.wrong')).length, article: (await texts(page, '#article .mark.wrong')).length,
      details: await page.$eval('#panel blockquote', (e) => getComputedStyle(e).textDecorationLine), pressed: await page.getAttribute('#panel [data-key^="wrong"]', 'aria-pressed'),
    });
    expect(await state()).toEqual({ graph: [false, false], line: false, timeline: 0, article: 0, details: 'none', pressed: 'false' });
    await page.click('#panel [data-key^="wrong"]');
    expect(await state()).toEqual({ graph: [true, true], line: true, timeline: 1, article: 1, details: 'line-through', pressed: 'true' });
    expect(await page.$eval(`.fact[data-links~="${meets}"] .told`, (e) => e.textContent)).toBe(` (${words})`);
    expect(await page.getAttribute('#article .mark.wrong', 'aria-description')).toBe(words);
    expect(await text(page, '#panel h3')).toContain(words);
    expect(await text(page, '#notice')).toContain('کۆبووەوە');
    // who takes part where all is wrong is not asked
    expect(await page.$$('#panel .part')).toHaveLength(0);
    expect(await text(page, '#header .count')).toBe(lang === 'ckb' ? '١' : '1');
    await page.click('#panel .switch button >> nth=1');
    expect((await texts(page, '#panel .line-button')).filter((t) => t.includes(words)).length).toBe(data.links.filter((l) => l.events.every((e) => data.events[e]?.type === 'Meeting')).length);
    await corrections(page);
    expect(await texts(page, '#panel .verdict p')).toEqual([lang === 'ckb' ? '✗ کۆبوونەوە «کۆبووەوە» هەڵەیە' : '✗ meeting “کۆبووەوە” is wrong']);
    await page.click('#panel .verdict .row button');
    await fact(opened, 'meets');
    const after = await panes();
    expect(after.filter((e, i) => e !== before[i])).toEqual([]);
    expect(after).toHaveLength(before.length);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([['ckb', 'جۆ بایدن: «میوان»، نەک «خانەخوێ»'], ['en', 'Joe Biden: “guest”, not “host”']] as const)('gives somebody another role that the ontology has for the event, in %s', async (lang, said) => {
    const opened = await open(browser, seed(), { lang }), { page, data, faults } = opened;
    await fact(opened, 'hosts');
    const word = (...roles: string[]): (string | undefined)[] => roles.map((r) => data.words[r]?.[lang]);
    const options = await texts(page, `${part('agent')} option`);
    expect(options.slice(0, -1)).toEqual(word('host', 'guest', 'topic'));
    expect((await texts(page, `${part('time')} option`)).slice(0, -1)).toEqual(word('time', 'topic', 'amount', 'position', 'instrument'));
    await page.focus(part('agent'));
    await page.selectOption(part('agent'), 'target');
    expect(await texts(page, '#panel .verdict p')).toEqual([`⇄ ${said}`]);
    expect(await texts(page, '#panel .pair.wrong dd')).toEqual([lang === 'ckb' ? 'جۆ بایدن' : 'Joe Biden']);
    expect(await page.$$('.window .fact.wrong')).toHaveLength(1);
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).value)).toBe('target');
    await page.selectOption(part('agent'), '');
    expect(await page.$$('#panel .verdict, .window .wrong, #header .count')).toHaveLength(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each([['ckb', 'مستەفا کازمی و جۆ بایدن یەکن'], ['en', 'Mustafa al-Kadhimi is the same as Joe Biden']] as const)('says that two are one, of those of one kind, in %s', async (lang, said) => {
    const opened = await open(browser, small(), { lang }), { page, data, faults } = opened;
    await entity(opened, 'Mustafa al-Kadhimi');
    await page.fill('#same', 'b');
    expect((await texts(page, '#same-hits li')).length).toBeGreaterThan(0);
    for (const li of await texts(page, '#same-hits li')) expect(li).toContain(data.words['Person']?.[lang]);
    await page.fill('#same', 'بایدن');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await texts(page, '#panel .verdict p')).toEqual([`= ${said}`]);
    expect(await page.$$eval('.window .name.changed', (all) => all.map((e) => e.textContent))).toEqual([expect.stringContaining(`(${said})`)]);
    // the other way round takes its place
    await entity(opened, 'Joe Biden');
    await page.fill('#same', 'kadhimi');
    await page.keyboard.press('Enter');
    await corrections(page);
    expect(await exported(page)).toBe(`${HEADER}\n{"do":"merge","entities":["${KB}person/mustafa-al-kadhimi","${KB}person/joe-biden"]}\n`);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each(['ckb', 'en'] as const)('says that somebody is another one in this article, in %s', async (lang) => {
    const opened = await open(browser, small(), { lang }), { page, faults } = opened;
    await entity(opened, 'Nechirvan Barzani');
    const places = await texts(page, '#panel .mentions label');
    expect(places.length).toBe(2);
    for (const p of places) expect(p).toContain('نێچیرڤان بارزانی');
    for (const n of [0, 1]) await page.uncheck(`#panel .mentions input >> nth=${n}`);
    await page.click('#panel [data-key="split"]');
    expect(await text(page, '#notice')).toBe(lang === 'ckb' ? 'لانیکەم یەک شوێن هەڵبژێرە' : 'Choose at least one place');
    for (const n of [0, 1]) await page.check(`#panel .mentions input >> nth=${n}`);
    await page.click('#panel [data-key="split"]');
    expect(await texts(page, '#article .mark.changed')).toEqual(['نێچیرڤان بارزانی', 'نێچیرڤان بارزانی']);
    expect(await page.$$('#panel .mentions')).toHaveLength(0);
    // the button is gone; the focus is not lost
    expect(await page.$eval('#panel', (e) => e.contains(document.activeElement))).toBe(true);
    await corrections(page);
    expect(await exported(page)).toBe(`${HEADER}\n{"do":"split","article":"one","entity":"${KB}person/nechirvan-barzani"}\n`);
    await page.click('#panel .verdict .row button');
    expect(await page.$$('#article .changed')).toHaveLength(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each(['ckb', 'en'] as const)('makes a name of words that are selected in the article, in %s', async (lang) => {
    const { page, faults } = await open(browser, small(), { lang });
    const select = (words: string): Promise<void> => page.evaluate((w) => {
      const walker = document.createTreeWalker(document.querySelector('#article .text') as Node, NodeFilter.SHOW_TEXT);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        const at = n.nodeValue?.indexOf(w) ?? -1;
        if (at >= 0) getSelection()?.setBaseAndExtent(n, at, n, at + w.length);
      }
    }, words);
    await page.keyboard.press(']');
    await select('ئایدن');
    await page.click('.selected-words button');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('ئایدن');
    await page.selectOption('[data-key="nameType"]', 'Person');
    await page.fill('[data-key="nameEnglish"]', 'Aidin');
    await page.click('[data-key="add-name"]');
    expect(await texts(page, '#panel .verdict p')).toEqual([lang === 'ckb' ? '+ ناوی نوێ: ئایدن (کەس) · Aidin' : '+ New name: ئایدن (person) · Aidin']);
    await page.fill('[data-key="nameLabel"]', 'Latin');
    await page.click('[data-key="add-name"]');
    expect(await texts(page, '#panel .verdict p')).toHaveLength(1);
    expect(await exported(page)).toBe(`${HEADER}\n{"do":"name","type":"Person","label":"ئایدن","english":"Aidin"}\n`);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('needs no mouse', async () => {
    const { page, faults } = await open(browser, small(), { lang: 'en' });
    let choosers = 0;
    page.on('filechooser', () => choosers++);
    const focused = (): Promise<string> => page.evaluate(() => (document.activeElement as HTMLElement).dataset['key'] ?? document.activeElement?.textContent ?? '');
    const tabTo = async (what: string): Promise<void> => {
      for (let i = 0; i < 60 && !(await focused()).startsWith(what); i++) await page.keyboard.press('Tab');
      expect(await focused()).toContain(what);
    };
    await page.focus('.window .fact');
    await page.keyboard.press('Enter');
    await page.focus('#panel .switch button');
    await tabTo('Correct this');
    await page.keyboard.press('Enter');
    await tabTo('wrong');
    await page.keyboard.press('Space');
    // the button that was pressed still has the focus
    expect(await focused()).toMatch(/^wrong/);
    await page.keyboard.press('Space');
    await tabTo('part');
    await page.keyboard.press('End');
    expect(await texts(page, '#panel .verdict p')).toEqual([expect.stringMatching(/^✗ .+: not “.+”$/)]);
    await page.focus('#header nav button:nth-of-type(3)');
    await page.keyboard.press('Enter');
    await tabTo('export');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"reject-role"');
    await tabTo('open');
    expect(await page.$eval('[data-key="open"]', (e) => e === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => choosers).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  it.each(['ckb', 'en'] as const)('goes on with a file, byte for byte, and takes nothing of one that is none, in %s', async (lang) => {
    const { page, faults } = await open(browser, seed(), { lang });
    const file = `${HEADER}\n{"do":"reject-event","article":"${ID}","event":{"type":"Hosting","trigger":{"at":[115,122],"quote":"پێشوازی"}},"note":"هێشتا نەبووە"}\n{"do":"reject-event","article":"یەکی دیکە","event":{"type":"Visit","trigger":{"at":[3,10],"quote":"سەردانی"}}}\n{"do":"merge","entities":["${KB}person/joe-biden","${KB}person/x"]}\n`;
    await corrections(page);
    await load(page, 'mine.jsonl', file);
    await page.waitForSelector('#panel .verdict');
    expect(await texts(page, '#panel .verdict p')).toHaveLength(3);
    expect((await texts(page, '#panel .verdict p')).map((t) => t.endsWith(lang === 'ckb' ? 'لەم پەڕەیەدا نییە: یەکی دیکە' : 'not on this page: یەکی دیکە'))).toEqual([false, true, false]);
    expect(await page.inputValue('#panel .verdict input')).toBe('هێشتا نەبووە');
    expect(await page.$$('.window .fact.wrong')).toHaveLength(1);
    expect(await exported(page)).toBe(file);
    for (const [bad, why] of [[`${file}{"do":"name"}\n`, 'mine.jsonl:5: is no correction'], ['{}', 'mine.jsonl: is no file of corrections'], [Buffer.from([0xff, 0xfe, 0x00]), 'mine.jsonl: is not UTF-8'], [HEADER.replace('1', '2'), 'mine.jsonl:1: has version 2']] as const) {
      await load(page, 'mine.jsonl', bad);
      await page.waitForFunction((w) => document.querySelector('#panel [role="alert"]')?.textContent?.includes(w), why);
      expect(await text(page, '#panel [role="alert"]')).toContain(lang === 'ckb' ? 'فایلەکە وەرنەگیرا' : 'The file was not taken');
      expect(await texts(page, '#panel .verdict p')).toHaveLength(3);
    }
    // a second file is added to the first
    await load(page, 'more.jsonl', `${HEADER}\n{"do":"name","type":"Place","label":"گوند"}\n`);
    await page.waitForFunction(() => document.querySelectorAll('#panel .verdict').length === 4);
    expect(await page.$$('#panel [role="alert"]')).toHaveLength(0);
    expect(await exported(page)).toBe(`${file}{"do":"name","type":"Place","label":"گوند"}\n`);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('asks before corrections are lost, and only then', async () => {
    const opened = await open(browser, seed(), { lang: 'en' }), { page, faults } = opened;
    await fact(opened, 'hosts');
    await page.click('#panel [data-key^="wrong"]');
    const leave = (): Promise<void> => page.evaluate(() => void (location.href = 'about:blank'));
    const asked = page.waitForEvent('dialog');
    await leave();
    expect((await asked).type()).toBe('beforeunload');
    expect(faults.splice(0)).toHaveLength(1);
    await corrections(page);
    expect(await text(page, '#panel')).toContain('not exported yet');
    await exported(page);
    expect(await text(page, '#panel')).not.toContain('not exported yet');
    await page.fill('#panel .verdict input', 'why');
    expect(await text(page, '#panel')).toContain('not exported yet');
    await exported(page);
    await leave();
    await page.waitForURL('about:blank');
    faults.splice(0, faults.length, ...faults.filter((f) => f !== 'request: about:blank'));
    expect(faults).toEqual([]);
  });

  it('fits on a phone, and is not printed', async () => {
    const opened = await open(browser, seed(), { size: [390, 844] }), { page, faults } = opened;
    await fact(opened, 'hosts');
    await page.selectOption(part('place'), 'none');
    const wide = (): Promise<number[]> => page.evaluate(() => [document.documentElement.scrollWidth, document.querySelector('#panel')?.scrollWidth ?? 0]);
    expect(Math.max(...await wide())).toBeLessThanOrEqual(390);
    await page.emulateMedia({ media: 'print' });
    expect(await page.$$eval('#panel .mend, #panel .verdict .row', (all) => all.filter((e) => e.checkVisibility()).length)).toBe(0);
    // what it says of the fact is
    expect(await page.$$eval('#panel .verdict p', (all) => all.filter((e) => e.checkVisibility()).length)).toBe(1);
    await page.emulateMedia({ media: 'screen' });
    await corrections(page);
    await page.$eval('#panel details', (e) => void ((e as HTMLDetailsElement).open = true));
    expect(Math.max(...await wide())).toBeLessThanOrEqual(390);
    expect(faults).toEqual([]);
    await page.close();
  });
});
