import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTarget } from '../src/cli/target.js';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'hewal-target-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (name: string, seconds: number): void => {
  writeFileSync(join(dir, name), name.endsWith('jsonld') ? `{"@id": "urn:s", "urn:p": "${name}"}` : `<urn:s> <urn:p> "${name}" .\n`);
  utimesSync(join(dir, name), seconds, seconds);
};
async function answers(): Promise<string[]> {
  const out: string[] = [];
  for await (const g of openTarget(dir).graphs()) for (const q of g.quads) out.push(q.object.value);
  return out;
}

it.each<readonly [string, readonly (readonly [string, number])[], string]>([
  ['an older build left another format', [['graph.nq', 1000], ['graph.ttl', 2000]], 'graph.ttl'], ['all of one moment', [['graph.ttl', 1000], ['graph.trig', 1000], ['graph.nq', 1000]], 'graph.nq'], ['only one', [['graph.trig', 1]], 'graph.trig'],
  ['written one after the other', [['graph.nq', 1000], ['graph.ttl', 1001]], 'graph.nq'], ['none tells the article but JSON-LD', [['graph.ttl', 1000], ['graph.jsonld', 1000]], 'graph.jsonld'],
])('a folder answers from the graph of its newest build that tells the articles: %s', async (_, files, from) => {
  for (const [name, seconds] of files) put(name, seconds);
  expect(await answers()).toEqual([from]);
});
