import type { NameType } from '../language/names.js';

/** What an entity of a Wikidata JSON dump says that a name list can use. */
export interface WikidataItem {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly english: string;
  /** Values of "instance of" (P31): those of the best rank, in their order. */
  readonly classes: readonly string[];
}

/** Languages of a label that is Central Kurdish, the better first. */
const KURDISH = ['ckb', 'ku-arab'] as const;

/** Classes of Wikidata whose instances are names of a type. Only classes that are certain: an instance of another is left out, never guessed. */
const CLASSES: Readonly<Record<NameType, readonly string[]>> = {
  // human
  Person: ['Q5'],
  Organization: [
    'Q43229', 'Q7210356', 'Q7278', 'Q48204', 'Q178790', // organization, political organization, political party, association, trade union
    'Q7188', 'Q640506', 'Q192350', 'Q327333', 'Q47913', // government, cabinet, ministry, government agency, intelligence agency
    'Q35749', 'Q11204', 'Q41487', 'Q190752', // parliament, legislature, court, supreme court
    'Q772547', 'Q37726', 'Q176799', 'Q17149090', 'Q35535', // armed forces, army, military unit, armed organization, police
    'Q484652', 'Q245065', 'Q163740', 'Q79913', // international, intergovernmental, nonprofit, non-governmental organization
    'Q4830453', 'Q783794', 'Q6881511', 'Q891723', 'Q22687', 'Q46970', // business, company, enterprise, public company, bank, airline
    'Q3918', 'Q2385804', 'Q3914', 'Q31855', // university, educational institution, school, research institute
    'Q192283', 'Q11032', 'Q1616075', 'Q2001305', 'Q14350', // news agency, newspaper, television station, television channel, radio station
    'Q847017', 'Q476028', 'Q12973014', 'Q6979593', // sports club, football club, sports team, national football team
  ],
  Place: [
    'Q6256', 'Q3624078', 'Q7275', 'Q5107', 'Q82794', 'Q1620908', // country, sovereign state, state, continent, geographic region, historical region
    'Q56061', 'Q10864048', 'Q13220204', 'Q13221722', 'Q149621', 'Q107390', 'Q35657', // administrative unit, its first, second, third level, district, federated state, U.S. state
    'Q841753', 'Q1344695', 'Q48336', 'Q1147395', 'Q517351', // governorate of Iraq, province of Iran, province and district of Turkey, governorate of Syria
    'Q486972', 'Q515', 'Q1549591', 'Q1637706', 'Q5119', 'Q3957', 'Q532', 'Q15284', 'Q123705', 'Q2983893', // settlement, city, big city, city of millions, capital, town, village, municipality, neighbourhood, quarter
    'Q8502', 'Q46831', 'Q4022', 'Q23397', 'Q165', 'Q9430', 'Q23442', 'Q34763', 'Q37901', 'Q8514', 'Q39816', // mountain, range, river, lake, sea, ocean, island, peninsula, strait, desert, valley
    'Q41176', 'Q1248784', 'Q12323', 'Q12280', 'Q32815', 'Q483110', 'Q839954', 'Q79007', // building, airport, dam, bridge, mosque, stadium, archaeological site, street
  ],
};
const TYPE_OF: ReadonlyMap<string, NameType> = new Map(Object.entries(CLASSES).flatMap(([type, list]) => list.map((c) => [c, type as NameType] as const)));

/** The type of an item by its classes: a human is a person whatever else it is; otherwise the first class that is known speaks. */
export function typeOf(classes: readonly string[]): NameType | undefined {
  if (classes.includes('Q5')) return 'Person';
  return TYPE_OF.get(classes.find((c) => TYPE_OF.has(c)) ?? '');
}

/** Cheap look at a line of a dump: most entities have no Kurdish label and need not be parsed. */
export const mayBeKurdish = (line: string): boolean => KURDISH.some((l) => line.includes(`"${l}"`));

/** Reads an entity. A string says why it is no item of a name list, `undefined` that it is no entity at all. */
export function readItem(json: unknown): WikidataItem | 'not an item' | 'no label in Central Kurdish' | undefined {
  const e = record(json);
  const id = e?.['id'];
  if (!e || typeof id !== 'string' || !/^[A-Z]\d/.test(id)) return undefined;
  if (!/^Q[1-9]\d{0,11}$/.test(id)) return 'not an item';
  const labels = record(e['labels']);
  const label = KURDISH.map((l) => valueOf(labels?.[l])).find((v) => v !== undefined && v.trim() !== '');
  if (label === undefined) return 'no label in Central Kurdish';
  const aliases = record(e['aliases'])?.['ckb'];
  return {
    id, label, english: valueOf(labels?.['en']) ?? '', classes: classesOf(record(e['claims'])?.['P31']),
    aliases: Array.isArray(aliases) ? aliases.flatMap((a) => valueOf(a) ?? []) : [],
  };
}

function classesOf(statements: unknown): string[] {
  if (!Array.isArray(statements)) return [];
  const normal: string[] = [], preferred: string[] = [];
  for (const s of statements) {
    const statement = record(s);
    const id = record(record(record(statement?.['mainsnak'])?.['datavalue'])?.['value'])?.['id'];
    if (typeof id !== 'string' || statement?.['rank'] === 'deprecated') continue;
    (statement?.['rank'] === 'preferred' ? preferred : normal).push(id);
  }
  return preferred.length > 0 ? preferred : normal;
}

/** Dumps write empty maps as []: those hold nothing. */
const record = (v: unknown): Readonly<Record<string, unknown>> | undefined => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Record<string, unknown>) : undefined);

const valueOf = (v: unknown): string | undefined => {
  const value = record(v)?.['value'];
  return typeof value === 'string' ? value : undefined;
};
