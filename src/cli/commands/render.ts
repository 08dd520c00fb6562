import { basename, dirname, extname, resolve } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { dayExists } from '../../graph/times.js';
import { DEFAULT_BASE, createMinter, rootOf } from '../../graph/iris.js';
import { compileLetters } from '../../language/letters.js';
import { loadTables } from '../../language/load.js';
import { UserError } from '../../model/note.js';
import { SHORT_FORMS } from '../../model/relations.js';
import { ENTITY_TYPES } from '../../model/types.js';
import { EVENT_TYPES } from '../../model/vocabulary.js';
import type { Figure, FigureFormat, FigureLang, Theme } from '../../render/index.js';
import type { Filter } from '../../viewer/model/filter.js';
import type { Reading } from '../../viewer/model/reading.js';
import { writeWhole } from '../files.js';
import { once } from '../options.js';
import { oneLine, out, printNote } from '../print.js';
import { openTarget } from '../target.js';

interface Options {
  readonly target: string;
  readonly of: 'graph' | 'timeline';
  readonly format: FigureFormat | undefined;
  readonly out: string | undefined;
  readonly entity: string | undefined;
  readonly steps: number | undefined;
  readonly article: string | undefined;
  readonly type: readonly string[] | undefined;
  readonly since: string | undefined;
  readonly until: string | undefined;
  readonly lang: FigureLang;
  readonly theme: Theme;
  readonly width: number | undefined;
  readonly scale: number | undefined;
  readonly title: string | undefined;
  readonly base: string;
}

const FORMATS = ['svg', 'png', 'pdf'] as const;

export const render: CommandModule<object, Options> = {
  command: 'render <target>',
  describe: 'Draw a graph, the surroundings of an entity, or a time line, as SVG, PNG or PDF for papers and slides',
  builder: (y: Argv) => y
    .positional('target', { type: 'string', demandOption: true, describe: 'RDF file, a folder that "hewal build" wrote, or a collection' })
    .option('of', { choices: ['graph', 'timeline'] as const, default: 'graph' as const, describe: 'what to draw' })
    .option('format', { choices: FORMATS, describe: 'format of the figure [default: that of --out, else svg]' })
    .option('out', { type: 'string', requiresArg: true, describe: 'the figure [default: hewal.svg, .png or .pdf]' })
    .option('entity', { type: 'string', requiresArg: true, describe: 'only this entity and what surrounds it: a name in any spelling, a prefixed name, or an IRI' })
    .option('steps', { type: 'number', requiresArg: true, describe: 'with --entity: how far its surroundings reach, 1 or 2 [default: 1]' })
    .option('article', { type: 'string', requiresArg: true, describe: 'only what this article says: its id or IRI' })
    .option('type', { type: 'string', array: true, nargs: 1, describe: 'only facts between these types of entities (Person …) or of these types of events and relations (Meeting …)' })
    .option('since', { type: 'string', requiresArg: true, describe: 'only what happened from this day, month or year on' })
    .option('until', { type: 'string', requiresArg: true, describe: 'only what happened until this day, month or year' })
    .option('lang', { choices: ['ckb', 'en', 'both'] as const, default: 'ckb' as const, describe: 'language; both: English under the Kurdish' })
    .option('theme', { choices: ['light', 'dark'] as const, default: 'light' as const, describe: 'colours' })
    .option('width', { type: 'number', requiresArg: true, describe: 'width in pixels (CSS); what does not fit is drawn smaller [default: as wide as it wants to be]' })
    .option('scale', { type: 'number', requiresArg: true, describe: 'PNG: points for each pixel [default: 2, less for very large figures]' })
    .option('title', { type: 'string', requiresArg: true, describe: 'another title' })
    .option('base', { type: 'string', requiresArg: true, default: DEFAULT_BASE, describe: 'IRI under which the articles were named' })
    .example('$0 render out --out figure.pdf', 'the whole graph, for a paper')
    .example('$0 render out --entity "مستەفا کازمی" --lang both --out kazimi.svg', 'one person and what surrounds him, in two languages')
    .example('$0 render out --of timeline --lang en --theme dark --width 1280 --out slide.png', 'a time line for a slide')
    .example('$0 render kb --type Person --type Meeting --since 2021', 'who met whom since 2021; writes hewal.svg')
    .epilogue('The same graph and options always give the same bytes. Exit status: 0 written, 1 nothing to draw, 2 usage, 3 something could not be read or written.') as unknown as Argv<Options>,
  handler: async (argv) => {
    process.exitCode = await run(argv);
  },
};

async function run(o: Options): Promise<number> {
  once(o, ['of', 'format', 'out', 'entity', 'steps', 'article', 'since', 'until', 'lang', 'theme', 'width', 'scale', 'title', 'base']);
  const { format, file } = written(o);
  numbers(o, format);
  const { types, kinds } = typesOf(o.type ?? []);
  const { createShaper, drawFigure, findEntity, loadFonts, writeFigure } = await import('../../render/index.js');
  const { newsOntology } = await import('../../check/ontology.js');
  const { pageData } = await import('../../viewer/index.js');
  const { around, read } = await import('../../viewer/model/reading.js');
  const fonts = loadFonts(), { letters } = loadTables();
  const quads = [];
  for await (const graph of openTarget(o.target).graphs()) for (const q of graph.quads) quads.push(q);
  const data = pageData({ quads, ontology: newsOntology().quads, letters, base: rootOf(o.base) }), reading = read(data);
  const entity = o.entity === undefined ? undefined : findEntity(reading, o.entity, '--entity');
  const filter: Filter = {
    types, kinds, status: [], confidence: 0, since: o.since, until: o.until, article: o.article === undefined ? undefined : articleIn(reading, o.article, createMinter(o.base, compileLetters(letters)).article),
    among: entity === undefined ? undefined : o.of === 'timeline' ? [entity] : around(reading, entity, o.steps ?? 1),
  };
  const figure = drawFigure(data, { of: o.of, lang: o.lang, theme: o.theme, filter, ...(o.width === undefined ? {} : { width: o.width }), ...(o.title === undefined ? {} : { title: o.title }) }, createShaper(fonts));
  if (figure.empty) {
    out(`Nothing to draw: no ${o.of === 'timeline' ? 'dated event' : 'fact'} of ${oneLine(o.target)} is asked for.`);
    return 1;
  }
  await writeWhole(dirname(resolve(file)), basename(file), await writeFigure(figure, fonts, format, o.scale));
  tell(figure, o, file);
  return 0;
}

function tell({ scene, zoom, entities, facts, events, missing }: Figure, o: Options, file: string): void {
  const size = `${Math.round(scene.width * zoom)} × ${Math.round(scene.height * zoom)} pixels`;
  out(o.of === 'timeline' ? `${events} dated events; ${size}` : `${entities} entities, ${facts} facts; ${size}`);
  out(`  written: ${oneLine(file)}`);
  const told = missing.slice(0, 8).map((c) => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
  if (missing.length > 0) printNote({ code: 'font', level: 'warning', message: `${missing.length} character(s) have no letter in the font: ${told}${missing.length > 8 ? ' …' : ''}`, hint: 'a box stands for each of them' });
}

/** The format and the file; the one follows from the other. */
function written(o: Options): { readonly format: FigureFormat; readonly file: string } {
  const end = o.out === undefined ? undefined : extname(o.out).slice(1).toLowerCase();
  const ends = FORMATS.find((f) => f === end);
  if (o.out !== undefined && ends === undefined) throw new UserError(`"${o.out}" is no name of a figure`, `for example --out figure.${o.format ?? 'svg'}`, '--out');
  if (o.format !== undefined && ends !== undefined && o.format !== ends) throw new UserError(`--format says ${o.format}, --out says ${ends}`, `leave out --format, or write --out ${basename(o.out as string, extname(o.out as string))}.${o.format}`, '--format');
  const format = o.format ?? ends ?? 'svg';
  return { format, file: o.out ?? `hewal.${format}` };
}

const LEAST_WIDTH = 320, MOST_WIDTH = 20_000;

function numbers(o: Options, format: FigureFormat): void {
  if (o.steps !== undefined && o.entity === undefined) throw new UserError('--steps is for --entity', 'say whose surroundings are wanted: --entity NAME', '--steps');
  if (o.steps !== undefined && o.of === 'timeline') throw new UserError('--steps is for graphs', 'a time line has the events in which the entity takes part', '--steps');
  if (o.steps !== undefined && o.steps !== 1 && o.steps !== 2) throw new UserError('--steps wants 1 or 2', 'for example --steps 2', '--steps');
  if (o.scale !== undefined && format !== 'png') throw new UserError('--scale is for PNG', `a figure in ${format} is sharp at any size`, '--scale');
  if (o.scale !== undefined && !(o.scale >= 0.1 && o.scale <= 10)) throw new UserError('--scale wants a number from 0.1 to 10', 'for example --scale 2', '--scale');
  if (o.width !== undefined && !(Number.isInteger(o.width) && o.width >= LEAST_WIDTH && o.width <= MOST_WIDTH)) throw new UserError('--width wants pixels', `a whole number from ${LEAST_WIDTH} to ${MOST_WIDTH}, for example --width 1200`, '--width');
  for (const name of ['since', 'until'] as const) {
    const day = o[name];
    if (day !== undefined && !dayExists(`${day}${'-01-01'.slice(day.length === 4 ? 0 : day.length === 7 ? 3 : 6)}`)) throw new UserError(`"${day}" is no day, month or year`, 'write it as YYYY-MM-DD, YYYY-MM or YYYY', `--${name}`);
  }
}

/** Types of entities and types of events and relations. */
function typesOf(asked: readonly string[]): { readonly types: readonly string[]; readonly kinds: readonly string[] } {
  const kinds = [...new Set<string>([...EVENT_TYPES, ...SHORT_FORMS.map((d) => d.of)])].sort();
  for (const t of asked) if (!ENTITY_TYPES.some((e) => e === t) && !kinds.includes(t)) throw new UserError(`"${t}" is no type`, `entities: ${ENTITY_TYPES.join(', ')}; events and relations: ${kinds.join(', ')}`, '--type');
  return { types: asked.filter((t) => ENTITY_TYPES.some((e) => e === t)), kinds: asked.filter((t) => kinds.includes(t)) };
}

function articleIn({ data }: Reading, asked: string, iri: (id: string) => string): number {
  const found = data.articles.findIndex((a) => a.iri === asked || a.iri === iri(asked));
  if (found < 0) throw new UserError(`the graph has no article "${asked}"`, `for example ${data.articles.slice(0, 3).map((a) => `--article ${a.iri}`).join(' or ') || 'build a graph first'}`, '--article');
  return found;
}
