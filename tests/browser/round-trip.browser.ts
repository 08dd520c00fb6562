import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'n3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEWS } from '../../src/model/vocabulary.js';
import { chromium, launch } from './support.js';

const KB = 'https://w3id.org/hewal/kb/entity/';

describe.skipIf(!chromium())('from the page to the graph and back', () => {
  let browser: Browser, dir = '';
  const hewal = (...args: string[]): string => execFileSync(process.execPath, ['dist/cli/main.js', ...args], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const facts = (out: string): Set<string> => new Set(new Parser().parse(readFileSync(join(dir, out, 'graph.nq'), 'utf8')).map((q) => `${q.subject.value.replace(KB, '')} ${q.predicate.value.replace(NEWS, '')} ${q.object.value.replace(KB, '')}`));
  const bytes = (out: string): [string, string][] => readdirSync(join(dir, out)).sort().map((f) => [f, readFileSync(join(dir, out, f), 'utf8')]);
  const show = async (out: string): Promise<Page> => {
    hewal('view', join(dir, out), '--articles', 'seeds', '--out', join(dir, `${out}.html`));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`file://${join(dir, `${out}.html`)}#lang=en`);
    await page.waitForSelector('html[data-ready]');
    return page;
  };
  /** Presses a fact in the list of facts. */
  const press = async (page: Page, fact: string): Promise<void> => {
    await page.click('#header nav button:nth-of-type(1)');
    await page.click(`#panel .line-button:has-text("${fact}")`);
    await page.$eval('#panel .mend', (e) => void ((e as HTMLDetailsElement).open = true));
  };
  const listed = async (page: Page): Promise<string[]> => {
    await page.click('#header nav button:nth-of-type(1)');
    return page.$$eval('#panel .line-button', (all) => all.map((e) => (e as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));
  };

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hewal-round-'));
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('what is marked in the page is gone from the next graph and page, and comes back without the file', async () => {
    hewal('build', 'seeds', '--out', join(dir, 'before'));
    const page = await show('before');
    await press(page, 'withdraws from');
    await page.click('#panel [data-key^="wrong"]');
    await press(page, 'is a member of');
    await page.click('#panel [data-key^="wrong"]');
    await press(page, 'Joe Biden hosts');
    await page.selectOption('#panel .part select[data-key*=" agent "]', 'target');
    await page.selectOption('#panel .part select[data-key*=" target "]', 'none');
    await page.fill('#search', 'Popular');
    await page.keyboard.press('Enter');
    await page.$eval('#panel .mend', (e) => void ((e as HTMLDetailsElement).open = true));
    await page.fill('#same', 'white house');
    await page.keyboard.press('Enter');
    await page.fill('#search', 'Brett McGurk');
    await page.keyboard.press('Enter');
    await page.$eval('#panel .mend', (e) => void ((e as HTMLDetailsElement).open = true));
    await page.click('#panel [data-key="split"]');
    await page.click('#header nav button:nth-of-type(3)');
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-key="export"]')]);
    await download.saveAs(join(dir, 'corrections.jsonl'));
    expect(readFileSync(join(dir, 'corrections.jsonl'), 'utf8').split('\n')).toHaveLength(8);
    const stay = (await listed(page)).filter((f) => !f.endsWith('marked wrong'));
    await page.close();

    const said = hewal('build', 'seeds', '--corrections', join(dir, 'corrections.jsonl'), '--out', join(dir, 'after'));
    expect(said).toContain('6 applied');
    const before = facts('before'), after = facts('after');
    for (const gone of ['person/joe-biden hosts person/mustafa-al-kadhimi', 'group/rudaw-2021-07-kazimi/heze-sherkerekan withdrawsFrom place/iraq', 'group/rudaw-2021-07-kazimi/grwpe-chekdarekani-ser-be-heshdi-shebi memberOf organization/popular-mobilization-forces', 'person/brett-mcgurk meets person/mustafa-al-kadhimi']) {
      expect(before.has(gone), gone).toBe(true);
      expect(after.has(gone), gone).toBe(false);
    }
    const hosting = 'https://w3id.org/hewal/kb/article/rudaw-2021-07-kazimi/event/3-hosting';
    expect([...after].filter((f) => f.startsWith(`${hosting} `) && /guest|host /.test(f))).toEqual([`${hosting} guest person/joe-biden`]);
    expect([...after].filter((f) => f.includes('organization/popular-mobilization-forces'))).toEqual([]);

    const next = await show('after');
    const now = await listed(next);
    for (const gone of ['withdraws from', 'is a member of', ' hosts ', 'Brett McGurk']) expect(now.filter((f) => f.includes(gone)), gone).toEqual([]);
    // nothing else went: McGurk's facts are those of somebody else now
    for (const f of stay.filter((s) => !s.includes('Brett McGurk'))) expect(now).toContain(f);
    // a file that was applied tells what is not there any more, and stays as it is
    await next.click('#header nav button:nth-of-type(3)');
    await next.setInputFiles('#panel input[type="file"]', join(dir, 'corrections.jsonl'));
    await next.waitForSelector('#panel .verdict');
    const [again] = await Promise.all([next.waitForEvent('download'), next.click('[data-key="export"]')]);
    expect(readFileSync(await again.path(), 'utf8')).toBe(readFileSync(join(dir, 'corrections.jsonl'), 'utf8'));
    await next.close();

    hewal('build', 'seeds', '--out', join(dir, 'again'));
    expect(bytes('again')).toEqual(bytes('before'));
    hewal('build', 'seeds', '--corrections', join(dir, 'corrections.jsonl'), '--out', join(dir, 'twice'));
    expect(bytes('twice')).toEqual(bytes('after'));
  });
});
