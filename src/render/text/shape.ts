import bidis from 'bidi-js';
import { Buffer, Direction, shape } from 'harfbuzzjs';
import type { Fonts, Weight } from './font.js';

/** One glyph of a line, at its place. Font units, from the left end of the line and its base line, y upwards. */
export interface Glyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  /** The characters that it stands for; '' for a mark that another glyph carries. */
  readonly text: string;
}

/** A line of text as it stands on paper: glyphs from left to right, whatever its direction. */
export interface Line {
  readonly text: string;
  readonly rtl: boolean;
  readonly bold: boolean;
  readonly glyphs: readonly Glyph[];
  /** In ems. */
  readonly width: number;
  /** Characters for which the font has no letter; a box stands for them. */
  readonly missing: readonly string[];
}

export type Base = 'rtl' | 'ltr' | 'auto';

export interface Shaper {
  readonly fonts: Fonts;
  /** Shapes one line: letters joined, in the order in which they are seen. `base`: its direction; auto takes that of its first letter. */
  line(text: string, bold?: boolean, base?: Base): Line;
}

/** The package is CommonJS: its function is the module itself, which its types call `default`. */
const bidi = (bidis as unknown as typeof bidis.default)();
/** Arabic script with its digits: they are shaped together with it. */
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/;

/** Shapes text with HarfBuzz, after the Unicode Bidirectional Algorithm (UAX 9) put its runs in order. */
export function createShaper(fonts: Fonts): Shaper {
  const known = new Map<string, Line>();
  const buffer = new Buffer();
  return {
    fonts,
    line(text, bold = false, base = 'auto') {
      const key = `${base} ${bold} ${text}`, had = known.get(key);
      if (had) return had;
      const line = shaped(buffer, bold ? fonts.bold : fonts.regular, text, bold, base);
      known.set(key, line);
      return line;
    },
  };
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly level: number;
}

function shaped(buffer: Buffer, weight: Weight, text: string, bold: boolean, base: Base): Line {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, base);
  const glyphs: Glyph[] = [];
  const missing = new Set<string>();
  let x = 0;
  for (const run of inSight(runs(levels, text.length))) for (const g of glyphsOf(buffer, weight, text, run)) {
    if (g.id === 0) missing.add(g.text);
    glyphs.push({ id: g.id, x: x + g.dx, y: g.dy, advance: g.advance, text: g.text });
    x += g.advance;
  }
  return { text, bold, rtl: ((paragraphs[0]?.level ?? 0) & 1) === 1, glyphs, width: x / weight.em, missing: [...missing] };
}

function runs(levels: ArrayLike<number>, length: number): Run[] {
  const found: Run[] = [];
  for (let from = 0, to = 1; from < length; from = to++) {
    while (to < length && levels[to] === levels[from]) to++;
    found.push({ from, to, level: levels[from] as number });
  }
  return found;
}

/** Rule L2 of UAX 9, for runs: the glyphs inside a run come in order already. */
function inSight(all: Run[]): Run[] {
  for (let level = Math.max(0, ...all.map((r) => r.level)); level > 0; level--) {
    for (let i = 0; i < all.length; i++) {
      let j = i;
      while (j < all.length && (all[j] as Run).level >= level) j++;
      if (j > i) all.splice(i, j - i, ...all.slice(i, j).reverse());
      i = j;
    }
  }
  return all;
}

interface Placed {
  readonly id: number;
  readonly dx: number;
  readonly dy: number;
  readonly advance: number;
  readonly text: string;
}

function glyphsOf(buffer: Buffer, weight: Weight, text: string, run: Run): Placed[] {
  buffer.clearContents();
  buffer.addText(text, run.from, run.to - run.from);
  const arabic = (run.level & 1) === 1 || ARABIC.test(text.slice(run.from, run.to));
  buffer.setDirection((run.level & 1) === 1 ? Direction.RTL : Direction.LTR);
  buffer.setScript(arabic ? 'Arab' : 'Latn');
  buffer.setLanguage(arabic ? 'ckb' : 'en');
  shape(weight.font, buffer);
  const infos = buffer.getGlyphInfos(), positions = buffer.getGlyphPositions();
  const starts = [...new Set(infos.map((g) => g.cluster)), run.to].sort((a, b) => a - b);
  const end = new Map(starts.map((s, i) => [s, starts[i + 1] ?? run.to]));
  const told = new Set<number>();
  return infos.map((g, i): Placed => {
    const { xAdvance, xOffset, yOffset } = positions[i] as (typeof positions)[number];
    // of the glyphs of a cluster the first that takes room stands for its characters
    const speaks = !told.has(g.cluster) && (xAdvance > 0 || infos.every((o, k) => o.cluster !== g.cluster || k === i));
    if (speaks) told.add(g.cluster);
    return { id: g.codepoint, dx: xOffset, dy: yOffset, advance: xAdvance, text: speaks || g.codepoint === 0 ? text.slice(g.cluster, end.get(g.cluster)) : '' };
  });
}
