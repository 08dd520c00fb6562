// Builds what the pages of "hewal serve" load, into dist/web: no file comes from another server.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
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
