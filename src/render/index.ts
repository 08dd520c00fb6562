import { UserError } from '../model/note.js';
import type { Figure } from './figure.js';
import type { Fonts } from './text/font.js';
import { toSvg } from './write/svg.js';

export { drawFigure, type Ask, type Figure } from './figure.js';
export { findEntity } from './find.js';
export { loadFonts, type Fonts } from './text/font.js';
export { createShaper, type Shaper } from './text/shape.js';
export type { FigureLang } from './voice.js';
export type { Theme } from './palette.js';

export type FigureFormat = 'svg' | 'png' | 'pdf';

/** Points of a PNG: more are not drawn by themselves, and not at all. */
const WANTED = 40e6, MOST = 120e6;

/** Points of a PNG for each pixel of a figure: as asked, else 2, or what very large figures allow. Throws a `UserError` for more than can be drawn. */
function pixelsFor({ scene, zoom }: Figure, asked: number | undefined): number {
  const points = (scale: number): number => scene.width * scene.height * (zoom * scale) ** 2;
  const scale = asked ?? (points(2) <= WANTED ? 2 : points(1) <= WANTED ? 1 : 0.5);
  if (points(scale) > MOST) throw new UserError(`the picture would have ${Math.round(points(scale) / 1e6)} million points`, 'ask for a smaller --width or --scale, or for svg or pdf', '--scale');
  return scale;
}

/** Writes a figure. `scale`: points of a PNG for each pixel, where it is asked for. The same figure always gives the same bytes, on every machine. */
export async function writeFigure(figure: Figure, fonts: Fonts, format: FigureFormat, scale?: number): Promise<string | Uint8Array> {
  if (format === 'svg') return toSvg(figure.scene, fonts, { zoom: figure.zoom, words: true, least: 0 });
  if (format === 'png') return (await import('./write/png.js')).toPng(figure, fonts, pixelsFor(figure, scale));
  return (await import('./write/pdf.js')).toPdf(figure, fonts);
}
