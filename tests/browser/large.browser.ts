import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { largeGraph } from '../support/large-graph.js';
import { boxesOf, chromium, dataOf, launch, open, overlaps } from './support.js';

/** Resident memory of the largest renderer process below this one, in MB, now and at most. Undefined where there is no /proc. */
function memory(): { now: number; most: number } | undefined {
  const found: { now: number; most: number }[] = [];
  try {
    for (const pid of readdirSync('/proc').filter((d) => /^\d+$/.test(d))) {
      try {
        if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) continue;
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const of = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
        found.push({ now: of('VmRSS'), most: of('VmHWM') });
      } catch {
        // the process has ended
      }
    }
  } catch {
    return undefined;
  }
  return found.sort((a, b) => b.most - a.most)[0];
}

/** Frames a second while something is done. */
async function frames(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const w = window as unknown as { times: number[]; stop: boolean };
    w.times = [];
    w.stop = false;
    const frame = (t: number): void => {
      w.times.push(t);
      if (!w.stop) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await act();
  return page.evaluate(() => {
    const w = window as unknown as { times: number[]; stop: boolean };
    w.stop = true;
    return (w.times.length - 1) / (((w.times.at(-1) as number) - (w.times[0] as number)) / 1000);
  });
}

describe.skipIf(!chromium())('large graphs', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await launch()));
  afterAll(() => browser.close());

  it('lays out 200 entities without overlap, in letters that can be read', async () => {
    const { page, faults } = await open(browser, dataOf(largeGraph(200, 400)));
    const boxes = await boxesOf(page, '.layer > div'), texts = await boxesOf(page, '.window .fact, .window .name');
    expect(boxes.length).toBeGreaterThan(400);
    expect(overlaps(boxes)).toEqual([]);
    expect(Math.min(...texts.map((t) => t.font))).toBeGreaterThanOrEqual(13.99);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('20,000 entities and 60,000 facts stay usable', async () => {
    const data = dataOf(largeGraph(20_000, 60_000));
    expect(data.entities).toHaveLength(20_000);
    expect(data.links.length).toBeGreaterThan(59_000);
    const start = Date.now();
    const { page, faults } = await open(browser, data);
    const ready = await page.evaluate(() => performance.now());
    const box = await page.locator('canvas').boundingBox() as { x: number; y: number; width: number; height: number };
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const drag = async (): Promise<void> => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (let i = 0; i < 30; i++) await page.mouse.move(x + Math.sin(i / 4) * 200, y + Math.cos(i / 5) * 150);
      await page.mouse.up();
    };
    const zoom = (by: number) => async (): Promise<void> => {
      for (let i = 0; i < 20; i++) await page.mouse.wheel(0, by);
    };
    const speeds = { far: await frames(page, drag), in: await frames(page, zoom(-120)), near: await frames(page, drag), out: await frames(page, zoom(120)) };
    const used = memory();
    // figures are for the reader of the report; how fast a machine is, is no test
    console.log(`20,000 entities, ${data.links.length} facts: picture after ${Math.round(ready)} ms (with writing the file ${Date.now() - start} ms); frames/s ${Object.entries(speeds).map(([k, v]) => `${k} ${v.toFixed(0)}`).join(', ')}; renderer ${used ? `${used.now.toFixed(0)} MB, at most ${used.most.toFixed(0)} MB` : 'not measured'}`);
    await page.fill('#search', 'name 777');
    await page.keyboard.press('Enter');
    expect(await page.$eval('#panel h3', (e) => (e as HTMLElement).innerText)).toContain('777');
    await page.click('#panel .row.wrap button >> nth=0');
    expect((await page.$$('.window .name')).length).toBeGreaterThan(1);
    await page.click('#graph .switch button >> nth=1');
    expect((await page.$$('.window .name')).length).toBeGreaterThan(1);
    await page.click('#graph .switch button >> nth=0');
    expect(await page.$$('canvas')).toHaveLength(1);
    // a correction is found among 60,000 facts, and the map is drawn without it
    await page.click('#panel .line-button');
    await page.click('#panel summary');
    const marking = await page.$eval('#panel [data-key^="wrong"]', (e) => {
      const from = performance.now();
      (e as HTMLElement).click();
      return performance.now() - from;
    });
    console.log(`one fact marked wrong: ${Math.round(marking)} ms`);
    expect(await page.$$('#panel .reason.wrong')).toHaveLength(1);
    expect(faults).toEqual([]);
    await page.close();
  });
});
