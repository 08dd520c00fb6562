// Figures: letters, layout, the three formats. The command: render-command.test.ts. What they look like was looked at: docs/render.md.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { DataFactory, Parser, type Quad } from 'n3';
import { SaxesParser } from 'saxes';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { newsOntology } from '../src/check/ontology.js';
import { DEFAULT_BASE } from '../src/graph/iris.js';
import { loadTables } from '../src/language/load.js';
import { UserError } from '../src/model/note.js';
import { news } from '../src/model/vocabulary.js';
import { createEngine } from '../src/pipeline.js';
import { createShaper, drawFigure, findEntity, loadFonts, writeFigure, type Ask, type Figure } from '../src/render/index.js';
import { PALETTES } from '../src/render/palette.js';
import { textsOf, type Mark, type Shape } from '../src/render/scene.js';
import { clean } from '../src/render/text/clean.js';
import { wrap } from '../src/render/text/wrap.js';
import { toSvg } from '../src/render/write/svg.js';
import { pageData, type PageData } from '../src/viewer/index.js';
import { NO_FILTER, select } from '../src/viewer/model/filter.js';
import { around, read } from '../src/viewer/model/reading.js';
import { HOSTILE } from './support/hostile-strings.js';
import { largeGraph } from './support/large-graph.js';

const tables = loadTables(), fonts = loadFonts(), shaper = createShaper(fonts);
const make = (quads: readonly Quad[]): PageData => pageData({ quads, ontology: newsOntology().quads, letters: tables.letters, base: DEFAULT_BASE });
const PLAIN: Ask = { of: 'graph', lang: 'ckb', theme: 'light' };
const anew = (data: PageData, ask: Partial<Ask> = {}): Figure => drawFigure(data, { ...PLAIN, ...ask }, createShaper(fonts));
const drawn = new Map<PageData, Map<string, Figure>>();
/** The same, once: laying out takes seconds. */
function draw(data: PageData, ask: Partial<Ask> = {}): Figure {
  const known = drawn.get(data) ?? new Map<string, Figure>(), key = JSON.stringify(ask), figure = known.get(key) ?? anew(data, ask);
  drawn.set(data, known.set(key, figure));
  return figure;
}
const seed = make(new Parser().parse(readFileSync(new URL('../out/graph.nq', import.meta.url), 'utf8')));
const SIZES = [10, 200, 2000] as const;
const graphs = new Map(SIZES.map((n) => [n, make(largeGraph(n, Math.round(n * 1.6)))]));
const graph = (n: (typeof SIZES)[number]): PageData => graphs.get(n) as PageData;
const engine = createEngine(tables);
const own = make([
  { id: 'own', published: '2024-05-10', text: 'نێچیرڤان بارزانی دوێنێ لە هەولێر لەگەڵ جۆ بایدن کۆبووەوە. جۆ بایدن سەردانی بەغدا ناکات.' },
  { id: 'two', published: '2024-05-11', text: 'مستەفا کازمی گوتی: "سەرۆکی فەرەنسا سبەی سەردانی بەغدا دەکات".' },
].flatMap((a) => engine.quads(engine.read(a)) as Quad[]));

const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const svgOf = async (figure: Figure): Promise<string> => (await writeFigure(figure, fonts, 'svg')) as string;
const pdfOf = async (figure: Figure): Promise<Uint8Array> => (await writeFigure(figure, fonts, 'pdf')) as Uint8Array;
const wordsOf = (figure: Figure): string[] => [...textsOf(figure.scene.marks)].map((t) => t.line.text);
function* shapesOf(marks: readonly Mark[]): Generator<Shape> {
  for (const m of marks) if (m.kind === 'shape') yield m;
    else if (m.kind === 'group') yield* shapesOf(m.marks);
}

describe('letters', () => {
  const names = (text: string): string[] => shaper.line(text).glyphs.map((g) => fonts.regular.font.glyphName(g.id));

  it('join, from the last to the first: what stands left on paper comes first', () => {
    // noon isolated, alef final after teh initial, seen … : Unicode's presentation forms are the names of the glyphs
    expect(names('کوردستان')).toEqual(['uni0646', 'uniFE8E', 'uniFE98.long', 'uniFEB3', 'uni062F', 'uni0631', 'uniFEEE', 'uniFB90']);
    // initial, medial, final of one letter; the Kurdish vowels and ڵ, ڕ, ڤ
    expect(names('ببب')).toEqual(['uniFE90', 'uniFE92', 'uniFE91']);
    for (const [word, forms] of [['گەل', 3], ['ێ', 1], ['ڤێن', 3], ['گوڵ', 3], ['ژن', 2]] as const) {
      expect(names(word), word).toHaveLength(forms);
      expect(shaper.line(word).missing).toEqual([]);
    }
    // joined, a letter is another glyph than alone
    for (const c of 'بتسشعفقکگلمنهیێڵڤپچجحخ') expect(new Set(names(`${c}${c}${c}`)).size, c).toBe(3);
  });

  it('lam and alef are one glyph, and a non-joiner keeps letters apart', () => {
    expect(names('لا')).toHaveLength(1);
    expect(names('ڵا')).toHaveLength(1);
    expect(shaper.line('ڵا').glyphs.map((g) => g.text)).toEqual(['ڵا']);
    expect(names('ب\u200cب').filter((n) => n === 'uni0628' || n === 'uniFE8F')).toHaveLength(2);
  });

  it.each([
    ['کۆبوونەوەی G20 لە ٢٠٢٤', ['٢٠٢٤', ' ', 'ەل', ' ', 'G20', ' ', 'یەوەنووبۆک']],
    // the first letter says the direction
    ['Rudaw لە هەولێر', ['Rudaw ', 'رێلوەه ەل']],
    ['لە Rudaw بوو', ['ووب', ' Rudaw ', 'ەل']],
    ['(کازمی)', ['(یمزاک)']],
    ['Met کازمی today', ['Met ', 'یمزاک', ' today']],
    ['١٧ی تەممووز', ['زووممەت ی', '١٧']],
  ])('of %s stand as they are read', (text, parts) => {
    // brackets are mirrored by the font, so that what is told of them stays the character of the text
    const seen = shaper.line(text).glyphs.map((g) => (Array.from(g.text).length > 1 ? Array.from(g.text).reverse().join('') : g.text)).join('');
    expect(seen.replace(/[()]/g, '|')).toBe(parts.join('').replace(/[()]/g, '|'));
  });

  it('brackets turn with the direction', () => {
    const glyph = (text: string, at: number): string | undefined => names(text).at(at);
    expect([glyph('(ب)', 0), glyph('(ب)', -1)]).toEqual([glyph('(b)', 0), glyph('(b)', -1)]);
  });

  it('that the font has not are told', () => {
    expect(shaper.line('هەولێر 🙂 漢').missing).toEqual(['🙂', '漢']);
  });

  it('of all that the ontology calls things are in the font', () => {
    for (const { ckb = '', en = '' } of Object.values(seed.words)) expect([ckb, en, shaper.line(`${ckb} ${en}`).missing]).toEqual([ckb, en, []]);
  });
});

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }), fc.array(fc.constantFrom('کوردستان', 'هەولێر', 'Erbil', '٢٠٢٤', '\u200f', '\u202e', '\n', '(', ')', '12'), { maxLength: 14 }).map((w) => w.join(' ')));

describe('lines', () => {
  it('are clean: nothing in them hides, turns direction, or is none of XML; and cleaning ends', () => {
    fc.assert(fc.property(text, (t) => {
      const c = clean(t);
      expect(c).not.toMatch(/\p{Cc}|[\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|\p{M}{5}/u);
      expect(c.isWellFormed()).toBe(true);
      expect(clean(c)).toBe(c);
    }), { numRuns: 300 });
  });

  it('fit, and say all of a text or an ellipsis', () => {
    fc.assert(fc.property(text, fc.integer({ min: 30, max: 400 }), fc.integer({ min: 1, max: 4 }), (t, width, lines) => {
      const found = wrap(shaper, t, { size: 16, width, lines });
      expect(found.length).toBeLessThanOrEqual(lines);
      // one letter is never cut: it may be wider than all the room
      for (const l of found) if (Array.from(l.text).length > 3) expect(l.width * 16).toBeLessThanOrEqual(width + 0.01);
      const said = found.map((l) => l.text).join('');
      if (!said.endsWith('…')) expect(said.replaceAll(' ', '')).toBe(clean(t).replaceAll(' ', ''));
      expect(found.length === 0).toBe(clean(t) === '');
    }), { numRuns: 300 });
  });

  it('of a megabyte are looked at only as far as they can be shown', () => {
    const found = wrap(shaper, 'هەولێر '.repeat(150_000), { size: 16, width: 200, lines: 2 });
    expect(found).toHaveLength(2);
    expect(found[1]?.text).toMatch(/…$/);
    expect(wrap(shaper, 'ب'.repeat(1_000_000), { size: 16, width: 200, lines: 2 })).toHaveLength(2);
  });
});

describe('a figure', () => {
  it.each(SIZES)('of %i entities gives the same bytes each time, in every format', async (n) => {
    const [a, b] = [draw(graph(n)), anew(graph(n))];
    for (const format of ['svg', 'png', 'pdf'] as const) {
      // small, for the sake of time: the larger ones go the same way
      const scale = n === 10 ? 1 : 0.25;
      expect(hash(await writeFigure(a, fonts, format, scale)), format).toBe(hash(await writeFigure(b, fonts, format, scale)));
    }
  });

  it.each(SIZES)('of %i entities has no words over others, and all inside', (n) => {
    const { boxes, scene } = draw(graph(n));
    expect(boxes.length).toBeGreaterThan(n / 2);
    const sorted = [...boxes].sort((a, b) => a.x - b.x);
    sorted.forEach((a, i) => {
      for (let j = i + 1; j < sorted.length && (sorted[j] as typeof a).x < a.x + a.width - 0.01; j++) {
        const b = sorted[j] as typeof a;
        expect(a.y + a.height <= b.y + 0.01 || b.y + b.height <= a.y + 0.01, JSON.stringify([a, b])).toBe(true);
      }
    });
    for (const b of boxes) expect(Math.min(b.x, b.y) >= 0 && b.x + b.width <= scene.width && b.y + b.height <= scene.height).toBe(true);
  });

  it('of few says every name and every fact; of many names communities in large and almost everything in small', () => {
    const few = wordsOf(draw(graph(10), { lang: 'en' })).join(' ');
    for (let i = 0; i < 10; i++) expect(few).toContain(`Name ${i}`);
    for (const word of ['attacks', 'hosts', 'calls']) expect(few).toContain(word);
    const many = draw(graph(2000), { lang: 'en' }), texts = [...textsOf(many.scene.marks)].filter((t) => t.line.text.startsWith('Name '));
    expect(new Set(texts.map((t) => t.line.text)).size).toBeGreaterThan(1800);
    expect(texts.filter((t) => t.line.bold && t.size >= 11).length).toBeGreaterThan(8);
    // a PNG has the large ones only
    const words = (least: number): number => toSvg(many.scene, fonts, { zoom: 1, words: true, least }).match(/<text /g)?.length ?? 0;
    expect(words(7)).toBeGreaterThan(10);
    expect(words(7)).toBeLessThan(words(0) * 0.7);
  });

  it('draws what the page draws: planned dashed, negated struck, possible dotted, and says in its legend what there is', () => {
    const figure = draw(own, { lang: 'en' }), shapes = [...shapesOf(figure.scene.marks)], words = wordsOf(figure);
    expect(figure.facts).toBe(select(read(own), NO_FILTER).links.length);
    expect(shapes.some((s) => s.dash !== undefined)).toBe(true);
    expect(words.filter((w) => ['planned', 'negated', 'possible', 'somebody says so', 'person', 'place'].includes(w)).sort()).toEqual(['negated', 'person', 'place', 'planned', 'somebody says so']);
    const plain = draw(make(largeGraph(4, 2)), { lang: 'en' });
    expect(wordsOf(plain).filter((w) => ['possible', 'somebody says so'].includes(w))).toEqual([]);
    // a negated fact: a stroke through its line and through its words
    const struck = (all: Iterable<Shape>): number => [...all].filter((s) => s.stroke === PALETTES.light.edge && s.width === 2).length;
    expect(struck(shapes)).toBeGreaterThan(1);
  });

  it('has the colours of the reading room', () => {
    const css = readFileSync(new URL('../src/viewer/page/style.css', import.meta.url), 'utf8');
    const [light = '', dark = ''] = css.split('[data-theme="dark"]');
    for (const [theme, source] of [['light', light], ['dark', dark]] as const) {
      const value = (name: string): string | undefined => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(source)?.[1];
      const { types, paper, ...rest } = PALETTES[theme];
      expect(paper).toBe(value('surface'));
      for (const [name, colour] of Object.entries(rest)) expect(colour, name).toBe(value(name));
      for (const [type, pair] of Object.entries(types)) expect(pair, type).toEqual({ ink: value(`${(type || 'none').toLowerCase()}-ink`), ground: value(`${(type || 'none').toLowerCase()}-bg`) });
    }
  });

  it('of an entity shows its surroundings as the page does', () => {
    const reading = read(seed), n = findEntity(reading, 'Mustafa al-Kadhimi', '--entity');
    for (const steps of [1, 2]) {
      const filter = { ...NO_FILTER, among: around(reading, n, steps) }, found = select(reading, filter), figure = draw(seed, { filter, lang: 'en' });
      expect([figure.entities, figure.facts]).toEqual([found.entities.length + found.alone.length, found.links.length]);
      expect(figure.scene.title).toBe('Around Mustafa al-Kadhimi');
      // every name has its card
      for (const e of found.entities) expect(wordsOf(figure).join(' ').replaceAll('…', '')).toContain((seed.entities[e]?.name.en ?? '').split(' ')[0]);
    }
  });

  it('keeps to the width that was asked for', () => {
    for (const width of [400, 900, 1600]) {
      const { scene, zoom } = draw(own, { width });
      expect(scene.width * zoom).toBeCloseTo(width, 6);
      expect(zoom).toBeLessThanOrEqual(1);
    }
  });

  it('in two languages says both', () => {
    const words = wordsOf(draw(seed, { lang: 'both' }));
    for (const w of ['مستەفا کازمی', 'Mustafa al-Kadhimi', 'meets · 15 July 2021', `${seed.entities.length} entities, ${seed.links.length} facts`]) expect(words).toContain(w);
  });

  it('with too many facts for words is a map', () => {
    const figure = draw(make(largeGraph(120, 1500)));
    expect(figure.facts).toBeGreaterThan(900);
    expect(wordsOf(figure)).toContain('کۆمەڵە: ناوی ناسراوترین ئەندامی');
  });
});

describe('a time line', () => {
  it('has the dated events in their order, from the side where the reader begins', () => {
    for (const lang of ['ckb', 'en'] as const) {
      const figure = draw(seed, { of: 'timeline', lang }), words = wordsOf(figure);
      const days = lang === 'ckb' ? ['٢٠ی کانوونی دووەمی ٢٠٢١', '١٥ی تەممووزی ٢٠٢١', '٢٦ی تەممووزی ٢٠٢١'] : ['20 January 2021', '15 July 2021', '26 July 2021'];
      expect(words.filter((w) => days.includes(w))).toEqual(days);
      expect(figure.events).toBe(seed.events.filter((e) => e.kind === 'event' && e.time !== undefined).length);
      const dates = [...textsOf(figure.scene.marks)].filter((t) => days.includes(t.line.text));
      const sides = dates.map((t) => (lang === 'ckb' ? Math.round(t.x + t.line.width * t.size) : t.x));
      expect(new Set(sides).size).toBe(1);
      expect((sides[0] as number) > figure.scene.width / 2).toBe(lang === 'ckb');
    }
  });

  it('of very many events counts them', () => {
    const figure = draw(graph(200), { of: 'timeline', lang: 'en' }), words = wordsOf(figure);
    expect(figure.events).toBeGreaterThan(80);
    expect(words.filter((w) => /^20\d\d$/.test(w))).toEqual([...new Set(words.filter((w) => /^20\d\d$/.test(w)))].sort());
    expect(words.filter((w) => /^\d+$/.test(w) && !/^20\d\d$/.test(w)).reduce((sum, w) => sum + Number(w), 0)).toBe(figure.events);
  });
});

/** Reads XML with another parser; throws where it is none. */
function xml(source: string): { readonly elements: { name: string; attributes: Record<string, string> }[]; readonly texts: string[] } {
  const elements: { name: string; attributes: Record<string, string> }[] = [], texts: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (e) => {
    throw e;
  });
  parser.on('opentag', (t) => elements.push({ name: t.name, attributes: t.attributes as Record<string, string> }));
  parser.on('text', (t) => texts.push(t));
  parser.write(source).close();
  return { elements, texts };
}

const { literal, namedNode, quad } = DataFactory;
const LABEL = namedNode('http://www.w3.org/2000/01/rdf-schema#label'), TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
/** Hostile strings as names, as what is said, as dates, titles and IRIs. */
const hostile = make(HOSTILE.flatMap((h, i) => {
  const thing = namedNode(`https://x.test/${encodeURIComponent(h.toWellFormed())}/${i}`), next = namedNode(`https://x.test/next/${i}`), event = namedNode(`https://x.test/a#event-${i}`), article = namedNode('https://x.test/a');
  return [
    quad(thing, TYPE, namedNode(news(i % 2 ? 'Person' : 'Place'))), quad(thing, LABEL, literal(h.toWellFormed(), i % 3 ? 'ckb' : 'en')), quad(next, LABEL, literal(`${h.toWellFormed()} ${'x'.repeat(i === 7 ? 1_000_000 : 3)}`, 'ckb')),
    quad(thing, namedNode(news('meets')), next), quad(article, TYPE, namedNode(news('Article'))), quad(article, namedNode(news('title')), literal(HOSTILE[7] as string)),
    quad(event, TYPE, namedNode(news('Meeting'))), quad(event, namedNode(news('time')), literal(i % 5 === 0 ? h.toWellFormed() : `2024-05-${10 + (i % 18)}`)), quad(event, namedNode(news('participant')), thing), quad(event, namedNode(news('status')), namedNode(news('asserted'))),
  ];
}));

describe('SVG', () => {
  const figures = (): [string, Figure][] => [['seed', draw(seed)], ['both, dark', draw(own, { lang: 'both', theme: 'dark' })], ['time line', draw(seed, { of: 'timeline' })], ['hostile', draw(hostile, { title: HOSTILE.join(' ') })], ['hostile time line', draw(hostile, { of: 'timeline', lang: 'en' })], ['map', draw(graph(2000))]];

  it('is well-formed, needs nothing from elsewhere, runs nothing', async () => {
    for (const [what, figure] of figures()) {
      const svg = await svgOf(figure), { elements } = xml(svg);
      expect([...new Set(elements.map((e) => e.name))].sort(), what).toEqual(['defs', 'desc', 'g', 'path', 'rect', 'svg', 'text', 'title', 'use']);
      expect(svg).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
      const ids = elements.flatMap((e) => (e.attributes['id'] === undefined ? [] : [e.attributes['id']]));
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(ids);
      for (const { attributes } of elements) for (const [name, value] of Object.entries(attributes)) {
        if (name.endsWith('href')) expect(known.has(value.slice(1)) && value.startsWith('#'), value).toBe(true);
        else if (!name.startsWith('xmlns')) expect(value).not.toMatch(/url\(|:\/\/|NaN|Infinity|undefined/);
        expect(name).not.toMatch(/^on|style/);
      }
    }
  });

  it('keeps the words: to be selected, read aloud, and told in a title and a description', async () => {
    const figure = draw(seed), { texts, elements } = xml(await svgOf(figure));
    for (const word of ['مستەفا کازمی', 'جۆ بایدن', 'سەرۆکوەزیرانی']) expect(texts).toContain(word);
    expect(texts.join('\n')).toContain('مستەفا کازمی · سەرۆکوەزیرانی · عێراق');
    const root = elements[0]?.attributes ?? {};
    expect([root['role'], root['xml:lang']]).toEqual(['img', 'ckb']);
    // the words lie where the letters are, as wide as they are
    const t = [...textsOf(figure.scene.marks)].find((x) => x.line.text === 'مستەفا کازمی');
    const e = elements.find((x) => x.name === 'text' && Number(x.attributes['font-size']) === t?.size && x.attributes['textLength'] === String(Math.round((t?.line.width ?? 0) * (t?.size ?? 0) * 100) / 100));
    expect(e?.attributes['direction']).toBe('rtl');
  });
});

describe('PNG', () => {
  it('has the size that was asked for, and pictures in it', async () => {
    for (const [scale, ask] of [[1, {}], [2, {}], [0.5, { width: 600 }]] as const) {
      const figure = draw(own, ask), png = (await writeFigure(figure, fonts, 'png', scale)) as Uint8Array, view = Buffer.from(png);
      expect(view.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      expect([view.readUInt32BE(16), view.readUInt32BE(20)]).toEqual([Math.round(figure.scene.width * figure.zoom * scale), expect.closeTo(figure.scene.height * figure.zoom * scale, -0.3)]);
      const kinds: string[] = [], data: Buffer[] = [];
      for (let at = 8; at < view.length; at += 12 + view.readUInt32BE(at)) {
        kinds.push(view.toString('latin1', at + 4, at + 8));
        if (kinds.at(-1) === 'IDAT') data.push(view.subarray(at + 8, at + 8 + view.readUInt32BE(at)));
      }
      // no date, no comment
      expect([...new Set(kinds)]).toEqual(['IHDR', 'IDAT', 'IEND']);
      expect(new Set(inflateSync(Buffer.concat(data))).size).toBeGreaterThan(50);
    }
  });

  it('without a scale is no larger than it can be, with one says so', async () => {
    const huge = { ...draw(own), zoom: 60 };
    await expect(writeFigure(huge, fonts, 'png', 10)).rejects.toThrow(UserError);
  });
});

describe('PDF', () => {
  const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

  it('opens elsewhere, with title, language, words, and what it shows told in words', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await pdfOf(draw(seed, { lang: 'both' }))));
    const { info } = await pdf.getMetadata(), page = await pdf.getPage(1);
    expect(pdf.numPages).toBe(1);
    expect(info).toMatchObject({ Title: 'Rudaw، ١٧ی تەممووزی ٢٠٢١', Language: 'ckb', Creator: 'hewal' });
    const strings = (await page.getTextContent()).items.map((i: object) => ('str' in i ? i.str : ''));
    for (const word of ['مستەفا کازمی', 'Mustafa al-Kadhimi', 'کۆدەبێتەوە لەگەڵ']) expect(strings).toContain(word);
    expect(JSON.stringify(await page.getStructTree())).toContain('مستەفا کازمی · سەرۆکوەزیرانی · عێراق');
  });

  it('holds its fonts, no picture, no date and nothing that runs', async () => {
    const source = latin(await pdfOf(draw(seed)));
    expect(source.startsWith('%PDF-1.7')).toBe(true);
    expect(source.match(/\/FontFile2/g)).toHaveLength(2);
    expect(source.match(/CreationDate|ModDate|\(D:|\/Subtype \/Image|JavaScript|\/OpenAction|\/URI|\/Metadata/)).toBeNull();
  });

  it('takes hostile names and titles as words', async () => {
    for (const of of ['graph', 'timeline'] as const) {
      const title = `${HOSTILE[1]} (\\) ]]> >> endobj`, bytes = await pdfOf(draw(hostile, { of, title })), pdf = await getDocumentProxy(new Uint8Array(bytes));
      expect((await pdf.getMetadata()).info).toMatchObject({ Title: clean(title) });
      expect((await (await pdf.getPage(1)).getTextContent()).items.length).toBeGreaterThan(50);
    }
  });
});

describe('an entity is found', () => {
  const KAZIMI = `${seed.prefixes['person']}mustafa-al-kadhimi`;
  const reading = read(seed), name = (n: number): string | undefined => seed.entities[n]?.name.en;
  it.each(['مستەفا کازمی', 'مستەفا كازمي', ' مستەفا  کازمی ', 'Mustafa al-Kadhimi', 'mustafa AL-KADHIMI', 'person:mustafa-al-kadhimi', KAZIMI, `<${KAZIMI}>`])('as %s', (asked) => {
    expect(name(findEntity(reading, asked, '--entity'))).toBe('Mustafa al-Kadhimi');
  });

  it('or it is said what is near', () => {
    const fault = (asked: string): UserError => {
      try {
        findEntity(reading, asked, '--entity');
      } catch (e) {
        return e as UserError;
      }
      throw new Error('found');
    };
    expect(fault('کازم').hint).toContain('مستەفا کازمی');
    expect(fault('نییە و نابێت').hint).toContain('an IRI');
    for (const h of [...HOSTILE, '__proto__:x', 'constructor:x']) expect(fault(h)).toBeInstanceOf(UserError);
    const twins = make([1, 2].flatMap((i) => [quad(namedNode(`https://x.test/${i}`), TYPE, namedNode(news('Person'))), quad(namedNode(`https://x.test/${i}`), LABEL, literal('ئازاد', 'ckb'))]));
    expect(() => findEntity(read(twins), 'ئازاد', '--entity')).toThrow('2 entities are called "ئازاد"');
  });
});
