/** What comes in: one news article, its text byte for byte as published. */
export interface Article {
  /** Unique among the articles of a run; part of every IRI minted for the article. */
  readonly id: string;
  readonly text: string;
  /** ISO 8601 date (YYYY-MM-DD) of publication: the day from which "today" and "last week" are counted. */
  readonly published?: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly url?: string;
}
