import type { Term } from 'n3';
import type SHACLValidator from 'rdf-validate-shacl';
import { compare, langMatches, wellFormed } from './literals.js';

type Component = NonNullable<ReturnType<SHACLValidator['shapesGraph']['getComponentWithParameter']>>;
type Check = Component['nodeValidationFunction'];
type Constraint = Parameters<Check>[2];
type Comparison = (a: Term, b: Term) => boolean;

const isLess: Comparison = (a, b) => (compare(a, b) ?? 0) < 0;
const isAtMost: Comparison = (a, b) => (compare(a, b) ?? 1) <= 0;
/** Length in characters, not in code units. */
const length = (t: Term): number => [...t.value].length;

const expressions = new Map<string, RegExp>();

/** A regular expression of XPath as one of ECMAScript. They write most things alike; flags of XPath are s, m, i, x (white space counts only in brackets) and q (nothing has a meaning). */
function expression(pattern: string, flags: string): RegExp {
  const key = `${flags} ${pattern}`;
  let found = expressions.get(key);
  if (!found) {
    const source = flags.includes('q') ? pattern.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : flags.includes('x') ? pattern.replace(/(\\.|\[(?:\\.|[^\]\\])*\])|[\t\n\r ]+/gs, '$1') : pattern;
    const same = flags.replace(/[xq]/g, '');
    try {
      found = new RegExp(source, `${same}u`);
    } catch {
      // ECMAScript forbids some escapes that XPath allows, unless it reads code units
      found = new RegExp(source, same);
    }
    expressions.set(key, found);
  }
  return found;
}

/** Puts right the components in which rdf-validate-shacl departs from the Recommendation; tests/parity has an example of each. */
export function correct(context: SHACLValidator, isA: (node: Term, type: Term) => boolean): void {
  const { sh } = context.ns;
  const component = (parameter: string): Component => context.shapesGraph.getComponentWithParameter(sh(parameter)) as Component;
  const list = (head: Term): Term[] => [...(context.$shapes.node(head as never).list() ?? [])].map((item) => item.term as Term);
  const objects = (focus: Term, predicate: Term): Term[] => [...context.$data.dataset.match(focus as never, predicate as never)].map((q) => q.object as Term);

  const each = (parameter: string, test: (value: Term, parameter: Term, constraint: Constraint) => boolean): void => {
    const check: Check = (_focus, value, constraint) => test(value as Term, constraint.getParameterValue(sh(parameter)) as Term, constraint);
    Object.assign(component(parameter), { nodeValidationFunction: check, propertyValidationFunction: check });
  };
  /** Holds every value to every value of another property. */
  const pairs = (parameter: string, test: Comparison): void => {
    component(parameter).propertyValidationFunction = (focus, _value, constraint) => {
      const others = objects(focus as Term, constraint.getParameterValue(sh(parameter)) as Term);
      return constraint.shape.getValueNodes(focus, context.$data).flatMap((value) => others.filter((o) => !test(value as Term, o)).map(() => ({ value })));
    };
  };

  each('class', isA);
  const others = component('datatype').nodeValidationFunction;
  each('datatype', (v, p, constraint) => v.termType === 'Literal' && v.datatype.value === p.value && (wellFormed(v) ?? others(v as never, v as never, constraint) !== false));
  each('minExclusive', (v, p) => isLess(p, v));
  each('minInclusive', (v, p) => isAtMost(p, v));
  each('maxExclusive', isLess);
  each('maxInclusive', isAtMost);
  each('minLength', (v, p) => v.termType !== 'BlankNode' && length(v) >= Number(p.value));
  each('maxLength', (v, p) => v.termType !== 'BlankNode' && length(v) <= Number(p.value));
  each('pattern', (v, p, constraint) => v.termType !== 'BlankNode' && expression(p.value, (constraint.getParameterValue(sh('flags')) as Term | undefined)?.value ?? '').test(v.value));
  each('languageIn', (v, p) => v.termType === 'Literal' && list(p).some((range) => langMatches(v.language, range.value)));
  pairs('lessThan', isLess);
  pairs('lessThanOrEquals', isAtMost);
  component('equals').nodeValidationFunction = (focus, _value, constraint) => {
    const others = objects(focus as Term, constraint.getParameterValue(sh('equals')) as Term);
    const missing = others.some((o) => focus.equals(o as never)) ? [] : [focus];
    return [...missing, ...others.filter((o) => !focus.equals(o as never))].map((value) => ({ value: value as typeof focus }));
  };
  each('and', (v, p) => list(p).every((shape) => context.nodeConformsToShape(v as never, shape as never)));
}
