import { DataFactory, termFromId, Writer } from 'n3';
import type { NamedNode, Term } from 'n3';
import { NEWS } from '../../model/vocabulary.js';
import { eventIri, termOf, thingIri } from './iris.js';
import type { PageData, PageEvent, PageLink } from './types.js';

const iri = (value: string): NamedNode => DataFactory.namedNode(value);
/** Whether a text can be written as an IRI. */
const isIri = (value: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(value);

/** A fact and everything that is said of the events behind it, as Turtle. */
export function factTurtle(data: PageData, link: PageLink): string {
  const writer = new Writer({ format: 'text/turtle', prefixes: { ...data.prefixes } });
  const from = thingIri(data, link.from), to = thingIri(data, link.to);
  if (link.direct && isIri(from) && isIri(to)) writer.addQuad(iri(from), iri(NEWS + link.property), iri(to));
  for (const e of link.events) addEvent(writer, data, data.events[e] as PageEvent);
  return finished(writer);
}

/** Everything that is said of one event, as Turtle. */
export function eventTurtle(data: PageData, event: PageEvent): string {
  const writer = new Writer({ format: 'text/turtle', prefixes: { ...data.prefixes } });
  addEvent(writer, data, event);
  return finished(writer);
}

function addEvent(writer: Writer, data: PageData, event: PageEvent): void {
  for (let i = 0; i < event.says.length; i += 2) {
    const term = termFromId(termOf(data, event.says[i + 1] as number)) as Term;
    if (term.termType === 'NamedNode' || term.termType === 'Literal') writer.addQuad(iri(eventIri(data, event)), iri(termOf(data, event.says[i] as number)), term);
  }
}

/** Only the prefixes that are used. */
function finished(writer: Writer): string {
  let text = '';
  writer.end((_, result: string) => (text = result));
  const [head, body] = split(text);
  return `${head.filter((line) => body.includes(`${/^@prefix (\S+)/.exec(line)?.[1] ?? ' '}`)).join('\n')}\n\n${body.trim()}\n`;
}

function split(text: string): [head: string[], body: string] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => !line.startsWith('@prefix'));
  return [lines.slice(0, at), lines.slice(at).join('\n')];
}
