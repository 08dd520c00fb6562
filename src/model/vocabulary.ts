// Generated from ontology/news.ttl by "npm run terms". Do not edit.
/* eslint-disable */

export const NEWS = 'https://w3id.org/hewal/news#';

/** Every class, property and individual that the ontology declares. */
export const TERMS = [
  'Accident',
  'Accusation',
  'Agreement',
  'Aid',
  'Appointment',
  'Arrest',
  'Article',
  'Attack',
  'Call',
  'Condemnation',
  'Contest',
  'Death',
  'Decision',
  'Departure',
  'Deployment',
  'Disaster',
  'Election',
  'Entity',
  'Event',
  'Group',
  'Hosting',
  'Injury',
  'Kinship',
  'Launch',
  'Location',
  'Meeting',
  'Membership',
  'Negotiation',
  'Organization',
  'Passage',
  'Person',
  'Place',
  'Protest',
  'Rejection',
  'Relation',
  'Request',
  'Rule',
  'Sanction',
  'Statement',
  'Status',
  'Support',
  'Tenure',
  'Threat',
  'Transaction',
  'Trial',
  'Visit',
  'Withdrawal',
  'Work',
  'accidentVictim',
  'accused',
  'accusedBy',
  'accuser',
  'accuses',
  'addressee',
  'agent',
  'agreesOn',
  'agreesWith',
  'aids',
  'amount',
  'appointedBy',
  'appointee',
  'appointer',
  'appoints',
  'arrested',
  'arrestedBy',
  'arrester',
  'arrests',
  'asks',
  'asserted',
  'attackedBy',
  'attacker',
  'attacks',
  'attendee',
  'body',
  'bound',
  'called',
  'caller',
  'calls',
  'callsOn',
  'competesWith',
  'condemned',
  'condemnedBy',
  'condemner',
  'condemns',
  'confidence',
  'container',
  'contains',
  'contestant',
  'count',
  'countPassage',
  'court',
  'deceased',
  'decider',
  'decides',
  'defendant',
  'denotes',
  'departureAgent',
  'deployedTo',
  'deployer',
  'deploysTo',
  'destination',
  'direct',
  'discusses',
  'dismissed',
  'dismisses',
  'donor',
  'elected',
  'electorate',
  'elects',
  'end',
  'evidence',
  'foundBy',
  'fromRole',
  'guest',
  'hasMember',
  'holder',
  'holdsPosition',
  'host',
  'hostedBy',
  'hosts',
  'impliedBy',
  'inArticle',
  'injured',
  'injurer',
  'injures',
  'instrument',
  'killedBy',
  'killer',
  'kills',
  'kin',
  'kinOf',
  'kinTo',
  'launcher',
  'launches',
  'located',
  'locatedIn',
  'meets',
  'member',
  'memberOf',
  'mention',
  'negated',
  'negotiatesOver',
  'negotiatesWith',
  'negotiator',
  'orders',
  'organization',
  'participant',
  'party',
  'payer',
  'pays',
  'place',
  'planned',
  'position',
  'possible',
  'post',
  'protestTarget',
  'protester',
  'protestsAgainst',
  'published',
  'publisher',
  'quote',
  'receiver',
  'recipient',
  'rejected',
  'rejecter',
  'rejects',
  'relationRole',
  'reports',
  'requestee',
  'requester',
  'requests',
  'role',
  'sanctioned',
  'sanctioner',
  'sanctions',
  'says',
  'seat',
  'shortOf',
  'source',
  'speaker',
  'speaksTo',
  'start',
  'status',
  'supported',
  'supportedBy',
  'supporter',
  'supports',
  'target',
  'threatened',
  'threatenedBy',
  'threatener',
  'threatens',
  'time',
  'timePassage',
  'title',
  'toRole',
  'topic',
  'tries',
  'trigger',
  'victim',
  'visited',
  'visitedBy',
  'visitor',
  'visits',
  'winner',
  'withdrawer',
  'withdrawnFrom',
  'withdrawsFrom',
] as const;
export type Term = (typeof TERMS)[number];

/** The IRI of a declared term. */
export const news = (term: Term): string => NEWS + term;

export const EVENT_TYPES = [
  'Accident',
  'Accusation',
  'Agreement',
  'Aid',
  'Appointment',
  'Arrest',
  'Attack',
  'Call',
  'Condemnation',
  'Contest',
  'Death',
  'Decision',
  'Departure',
  'Deployment',
  'Disaster',
  'Election',
  'Hosting',
  'Injury',
  'Launch',
  'Meeting',
  'Negotiation',
  'Protest',
  'Rejection',
  'Request',
  'Sanction',
  'Statement',
  'Support',
  'Threat',
  'Transaction',
  'Trial',
  'Visit',
  'Withdrawal',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Event type, generic role: the ontology's own property for it. Roles that are not here use the generic property. */
export const ROLE_PROPERTIES: Readonly<Record<EventType, Readonly<Record<string, Term>>>> = {
  Accident: {
    target: 'accidentVictim'
  },
  Accusation: {
    agent: 'accuser',
    target: 'accused'
  },
  Agreement: {
    participant: 'party'
  },
  Aid: {
    agent: 'donor',
    target: 'recipient'
  },
  Appointment: {
    agent: 'appointer',
    target: 'appointee'
  },
  Arrest: {
    agent: 'arrester',
    target: 'arrested'
  },
  Attack: {
    agent: 'attacker',
    target: 'victim'
  },
  Call: {
    agent: 'caller',
    target: 'called'
  },
  Condemnation: {
    agent: 'condemner',
    target: 'condemned'
  },
  Contest: {
    participant: 'contestant'
  },
  Death: {
    agent: 'killer',
    target: 'deceased'
  },
  Decision: {
    agent: 'decider',
    target: 'bound'
  },
  Departure: {
    agent: 'departureAgent',
    target: 'dismissed'
  },
  Deployment: {
    agent: 'deployer',
    place: 'deployedTo'
  },
  Disaster: {},
  Election: {
    agent: 'electorate',
    target: 'elected'
  },
  Hosting: {
    agent: 'host',
    target: 'guest'
  },
  Injury: {
    agent: 'injurer',
    target: 'injured'
  },
  Launch: {
    agent: 'launcher'
  },
  Meeting: {
    participant: 'attendee'
  },
  Negotiation: {
    participant: 'negotiator'
  },
  Protest: {
    agent: 'protester',
    target: 'protestTarget'
  },
  Rejection: {
    agent: 'rejecter',
    target: 'rejected'
  },
  Request: {
    agent: 'requester',
    target: 'requestee'
  },
  Sanction: {
    agent: 'sanctioner',
    target: 'sanctioned'
  },
  Statement: {
    agent: 'speaker',
    target: 'addressee'
  },
  Support: {
    agent: 'supporter',
    target: 'supported'
  },
  Threat: {
    agent: 'threatener',
    target: 'threatened'
  },
  Transaction: {
    agent: 'payer',
    target: 'receiver'
  },
  Trial: {
    agent: 'court',
    target: 'defendant'
  },
  Visit: {
    agent: 'visitor',
    target: 'visited',
    place: 'destination'
  },
  Withdrawal: {
    agent: 'withdrawer',
    place: 'withdrawnFrom'
  }
};

/** The classes that may fill a role of an event or a relation (the range of its property). */
export const FILLERS: Readonly<Record<string, readonly string[]>> = {
  'accidentVictim': [
    'Person',
    'Group'
  ],
  'accuser': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'accused': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'party': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'donor': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'recipient': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'appointer': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'appointee': [
    'Person',
    'Group'
  ],
  'arrester': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'arrested': [
    'Person',
    'Group'
  ],
  'attacker': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'victim': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'caller': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'called': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'condemner': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'condemned': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'contestant': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'killer': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Passage'
  ],
  'deceased': [
    'Person',
    'Group'
  ],
  'decider': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'bound': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'departureAgent': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'dismissed': [
    'Person',
    'Group'
  ],
  'deployer': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'deployedTo': [
    'Place',
    'Organization'
  ],
  'electorate': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'elected': [
    'Person',
    'Group',
    'Organization',
    'Passage'
  ],
  'host': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'guest': [
    'Person',
    'Group',
    'Organization'
  ],
  'injurer': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Passage'
  ],
  'injured': [
    'Person',
    'Group'
  ],
  'launcher': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'attendee': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'negotiator': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'protester': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'protestTarget': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'rejecter': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'rejected': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'requester': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'requestee': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'sanctioner': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'sanctioned': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'speaker': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'addressee': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'supporter': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'supported': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'threatener': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'threatened': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'payer': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'receiver': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'court': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'defendant': [
    'Person',
    'Group',
    'Organization'
  ],
  'visitor': [
    'Person',
    'Group',
    'Organization'
  ],
  'visited': [
    'Person',
    'Group',
    'Organization'
  ],
  'destination': [
    'Place',
    'Organization'
  ],
  'withdrawer': [
    'Person',
    'Organization',
    'Group',
    'Place'
  ],
  'withdrawnFrom': [
    'Place',
    'Organization'
  ],
  'body': [
    'Organization'
  ],
  'container': [
    'Place'
  ],
  'holder': [
    'Person'
  ],
  'kin': [
    'Person'
  ],
  'kinTo': [
    'Person'
  ],
  'located': [
    'Place',
    'Organization'
  ],
  'member': [
    'Person',
    'Group',
    'Organization'
  ],
  'post': [
    'Passage'
  ],
  'seat': [
    'Organization',
    'Place',
    'Person'
  ],
  'agent': [
    'Entity',
    'Passage'
  ],
  'target': [
    'Entity',
    'Passage'
  ],
  'participant': [
    'Entity'
  ],
  'place': [
    'Place',
    'Organization'
  ],
  'organization': [
    'Organization'
  ],
  'winner': [
    'Person',
    'Organization',
    'Group',
    'Place',
    'Work'
  ],
  'topic': [
    'Entity',
    'Passage'
  ],
  'amount': [
    'Passage'
  ],
  'position': [
    'Passage'
  ],
  'instrument': [
    'Passage'
  ]
};

/** An event of the type is stated only with at least one of these (shapes.ttl, TYPENeeds). */
export const NEEDS: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  Accident: [
    'accidentVictim',
    'place',
    'time',
    'count',
    'timePassage',
    'countPassage'
  ],
  Accusation: [
    'accuser',
    'accused'
  ],
  Agreement: [
    'party',
    'topic'
  ],
  Aid: [
    'donor',
    'recipient'
  ],
  Appointment: [
    'appointer',
    'appointee',
    'position'
  ],
  Arrest: [
    'arrester',
    'arrested',
    'count',
    'countPassage'
  ],
  Attack: [
    'attacker',
    'victim',
    'place'
  ],
  Call: [
    'caller',
    'called'
  ],
  Condemnation: [
    'condemner',
    'condemned'
  ],
  Contest: [
    'contestant',
    'winner',
    'place',
    'time',
    'timePassage'
  ],
  Death: [
    'killer',
    'deceased',
    'count',
    'countPassage'
  ],
  Decision: [
    'decider',
    'topic'
  ],
  Departure: [
    'departureAgent',
    'dismissed',
    'position',
    'organization'
  ],
  Deployment: [
    'deployer',
    'deployedTo'
  ],
  Disaster: [
    'place',
    'time',
    'timePassage'
  ],
  Election: [
    'electorate',
    'elected',
    'position',
    'place',
    'time',
    'timePassage'
  ],
  Hosting: [
    'host',
    'guest'
  ],
  Injury: [
    'injurer',
    'injured',
    'count',
    'countPassage'
  ],
  Launch: [
    'launcher',
    'topic'
  ],
  Meeting: [
    'attendee',
    'place',
    'topic',
    'time',
    'timePassage'
  ],
  Negotiation: [
    'negotiator',
    'topic'
  ],
  Protest: [
    'protester',
    'protestTarget',
    'place',
    'topic'
  ],
  Rejection: [
    'rejecter',
    'rejected'
  ],
  Request: [
    'requester',
    'requestee',
    'topic'
  ],
  Sanction: [
    'sanctioner',
    'sanctioned',
    'topic'
  ],
  Statement: [
    'speaker'
  ],
  Support: [
    'supporter',
    'supported'
  ],
  Threat: [
    'threatener',
    'threatened'
  ],
  Transaction: [
    'payer',
    'receiver',
    'topic',
    'amount'
  ],
  Trial: [
    'court',
    'defendant',
    'topic'
  ],
  Visit: [
    'visitor',
    'visited',
    'destination'
  ],
  Withdrawal: [
    'withdrawer',
    'withdrawnFrom'
  ]
};

/** Direct properties and what they are short for. */
export const DIRECT: readonly { readonly property: Term; readonly of: Term; readonly from: Term; readonly to: Term }[] = [
  { property: 'accuses', of: 'Accusation', from: 'accuser', to: 'accused' },
  { property: 'agreesOn', of: 'Agreement', from: 'party', to: 'topic' },
  { property: 'agreesWith', of: 'Agreement', from: 'party', to: 'party' },
  { property: 'aids', of: 'Aid', from: 'donor', to: 'recipient' },
  { property: 'appoints', of: 'Appointment', from: 'appointer', to: 'appointee' },
  { property: 'arrests', of: 'Arrest', from: 'arrester', to: 'arrested' },
  { property: 'asks', of: 'Request', from: 'requester', to: 'requestee' },
  { property: 'attacks', of: 'Attack', from: 'attacker', to: 'victim' },
  { property: 'calls', of: 'Call', from: 'caller', to: 'called' },
  { property: 'callsOn', of: 'Visit', from: 'visitor', to: 'visited' },
  { property: 'competesWith', of: 'Contest', from: 'contestant', to: 'contestant' },
  { property: 'condemns', of: 'Condemnation', from: 'condemner', to: 'condemned' },
  { property: 'decides', of: 'Decision', from: 'decider', to: 'topic' },
  { property: 'deploysTo', of: 'Deployment', from: 'deployer', to: 'deployedTo' },
  { property: 'discusses', of: 'Meeting', from: 'attendee', to: 'topic' },
  { property: 'dismisses', of: 'Departure', from: 'departureAgent', to: 'dismissed' },
  { property: 'elects', of: 'Election', from: 'electorate', to: 'elected' },
  { property: 'holdsPosition', of: 'Tenure', from: 'holder', to: 'seat' },
  { property: 'hosts', of: 'Hosting', from: 'host', to: 'guest' },
  { property: 'injures', of: 'Injury', from: 'injurer', to: 'injured' },
  { property: 'kills', of: 'Death', from: 'killer', to: 'deceased' },
  { property: 'kinOf', of: 'Kinship', from: 'kin', to: 'kinTo' },
  { property: 'launches', of: 'Launch', from: 'launcher', to: 'topic' },
  { property: 'locatedIn', of: 'Location', from: 'located', to: 'container' },
  { property: 'meets', of: 'Meeting', from: 'attendee', to: 'attendee' },
  { property: 'memberOf', of: 'Membership', from: 'member', to: 'body' },
  { property: 'negotiatesOver', of: 'Negotiation', from: 'negotiator', to: 'topic' },
  { property: 'negotiatesWith', of: 'Negotiation', from: 'negotiator', to: 'negotiator' },
  { property: 'orders', of: 'Decision', from: 'decider', to: 'bound' },
  { property: 'pays', of: 'Transaction', from: 'payer', to: 'receiver' },
  { property: 'protestsAgainst', of: 'Protest', from: 'protester', to: 'protestTarget' },
  { property: 'rejects', of: 'Rejection', from: 'rejecter', to: 'rejected' },
  { property: 'requests', of: 'Request', from: 'requester', to: 'topic' },
  { property: 'sanctions', of: 'Sanction', from: 'sanctioner', to: 'sanctioned' },
  { property: 'says', of: 'Statement', from: 'speaker', to: 'topic' },
  { property: 'speaksTo', of: 'Statement', from: 'speaker', to: 'addressee' },
  { property: 'supports', of: 'Support', from: 'supporter', to: 'supported' },
  { property: 'threatens', of: 'Threat', from: 'threatener', to: 'threatened' },
  { property: 'tries', of: 'Trial', from: 'court', to: 'defendant' },
  { property: 'visits', of: 'Visit', from: 'visitor', to: 'destination' },
  { property: 'withdrawsFrom', of: 'Withdrawal', from: 'withdrawer', to: 'withdrawnFrom' },
];
