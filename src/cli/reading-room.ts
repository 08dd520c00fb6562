import type { Article } from '../model/article.js';
import { UserError } from '../model/note.js';
import type { Finder } from '../query/bind.js';
import type { Engine } from '../query/engine.js';
import type { AppOptions } from '../serve/app.js';
import { printNote } from './print.js';
import type { Target } from './target.js';

export interface ReadingRoom {
  readonly viewer: NonNullable<AppOptions['viewer']>;
  /** Reads the articles that were given once more. */
  again(): Promise<void>;
}

interface Options {
  readonly engine: Engine;
  readonly base: string;
  readonly rows: number;
  readonly find: Finder;
  readonly target: Target;
  readonly articles: readonly string[] | undefined;
}

/** The reading room of "hewal serve"; undefined, and said, where its page was not built. Texts come from `articles`, and from the target where they are not among those. */
export async function readingRoom({ articles, target, ...options }: Options): Promise<ReadingRoom | undefined> {
  const [{ viewRoutes }, { pageTemplate }] = await Promise.all([import('../serve/view/routes.js'), import('../viewer/template.js')]);
  let template: string;
  try {
    template = pageTemplate();
  } catch (e) {
    if (!(e instanceof UserError)) throw e;
    printNote({ code: 'hewal', level: 'warning', message: 'the page of the reading room is not there', ...(e.hint === undefined ? {} : { hint: e.hint }) });
    return undefined;
  }
  let given = await textsOf(articles, options.base);
  const texts = (iris: readonly string[]): ReadonlyMap<string, Article> => new Map([...ownTexts(target, iris), ...iris.flatMap((iri) => {
    const article = given?.get(iri);
    return article ? [[iri, article] as const] : [];
  })]);
  return {
    viewer: viewRoutes({ ...options, template, texts, given: () => given }),
    again: async () => {
      given = await textsOf(articles, options.base);
    },
  };
}

async function textsOf(paths: readonly string[] | undefined, base: string): Promise<ReadonlyMap<string, Article> | undefined> {
  if (!paths) return undefined;
  const [{ readTexts }, { loadTables }] = await Promise.all([import('./texts.js'), import('../language/load.js')]);
  return (await readTexts(paths, base, loadTables().letters)).articles;
}

/** The texts that the target keeps itself. Where it cannot be read just now, the room shows what the graph quotes. */
function ownTexts(target: Target, iris: readonly string[]): ReadonlyMap<string, Article> {
  try {
    return target.texts?.(iris) ?? new Map();
  } catch {
    return new Map();
  }
}
