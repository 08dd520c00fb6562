import { RELATION_TYPES, ROLES } from '../model/types.js';
import type { Note } from '../model/note.js';
import { EVENT_TYPES } from '../model/vocabulary.js';
import { DOINGS, FORMAT, HEADER, KEYS, NAMED, VERSION, type Correction, type Doing } from './types.js';

/** A correction and where it stands. */
export interface Given {
  readonly correction: Correction;
  /** Name of the file, without its folders: what is written of it is the same wherever it lies. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What a file of corrections holds, and every line that is none. */
export interface Read {
  readonly given: readonly Given[];
  readonly notes: readonly Note[];
}

/** Bytes of a file, and of a line: far above what people mark. */
export const LARGEST = 32 * 1024 * 1024;
const LONGEST = 128 * 1024;
/** Characters of a text, and entries of a list. */
const TEXT = 20_000, LIST = 1000;

const HINT = 'docs/corrections.md has every kind of line with its keys';
const HEADED = JSON.stringify(HEADER);

/** Reads a file of corrections. Never throws: lines that are none become notes (HW-041 the file, HW-042 a line). */
export function readCorrections(bytes: Uint8Array, place: string): Read {
  const fault = (message: string, hint = HINT, line?: number): Note => ({ code: line === undefined ? 'HW-041' : 'HW-042', level: 'error', place: line === undefined ? place : `${place}:${line}`, message, hint });
  if (bytes.length > LARGEST) return { given: [], notes: [fault(`is larger than ${LARGEST / 1048576} MB`, 'split it: --corrections may be repeated, every file begins with the same first line')] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { given: [], notes: [fault('is not UTF-8 text', 'save the file as UTF-8')] };
  }
  const file = place.replace(/^.*[\\/]/, '');
  const given: Given[] = [];
  const notes: Note[] = [];
  let headed = false;
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const json = line.length > LONGEST ? undefined : parsed(line);
    if (isHeader(json)) {
      const why = version(json);
      if (why !== undefined) return { given: [], notes: [fault(why, `this hewal reads ${HEADED}`, i + 1)] };
      headed = true;
      continue;
    }
    if (!headed) return { given: [], notes: [fault('is no file of corrections: its first line says nothing of it', `the first line is ${HEADED}`)] };
    const problem = line.length > LONGEST ? `is longer than ${LONGEST / 1024} KB` : json === undefined ? 'is not JSON' : wrong(json);
    if (problem === undefined) given.push({ correction: json as Correction, file, line: i + 1 });
    else notes.push(fault(`is no correction: ${problem}`, HINT, i + 1));
  }
  if (!headed) notes.push(fault('holds nothing', `the first line is ${HEADED}, then one correction a line`));
  return { given, notes };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

const isObject = (v: unknown): v is Readonly<Record<string, unknown>> => typeof v === 'object' && v !== null && !Array.isArray(v);
const isHeader = (v: unknown): v is Readonly<Record<string, unknown>> => isObject(v) && Object.hasOwn(v, 'format');

/** What is wrong with a first line; undefined where nothing is. */
function version(head: Readonly<Record<string, unknown>>): string | undefined {
  if (head['format'] !== FORMAT) return `is no file of corrections: its format is ${shown(head['format'])}`;
  if (head['version'] !== VERSION) return `has version ${shown(head['version'])}, which this hewal does not know`;
  const other = Object.keys(head).find((k) => k !== 'format' && k !== 'version');
  return other === undefined ? undefined : `its first line has the unknown key ${shown(other)}`;
}

/** A value of the file as a message shows it: short. */
const shown = (v: unknown): string => {
  const text = v === undefined ? 'nothing' : JSON.stringify(v);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

type Check = (v: unknown) => string | undefined;
const one = (of: readonly string[]): Check => (v) => (typeof v === 'string' && of.includes(v) ? undefined : `${shown(v)} is none of ${of.join(', ')}`);
const text = (most = TEXT): Check => (v) => {
  if (typeof v !== 'string') return `expected a text, found ${shown(v)}`;
  if (v.trim() === '') return 'is empty';
  return v.length > most ? `is longer than ${most} characters` : v.isWellFormed() ? undefined : 'holds half a character';
};
const list = (of: Check, least: number): Check => (v) => {
  if (!Array.isArray(v)) return `expected a list, found ${shown(v)}`;
  if (v.length < least || v.length > LIST) return `wants ${least} to ${LIST} entries, has ${v.length}`;
  for (const [i, x] of v.entries()) {
    const problem = of(x);
    if (problem !== undefined) return `entry ${i + 1}: ${problem}`;
  }
  return undefined;
};
const offsets: Check = (v) => (Array.isArray(v) && v.length === 2 && v.every((n) => Number.isSafeInteger(n) && n >= 0) && v[0] < v[1] ? undefined : `expected [from, to] in characters, found ${shown(v)}`);
const iri: Check = (v) => text(2000)(v) ?? (/^https?:\/\/[^\s\p{Cc}<>"{}|\\^`]+$/iu.test(v as string) ? undefined : `${shown(v)} is no IRI`);

/** Checks an object key by key. Unknown keys are refused: a key that is misspelt would be dropped in silence. */
const record = (needs: Readonly<Record<string, Check>>, may: Readonly<Record<string, Check>> = {}): Check => (v) => {
  if (!isObject(v)) return `expected an object, found ${shown(v)}`;
  for (const key of Object.keys(needs)) if (!Object.hasOwn(v, key)) return `"${key}" is missing`;
  for (const [key, value] of Object.entries(v)) {
    const check = Object.hasOwn(needs, key) ? needs[key] : Object.hasOwn(may, key) ? may[key] : undefined;
    if (!check) return `unknown key ${shown(key)}`;
    const problem = check(value);
    if (problem !== undefined) return `${key}: ${problem}`;
  }
  return undefined;
};

const anchor = record({ at: offsets, quote: text() });
const CHECKS: Readonly<Record<string, Check>> = {
  article: text(2000), note: text(),
  event: record({ type: one(EVENT_TYPES), trigger: anchor }), role: one(ROLES), to: one(ROLES), filler: anchor,
  relation: record({ type: one(RELATION_TYPES), evidence: anchor }, { subject: anchor, object: anchor }),
  entities: list(iri, 2), entity: iri, mentions: list(anchor, 1),
  type: one(NAMED), label: text(200), english: text(200), aliases: list(text(200), 0),
};
const checksOf = (keys: readonly string[]): Record<string, Check> => Object.fromEntries(keys.map((k) => [k, CHECKS[k] as Check]));
const SHAPES = Object.fromEntries(DOINGS.map((d) => [d, record({ do: one(DOINGS), ...checksOf(KEYS[d].needs) }, checksOf(KEYS[d].may))])) as Readonly<Record<Doing, Check>>;

/** What is wrong with what should be a correction; undefined where nothing is. */
export function wrong(json: unknown): string | undefined {
  if (!isObject(json)) return `expected an object, found ${shown(json)}`;
  if (!Object.hasOwn(json, 'do')) return '"do" is missing';
  return one(DOINGS)(json['do']) === undefined ? SHAPES[json['do'] as Doing](json) ?? odd(json as unknown as Correction) : `unknown "do" ${shown(json['do'])}: it is one of ${DOINGS.join(', ')}`;
}

/** What every key alone allows, and all together do not mean anything. */
function odd(c: Correction): string | undefined {
  if (c.do === 'move-role' && c.role === c.to) return `moves the role "${c.role}" to itself`;
  if (c.do === 'merge' && new Set(c.entities).size < c.entities.length) return 'names an entity twice';
  return undefined;
}
