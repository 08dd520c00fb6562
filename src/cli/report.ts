import { basename, dirname } from 'node:path';
import type { Argv } from 'yargs';
import pc from 'picocolors';
import { inLanguage, LANGUAGES, type Finding, type Lang } from '../check/index.js';
import { isAxiom } from '../check/owl/index.js';
import { newsOntology, type Ontology } from '../check/ontology.js';
import { statement, toJson } from '../check/report/json.js';
import { toSarif } from '../check/report/sarif.js';
import { toReport } from '../check/report/turtle.js';
import { UserError } from '../model/note.js';
import { writeWhole } from './files.js';
import { wholeNumber } from './options.js';
import { noteText, oneLine, out } from './print.js';
import { VERSION } from './version.js';

export const REPORTS = ['text', 'json', 'sarif', 'turtle'] as const;

/** The options of commands that report findings. */
export interface ReportOptions {
  readonly format: (typeof REPORTS)[number];
  readonly lang: Lang;
  readonly 'fail-on': 'error' | 'warning';
  readonly limit: number;
  readonly report: string | undefined;
}

export const reportOptions = <T>(y: Argv<T>): Argv<T> => y
  .option('format', { choices: REPORTS, default: 'text', describe: 'text, JSON, SARIF 2.1.0, or a SHACL validation report in Turtle' })
  .option('lang', { choices: LANGUAGES, default: 'en', describe: 'language of the findings: English or Central Kurdish' })
  .option('fail-on', { choices: ['error', 'warning'], default: 'warning', describe: 'the least level for exit status 1' })
  .option('limit', { type: 'number', default: 100, describe: 'how many findings to print as text' })
  .option('report', { type: 'string', requiresArg: true, describe: 'file to write the report to, whole or not at all' }) as Argv<T>;

/** Writes the findings as they are wanted; returns the exit status, 0 or 1. */
export async function report(o: ReportOptions, found: readonly Finding[], graphs: readonly string[], statements: number, ontology: Ontology = newsOntology()): Promise<number> {
  wholeNumber('limit', o.limit, 20);
  const labels = ontology.labels.get('ckb') ?? newsOntology().labels.get('ckb');
  const said = found.map((f) => inLanguage(f, o.lang, (iri) => labels?.get(iri)));
  const text = o.format === 'json' ? toJson(said) : o.format === 'sarif' ? toSarif(said, graphs, VERSION, o.lang) : o.format === 'turtle' ? await toReport(found, (iri) => labels?.get(iri)) : asText(said, o, graphs, statements);
  if (o.report === undefined) out(o.format === 'text' ? text.trimEnd() : escaped(text.trimEnd()));
  else await writeWhole(dirname(o.report), basename(o.report), `${text.trimEnd()}\n`);
  return found.some((f) => f.level === 'error' || o['fail-on'] === 'warning') ? 1 : 0;
}

function asText(found: readonly Finding[], o: ReportOptions, graphs: readonly string[], statements: number): string {
  const lines = found.slice(0, o.limit).map((f) => [noteText(f), ...because(f, o.lang)].join('\n'));
  if (found.length > o.limit) lines.push(`… and ${found.length - o.limit} more (--limit)`);
  const errors = found.filter((f) => f.level === 'error').length;
  lines.push(`${statements} statements in ${graphs.length} file(s): ${found.length === 0 ? pc.green('clean') : `${errors} error(s), ${found.length - errors} warning(s)`}`);
  return lines.join('\n');
}

/** JSON and Turtle without characters that a terminal obeys: both have an escape for each. */
const escaped = (text: string): string => text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Statements behind a contradiction that are printed. */
const PRINTED = 20;

function because({ because: list = [] }: Finding, lang: Lang): string[] {
  const word = lang === 'ckb' ? 'لەبەر' : 'because';
  // the data first, then the axioms; the links of their lists are left to the other formats
  const told = [...list.filter((q) => !isAxiom(q)), ...list.filter(isAxiom)].filter((q) => !/#(first|rest|members)$/.test(q.predicate.value));
  const lines = told.slice(0, PRINTED).map((q) => `  ${word}: ${oneLine(statement(q)).slice(0, 400)}`);
  return told.length > PRINTED ? [...lines, `  ${word}: … ${told.length - PRINTED}`] : lines;
}

/** Refuses what cannot be reported on: no graph at all. */
export const needGraphs = (graphs: readonly string[]): void => {
  if (graphs.length === 0) throw new UserError('no graph is given', 'name at least one RDF file');
};
