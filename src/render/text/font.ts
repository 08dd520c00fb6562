import { readFileSync } from 'node:fs';
import { Blob, Face, Font } from 'harfbuzzjs';
import { UserError } from '../../model/note.js';

const FOLDER = new URL('../../../dist/render/fonts/', import.meta.url);

/** One weight of Vazirmatn. */
export interface Weight {
  readonly bytes: Uint8Array;
  readonly font: Font;
  /** Units of the em. */
  readonly em: number;
}

export interface Fonts {
  readonly regular: Weight;
  readonly bold: Weight;
}

/** The font of figures, as `npm run build` put it there. Throws a `UserError` when the package was not built. */
export const loadFonts = (): Fonts => ({ regular: weight('Regular'), bold: weight('Bold') });

function weight(name: string): Weight {
  const file = new URL(`Vazirmatn-${name}.ttf`, FOLDER);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UserError('the font is not there', 'run "npm run build" once', file.pathname);
  }
  const face = new Face(new Blob(bytes));
  return { bytes, font: new Font(face), em: face.upem };
}
