import { createCorrected } from '../model/corrections/corrected.js';
import { read } from '../model/reading.js';
import { createSearch } from '../model/search.js';
import type { PageData } from '../model/types.js';
import { articlePane } from './article.js';
import { part } from './dom.js';
import { graphPane } from './graph.js';
import { pageHeader } from './header.js';
import type { Page } from './page.js';
import { unkept } from './corrections/actions.js';
import { sidePanel } from './panel.js';
import { selectedWords } from './corrections/selected-words.js';
import { beginning, createStore } from './store.js';
import { timelinePane } from './timeline.js';

/** Keys that work everywhere but in fields. */
function keys(page: Page): void {
  const { store, reading } = page;
  document.addEventListener('keydown', (e) => {
    if (e.key === 'Escape') {
      store.set(store.get().panel === undefined ? { selected: undefined, way: undefined } : { panel: undefined, selected: undefined, way: undefined });
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.target instanceof HTMLInputElement || e.target instanceof HTMLSelectElement) return;
    const many = reading.data.articles.length, { article } = store.get();
    if (e.key === '/') {
      e.preventDefault();
      part('search').focus();
    } else if (e.key === '[' && many > 1) store.set({ article: (article - 1 + many) % many });
    else if (e.key === ']' && many > 1) store.set({ article: (article + 1) % many });
    else if (e.key === '?') store.set({ panel: 'about' });
  });
}

/** Whoever leaves with corrections that are in no file is asked first. */
function guard(page: Page): void {
  addEventListener('beforeunload', (e) => {
    if (unkept(page.store.get())) e.preventDefault();
  });
}

async function start(): Promise<void> {
  const data = JSON.parse(part('data').textContent) as PageData;
  // the text of a large graph needs as much memory as the graph
  part('data').remove();
  // cards are measured: the letters must be there
  await Promise.all(['400 16px Vazirmatn', '700 16px Vazirmatn'].flatMap((font) => [document.fonts.load(font, 'هەواڵ'), document.fonts.load(font, 'hewal')]));
  const reading = read(data);
  const store = createStore(beginning(location.hash, matchMedia('(prefers-color-scheme: dark)').matches));
  const corrected = createCorrected(reading);
  const page: Page = { reading, search: createSearch(reading), store, corrected: () => corrected(store.get().corrections) };
  pageHeader(page);
  articlePane(page);
  selectedWords(page);
  sidePanel(page);
  timelinePane(page);
  graphPane(page);
  keys(page);
  guard(page);
  document.documentElement.dataset['ready'] = 'true';
}

void start();
