// Reports of findings: what other programs read, and what hostile graphs may not do to them.
import { readFileSync } from 'node:fs';
import type { Log } from 'sarif';
import clownface from 'clownface';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import environment from 'rdf-validate-shacl/src/defaultEnv.js';
import { ValidationReport } from 'rdf-validate-shacl/src/validation-report.js';
import { checkGraph, RULES } from '../src/check/index.js';
import { finding, type Finding } from '../src/check/finding.js';
import { newsOntology } from '../src/check/ontology.js';
import { toJson } from '../src/check/report/json.js';
import { rulesPage } from '../src/check/report/rules.js';
import { toSarif } from '../src/check/report/sarif.js';
import { toReport } from '../src/check/report/turtle.js';
import { EXAMPLE } from '../src/check/rules/example.js';

const labels = (iri: string): string | undefined => newsOntology().labels.get('ckb')?.get(iri);
const BAD = ['<1/event/1-hosting> news:gest person:nazdar .', 'person:azad a news:Organization .', '<1#char=0,5> news:status news:asserted .'].join('\n');
const found = await checkGraph({ quads: new Parser().parse(`${EXAMPLE}\n${BAD}`), articles: undefined });
const HOSTILE: Finding = finding('HW-101', 'http://x/> . <http://evil> <p> "', { term: '</script>\u202e"\n\\' }, { actual: 'a" . _:x <y> "z', path: 'no iri' });

describe('a report', () => {
  it('as Turtle is read by the validator\'s own parser, with all that was found', async () => {
    const quads = new Parser().parse(await toReport(found, labels));
    const root = quads.find((q) => q.object.value.endsWith('#ValidationReport'))?.subject;
    const report = new ValidationReport(clownface({ dataset: environment.dataset(quads as never), term: root as never, factory: environment as never }) as never);
    expect(report.conforms).toBe(false);
    expect(report.results).toHaveLength(found.length);
    expect(report.results.map((r) => r.focusNode?.value).sort()).toEqual(found.map((f) => f.place).sort());
    for (const r of report.results) {
      expect(r.severity?.value).toMatch(/#(Violation|Warning)$/);
      expect(r.sourceConstraintComponent?.value).toMatch(/\/rule\/HW-\d{3}$/);
      expect(r.message).toHaveLength(2);
    }
    const clean = new Parser().parse(await toReport([], labels));
    expect(clean.some((q) => q.predicate.value.endsWith('#conforms') && q.object.value === 'true')).toBe(true);
  });

  it('as SARIF names every rule, and every result has one', () => {
    const log = JSON.parse(toSarif(found, ['a b.ttl'], '1.2.3', 'ckb')) as Log;
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver.rules?.map((r) => r.id)).toEqual(Object.values(RULES).flat().map((r) => r.code));
    expect(run?.results).toHaveLength(found.length);
    for (const r of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[r.ruleIndex ?? -1]?.id).toBe(r.ruleId);
      expect(r.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%20b.ttl');
    }
  });

  it('holds hostile names as data only', async () => {
    const quads = new Parser().parse(await toReport([HOSTILE], labels));
    expect(quads.filter((q) => q.subject.value.includes('evil') || q.predicate.value === 'p')).toEqual([]);
    expect(quads.some((q) => q.object.termType === 'Literal' && q.object.value === HOSTILE.place)).toBe(true);
    expect(quads.some((q) => q.predicate.value.endsWith('#resultPath'))).toBe(false);
    expect((JSON.parse(toJson([HOSTILE])) as { place: string }[])[0]?.place).toBe(HOSTILE.place);
    expect(() => JSON.parse(toSarif([HOSTILE], [], '0', 'en')) as unknown).not.toThrow();
  });

  it('a contradiction comes with the statements behind it, none too many', () => {
    const clash = found.find((f) => f.code === 'HW-301');
    expect(clash?.because?.filter((q) => q.predicate.value.endsWith('#type') && q.subject.value.endsWith('azad')).map((q) => q.object.value.replace(/^.*#/, '')).sort()).toEqual(['Organization', 'Person']);
    expect(found.find((f) => f.code === 'HW-303')?.because?.some((q) => q.predicate.value.endsWith('#domain'))).toBe(true);
  });
});

describe('docs/rules.md', () => {
  it('is what the rules say: run "npm run rules:page" after changing one', () => {
    expect(readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage());
  });
});
