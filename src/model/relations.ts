import type { RelationType } from './types.js';
import { DIRECT, type Term } from './vocabulary.js';

/** How a lasting relation stands in the graph: its node's class and two properties, and the short form. */
export const RELATION_SHAPE: Readonly<Record<RelationType, { readonly type: Term; readonly subject: Term; readonly object: Term; readonly direct: Term }>> = {
  position: { type: 'Tenure', subject: 'holder', object: 'seat', direct: 'holdsPosition' },
  memberOf: { type: 'Membership', subject: 'member', object: 'body', direct: 'memberOf' },
  locatedIn: { type: 'Location', subject: 'located', object: 'container', direct: 'locatedIn' },
  kinOf: { type: 'Kinship', subject: 'kin', object: 'kinTo', direct: 'kinOf' },
};

/** Every direct property, of events and of relations, and the node it is short for. */
export const SHORT_FORMS: typeof DIRECT = [
  ...DIRECT,
  ...Object.values(RELATION_SHAPE).map((r) => ({ property: r.direct, of: r.type, from: r.subject, to: r.object })),
];
