import { readArticles, type InputOptions } from '../input/articles.js';
import type { Article } from '../model/article.js';
import type { Note } from '../model/note.js';
import type { Engine } from '../pipeline.js';
import type { Failure } from '../store/attempt.js';
import { otherLanguage } from './other-language.js';
import { printNote } from './print.js';

/** The articles of the inputs that can be read, each once; of the others it is told why, as it comes: a hostile input has more of them than memory holds. `known`: an article that needs no look at its language, having been read before. */
export async function* accepted(inputs: readonly string[], published: string | undefined, options: InputOptions, engine: Engine, seen: Set<string>, left: (note: Note) => void, known: (article: Article) => boolean = () => false): AsyncGenerator<Article> {
  for await (const r of readArticles(inputs, published, options)) {
    if ('note' in r) {
      left(r.note);
      continue;
    }
    const { article, place } = r;
    const iri = engine.mint.article(article.id);
    if (seen.has(iri)) {
      left({ code: 'HW-010', level: 'error', place, message: `an article with the id "${article.id}" was read before`, hint: 'give every article an id of its own; the first one was kept' });
      continue;
    }
    const foreign = known(article) ? undefined : otherLanguage(engine.guess(article.text), place);
    if (foreign) {
      left(foreign);
      continue;
    }
    seen.add(iri);
    yield article;
  }
}

/** What is said of an article over which the reading failed. */
export const unread = ({ id, reason }: Failure): Note => ({
  code: 'HW-019', level: 'error', place: id, message: `could not be read to its end (${reason}): left out`, hint: 'this is a fault of hewal: please report it with the article; all others were read',
});

/** Inputs that are left out: each is told at once, and only their number kept. */
export interface Left {
  tell(note: Note): void;
  count(): number;
}

export function createLeft(): Left {
  let n = 0;
  return {
    tell: (note) => {
      n++;
      printNote(note);
    },
    count: () => n,
  };
}
