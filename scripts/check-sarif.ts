// npm run check:sarif: holds a report of `hewal check --format sarif` to the SARIF 2.1.0 schema, which the crate serde-sarif carries (its licence keeps it out of this repository).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { Parser } from 'n3';
import { checkGraph, inLanguage, RULES } from '../src/check/index.js';
import { newsOntology, readOntology } from '../src/check/ontology.js';
import { toSarif } from '../src/check/report/sarif.js';
import { EXAMPLE } from '../src/check/rules/example.js';

const CRATE = 'https://static.crates.io/crates/serde-sarif/serde-sarif-0.4.2.crate';
const SCHEMA = 'serde-sarif-0.4.2/src/schema.json';

async function schema(): Promise<AnySchema | undefined> {
  const dir = mkdtempSync(join(tmpdir(), 'hewal-sarif-'));
  try {
    const answer = await fetch(CRATE, { signal: AbortSignal.timeout(20_000) });
    if (!answer.ok) return undefined;
    writeFileSync(join(dir, 'crate'), Buffer.from(await answer.arrayBuffer()));
    execFileSync('tar', ['-xzf', join(dir, 'crate'), '-C', dir, SCHEMA]);
    return JSON.parse(readFileSync(join(dir, SCHEMA), 'utf8')) as AnySchema;
  } catch {
    return undefined;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const found = await schema();
if (!found) {
  console.log('check:sarif: skipped, the schema could not be fetched (no network, or no tar)');
} else {
  const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(found);
  const prefixes = EXAMPLE.split('\n').filter((l) => l.startsWith('@')).join('\n');
  let reports = 0;
  for (const rule of Object.values(RULES).flat()) for (const lang of ['en', 'ckb'] as const) {
    const own = rule.ontology === undefined ? undefined : readOntology(new Parser().parse(rule.ontology));
    const quads = new Parser().parse(`${own ? `${prefixes}\n@prefix x: <https://example.org/> .` : EXAMPLE}\n${rule.breaks}`);
    const findings = (await checkGraph({ quads, articles: undefined }, own ? { ontology: own, shapes: [] } : {})).map((f) => inLanguage(f, lang, (iri) => newsOntology().labels.get('ckb')?.get(iri)));
    if (!valid(JSON.parse(toSarif(findings, ['a b/گراف.ttl'], '0.0.0', lang)))) {
      console.error(`check:sarif: ${rule.code} (${lang}): ${JSON.stringify(valid.errors?.slice(0, 3), null, 2)}`);
      process.exit(1);
    }
    reports++;
  }
  console.log(`check:sarif: ${reports} reports are valid SARIF 2.1.0`);
}
