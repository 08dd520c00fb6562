/** What JSON-LD says of the article of a page (schema.org/NewsArticle), as it stands there. */
export interface LinkedData {
  readonly headline?: string | undefined;
  readonly published?: string | undefined;
  readonly publisher?: string | undefined;
  readonly url?: string | undefined;
  readonly body?: string | undefined;
}

const ARTICLES = new Set(('Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle ' +
  'BlogPosting LiveBlogPosting SocialMediaPosting Report').split(' '));

type Node = Readonly<Record<string, unknown>>;
const isNode = (v: unknown): v is Node => typeof v === 'object' && v !== null && !Array.isArray(v);
const list = (v: unknown): readonly unknown[] => (Array.isArray(v) ? v : v === undefined || v === null ? [] : [v]);
/** The first text of a value: itself, the first of a list, or the `@value` of an object. */
const text = (v: unknown): string | undefined => list(v).map((x) => (isNode(x) ? x['@value'] : x)).find((x): x is string => typeof x === 'string' && x.trim() !== '')?.trim();

/**
 * The node of the article among the JSON-LD of a page: the one that is about `address` where there is such, otherwise the first. Lists of other articles
 * (`ItemList`, `hasPart`) are not gone into. Scripts that are not JSON are passed over.
 */
export function linkedData(scripts: readonly string[], isSame: (url: string) => boolean): LinkedData | undefined {
  const top = scripts.flatMap(parsed).flatMap((n) => [n, ...list(n['@graph']).filter(isNode)]);
  const nodes = top.flatMap((n) => [n, ...list(n['mainEntity']).filter(isNode)]);
  const byId = new Map(nodes.flatMap((n) => (typeof n['@id'] === 'string' ? [[n['@id'], n] as const] : [])));
  const articles = nodes.filter((n) => list(n['@type']).some((t) => typeof t === 'string' && ARTICLES.has(t.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''))));
  const found = articles.find((n) => addresses(n).some(isSame)) ?? articles[0];
  if (!found) return undefined;
  const published = list(found['publisher'] ?? found['sourceOrganization']).map((p) => (isNode(p) ? text(p['name']) ?? text(byId.get(String(p['@id']))?.['name']) : text(p))).find((p) => p !== undefined);
  return { headline: text(found['headline']) ?? text(found['name']), published: text(found['datePublished']), publisher: published, url: addresses(found)[0], body: text(found['articleBody']) };
}

const addresses = (n: Node): string[] => ['url', 'mainEntityOfPage', '@id'].flatMap((k) => list(n[k])).map((v) => (isNode(v) ? v['@id'] : v)).filter((v): v is string => typeof v === 'string' && /^https?:\/\//.test(v));

const OPENS = /^(?:<!--|\/\*\s{0,9}<!\[CDATA\[\s{0,9}\*\/|(?:\/\/)?\s{0,9}<!\[CDATA\[)/;
const CLOSES = /(?:(?:\/\/)?\s{0,9}-->|\/\*\s{0,9}\]\]>\s{0,9}\*\/|(?:\/\/)?\s{0,9}\]\]>)$/;

/** The objects of a script, leniently: comment marks around it and raw line ends inside strings, which pages have and JSON has not, are taken away. */
function parsed(script: string): Node[] {
  const bare = trimmed(trimmed(script).replace(OPENS, '').replace(CLOSES, ''));
  for (const source of [bare, bare.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return list(JSON.parse(source)).filter(isNode);
    } catch {
      // the next form, or nothing
    }
  }
  return [];
}

/** Without the semicolons and white space at its end: a regular expression would look for them from every place. */
function trimmed(script: string): string {
  const text = script.trim();
  let end = text.length;
  while (end > 0 && /[\s;]/.test(text[end - 1] as string)) end--;
  return text.slice(0, end);
}
