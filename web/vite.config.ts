// Builds what the pages of "hewal serve" load, into dist/web: no file comes from another server.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What the bundle is made of, and under which terms: they want to be told with every copy. */
const licences: Plugin = {
  name: 'licences',
  generateBundle() {
    const told = (name: string): string => {
      const { version, license, author } = JSON.parse(readFileSync(at(`../node_modules/${name}/package.json`), 'utf8')) as { version: string; license: string; author?: string | { name: string } };
      return `${name} ${version}: ${license}${author === undefined ? '' : `, ${typeof author === 'string' ? author : author.name}`}`;
    };
    const font = readFileSync(at('../node_modules/@fontsource/vazirmatn/LICENSE'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source: `${told('@zazuko/yasqe')} (with CodeMirror 5: MIT, Marijn Haverbeke and others)\n${told('@fontsource/vazirmatn')}\n\n${font}` });
  },
};

export default defineConfig({
  plugins: [licences],
  root: at('.'),
  base: '/assets/',
  logLevel: 'warn',
  build: {
    outDir: at('../dist/web'),
    emptyOutDir: true,
    assetsDir: '',
    // Fonts stay files: the policy of the pages allows none inside a style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    // The editor's own fallback for browsers without JSON holds an eval, which the policy of the pages forbids in any case.
    rollupOptions: { checks: { eval: false }, input: { query: at('query/main.ts'), page: at('page.css') }, output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' } },
  },
});
