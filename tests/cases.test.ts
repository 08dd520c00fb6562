// Hard cases: own sentences with everything that is to be found in them (tests/cases.txt). A line under a sentence is an event or a relation, or all entities.
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { loadTables } from '../src/language/index.js';
import { createEngine } from '../src/pipeline.js';

const engine = createEngine(loadTables());
const cases = readFileSync(new URL('cases.txt', import.meta.url), 'utf8').split('\n').filter((line) => !line.startsWith('#')).join('\n').trim().split(/\n\s*\n/)
  .map((block) => block.split('\n').map((line) => line.trim())).map(([text = '', ...found]) => ({ text, found }));

function read(text: string, named: boolean): string[] {
  const { entities, events, relations } = engine.read({ id: 'case', published: '2026-11-25', text });
  const name = (id: string | undefined): string => entities.find((e) => e.id === id)?.name ?? '';
  return [
    ...(named ? [`entities: ${entities.map((e) => `${e.type} ${e.name}`).join(' | ')}`.trim()] : []),
    ...events.map((e) => {
      const roles = e.roles.map((r) => `${r.role}=${r.entity ? name(r.entity) : (r.value ?? (r.span ? text.slice(r.span.start, r.span.end) : ''))}`);
      return [`${e.type} ${e.status} «${text.slice(e.trigger.start, e.trigger.end)}»`, roles.join(' | '), ...(e.source ? [`by ${name(e.source)}`] : [])].join(' ').trim();
    }),
    ...relations.map((r) => `${r.type}: ${name(r.subject)} > ${name(r.object)}`),
  ];
}

describe('hard cases', () => {
  it('are many', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
  });

  test.each(cases)('$text', ({ text, found }) => {
    expect(read(text.replaceAll(' ⏎ ', '\n'), found[0]?.startsWith('entities:') ?? false)).toEqual(found);
  });
});
