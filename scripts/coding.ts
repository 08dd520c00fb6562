// Compiles src/formats/events/*.tsv, the tables of event coding, and holds them to the ontology and the rules.
import { readFileSync } from 'node:fs';
import { TOLD, type Code, type CodingTables, type Mapping } from '../src/formats/events/coding.js';
import { EVENT_TYPES, ROLE_PROPERTIES, type EventType } from '../src/model/vocabulary.js';

const COLUMNS = ['type', 'rule', 'source', 'target', 'needs', 'cameo', 'planned', 'asked', 'ordered', 'refused', 'threatened', 'takes', 'plover', 'mode', 'section'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;
/** PLOVER's event types, manual 0.7b1. */
const PLOVER = ['AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'DEMAND', 'ACCUSE', 'REJECT', 'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'];
const ROOTS: Readonly<Record<string, readonly string[]>> = { planned: ['03', '13'], asked: ['02'], ordered: ['10'], refused: ['12'], threatened: ['13'] };

/** The tables, with a line for everything that is wrong in them. `rules`: the type of every rule by its id. `countries`: the countries of the name lists. */
export function coding(home: string, rules: ReadonlyMap<string, string>, countries: readonly string[]): { tables: CodingTables; problems: string[] } {
  const problems: string[] = [];
  const rows = (file: string, columns: number): string[][] => readFileSync(`${home}/${file}`, 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#')).map((l, i, all) => {
    const cells = l.split('\t');
    if (cells.length !== columns) problems.push(`${file}: "${l}" has ${cells.length} columns, ${columns} wanted`);
    const key = (line: string): string => line.split('\t').slice(0, file === 'cameo.tsv' ? 2 : 1).join('\t');
    if (i > 0 && key(all[i - 1] as string) >= key(l)) problems.push(`${file}: "${key(l)}" is not in order or there twice`);
    return cells;
  });
  const codes = rows('codes.tsv', 5).map(([code = '', label = '', goldstein = '', plover = '', mode = '']): Code => {
    if (!/^(?:0[1-9]|1\d|20)\d{0,2}$/.test(code) || label === '' || !/^-?\d+(?:\.\d)?$/.test(goldstein) || Math.abs(Number(goldstein)) > 10) problems.push(`codes.tsv: "${code}": a code, a label and a value from -10 to 10 are wanted`);
    if (plover !== '' && !PLOVER.includes(plover)) problems.push(`codes.tsv: "${code}": "${plover}" is no event type of PLOVER`);
    return { code, label, goldstein: Number(goldstein), plover, mode };
  });
  const known = new Set(codes.map((c) => c.code));
  const given = rows('cameo.tsv', COLUMNS.length).map((cells) => Object.fromEntries(COLUMNS.map((c, i) => [c, cells[i] ?? ''])) as Row);
  const mappings = given.map((own): Mapping => {
    const base = given.find((g) => g.type === own.type && g.rule === '*');
    const cell = (c: (typeof COLUMNS)[number]): string => (own[c] || base?.[c] || '-').replace(/^-$/, '');
    const wrong = (what: string): void => void problems.push(`cameo.tsv: ${own.type} ${own.rule}: ${what}`);
    if (own.rule !== '*' && rules.get(own.rule) !== own.type) wrong('there is no such rule of this type');
    const roles = (c: 'source' | 'target'): string[] => cell(c).split('|').filter(Boolean);
    const allowed = new Set<string>([...Object.values(ROLE_PROPERTIES[own.type as EventType] ?? {}), 'winner', 'place', 'organization']);
    for (const r of [...roles('source'), ...roles('target')]) if (!allowed.has(r)) wrong(`"${r}" is no role of it`);
    for (const c of ['cameo', 'planned', ...TOLD] as const) {
      const code = cell(c);
      if (code !== '' && !known.has(code)) wrong(`"${code}" is not in codes.tsv`);
      if (code !== '' && ROOTS[c] && !ROOTS[c].includes(code.slice(0, 2))) wrong(`"${code}" is not of root ${ROOTS[c].join(' or ')} (${c})`);
    }
    if (cell('plover') !== '' && !PLOVER.includes(cell('plover'))) wrong(`"${cell('plover')}" is no event type of PLOVER`);
    if (!['', 'source', 'target'].includes(cell('needs'))) wrong(`needs "${cell('needs')}"?`);
    if (!['', ...TOLD].includes(cell('takes'))) wrong(`takes "${cell('takes')}"?`);
    return { type: own.type, rule: own.rule, source: roles('source'), target: roles('target'), needs: cell('needs') as Mapping['needs'], cameo: cell('cameo'), planned: cell('planned'), asked: cell('asked'), ordered: cell('ordered'), refused: cell('refused'), threatened: cell('threatened'), takes: cell('takes') as Mapping['takes'], plover: cell('plover'), mode: cell('mode') };
  });
  for (const type of EVENT_TYPES) if (!given.some((g) => g.type === type && g.rule === '*')) problems.push(`cameo.tsv: ${type} has no row with the rule "*"`);
  for (const g of given) if (!(EVENT_TYPES as readonly string[]).includes(g.type)) problems.push(`cameo.tsv: "${g.type}" is no event type`);
  for (const used of new Set(mappings.flatMap((m) => [m.cameo, m.planned, m.asked, m.ordered, m.refused, m.threatened]))) if (used !== '' && !known.has(used.slice(0, 2))) problems.push(`codes.tsv: root ${used.slice(0, 2)} is missing`);
  const iso = rows('countries.tsv', 2).map(([name = '', code = '']): [string, string] => {
    if (!/^(?:[A-Z]{3})?$/.test(code)) problems.push(`countries.tsv: "${name}": "${code}" is no alpha-3 code`);
    return [name, code];
  });
  for (const c of countries) if (!iso.some(([name]) => name === c)) problems.push(`countries.tsv: ${c} is missing`);
  return { tables: { mappings, codes, countries: iso.filter(([, code]) => code !== '') }, problems };
}
