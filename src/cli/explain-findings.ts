import pc from 'picocolors';
import { checkGraph, ruleOf, type Finding } from '../check/index.js';
import { statement } from '../check/report/json.js';
import { explainNode, type Index } from '../explain/index.js';
import { DEFAULT_BASE } from '../graph/iris.js';
import type { InputOptions } from '../input/articles.js';
import { UserError } from '../model/note.js';
import { given } from './graphs.js';
import { noteText, oneLine, out } from './print.js';
import { showNode } from './show-explained.js';

const WHAT = /^HW-\d{3}$/i;

/** Whether a rule of the gate is asked for. */
export const isRule = (what: string): boolean => WHAT.test(what);

/** What a rule asks, and what it found in a graph: each finding with the statements and the event behind it. Returns the exit status. */
export async function explainFindings(code: string, graph: string, articles: readonly string[] | undefined, index: Index, json: boolean, inputs: InputOptions): Promise<number> {
  const wanted = code.toUpperCase();
  let rule;
  try {
    rule = ruleOf(wanted);
  } catch {
    throw new UserError(`there is no rule ${wanted}`, '"hewal check --rules" lists them');
  }
  const { subject, again } = await given([graph], articles, DEFAULT_BASE, true, undefined, inputs);
  const found = [...again, ...(await checkGraph(subject))].filter((f) => f.code === wanted);
  if (json) {
    out(JSON.stringify({ rule: { code: rule.code, level: rule.level, title: rule.title, hint: rule.hint }, findings: found.map((f) => ({ place: f.place, message: f.message, hint: f.hint, found: f.actual, expected: f.expected, because: f.because?.map(statement), event: explainNode(index, f.place ?? '') })) }, null, 2));
    return found.length === 0 ? 1 : 0;
  }
  out(`${pc.bold(`${rule.code} ${rule.title.en}`)} (${rule.level})\n${rule.title.ckb}\n`);
  if (found.length === 0) out(`Nothing in ${oneLine(graph)} breaks it${articles ? '' : ' (without --articles quotes are not compared)'}. docs/rules.md has an example that does.`);
  for (const f of found) show(f, index);
  return found.length === 0 ? 1 : 0;
}

function show(f: Finding, index: Index): void {
  out(noteText(f));
  for (const q of f.because ?? []) out(`  because: ${oneLine(statement(q))}`);
  const node = explainNode(index, f.place ?? '');
  if (node) showNode(node, index);
  else out('');
}
