/** One row of cameo.tsv, filled from the row of its type; '' where there is none. */
export interface Mapping {
  readonly type: string;
  readonly rule: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly needs: '' | 'source' | 'target';
  readonly cameo: string;
  readonly planned: string;
  readonly asked: string;
  readonly ordered: string;
  readonly refused: string;
  readonly threatened: string;
  readonly takes: '' | Told;
  readonly plover: string;
  readonly mode: string;
}
/** How an event can be told inside another: what is asked for, ordered, refused or threatened. */
export const TOLD = ['asked', 'ordered', 'refused', 'threatened'] as const;
export type Told = (typeof TOLD)[number];

/** One row of codes.tsv. */
export interface Code {
  readonly code: string;
  readonly label: string;
  readonly goldstein: number;
  readonly plover: string;
  readonly mode: string;
}

/** The tables of this folder as "npm run tables" compiles them. */
export interface CodingTables {
  readonly mappings: readonly Mapping[];
  readonly codes: readonly Code[];
  /** Name of a country in English, ISO 3166-1 alpha-3. */
  readonly countries: readonly (readonly [string, string])[];
}

export interface Coding {
  /** The row for an event: its rule's own, else its type's. `undefined` for a type that is not of the ontology. */
  mapping(type: string, rule: string): Mapping | undefined;
  code(code: string): Code | undefined;
  /** ISO 3166-1 alpha-3 of a country by its name in the lists; '' where there is none. */
  country(name: string | undefined): string;
}

export function createCoding(tables: CodingTables): Coding {
  const mappings = new Map(tables.mappings.map((m) => [`${m.type} ${m.rule}`, m]));
  const codes = new Map(tables.codes.map((c) => [c.code, c]));
  const countries = new Map(tables.countries);
  return {
    mapping: (type, rule) => mappings.get(`${type} ${rule}`) ?? mappings.get(`${type} *`),
    code: (code) => codes.get(code),
    country: (name) => (name === undefined ? '' : (countries.get(name) ?? '')),
  };
}

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict: by root code, as in GDELT's data (QuadClass). */
export const quadClass = (code: string): number => {
  const root = Number(code.slice(0, 2));
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4;
};
