import { EVIDENCE } from './evidence.js';
import { LOGIC } from './logic.js';
import type { Rule } from './rule.js';
import { SHAPES } from './shapes.js';
import { VOCABULARY } from './vocabulary.js';
import { WORLD } from './world.js';

/** Every rule of the gate by its family, in the order of their numbers. */
export const RULES: Readonly<Record<string, readonly Rule[]>> = { vocabulary: VOCABULARY, shapes: SHAPES, logic: LOGIC, world: WORLD, evidence: EVIDENCE };
const BY_CODE = new Map(Object.values(RULES).flat().map((r) => [r.code, r]));

/** Throws for a code that no rule has: findings are made by the program only. */
export function ruleOf(code: string): Rule {
  const rule = BY_CODE.get(code);
  if (!rule) throw new Error(`no rule ${code}`);
  return rule;
}

export { FAMILIES, LANGUAGES, type Lang, type Rule } from './rule.js';
