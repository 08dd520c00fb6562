import pc from 'picocolors';
import { marked, nameOf, type EntityExplanation, type Explanation, type Fact, type Filler, type Index, type NodeExplanation, type PassageExplanation, type Words } from '../explain/index.js';
import { out, oneLine } from './print.js';

/** Explanations as a person reads them. Everything that comes from the graph goes through `oneLine`. */
const iri = (i: string): string => `<${oneLine(i)}>`;
const say = (label: string, text: string): void => out(`  ${label.padEnd(8)} ${text}`);
const mark = (s: string): string => (pc.isColorSupported ? pc.inverse(s) : `[${s}]`);
const place = (w: Words): string => `${w.start}–${w.end}`;
const quoted = (w: Words): string => `${place(w)}: ${oneLine(w.quote)}`;
const name = (index: Index, i: string): string => oneLine(nameOf(index, i));
const fact = (index: Index, f: { subject: string; predicate: string; object: string }): string => `${name(index, f.subject)} — news:${oneLine(f.predicate)} — ${name(index, f.object)}`;

function sentence(of: Words | undefined, marks: readonly (Words | undefined)[]): void {
  if (of) say('sentence', `${place(of)}: ${oneLine(marked(of, marks.filter((m) => m !== undefined), mark))}`);
}

export function showFact(e: Explanation, index: Index): void {
  out(pc.bold(fact(index, e)));
  say('event', `${e.type} (${oneLine(e.status)}) ${iri(e.event)}`);
  if (e.source) say('source', name(index, e.source));
  say('rule', oneLine(e.rule));
  say('article', iri(e.article));
  sentence(e.sentence, [e.trigger, ...e.mentions.filter((m) => !m.implied)]);
  for (const m of e.mentions.filter((x) => x.implied)) out(`  implied by ${quoted(m)}`);
  out('');
}

const filler = (index: Index, f: Filler): string => {
  const what = f.entity === undefined ? f.value === undefined ? undefined : oneLine(f.value) : `${name(index, f.entity)} ${pc.dim(iri(f.entity))}`;
  const where = f.words.map((w) => `${w.implied ? 'implied by ' : ''}${quoted(w)}`).join('; ');
  return what === undefined ? where : where === '' ? what : `${what}; ${where}`;
};

export function showNode(e: NodeExplanation, index: Index): void {
  out(pc.bold(`${e.type} (${oneLine(e.status)}) ${iri(e.iri)}`));
  if (e.source) say('source', `${name(index, e.source)} ${pc.dim(iri(e.source))}`);
  say('rule', `${oneLine(e.rule)}${e.confidence === undefined ? '' : `, right in ${Math.round(e.confidence * 100)} of 100 (confidence ${e.confidence.toFixed(2)})`}`);
  say('article', iri(e.article));
  sentence(e.sentence, [e.trigger, ...e.roles.filter((r) => r.entity !== undefined || r.role === 'post').flatMap((r) => r.words.filter((w) => !w.implied))]);
  if (e.trigger) say('trigger', quoted(e.trigger));
  for (const f of e.roles) say(oneLine(f.role), filler(index, f));
  facts('states', e.facts, index);
  out('');
}

function facts(label: string, list: readonly (Fact & { readonly statedBy?: readonly string[] })[], index: Index): void {
  for (const f of list) say(label, `${fact(index, f)}${f.statedBy?.length ? pc.dim(` (${f.statedBy.map(iri).join(' ')})`) : ''}`);
}

const labelled = (list: EntityExplanation['labels']): string => list.map((l) => `${oneLine(l.text)}${l.language ? ` (${oneLine(l.language)})` : ''}`).join(', ');

export function showEntity(e: EntityExplanation, index: Index): void {
  out(pc.bold(`${name(index, e.iri)} — ${e.types.map(oneLine).join(', ')} ${iri(e.iri)}`));
  if (e.labels.length > 0) say('label', labelled(e.labels));
  if (e.altLabels.length > 0) say('also', labelled(e.altLabels));
  for (const s of e.sameAs) say('same as', iri(s));
  for (const a of e.articles) {
    const about = [a.title, a.published].filter((x) => x !== undefined).map(oneLine).join(', ');
    say('article', `${iri(a.article)}${about ? ` (${about})` : ''} names it ${a.mentions.length} time(s)`);
    for (const m of a.mentions) out(`    ${quoted(m)}`);
  }
  for (const p of e.parts) say(p.kind, `${p.type} (${oneLine(p.status)}) as ${p.roles.map(oneLine).join(', ')}${p.trigger ? `, told by "${oneLine(p.trigger.quote)}"` : ''} ${pc.dim(iri(p.node))}`);
  facts('fact', e.facts, index);
  for (const m of e.merges) say('joined', `${oneLine(m.name)} in ${oneLine(m.article)}${m.at ? ` ${m.at[0]}–${m.at[1]}` : ''}: ${oneLine(m.reason)}`);
  out('');
}

export function showPassage(e: PassageExplanation, index: Index): void {
  out(pc.bold(`passage ${iri(e.iri)}`));
  say('article', iri(e.article));
  if (e.words) say('words', quoted(e.words));
  for (const d of e.denotes) say('denotes', `${name(index, d)} ${pc.dim(iri(d))}`);
  for (const s of e.supports) say('supports', `${s.type} (${oneLine(s.status)}) as ${s.as.map(oneLine).join(', ')} ${pc.dim(iri(s.node))}`);
  facts('fact', e.facts, index);
  out('');
}
