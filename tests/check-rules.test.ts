// Every rule of the gate: what breaks it is found by it, what keeps it is clean, and it says so in both languages.
import { describe, expect, it } from 'vitest';
import { Parser } from 'n3';
import { checkGraph, inLanguage, RULES, type Rule } from '../src/check/index.js';
import { newsOntology, readOntology } from '../src/check/ontology.js';
import { EXAMPLE, EXAMPLE_ARTICLE } from '../src/check/rules/example.js';
import { engine } from './support/make.js';

const ALL = Object.values(RULES).flat();
const PREFIXES = EXAMPLE.split('\n').filter((l) => l.startsWith('@')).join('\n');
const articles = new Map([[engine.mint.article(EXAMPLE_ARTICLE.id), EXAMPLE_ARTICLE]]);

const found = (rule: Rule, added: string) => {
  const own = rule.ontology === undefined ? undefined : readOntology(new Parser().parse(rule.ontology));
  const quads = new Parser().parse(`${own ? `${PREFIXES}\n@prefix x: <https://example.org/> .` : EXAMPLE}\n${added}`);
  return checkGraph({ quads, articles: rule.code === 'HW-407' || own ? undefined : articles, ...(own ? {} : { names: engine.names, countryOf: engine.countryOf }) }, own ? { ontology: own, shapes: [] } : {});
};

describe('the rules', () => {
  it('are numbered once, in order, by family', () => {
    const codes = ALL.map((r) => r.code);
    expect(codes).toEqual([...new Set(codes)].sort());
    Object.values(RULES).forEach((rules, i) => rules.forEach((r) => expect(r.code).toMatch(new RegExp(`^HW-${i + 1}\\d\\d$`))));
  });

  it('each has an example that breaks it, or says where it is tried', () => {
    for (const r of ALL) expect(r.breaks !== '' || r.tried !== undefined, r.code).toBe(true);
  });

  it('the example graph is clean', async () => {
    expect(await checkGraph({ quads: new Parser().parse(EXAMPLE), articles })).toEqual([]);
  });

  it.each(ALL.filter((r) => r.breaks !== '').map((r) => [r.code, r.title.en, r] as const))('%s %s', async (code, _, rule) => {
    const broken = await found(rule, rule.breaks);
    expect(broken.map((f) => f.code)).toContain(code);
    expect((await found(rule, rule.keeps)).map((f) => `${f.code} ${f.place}: ${f.message}`)).toEqual([]);
    const labels = newsOntology().labels.get('ckb');
    for (const f of broken) {
      const ckb = inLanguage(f, 'ckb', (iri) => labels?.get(iri));
      for (const said of [f, ckb]) {
        expect(said.message).toMatch(/\S/);
        expect(said.hint).toMatch(/\S/);
        expect(`${said.message} ${said.hint}`).not.toMatch(/\{\w+\}|undefined/);
      }
      expect(ckb.message).toMatch(/[\u0600-\u06ff]/);
    }
  });
});
