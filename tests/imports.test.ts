import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Every module specifier of a source text: imports (types too), re-exports, dynamic imports, `import('x').T` types. */
export function specifiers(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  return [...code.matchAll(/(?:^|[\s;}])(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/g)].map((m) => (m[1] ?? m[2] ?? m[3]) as string);
}

interface Edge {
  readonly from: string;
  /** A file of src (without its ending), or the name of a package. */
  readonly to: string;
  readonly local: boolean;
}

function edges(file: string, source: string): Edge[] {
  return specifiers(source).map((s) => (s.startsWith('.')
    ? { from: file, to: normalize(join(dirname(file), s)).replace(/\.js$/, ''), local: true }
    : { from: file, to: s.startsWith('node:') ? s : s.split('/').slice(0, s.startsWith('@') ? 2 : 1).join('/'), local: false }));
}

const within = (file: string, folders: readonly string[]): boolean => folders.some((f) => (f.endsWith('/') ? file.startsWith(f) : file === f || file === `${f}.ts`));

/** Packages, and the only parts of src that may name them. */
const PACKAGES: readonly (readonly [name: string | RegExp, folders: readonly string[]])[] = [
  ['yargs', ['cli/']], ['picocolors', ['cli/']], ['cli-progress', ['cli/']],
  ['n3', ['graph/', 'formats/', 'check/', 'explain/', 'diff/', 'cli/read-graph.ts', 'pipeline.ts', 'render/', 'link/', 'corrections/log.ts', 'store/', 'query/', 'serve/', 'viewer/']],
  [/^(hono|@hono\/node-server|negotiator)$/, ['serve/']],
  [/^graphology/, ['formats/', 'render/', 'viewer/']],
  ['csv-stringify', ['formats/']], ['proper-lockfile', ['store/collection/lock.ts']], ['rdf-validate-shacl', ['check/']], ['jsonld', ['cli/read-graph.ts', 'formats/']],
  [/^(oxigraph|rdflib)$/, ['cli/', 'check/', 'formats/', 'store/', 'query/']],
  [/^(@mozilla\/readability|linkedom|htmlparser2)$/, ['input/page/']], ['feedsmith', ['input/feeds.ts']], [/^(ipaddr\.js|robots-parser)$/, ['input/web/']], [/^(undici|p-retry)$/, ['input/web/', 'store/remote/']],
  [/^node:/, ['cli/', 'input/', 'language/load.ts', 'formats/events/load.ts', 'check/ontology.ts', 'render/', 'viewer/', 'store/', 'query/', 'serve/', 'diff/patch.ts']],
];

/** What each part may import of src. Parts that are not here may import anything but the command line. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'model/': ['model/'],
  'text/': ['model/', 'text/', 'language/letters'],
  'language/': ['model/', 'text/', 'language/'],
  'extract/': ['model/', 'text/', 'language/', 'extract/', 'link/'],
  // the page imports the types of corrections
  'corrections/types': ['model/'],
  'corrections/read': ['model/', 'corrections/types'],
  'corrections/': ['model/', 'language/', 'extract/', 'link/', 'graph/', 'formats/', 'corrections/'],
  // what runs in the browser knows nothing of files and graphs: only data
  'viewer/page/': ['model/', 'corrections/types', 'viewer/page/', 'viewer/model/'],
  'viewer/model/': ['model/', 'corrections/types', 'corrections/read', 'text/normalise', 'language/letters', 'language/tables', 'render/layout', 'render/separate', 'viewer/model/'],
};
const NOBODY = ['cli/'];
/** Packages of which only types are used, inside: nothing of them is left in what is published. */
const TYPES = ['sarif'];

function faults(list: readonly Edge[]): string[] {
  const out: string[] = [];
  for (const e of list) {
    const tell = (): void => void out.push(`${e.from} → ${e.to}`);
    if (!e.local) {
      for (const [name, folders] of PACKAGES) if ((typeof name === 'string' ? name === e.to : name.test(e.to)) && !within(e.from, folders)) tell();
      continue;
    }
    const part = Object.keys(PARTS).find((p) => e.from.startsWith(p));
    if (part && !within(e.to, PARTS[part] as readonly string[])) tell();
    else if (within(e.to, NOBODY) && !within(e.from, NOBODY)) tell();
    else if (e.to.startsWith('..')) tell();
  }
  return out;
}

const files = readdirSync(SRC, { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && f.name.endsWith('.ts')).map((f) => relative(SRC, join(f.parentPath, f.name)));
const all = files.flatMap((f) => edges(f, readFileSync(join(SRC, f), 'utf8')));

describe('who imports whom', () => {
  it('keeps to the plan', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(all.length).toBeGreaterThan(200);
    expect(faults(all)).toEqual([]);
  });

  it('every local import is a file that exists, with its .js ending', () => {
    const there = new Set(files.map((f) => f.replace(/\.ts$/, '')));
    for (const e of all.filter((x) => x.local)) expect(there, `${e.from} → ${e.to}`).toContain(e.to);
    for (const f of files) for (const s of specifiers(readFileSync(join(SRC, f), 'utf8')).filter((x) => x.startsWith('.'))) expect(s).toMatch(/\.js$/);
  });

  it('every package that is imported is a dependency', () => {
    const { dependencies } = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8')) as { dependencies: Record<string, string> };
    for (const e of all.filter((x) => !x.local && !x.to.startsWith('node:'))) expect([...Object.keys(dependencies), ...TYPES], `${e.from} → ${e.to}`).toContain(e.to);
  });

  it('sees the forms in which modules are named', () => {
    expect(specifiers(`import a from 'a'; import type { B } from "b";\nimport 'c';\nexport { d } from './d.js';\nexport * from './e.js';\nconst f = await import('f');\nimport {\n  g,\n} from 'g';\nlet h: import('h').H; // import x from 'no'\n/* import y from 'no' */\nexport const from = 'no';`)).toEqual(['a', 'b', 'c', './d.js', './e.js', 'f', 'g', 'h']);
  });

  it.each([
    ['extract/x.ts', '../graph/quads.js'], ['extract/x.ts', '../cli/print.js'], ['extract/a/x.ts', '../../formats/rdf.js'], ['extract/x.ts', '../check/index.js'], ['text/x.ts', '../extract/index.js'], ['text/x.ts', '../language/lexicon.js'],
    ['model/x.ts', '../text/tokenise.js'], ['graph/x.ts', '../cli/print.js'], ['language/x.ts', '../extract/context.js'], ['extract/x.ts', 'n3'], ['cli/commands/x.ts', 'n3'], ['text/x.ts', 'node:fs'], ['language/x.ts', 'node:fs'],
    ['extract/x.ts', 'oxigraph'], ['graph/x.ts', 'yargs'], ['check/x.ts', 'yargs/helpers'], ['graph/x.ts', 'graphology'], ['explain/x.ts', 'graphology-types'], ['diff/x.ts', '../cli/print.js'], ['diff/x.ts', 'node:fs'], ['index.ts', '../scripts/terms.js'],
    ['cli/x.ts', 'undici'], ['input/files.ts', 'linkedom'], ['input/page/x.ts', 'undici'], ['input/web/x.ts', 'feedsmith'],
    ['viewer/page/x.ts', '../data.js'], ['viewer/model/x.ts', '../../graph/iris.js'],
    ['corrections/types.ts', './read.js'], ['corrections/x.ts', '../pipeline.js'], ['corrections/x.ts', 'node:fs'], ['viewer/page/x.ts', '../../corrections/read.js'],
  ])('%s may not import %s', (from, to) => {
    expect(faults(edges(from, `import type { X } from '${to}';`))).toHaveLength(1);
  });

  it.each([['text/x.ts', '../language/letters.js'], ['language/load.ts', 'node:fs'], ['graph/x.ts', 'n3'], ['cli/read-graph.ts', 'n3'], ['cli/commands/x.ts', '../../extract/index.js'], ['formats/x.ts', 'graphology']])('%s may import %s', (from, to) => {
    expect(faults(edges(from, `import { X } from '${to}';`))).toEqual([]);
  });
});
