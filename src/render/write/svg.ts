import { createHash } from 'node:crypto';
import { short, type Mark, type Scene, type Shape, type Text } from '../scene.js';
import { clean } from '../text/clean.js';
import type { Fonts } from '../text/font.js';
import type { Glyph } from '../text/shape.js';
import { outline } from './outline.js';
import { escapeXml } from './xml.js';

export interface SvgOptions {
  readonly zoom: number;
  /** Words that nobody sees lie over the drawn ones, so that they can be selected, searched and read aloud. */
  readonly words: boolean;
  /** Texts smaller than this are left out. Pixels of the scene. */
  readonly least: number;
}

/** Drawn glyphs: each weight and glyph once, by the name under which it is used. */
interface Glyphs {
  /** Language of the figure. */
  readonly lang: Scene['lang'];
  readonly names: Map<string, string>;
  readonly defs: string[];
}

/**
 * Writes a scene as SVG 1.1. Letters are outlines, each glyph once: no viewer, browser, Inkscape or LaTeX has to have the font, join
 * letters or know directions. No script, no style, nothing from elsewhere.
 */
export function toSvg(scene: Scene, fonts: Fonts, o: SvgOptions): string {
  const { width, height } = scene, glyphs: Glyphs = { lang: scene.lang, names: new Map(), defs: [] };
  const body = scene.marks.map((m) => drawn(m, fonts, glyphs, o)).filter((m) => m !== '').join('\n');
  // several figures may stand in one page: names of one are not names of another
  const own = `h${createHash('sha256').update(body).digest('hex').slice(0, 6)}-`;
  const size = (n: number): string => short(n * o.zoom);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${size(width)}" height="${size(height)}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${own}title ${own}desc" xml:lang="${scene.lang}">`,
    `<title id="${own}title">${told(scene.title)}</title>`,
    `<desc id="${own}desc">${scene.description.split('\n').map(told).join('\n')}</desc>`,
    `<defs>\n${glyphs.defs.join('\n')}\n</defs>`,
    `<rect width="${width}" height="${height}" fill="${scene.paper}"/>`,
    body,
    '</svg>',
  ].join('\n').replaceAll(OWN, own)}\n`;
}

/** Stands for the name of the figure as long as nobody knows it. No text holds it: it is a control character. */
const OWN = '\u0001';

const told = (text: string): string => escapeXml(clean(text));

function drawn(m: Mark, fonts: Fonts, glyphs: Glyphs, o: SvgOptions): string {
  if (m.kind !== 'group' && (m.size ?? Infinity) < o.least) return '';
  if (m.kind === 'shape') return path(m);
  if (m.kind === 'text') return text(m, fonts, glyphs, o);
  const { by, grow = 1 } = m, inside = m.marks.map((own) => drawn(own, fonts, glyphs, { ...o, least: o.least / grow })).join('');
  return inside === '' ? '' : `<g${by ? ` transform="translate(${by.map(short).join(' ')})${grow === 1 ? '' : ` scale(${short(grow)})`}"` : ''}>${m.title === undefined ? '' : `<title>${told(m.title)}</title>`}${inside}</g>`;
}

function path(s: Shape): string {
  const line = s.stroke === undefined ? '' : ` stroke="${s.stroke}" stroke-width="${short(s.width ?? 1)}"${s.dash ? ` stroke-dasharray="${s.dash.map(short).join(' ')}"` : ''}${s.round ? ' stroke-linecap="round"' : ''}`;
  // of fill and line apart: of the whole it would want a layer of its own
  const seen = s.opacity === undefined ? '' : `${s.fill === undefined ? '' : ` fill-opacity="${s.opacity}"`}${s.stroke === undefined ? '' : ` stroke-opacity="${s.opacity}"`}`;
  return `<path d="${s.d}" fill="${s.fill ?? 'none'}"${line}${seen}/>`;
}

function text(t: Text, fonts: Fonts, glyphs: Glyphs, o: SvgOptions): string {
  const { em } = t.line.bold ? fonts.bold : fonts.regular, scale = Math.round((t.size / em) * 1e6) / 1e6;
  const all = t.line.glyphs.flatMap((g) => {
    const name = nameOf(g, t.line.bold, fonts, glyphs);
    return name === undefined ? [] : [`<use xlink:href="#${OWN}${name}"${g.x === 0 ? '' : ` x="${short(g.x)}"`}${g.y === 0 ? '' : ` y="${short(-g.y)}"`}/>`];
  }).join('');
  const place = `<g transform="matrix(${scale} 0 0 ${scale} ${short(t.x)} ${short(t.y)})"`;
  // words of the other direction are of the other language
  const width = t.line.width * t.size, lang = t.line.rtl ? 'ckb' : 'en';
  const words = o.words && width > 0 ? `<text x="${short(t.x + width / 2)}" y="${short(t.y)}" font-size="${short(t.size)}" text-anchor="middle" textLength="${short(width)}" lengthAdjust="spacingAndGlyphs" fill="none" pointer-events="all"${t.line.rtl ? ' direction="rtl"' : ''}${lang === glyphs.lang ? '' : ` xml:lang="${lang}"`}>${told(t.line.text)}</text>` : '';
  return all === '' ? '' : `${place} fill="${t.fill}">${all}</g>${words}`;
}

/** The name of a glyph's outline, which is written once; nothing for one that has none (a space). */
function nameOf(g: Glyph, bold: boolean, fonts: Fonts, { names, defs }: Glyphs): string | undefined {
  const key = `${bold ? 'b' : 'r'}${g.id}`;
  const had = names.get(key);
  if (had !== undefined) return had === '' ? undefined : had;
  const d = outline((bold ? fonts.bold : fonts.regular).font, g.id), name = d === '' ? '' : defs.length.toString(36);
  names.set(key, name);
  if (name === '') return undefined;
  defs.push(`<path id="${OWN}${name}" d="${d}"/>`);
  return name;
}
