import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { UserError } from '../../model/note.js';
import type { Figure } from '../figure.js';
import type { Fonts } from '../text/font.js';
import { toSvg } from './svg.js';

/** Names smaller than this are not drawn: nobody can zoom in. Pixels of the picture. */
const READABLE = 7;

let ready: Promise<void> | undefined;
const start = (): Promise<void> => (ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm));

/** Pixels of a picture: width and height. */
export const pixels = ({ scene, zoom }: Figure, scale: number): readonly [number, number] => [Math.max(1, Math.round(scene.width * zoom * scale)), Math.max(1, Math.round(scene.height * zoom * scale))];

/** Writes a figure as PNG: `scale` points for each of its pixels. Drawn in WebAssembly, so that every machine gives the same bytes. */
export async function toPng(figure: Figure, fonts: Fonts, scale: number): Promise<Uint8Array> {
  await start();
  const [width] = pixels(figure, scale), svg = toSvg(figure.scene, fonts, { zoom: 1, words: false, least: (READABLE * figure.scene.width) / width });
  try {
    const resvg = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }), image = resvg.render(), bytes = image.asPng();
    image.free();
    resvg.free();
    return bytes;
  } catch (e) {
    // memory that a machine does not give ends WebAssembly so
    if (e instanceof Error && e.name === 'RuntimeError') throw new UserError('the picture could not be drawn', 'ask for a smaller --width or --scale, or for svg or pdf', '--scale');
    throw e;
  }
}
