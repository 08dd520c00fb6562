// Builds dist/viewer/page.html: the reading room without data. One file with its script, style and fonts, and a policy that lets
// nothing else in. "hewal view" puts the data of a graph into it.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

const at = (path: string): string => new URL(`../${path}`, import.meta.url).pathname;
const read = (path: string): string => readFileSync(at(path), 'utf8');

/** The page's script as one classic script: modules of a file that is opened by double click may not be loaded by every browser. */
async function script(): Promise<string> {
  const result = await build({
    configFile: false, logLevel: 'warn', root: at('src/viewer/page'),
    build: { write: false, target: 'es2022', lib: { entry: at('src/viewer/page/main.ts'), name: 'hewal', formats: ['iife'], fileName: 'page' } },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('vite gave no script');
  // inside a script element these would end it, or begin a comment of HTML
  return chunk.code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/** Vazirmatn (SIL Open Font License 1.1) in two weights, for the letters of Kurdish and of European names. */
function fonts(): string {
  const faces: string[] = [];
  for (const weight of [400, 700]) for (const [subset, range] of [['arabic', 'U+0600-06FF,U+200C-200E,U+2010-2011,U+FB50-FDFF,U+FE70-FEFC'], ['latin', 'U+0000-00FF,U+2000-200B,U+2012-206F,U+20AC,U+2122'], ['latin-ext', 'U+0100-02BA,U+1E00-1EFF']] as const) {
    const data = readFileSync(at(`node_modules/@fontsource/vazirmatn/files/vazirmatn-${subset}-${weight}-normal.woff2`)).toString('base64');
    faces.push(`@font-face{font-family:Vazirmatn;font-weight:${weight};font-display:block;src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`);
  }
  return faces.join('');
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const code = await script(), style = fonts() + ['style.css', 'corrections/style.css'].map((name) => read(`src/viewer/page/${name}`)).join('').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s*\n\s*/g, ' ').trim();
const policy = `default-src 'none'; script-src ${hash(code)}; style-src ${hash(style)}; font-src data:; base-uri 'none'; form-action 'none'`;
// what is in the page keeps its licences beside it; a comment of HTML may not hold two dashes
const notice = read('NOTICE').replace(/-{2,}/g, '-');
const page = read('src/viewer/page/index.html').replace('@notice@', () => notice).replace('@csp@', () => policy).replace('@style@', () => style).replace('@script@', () => code);
mkdirSync(at('dist/viewer'), { recursive: true });
// beside its place and renamed: whoever reads it meanwhile has one page or the other
const part = at(`dist/viewer/page.${process.pid}.part`);
writeFileSync(part, page);
renameSync(part, at('dist/viewer/page.html'));
process.stdout.write(`page: ${Math.round(page.length / 1024)} kB\n`);
