import { FAMILIES, RULES, type Lang, type Rule } from '../rules/index.js';
import { EXAMPLE } from '../rules/example.js';

const block = (turtle: string): string => `\`\`\`turtle\n${turtle}\n\`\`\``;

function page(r: Rule, lang: Lang): string {
  const said = [`### ${r.code} ${r.title.en}`, '', r.title.ckb, '', `${r.level} · “${r.message[lang]}” · ${r.hint[lang]}`, ''];
  if (r.ontology !== undefined) said.push('With this ontology:', '', block(r.ontology.trim()), '');
  if (r.breaks !== '') said.push('Breaks it:', '', block(r.breaks.trim()), '', r.keeps === '' ? 'Keeps it: the example without that.' : 'Keeps it:', '', ...(r.keeps === '' ? [] : [block(r.keeps.trim()), '']));
  if (r.tried !== undefined) said.push(`No graph of a few lines can show it: it is tried in ${r.tried}.`, '');
  return said.join('\n');
}

/** The page of all rules as Markdown: `docs/rules.md`. */
export function rulesPage(lang: Lang = 'en'): string {
  return [
    '# The rules of the gate', '',
    'Written by `npm run rules:page` out of `src/check/rules/`; the tests try every example. An example is added to this graph, which keeps all rules:', '', block(EXAMPLE.trim()), '',
    ...Object.entries(RULES).flatMap(([family, rules]) => [`## ${FAMILIES[family]?.en} · ${FAMILIES[family]?.ckb}`, '', ...rules.map((r) => page(r, lang))]),
  ].join('\n');
}

/** The same in a line each, for a terminal. */
export const rulesList = (lang: Lang): string => Object.entries(RULES).flatMap(([family, rules]) => [FAMILIES[family]?.[lang] ?? family, ...rules.map((r) => `  ${r.code}  ${r.level.padEnd(7)}  ${r.title[lang]}`)]).join('\n');
