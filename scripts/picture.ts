// Draws a graph file as an SVG figure: entities and the direct facts between them.
//   npm run picture                        out/graph.ttl → docs/seed-graph.svg
//   npm run picture -- GRAPH [OUT.svg]     any RDF file that hewal reads
import { dirname, resolve } from 'node:path';
import { readGraph } from '../src/cli/read-graph.js';
import { writeWhole } from '../src/cli/files.js';
import { ontologyText, parseTurtle } from '../src/check/ontology.js';
import { figureOf } from '../src/render/figure.js';
import { toSvg } from '../src/render/svg.js';

const [graph = 'out/graph.ttl', out = 'docs/seed-graph.svg'] = process.argv.slice(2);

try {
  const figure = figureOf(await readGraph(graph), parseTurtle(ontologyText()));
  await writeWhole(dirname(resolve(out)), out.replace(/^.*[/\\]/, ''), toSvg(figure));
  console.log(`${out}: ${figure.title}`);
} catch (e) {
  console.error(`${graph}: ${e instanceof Error ? e.message : String(e)}`);
  process.exit(1);
}
