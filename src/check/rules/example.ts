import type { Article } from '../../model/article.js';

/** The article of the example graph: "Azad received Nazdar." */
export const EXAMPLE_ARTICLE: Article = { id: '1', published: '2026-11-25', text: 'ئازاد پێشوازی لە نازدار کرد.' };

/** What stands before every example of a rule: an article, two people and one event with its evidence. Offsets are code points. */
export const EXAMPLE = `@base <https://w3id.org/hewal/kb/article/> .
@prefix news: <https://w3id.org/hewal/news#> .
@prefix person: <https://w3id.org/hewal/kb/entity/person/> .
@prefix place: <https://w3id.org/hewal/kb/entity/place/> .
@prefix rule: <https://w3id.org/hewal/rule/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<1> a news:Article ; news:published "2026-11-25"^^xsd:date ; news:reports <1/event/1-hosting> .
<1#char=0,5> a news:Passage ; news:quote "ئازاد" ; news:start "0"^^xsd:nonNegativeInteger ; news:end "5"^^xsd:nonNegativeInteger ; news:inArticle <1> ; news:denotes person:azad .
<1#char=6,13> a news:Passage ; news:quote "پێشوازی" ; news:start "6"^^xsd:nonNegativeInteger ; news:end "13"^^xsd:nonNegativeInteger ; news:inArticle <1> .
<1#char=17,23> a news:Passage ; news:quote "نازدار" ; news:start "17"^^xsd:nonNegativeInteger ; news:end "23"^^xsd:nonNegativeInteger ; news:inArticle <1> ; news:denotes person:nazdar .
<1#char=0,28> a news:Passage ; news:quote "ئازاد پێشوازی لە نازدار کرد." ; news:start "0"^^xsd:nonNegativeInteger ; news:end "28"^^xsd:nonNegativeInteger ; news:inArticle <1> .
person:azad a news:Person ; rdfs:label "ئازاد"@ckb ; news:hosts person:nazdar .
person:nazdar a news:Person ; rdfs:label "نازدار"@ckb .
<1/event/1-hosting> a news:Hosting ; news:status news:asserted ; news:host person:azad ; news:guest person:nazdar ;
  news:trigger <1#char=6,13> ; news:evidence <1#char=0,28> ; news:mention <1#char=0,5> , <1#char=17,23> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .
`;

/** Another event of the example article, with evidence; to it an example adds what it is about. */
export const event = (n: number, type: string, more: string, status = 'asserted'): string =>
  `<1> news:reports <1/event/${n}-${type.toLowerCase()}> .\n<1/event/${n}-${type.toLowerCase()}> a news:${type} ; news:status news:${status} ; news:trigger <1#char=6,13> ; news:evidence <1#char=0,28> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal ; ${more} .`;
