/** The library's face. Pure functions over articles and quads; only the command line prints and exits. */
export { createEngine, type Engine } from './pipeline.js';
export { loadTables } from './language/load.js';
export type { NameEntry } from './language/names.js';
export { checkGraph, type Subject } from './check/index.js';
export { readCorrections } from './corrections/read.js';
export type { Correction } from './corrections/types.js';
export { diffGraphs, patch, type GraphDiff } from './diff/index.js';
export {
  explain, explainEntity, explainNode, explainPassage, indexGraph,
  type EntityExplanation, type Explanation, type Index, type NodeExplanation, type PassageExplanation,
} from './explain/index.js';
export { toAnnotation } from './formats/annotations.js';
export { toCytoscape } from './formats/cytoscape.js';
export { describeDataset, type DatasetOptions, type Distribution } from './formats/dataset/void.js';
export type { Coding } from './formats/events/coding.js';
export { EVENT_COLUMNS, toEventsCsv, type EventTables } from './formats/events/csv.js';
export { loadCoding } from './formats/events/load.js';
export { toGexf } from './formats/gexf.js';
export { toGraphMl } from './formats/graphml.js';
export { toGraph, toGraphJson } from './formats/graph-json.js';
export { toJsonLd, type Context } from './formats/jsonld.js';
export { toNQuads, toTrig, toTurtle } from './formats/rdf.js';
export { DEFAULT_BASE } from './graph/iris.js';
export { settle, type Claim, type Merge, type Settlement } from './link/identities.js';
export { settled } from './link/settled.js';
export type { Article } from './model/article.js';
export type { Note } from './model/note.js';
export type * from './model/types.js';
export { NEWS, news, TERMS, type EventType, type Term } from './model/vocabulary.js';
