import type { Filter, Found } from '../viewer/model/filter.js';
import { standing } from '../viewer/model/reading.js';
import type { PageEvent, PageLink } from '../viewer/model/types.js';
import type { Ink } from './draw/ink.js';
import type { Shown } from './draw/keys.js';
import { FEW_EVENTS, type Dated } from './draw/timeline.js';
import type { Voice } from './voice.js';

/** What a figure shows, for whoever says something of it. */
export interface What {
  readonly filter: Filter;
  readonly found: Found;
  /** The events of a time line, and how many have no date. */
  readonly line: { readonly dated: readonly Dated[]; readonly without: number } | undefined;
  readonly map: boolean;
}

/** What a figure is of: the surroundings of an entity, an article, so many articles. */
export function subjectOf({ filter, line }: What, { reading: { data }, voice }: Ink): string {
  const one = filter.article ?? (data.articles.length === 1 ? 0 : undefined), article = one === undefined ? undefined : data.articles[one];
  const from = article ? [article.title, article.publisher, article.published && voice.date(article.published)].filter(Boolean).join(voice.lang === 'ckb' ? '، ' : ', ') || voice.article(one as number) : voice.say('articles', data.articles.length);
  const entity = filter.among && voice.entity(filter.among[0] ?? 0);
  if (line) return `${voice.say('timeline')}: ${entity ?? from}`;
  return entity === undefined ? from : voice.say('around', entity);
}

/** How much it shows. */
export function countOf({ found, line }: What, voice: Voice): string {
  if (!line) return voice.say('count', found.entities.length + found.alone.length, found.links.length);
  return [voice.say('dated', line.dated.length), ...(line.without > 0 ? [voice.say('undated', line.without)] : [])].join(voice.lang === 'ckb' ? '، ' : ', ');
}

/** What its legend has to explain. */
export function shownIn({ found, line, map }: What, { reading: { data } }: Ink): Shown {
  if (line) return { entities: [], events: line.dated.length > FEW_EVENTS ? [] : line.dated.map((d) => d.number), communities: false };
  return { entities: [...found.entities, ...found.alone], events: found.links.flatMap((i) => (data.links[i] as PageLink).events), communities: map };
}

/** Facts and events that are told in words. */
const MOST = 300;

/** All of it in words, a fact or an event a line: for those who do not see the figure. */
export function toldOf({ found, line }: What, { reading: { data }, voice }: Ink): string {
  const status = (s: string): string => (s === 'asserted' ? '' : ` (${voice.word(s)})`);
  const event = ({ time, event: e }: { time: string; event: PageEvent }): string => `${voice.date(time)}: ${voice.word(e.type)}${status(e.status)}: ${e.who.map((n) => voice.entity(n)).join(', ')}`;
  const fact = (l: PageLink): string => `${voice.thing(l.from)} · ${voice.label(l)} · ${voice.thing(l.to)}${status(standing(data, l).status)}`;
  const all = line ? line.dated.length : found.links.length;
  const told = line ? line.dated.slice(0, MOST).map(event) : found.links.slice(0, MOST).map((i) => fact(data.links[i] as PageLink));
  return [...told, ...(all > MOST ? [voice.say('more', all - MOST)] : [])].join('\n');
}
