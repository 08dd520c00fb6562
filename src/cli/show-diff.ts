import pc from 'picocolors';
import type { ArticleDiff, Change, Counts, FactInfo, GraphDiff, Item, MentionInfo, NodeChange, NodeInfo } from '../diff/index.js';
import { marked, type Words } from '../explain/index.js';
import { oneLine, out } from './print.js';

/** A difference as a person reads it. Everything that comes from the graphs goes through `oneLine`. */
const SIGNS = { added: pc.green('+'), removed: pc.red('-'), changed: pc.yellow('~') } as const;
type Sign = keyof typeof SIGNS;

const iri = (i: string): string => pc.dim(`<${oneLine(i)}>`);
const line = (sign: Sign, text: string): void => out(`  ${SIGNS[sign]} ${text}`);
const mark = (s: string): string => (pc.isColorSupported ? pc.inverse(s) : `[${s}]`);

/** A value in short; with its kind where two values would look alike. */
function value(i: Item, full = false): string {
  const text = i.words ? `"${oneLine(i.words.quote)}"` : oneLine(i.name ?? i.value ?? i.iri ?? '');
  if (!full) return text;
  const kind = i.language ?? i.datatype?.replace(/^.*[/#]/s, '') ?? i.iri;
  return kind === undefined ? text : `${text} (${oneLine(kind)})`;
}

function change(c: Change): string {
  const alike = new Set([...c.removed, ...c.added].map((i) => value(i))).size < c.removed.length + c.added.length;
  const list = (items: readonly Item[]): string => items.map((i) => value(i, alike || c.what === 'label' || c.what === 'altLabel')).join(', ');
  if (c.removed.length + c.added.length === 0) return c.what;
  if (c.removed.length === 0) return `${c.what} + ${list(c.added)}`;
  if (c.added.length === 0) return `${c.what} - ${list(c.removed)}`;
  return `${c.what} ${list(c.removed)} → ${list(c.added)}`;
}
const changes = (list: readonly Change[]): string => list.map(change).map(oneLine).join('; ');

function sentence(w: Words | undefined, trigger?: Words, sign = ' '): void {
  if (w) out(`    ${sign} ${w.start}–${w.end}: ${oneLine(marked(w, trigger ? [trigger] : [], mark))}`);
}

const tells = (n: NodeInfo): string => n.says.map((s) => `${oneLine(s.what)} ${s.items.map((i) => value(i)).join(', ')}`).join('; ');

function node(sign: 'added' | 'removed', n: NodeInfo): void {
  line(sign, `${n.type} ${iri(n.iri)}: ${tells(n)}`);
  sentence(n.sentence, n.trigger);
}

/** Who takes part, so that one event can be told from another. */
const who = (n: NodeInfo): string => {
  const roles = n.says.filter((s) => !ABOUT.has(s.what)).flatMap((s) => s.items.filter((i) => i.name !== undefined).map((i) => `${oneLine(s.what)} ${value(i)}`));
  return roles.length > 0 ? ` (${roles.join(', ')})` : '';
};
const ABOUT: ReadonlySet<string> = new Set(['status', 'source', 'rule', 'confidence']);

/** Of a rule that was measured anew every event says another confidence: those are counted, not listed. */
const onlyConfidence = (n: NodeChange): boolean => n.changes.every((c) => c.what === 'confidence');

function nodes(list: ArticleDiff['events']): void {
  for (const n of list.removed) node('removed', n);
  for (const n of list.added) node('added', n);
  for (const n of list.changed.filter((x) => !onlyConfidence(x))) {
    line('changed', `${n.type}${who(n)} ${iri(n.iri)}${n.was === n.iri ? '' : ` (was ${iri(n.was)})`}: ${changes(n.changes.map((c) => (c.what === 'evidence' ? { what: 'another sentence', removed: [], added: [] } : c)))}`);
    const before = n.changes.find((c) => c.what === 'evidence')?.removed ?? [];
    for (const i of before) sentence(i.words, undefined, SIGNS.removed);
    sentence(n.sentence, n.trigger, before.length > 0 ? SIGNS.added : ' ');
  }
  const rest = list.changed.filter(onlyConfidence);
  if (rest.length > 0) line('changed', `${rest.length} with another confidence, otherwise the same: ${[...new Set(rest.map((n) => `${n.type} ${changes(n.changes)}`))].slice(0, 5).join(', ')}${rest.length > 5 ? ' …' : ''}`);
}

/** Facts whose event was just shown, and facts of one sentence in a row, need no sentence of their own. */
function facts(list: ArticleDiff['facts'], shown: ReadonlySet<string>): void {
  for (const [sign, of] of [['removed', list.removed], ['added', list.added]] as const) {
    of.forEach((f: FactInfo, n) => {
      line(sign, `${value(f.subject)} — news:${oneLine(f.predicate)} — ${value(f.object)}`);
      const next = of[n + 1];
      const again = next !== undefined && next.statedBy[0] === f.statedBy[0] && next.sentence?.start === f.sentence?.start;
      if (!again && !f.statedBy.some((i) => shown.has(i))) sentence(f.sentence);
    });
  }
}

function mentions(a: ArticleDiff): void {
  const place = (w: Words | undefined): string => (w ? `${w.start}–${w.end} "${oneLine(w.quote)}"` : 'words');
  const all = (sign: 'added' | 'removed', of: readonly MentionInfo[]): void => {
    // An article that comes or goes as a whole names what its events tell anyway.
    if (of.length > 0 && a.status !== 'changed') line(sign, `${of.length} mention(s)`);
    else for (const m of of) line(sign, `${place(m.words)} names ${value(m.denotes)}`);
  };
  all('removed', a.mentions.removed);
  all('added', a.mentions.added);
  for (const m of a.mentions.changed) line('changed', `${place(m.words)} ${changes([{ what: 'names', removed: m.removed, added: m.added }])}`);
}

function article(a: ArticleDiff): void {
  const sign = a.status === 'changed' ? '' : `${SIGNS[a.status]} `;
  out(`${sign}${a.article === '' ? pc.bold('of no article') : `${pc.bold('article')} <${oneLine(a.article)}>`}`);
  if (a.changes.length > 0) line(a.status, changes(a.changes));
  nodes(a.events);
  nodes(a.relations);
  const of = [a.events, a.relations];
  facts(a.facts, new Set(of.flatMap((l) => [...[...l.added, ...l.removed].map((n) => n.iri), ...l.changed.flatMap((n) => [n.iri, n.was])])));
  mentions(a);
  for (const p of a.passages) line('changed', `${iri(p.passage)}: ${changes(p.changes)}`);
  out('');
}

export function showDiff(d: GraphDiff): void {
  const { added, removed, changed } = d.entities;
  if (added.length + removed.length + changed.length > 0) {
    out(pc.bold('entities'));
    for (const e of removed) line('removed', `${e.types.map(oneLine).join(', ')} ${oneLine(e.name)} ${iri(e.iri)}`);
    for (const e of added) line('added', `${e.types.map(oneLine).join(', ')} ${oneLine(e.name)} ${iri(e.iri)}`);
    for (const e of changed) line('changed', `${e.types.map(oneLine).join(', ')} ${oneLine(e.name)} ${iri(e.iri)}: ${changes(e.changes)}`);
    out('');
  }
  for (const a of d.articles) article(a);
  if (d.other.removed.length + d.other.added.length > 0) {
    out(pc.bold('other statements'));
    for (const l of d.other.removed) line('removed', oneLine(l));
    for (const l of d.other.added) line('added', oneLine(l));
    out('');
  }
  out(summary(d.counts));
}

function summary(c: Counts): string {
  const of = (what: string, n: { readonly added: number; readonly removed: number; readonly changed?: number }): string[] => {
    const parts = [n.added > 0 && `${n.added} added`, n.removed > 0 && `${n.removed} removed`, n.changed && `${n.changed} changed`].filter((x) => typeof x === 'string');
    return parts.length > 0 ? [`${what} ${parts.join(', ')}`] : [];
  };
  const list = [
    ...of('articles', c.articles), ...of('entities', c.entities), ...of('events', c.events), ...of('relations', c.relations), ...of('direct facts', c.facts), ...of('mentions', c.mentions),
    ...(c.passages > 0 ? [`passages ${c.passages} changed`] : []), ...(c.moved > 0 ? [`${c.moved} moved or renumbered, otherwise the same`] : []),
    ...(c.restated > 0 ? [`${c.restated} statement(s) restated in another article's graph`] : []), ...of('all statements', c.statements),
  ];
  return list.length === 0 ? 'no difference' : list.join('; ');
}
