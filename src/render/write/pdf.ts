import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import type { Figure } from '../figure.js';
import type { Mark, Shape, Text } from '../scene.js';
import { clean } from '../text/clean.js';
import type { Fonts, Weight } from '../text/font.js';
import type { Line } from '../text/shape.js';

/** Points of a pixel: 72 to 96. */
const POINT = 0.75;
/** The longest side of a page (ISO 32000-1, annex C). */
const LONGEST = 14_400;
/** A dash of no length is refused; one of this length looks the same. */
const DOT = 0.01;

/** A font as PDFKit takes it, which lays out the line that it was told last: HarfBuzz has shaped it already. */
interface Told {
  readonly font: Font;
  tell(line: Line): void;
}

type Document = InstanceType<typeof PDFDocument>;

interface Pen {
  readonly doc: Document;
  readonly told: Readonly<Record<'regular' | 'bold', Told>>;
}

/**
 * Writes a figure as a PDF of one page, its letters as an embedded part of the font. What is copied or read aloud is the text itself
 * (ActualText, ISO 32000-1, 14.9.4), not the glyphs. It holds no date, and its ID is a hash of its title: same figure, same bytes.
 */
export async function toPdf({ scene, zoom }: Figure, fonts: Fonts): Promise<Uint8Array> {
  const scale = Math.min(zoom * POINT, LONGEST / Math.max(scene.width, scene.height)), size: [number, number] = [scene.width * scale, scene.height * scale], title = clean(scene.title);
  // the library takes the time as it is where none is given
  const doc = new PDFDocument({ pdfVersion: '1.7', size, margin: 0, font: null as unknown as string, lang: scene.lang, displayTitle: true, tagged: true, info: { Title: title, Creator: 'hewal', CreationDate: new Date(0) } });
  delete doc.info.CreationDate;
  // its second copy of title and date, in XML, wants a date and would take a title for marks
  doc.endMetadata = () => undefined;
  const pieces: Uint8Array[] = [];
  const done = new Promise<void>((end, fail) => doc.on('data', (p: Uint8Array) => void pieces.push(p)).on('end', end).on('error', fail));
  const pen: Pen = { doc, told: { regular: told(fonts.regular), bold: told(fonts.bold) } };
  for (const weight of ['regular', 'bold'] as const) doc.registerFont(weight, pen.told[weight].font as unknown as string);
  const alt = [title, ...scene.description.split('\n').map(clean)].join('\n');
  doc.addStructure(doc.struct('Figure', { title, alt, lang: scene.lang }, [() => {
    doc.rect(0, 0, ...size).fill(scene.paper);
    doc.scale(scale);
    for (const m of scene.marks) draw(m, pen);
  }]));
  doc.end();
  await done;
  return Buffer.concat(pieces);
}

function draw(m: Mark, pen: Pen): void {
  if (m.kind === 'shape') return drawShape(m, pen.doc);
  if (m.kind === 'text') return drawText(m, pen);
  if (m.by) pen.doc.save().translate(...m.by).scale(m.grow ?? 1);
  for (const own of m.marks) draw(own, pen);
  if (m.by) pen.doc.restore();
}

function drawShape(s: Shape, doc: Document): void {
  doc.save();
  if (s.opacity !== undefined) doc.opacity(s.opacity);
  if (s.stroke !== undefined) doc.lineWidth(s.width ?? 1).lineCap(s.round ? 'round' : 'butt').lineJoin('miter');
  if (s.dash) doc.dash(Math.max(DOT, s.dash[0]), { space: s.dash[1] });
  doc.path(s.d);
  if (s.fill !== undefined && s.stroke !== undefined) doc.fillAndStroke(s.fill, s.stroke);
  else if (s.fill !== undefined) doc.fill(s.fill);
  else doc.stroke(s.stroke);
  doc.restore();
}

function drawText(t: Text, { doc, told: fonts }: Pen): void {
  const weight = t.line.bold ? 'bold' : 'regular';
  if (t.line.glyphs.length === 0) return;
  fonts[weight].tell(t.line);
  doc.font(weight, t.size);
  const place: PDFKit.Mixins.TextOptions = { lineBreak: false, features: [], baseline: 'alphabetic' };
  doc.markContent('Span', { actual: t.line.text, lang: t.line.rtl ? 'ckb' : 'en' });
  doc.fillColor(t.fill).text('.', t.x, t.y, place);
  doc.endMarkedContent();
}

function told({ bytes, font: shaper }: Weight): Told {
  let line: Line | undefined;
  const layout = (): unknown => {
    const glyphs = line?.glyphs ?? [];
    let pen = 0;
    const positions = glyphs.map((g) => {
      const position = { xAdvance: g.advance, yAdvance: 0, xOffset: g.x - pen, yOffset: g.y };
      pen += g.advance;
      return position;
    });
    return { glyphs: glyphs.map((g) => ({ id: g.id, advanceWidth: shaper.glyphHAdvance(g.id), codePoints: Array.from(g.text, (c) => c.codePointAt(0) as number) })), positions, advanceWidth: pen };
  };
  return { font: Object.assign(create(Buffer.from(bytes)) as Font, { layout }) as unknown as Font, tell: (l) => void (line = l) };
}
