import type { Font } from 'harfbuzzjs';

/** The outline of a glyph as path data, in whole units of the font with y downwards: relative and without a space too many, because letters are most of a figure's bytes. */
export function outline(font: Font, glyph: number): string {
  let d = '', x = 0, y = 0, startX = 0, startY = 0;
  for (const { type, values } of font.glyphToJson(glyph)) {
    const points = Array.from({ length: values.length / 2 }, (_, i) => [Math.round(values[i * 2] as number), -Math.round(values[i * 2 + 1] as number)] as const);
    const [endX, endY] = points.at(-1) ?? [startX, startY];
    const numbers = points.flatMap(([px, py]) => [px - x, py - y]);
    if (type === 'L' && endX === x) d += endY === y ? '' : `v${endY - y}`;
    else if (type === 'L' && endY === y) d += `h${endX - x}`;
    else d += type.toLowerCase() + numbers.map((n, i) => (i > 0 && n >= 0 ? ` ${n}` : String(n || 0))).join('');
    if (type === 'M') [startX, startY] = [endX, endY];
    [x, y] = [endX, endY];
  }
  return d;
}
