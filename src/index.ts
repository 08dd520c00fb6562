/** The library's face. Pure functions over articles and quads; only the command line prints and exits. */
export { createEngine, type Engine } from './pipeline.js';
export { loadTables } from './language/load.js';
export type { NameEntry } from './language/names.js';
export { checkGraph, type Subject } from './check/index.js';
export { diffGraphs, patch, type GraphDiff } from './diff/index.js';
export {
  explain, explainEntity, explainNode, explainPassage, indexGraph,
  type EntityExplanation, type Explanation, type Index, type NodeExplanation, type PassageExplanation,
} from './explain/index.js';
export { toAnnotation } from './formats/annotations.js';
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
