/** What knows the language and the page: loaded when a room or a search is first asked for. */
export type Lazy = () => ReturnType<typeof load>;

export function createParts(): Lazy {
  let loaded: ReturnType<typeof load> | undefined;
  return () => (loaded ??= load());
}

async function load() {
  const [viewer, { newsOntology }, { createLanguage, loadTables }, { comparable }] = await Promise.all([import('../../viewer/index.js'), import('../../check/ontology.js'), import('../../language/index.js'), import('../../query/find.js')]);
  const tables = loadTables();
  return { viewer, ontology: newsOntology().quads, letters: tables.letters, grammar: viewer.createGrammar(tables), comparable: comparable(createLanguage(tables)) };
}
