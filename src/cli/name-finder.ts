import type { Finder } from '../query/bind.js';
import type { Engine } from '../query/engine.js';

/** Finds things by any spelling of their names. The language is loaded when one is first looked for. */
export function nameFinder(engine: Engine): Finder {
  const parts = async () => {
    const [{ findByName }, { createLanguage, loadTables }] = await Promise.all([import('../query/find.js'), import('../language/index.js')]);
    return { findByName, language: createLanguage(loadTables()) };
  };
  let loaded: ReturnType<typeof parts> | undefined;
  return async (name, place) => {
    const { findByName, language } = await (loaded ??= parts());
    return findByName(engine, name, language, place);
  };
}
