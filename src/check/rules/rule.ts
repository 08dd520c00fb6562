/** The two languages in which hewal says what it found. */
export const LANGUAGES = ['en', 'ckb'] as const;
export type Lang = (typeof LANGUAGES)[number];
/** A text in each; what stands in braces is filled in. */
export type Said = Readonly<Record<Lang, string>>;

export const FAMILIES: Readonly<Record<string, Said>> = {
  vocabulary: { en: 'Vocabulary', ckb: 'زاراوەکان' },
  shapes: { en: 'Shapes', ckb: 'شێوەکان' },
  logic: { en: 'Logic', ckb: 'لۆژیک' },
  world: { en: 'World', ckb: 'جیهان' },
  evidence: { en: 'Evidence', ckb: 'بەڵگە' },
};

/** A rule of the gate. */
export interface Rule {
  /** `HW-` and three digits, the first of the family. */
  readonly code: string;
  readonly level: 'error' | 'warning';
  /** What it asks. */
  readonly title: Said;
  /** What a finding says. */
  readonly message: Said;
  /** The same where it is about the thing as a whole and no property. */
  readonly bare?: Said;
  /** What would mend it. */
  readonly hint: Said;
  /** The same where what the hint would name is not known. */
  readonly otherwise?: Said;
  /** Turtle that, added to the example graph (see `example.ts`), breaks the rule, and Turtle that keeps it. */
  readonly breaks: string;
  readonly keeps: string;
  /** Where the rule is tried that no graph of a few lines can show: about files, sizes, reading again. */
  readonly tried?: string;
  /** An ontology of its own, where the rule is about what ours does not have. */
  readonly ontology?: string;
}
