// The query page: an editor in the place of the text field, and answers without leaving the page.
import Yasqe from '@zazuko/yasqe';
import '@zazuko/yasqe/build/yasqe.min.css';
import './query.css';
import { readyQueries } from './ready.js';
import { element, resultTable, type Names, type Results } from './results.js';

const page = document.querySelector<HTMLElement>('#query') as HTMLElement;
const names: Names = { lang: page.dataset['lang'] === 'ckb' ? 'ckb' : 'en', base: page.dataset['base'] ?? '', prefixes: JSON.parse(page.dataset['prefixes'] ?? '{}') as Names['prefixes'] };
const words = JSON.parse(page.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
const said = (name: string): string => words[name] ?? name;
const form = page.querySelector<HTMLFormElement>('#ask') as HTMLFormElement, field = form.querySelector('textarea') as HTMLTextAreaElement;
const button = form.querySelector('#run') as HTMLButtonElement, status = form.querySelector('#status') as HTMLElement, result = page.querySelector('#result') as HTMLElement;

const place = element('div', '', { dir: 'ltr', class: 'editor' });
field.before(place);
const yasqe = new Yasqe(place, {
  value: field.value, persistenceId: null, showQueryButton: false, resizeable: false, createShareableLink: undefined, consumeShareLink: null, prefixCcApi: null,
  autocompleters: [], collapsePrefixesOnLoad: false, lineWrapping: true, editorHeight: 'auto', viewportMargin: Infinity, extraKeys: { 'Ctrl-Enter': () => void run(), 'Cmd-Enter': () => void run(), 'Ctrl-/': () => yasqe.commentLines(), Tab: false, 'Shift-Tab': false },
} as never);
yasqe.getInputField().setAttribute('aria-label', said('sparql'));
field.hidden = true;

const TYPES = [['CSV', 'text/csv'], ['JSON', 'application/sparql-results+json'], ['TSV', 'text/tab-separated-values']] as const;
const GRAPHS = [['Turtle', 'text/turtle'], ['JSON-LD', 'application/ld+json'], ['N-Triples', 'application/n-triples']] as const;
const ask = (query: string, accept: string, signal?: AbortSignal): Promise<Response> =>
  fetch('/sparql', { method: 'POST', headers: { 'Content-Type': 'application/sparql-query', Accept: `${accept}, application/problem+json;q=0.1` }, body: query, ...(signal ? { signal } : {}) });

let running: AbortController | undefined;

async function run(): Promise<void> {
  if (running) return running.abort();
  running = new AbortController();
  button.textContent = said('stop');
  status.textContent = '…';
  const query = yasqe.getValue(), from = performance.now();
  try {
    const response = await ask(query, 'application/sparql-results+json, text/turtle', running.signal);
    const type = response.headers.get('content-type') ?? '', body = await response.text();
    const seconds = ((performance.now() - from) / 1000).toFixed(2);
    if (!response.ok) return fail(body, type);
    if (type.startsWith('text/turtle')) return show(element('pre', body, { dir: 'ltr', lang: 'ckb' }), `${seconds} ${said('seconds')}`, downloads(query, GRAPHS));
    const results = JSON.parse(body) as Results;
    if (results.boolean !== undefined) return show(element('p', said(results.boolean ? 'yes' : 'no'), { class: 'answer' }), `${seconds} ${said('seconds')}`, []);
    const rows = results.results?.bindings.length ?? 0;
    show(rows === 0 ? element('p', said('empty'), { class: 'answer' }) : resultTable(results, names, '…'), `${rows} ${said('rows')}, ${seconds} ${said('seconds')}`, downloads(query, TYPES));
  } catch (e) {
    status.textContent = e instanceof DOMException && e.name === 'AbortError' ? '' : said('failed');
  } finally {
    running = undefined;
    button.textContent = said('run');
  }
}

function show(content: HTMLElement, told: string, buttons: readonly HTMLElement[]): void {
  status.textContent = told;
  const bar = element('p', '', { class: 'downloads' });
  bar.append(...(buttons.length > 0 ? [said('download'), ' '] : []), ...buttons);
  result.replaceChildren(content, bar);
}

function fail(body: string, type: string): void {
  status.textContent = said('failed');
  const problem = type.startsWith('application/problem+json') ? JSON.parse(body) as { title: string; detail: string; line?: number; column?: number } : { title: body, detail: '' };
  const box = element('div', '', { class: 'error', dir: 'ltr', lang: 'en' });
  box.append(element('p', `${problem.line === undefined ? '' : `${problem.line}:${problem.column} `}${problem.title}`), element('p', problem.detail, { class: 'note' }));
  result.replaceChildren(box);
  if (problem.line !== undefined) yasqe.setCursor({ line: problem.line - 1, ch: (problem.column ?? 1) - 1 });
}

function downloads(query: string, types: readonly (readonly [string, string])[]): HTMLElement[] {
  return types.map(([name, type]) => {
    const b = element('button', name, { type: 'button', class: 'quiet' });
    b.addEventListener('click', () => void ask(query, type).then((r) => r.blob()).then((blob) => {
      const link = element('a', '', { href: URL.createObjectURL(blob), download: `result.${name.toLowerCase().replace('-', '')}` });
      link.click();
    }));
    return b;
  });
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  void run();
});
void readyQueries(page.querySelector('#ready') as HTMLFormElement, names.lang, { set: (text) => yasqe.setValue(text), run: () => void run() }, said('run'));
// What came with a link, its reader is to see before it runs.
if (page.dataset['runs'] === 'yes') void run();
