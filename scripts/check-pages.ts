// npm run check:pages [-- --shots DIR]: looks at the pages of "hewal serve" in Chromium, in both languages, light and dark, wide and narrow:
// nothing comes from elsewhere, nothing fails, nothing is wider than the window, axe finds nothing, and the query page answers.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(CHROMIUM)) {
  console.log(`SKIPPED: there is no ${CHROMIUM} (Debian: chromium; or CHROMIUM=…)`);
  process.exit(0);
}
const { values } = parseArgs({ options: { shots: { type: 'string' } } });
if (values.shots) mkdirSync(values.shots, { recursive: true });
const root = fileURLToPath(new URL('..', import.meta.url));
const server = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'serve', 'out', '--port', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
const url = await new Promise<string>((resolve, reject) => {
  let text = '';
  server.stdout.on('data', (data: Buffer) => {
    text += data.toString();
    const found = /^http:\S+(?=\/$)/m.exec(text)?.[0];
    if (found) resolve(found);
  });
  server.on('exit', () => reject(new Error('the server did not start')));
});

const ARTICLE = '/article/rudaw-2021-07-kazimi';
const PAGES: Readonly<Record<string, string>> = {
  query: '/', ontology: '/ontology', entity: '/entity/person/mustafa-al-kadhimi', event: `${ARTICLE}/event/13-meeting`, article: ARTICLE,
  list: '/view?page=1', search: `/view?q=${encodeURIComponent('کازمی')}`,
  passage: `/resource?iri=${encodeURIComponent(`https://w3id.org/hewal/kb${ARTICLE}#char=126,138`)}`,
};
const LOOKS = [['en', 'light', 1200], ['ckb', 'dark', 1200], ['ckb', 'light', 390], ['en', 'dark', 390]] as const;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const faults: string[] = [];
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'] });
for (const [lang, colorScheme, width] of LOOKS) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 }, bypassCSP: false });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(PAGES)) {
    const tell = (what: string): void => void faults.push(`${name} (${lang}, ${colorScheme}, ${width}): ${what}`);
    const heard = { console: (m: { type(): string; text(): string }) => m.type() === 'error' && !/status of 400/.test(m.text()) && tell(m.text()), error: (e: Error) => tell(e.message), request: (r: { url(): string }) => !/^(?:data:|blob:)/.test(r.url()) && !r.url().startsWith(url) && tell(`asks ${r.url()}`) };
    page.on('console', heard.console).on('pageerror', heard.error).on('request', heard.request);
    await page.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    if (name === 'query') await asks(page, tell);
    const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth') as number;
    if (wider > 0) tell(`is ${wider} px too wide`);
    // Evaluated by the browser's own door, which no policy of the page governs.
    const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')))`) as string[];
    found.forEach(tell);
    if (values.shots) await page.screenshot({ path: join(values.shots, `${name}-${lang}-${colorScheme}-${width}.png`), fullPage: true });
    page.off('console', heard.console).off('pageerror', heard.error).off('request', heard.request);
  }
  await context.close();
}
await browser.close();
server.removeAllListeners('exit');
server.kill('SIGTERM');
console.log(faults.length === 0 ? `${Object.keys(PAGES).length} pages in ${LOOKS.length} looks: nothing from elsewhere, no error, nothing too wide, axe finds nothing` : faults.join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;

/** Waits until something holds in the page, asked from outside: the policy of the page lets nothing be evaluated inside it. */
async function holds(page: Page, what: string): Promise<boolean> {
  for (let i = 0; i < 75; i++) {
    if (await page.evaluate(what)) return true;
    await page.waitForTimeout(200);
  }
  return false;
}

/** The query page: the first query has run; a ready-made one with a name in another spelling runs; a mistake is told. */
async function asks(page: Page, tell: (what: string) => void): Promise<void> {
  const rows = "document.querySelectorAll('#result tbody tr').length";
  if (!await holds(page, `${rows} >= 3`)) tell('the first query has no rows');
  if (await page.locator('.CodeMirror .cm-keyword').count() === 0) tell('the editor does not colour keywords');
  const address = page.url();
  await page.goto(`${address}&query=${encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 7')}`);
  await page.waitForTimeout(1000);
  if (await page.evaluate(rows) !== 0) tell('a query that came with a link runs by itself');
  await page.click('#run');
  if (!await holds(page, `${rows} === 7`)) tell('a query that came with a link does not run');
  await page.goto(address);
  await page.selectOption('#name', 'statements-of');
  await page.fill('#parameters input', 'كۆشكی سپی');
  await page.click('#parameters button');
  if (!await holds(page, `${rows} > 3 && document.querySelector('#result').textContent.includes('کازمی')`)) tell('a ready-made query with a name has no rows');
  await page.evaluate("document.querySelector('.CodeMirror').CodeMirror.setValue('SELECT * WERE {}')");
  await page.click('#run');
  if (!await holds(page, "(document.querySelector('#result .error')?.textContent ?? '').includes('WERE')")) tell('a mistake is not told');
  await page.selectOption('#name', 'who-met-whom');
  await page.click('#run');
  await holds(page, `${rows} === 3`);
}
