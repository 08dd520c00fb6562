import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromium, launch } from './support.js';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const FIRST = 'نێچیرڤان بارزانی لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە.', SECOND = 'مستەفا کازمی پێشوازی لە جۆ بایدن کرد.';

describe.skipIf(!chromium())('the reading room of a running server', () => {
  let browser: Browser, server: ChildProcess, url: string, said = '';
  const dir = mkdtempSync(join(tmpdir(), 'hewal-room-'));
  const hewal = (...args: string[]): void => expect(spawnSync(process.execPath, [MAIN, ...args], { cwd: dir, encoding: 'utf8' })).toMatchObject({ status: 0 });
  const put = (id: string, text: string): void => writeFileSync(join(dir, `${id}.jsonl`), `${JSON.stringify({ id, text, title: id, published: '2024-05-10' })}\n`);

  beforeAll(async () => {
    put('first', FIRST);
    put('second', SECOND);
    hewal('build', 'first.jsonl', '--into', 'kb');
    server = spawn(process.execPath, [MAIN, 'serve', 'kb', '--port', '0', '--threads', '1'], { cwd: dir });
    server.stdout?.on('data', (data: Buffer) => void (said += data.toString()));
    while (!/^http:\S+\/$/m.test(said)) {
      if (server.exitCode !== null) throw new Error(said);
      await new Promise((r) => setTimeout(r, 50));
    }
    url = /^http:\S+(?=\/$)/m.exec(said)?.[0] ?? '';
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  });

  it('opens from the page of a thing, runs under its own policy alone, and shows what is added', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const faults: string[] = [];
    page.on('pageerror', (e) => faults.push(e.message));
    page.on('console', (m) => void (m.type() === 'error' || m.type() === 'warning' ? faults.push(m.text()) : undefined));
    page.on('request', (r) => void (r.url().startsWith(url) || r.url().startsWith('data:') ? undefined : faults.push(r.url())));
    await page.addInitScript("document.addEventListener('securitypolicyviolation', (e) => console.error('violation', e.violatedDirective, e.blockedURI))");
    const articles = (): Promise<string[]> => page.$$eval('#article select option', (all) => all.map((e) => e.textContent ?? ''));
    const ready = (): Promise<unknown> => page.waitForSelector('html[data-ready]');

    await page.goto(`${url}/entity/person/joe-biden?lang=en`);
    await page.click('.room a');
    await ready();
    expect(new URL(page.url()).pathname).toBe('/view/entity/person/joe-biden');
    expect(await page.$eval('html', (e) => e.lang)).toBe('en');
    expect(await page.$eval('#article .text', (e) => e.textContent)).toContain(FIRST);
    await page.click('.window .name >> text=Joe Biden');
    expect(await page.$eval('#panel h3', (e) => (e as HTMLElement).innerText)).toContain('Joe Biden');

    // the server's own policy would let none of this run, and the page's no script of others
    expect(await page.evaluate(() => {
      const script = document.createElement('script');
      script.src = '/assets/query.js';
      return new Promise((done) => {
        script.onerror = () => done('refused');
        script.onload = () => done('run');
        document.body.append(script);
      });
    })).toBe('refused');
    expect(faults.length).toBeGreaterThan(0);
    faults.length = 0;

    hewal('add', 'kb', 'second.jsonl');
    while (!said.includes('the graph has changed')) await new Promise((r) => setTimeout(r, 100));
    await page.reload();
    await ready();
    expect(await articles()).toHaveLength(2);
    await page.keyboard.press(']');
    expect(await page.$$eval('#article .text', (all) => all.map((e) => e.textContent).join())).toContain(SECOND);
    // nothing changed: the browser's own copy, with the policy that it had
    await page.reload();
    await ready();
    expect(await articles()).toHaveLength(2);
    expect(faults).toEqual([]);
    await page.close();
  });
});
