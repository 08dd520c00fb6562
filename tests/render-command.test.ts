import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEED = join(ROOT, 'out/graph.nq');
let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'hewal-render-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function render(args: readonly string[], env: NodeJS.ProcessEnv = {}): { code: number | null; out: string; err: string } {
  const r = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'render', ...args], { cwd: dir, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, COLUMNS: '110', ...env } as NodeJS.ProcessEnv });
  expect(r.stderr).not.toMatch(/\n\s+at \S|fault of hewal/);
  return { code: r.status, out: r.stdout, err: r.stderr };
}

const hash = (file: string): string => createHash('sha256').update(readFileSync(join(dir, file))).digest('hex');

describe('hewal render', () => {
  it('writes a figure, always the same: of file, folder or Turtle, whatever the clock and the language of the machine', () => {
    expect(render([SEED, '--entity', 'جۆ بایدن', '--out', 'a.svg'])).toEqual({ code: 0, err: '', out: expect.stringMatching(/^\d+ entities, \d+ facts; \d+ × \d+ pixels\n {2}written: a\.svg\n$/) });
    expect(render([join(ROOT, 'out'), '--entity', 'joe biden', '--out', 'b.svg'], { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8' }).code).toBe(0);
    expect(render([join(ROOT, 'out/graph.ttl'), '--entity', 'person:joe-biden'], { TZ: 'America/Lima', LC_ALL: 'C' }).code).toBe(0);
    for (const other of ['b.svg', 'hewal.svg']) expect(hash(other), other).toBe(hash('a.svg'));
  });

  it('writes PNG and PDF by the name of the file or the format', () => {
    const timeline = [SEED, '--of', 'timeline', '--lang', 'en', '--theme', 'dark'];
    expect(render([...timeline, '--width', '600', '--scale', '1', '--out', 'line.PNG']).out).toMatch(/^\d+ dated events; 600 × \d+ pixels/);
    expect(readFileSync(join(dir, 'line.PNG')).readUInt32BE(16)).toBe(600);
    expect(render([...timeline, '--format', 'pdf']).code).toBe(0);
    expect(readFileSync(join(dir, 'hewal.pdf'), 'latin1')).toMatch(/^%PDF-1\.7/);
  });

  it('shows an article, types and times', () => {
    const facts = (...args: string[]): number => Number(/(\d+) (facts|dated)/.exec(render([SEED, '--out', 'x.svg', ...args]).out)?.[1]);
    const some = [facts('--type', 'Meeting', '--type', 'Person'), facts('--type', 'Meeting'), facts('--article', 'rudaw-2021-07-kazimi')];
    expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
    expect(some[0]).toBeGreaterThan(0);
    expect(facts('--since', '2021-07-26', '--article', 'rudaw-2021-07-kazimi')).toBe(facts('--since', '2021-07-26', '--until', '2021'));
    expect(facts('--of', 'timeline', '--entity', 'مستەفا کازمی')).toBeLessThan(facts('--of', 'timeline'));
  });

  it('says when there is nothing to draw, and writes nothing', () => {
    expect(render([SEED, '--since', '2030', '--out', 'none.svg'])).toEqual({ code: 1, err: '', out: `Nothing to draw: no fact of ${SEED} is asked for.\n` });
    expect(readdirSync(dir)).not.toContain('none.svg');
  });

  it('warns of characters that the font has not', () => {
    writeFileSync(join(dir, 'odd.ttl'), '@prefix news: <https://w3id.org/hewal/news#> . <https://x.test/a> a news:Person ; <http://www.w3.org/2000/01/rdf-schema#label> "漢🙂"@ckb .');
    expect(render(['odd.ttl', '--out', 'odd.svg'])).toMatchObject({ code: 0, err: 'warning font: 2 character(s) have no letter in the font: U+6F22 U+1F642\n  → a box stands for each of them\n' });
  });

  it.each([
    ['no file', ['missing.nq'], 3, 'missing.nq: error hewal: no such file or folder'],
    ['another ending', [SEED, '--out', 'x.jpg'], 2, '"x.jpg" is no name of a figure'],
    ['two formats', [SEED, '--format', 'pdf', '--out', 'x.svg'], 2, '--format says pdf, --out says svg'],
    ['an unknown format', [SEED, '--format', 'gif'], 2, 'Invalid values'],
    ['an option twice', [SEED, '--out', 'x.svg', '--out', 'y.svg'], 2, '--out is given 2 times'],
    ['a scale for what has none', [SEED, '--scale', '2', '--out', 'x.pdf'], 2, '--scale is for PNG'],
    ['a scale that is none', [SEED, '--scale', 'x', '--out', 'x.png'], 2, '--scale wants a number'],
    ['more points than there can be', [SEED, '--width', '20000', '--scale', '10', '--type', 'Meeting', '--out', 'x.png'], 2, 'million points'],
    ['a width that is none', [SEED, '--width', '12.5', '--out', 'x.svg'], 2, '--width wants pixels'],
    ['steps of nobody', [SEED, '--steps', '1', '--out', 'x.svg'], 2, '--steps is for --entity'],
    ['three steps', [SEED, '--steps', '3', '--entity', 'Joe Biden', '--out', 'x.svg'], 2, '--steps wants 1 or 2'],
    ['steps of a time line', [SEED, '--steps', '1', '--of', 'timeline', '--entity', 'Joe Biden', '--out', 'x.svg'], 2, '--steps is for graphs'],
    ['an unknown entity', [SEED, '--entity', 'بایدنن', '--out', 'x.svg'], 2, 'no entity of the graph is called'],
    ['an unknown article', [SEED, '--article', 'none', '--out', 'x.svg'], 2, 'the graph has no article "none"'],
    ['an unknown type', [SEED, '--type', 'Cat', '--out', 'x.svg'], 2, '"Cat" is no type'],
    ['a day that does not exist', [SEED, '--since', '2021-02-30', '--out', 'x.svg'], 2, '"2021-02-30" is no day, month or year'],
    ['a folder that cannot be made', [SEED, '--type', 'Meeting', '--out', '/proc/none/x.svg'], 3, 'cannot write x.svg'],
    ['nothing', [], 2, 'Not enough non-option arguments'],
  ])('refuses %s', (_, args, code, message) => {
    const r = render(args);
    expect(r.err).toContain(message);
    expect(r.code).toBe(code);
    expect(r.out).toBe('');
    expect(readdirSync(dir).filter((f) => f.endsWith('.part') || f === 'x.jpg')).toEqual([]);
  });

  it('--help has examples', () => {
    expect(render(['--help']).out).toMatch(/hewal render out --out figure\.pdf/);
  });
});
