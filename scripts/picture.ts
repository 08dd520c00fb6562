// Draws the README's figure, in two languages: what "hewal render" would draw, where the README looks for it.
//   npm run picture                        out/graph.ttl → docs/seed-graph.svg
//   npm run picture -- GRAPH [OUT.svg]     any RDF file that hewal reads
import { dirname, resolve } from 'node:path';
import { newsOntology } from '../src/check/ontology.js';
import { writeWhole } from '../src/cli/files.js';
import { readGraph } from '../src/cli/read-graph.js';
import { DEFAULT_BASE } from '../src/graph/iris.js';
import { loadTables } from '../src/language/load.js';
import { createShaper, drawFigure, loadFonts, writeFigure } from '../src/render/index.js';
import { pageData } from '../src/viewer/index.js';

const [graph = 'out/graph.ttl', out = 'docs/seed-graph.svg'] = process.argv.slice(2);

try {
  const data = pageData({ quads: await readGraph(graph), ontology: newsOntology().quads, letters: loadTables().letters, base: DEFAULT_BASE }), fonts = loadFonts();
  const figure = drawFigure(data, { of: 'graph', lang: 'both', theme: 'light' }, createShaper(fonts));
  await writeWhole(dirname(resolve(out)), out.replace(/^.*[/\\]/, ''), await writeFigure(figure, fonts, 'svg'));
  console.log(`${out}: ${figure.scene.title}`);
} catch (e) {
  console.error(`${graph}: ${e instanceof Error ? e.message : String(e)}`);
  process.exit(1);
}
