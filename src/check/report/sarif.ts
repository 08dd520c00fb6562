import type { Log, Result } from 'sarif';
import type { Finding } from '../finding.js';
import { RULES, type Lang, type Rule } from '../rules/index.js';
import { statement } from './json.js';

const ALL: readonly Rule[] = Object.values(RULES).flat();
const INDEX = new Map(ALL.map((r, i) => [r.code, i]));

/** SARIF 2.1.0 (OASIS Standard, 2020). `graphs`: the files that were checked; a finding stands in the first of them where it is about none of its own. */
export function toSarif(found: readonly Finding[], graphs: readonly string[], version: string, lang: Lang): string {
  const artifacts = graphs.map((g) => ({ location: { uri: encodeURI(g.replaceAll('\\', '/')) } }));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{
      tool: {
        driver: {
          name: 'hewal', semanticVersion: version, informationUri: 'https://w3id.org/hewal',
          rules: ALL.map((r) => ({ id: r.code, shortDescription: { text: r.title[lang] }, help: { text: r.hint[lang].replace(/\{\w+\}/g, '…') }, defaultConfiguration: { level: r.level } })),
        },
      },
      artifacts,
      columnKind: 'unicodeCodePoints',
      results: found.map((f): Result => {
        const index = Math.max(0, graphs.indexOf(f.place ?? ''));
        return {
          ruleId: f.code, ruleIndex: INDEX.get(f.code) ?? -1, level: f.level === 'info' ? 'note' : f.level, message: { text: f.hint ? `${f.message}\n${f.hint}` : f.message },
          locations: [{ ...(artifacts[index] ? { physicalLocation: { artifactLocation: { uri: artifacts[index].location.uri, index } } } : {}), ...(f.place ? { logicalLocations: [{ fullyQualifiedName: f.place, ...(f.path ? { name: f.path } : {}) }] } : {}) }],
          properties: { ...(f.actual === undefined ? {} : { found: f.actual }), ...(f.expected === undefined ? {} : { expected: f.expected }), ...(f.because ? { because: f.because.map(statement) } : {}) },
        };
      }),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
