import { event } from './example.js';
import type { Rule } from './rule.js';

export const VOCABULARY: readonly Rule[] = [
  {
    code: 'HW-101', level: 'error',
    title: { en: 'Every property is declared', ckb: 'هەموو تایبەتمەندییەک ناسێنراوە' },
    message: { en: 'property <{term}> is not declared in the ontology', ckb: 'تایبەتمەندیی <{term}> لە ئۆنتۆلۆژیادا نەناسێنراوە' },
    hint: { en: 'did you mean {near}?', ckb: 'ئایا مەبەستت {near} بوو؟' },
    otherwise: { en: 'use a term of the ontology', ckb: 'زاراوەیەک بەکاربهێنە کە لە ئۆنتۆلۆژیاکەدا هەیە' },
    breaks: '<1/event/1-hosting> news:gest person:nazdar .', keeps: 'person:azad rdfs:comment "کەسێک"@ckb .',
  },
  {
    code: 'HW-102', level: 'error',
    title: { en: 'Every class is declared', ckb: 'هەموو پۆلێک ناسێنراوە' },
    message: { en: 'class <{term}> is not declared in the ontology', ckb: 'پۆلی <{term}> لە ئۆنتۆلۆژیادا نەناسێنراوە' },
    hint: { en: 'did you mean {near}?', ckb: 'ئایا مەبەستت {near} بوو؟' },
    otherwise: { en: 'use a term of the ontology', ckb: 'زاراوەیەک بەکاربهێنە کە لە ئۆنتۆلۆژیاکەدا هەیە' },
    breaks: 'person:azad a news:Persn .', keeps: 'person:azad a owl:Thing .',
  },
  {
    code: 'HW-103', level: 'error',
    title: { en: 'Two Turtle readers read the same', ckb: 'دوو خوێنەری Turtle هەمان شت دەخوێننەوە' },
    message: { en: 'two Turtle readers (n3, rdflib) do not read the same: {why}', ckb: 'دوو خوێنەری Turtle (n3 و rdflib) هەمان شت ناخوێننەوە: {why}' },
    hint: { en: 'look for odd local names, escapes and blank nodes, or write the file with another serialiser', ckb: 'بەدوای ناوی ناوخۆیی نائاسایی و هێمای escape و گرێی بێناودا بگەڕێ، یان فایلەکە بە بەرنامەیەکی دیکە بنووسەوە' },
    breaks: '', keeps: '', tried: 'tests/check.test.ts ("two readers")',
  },
  {
    code: 'HW-104', level: 'error',
    title: { en: 'A term stands in its own namespace', ckb: 'هەر زاراوەیەک لە بۆشایی ناوی خۆیدایە' },
    message: { en: '<{term}> is {near} under another namespace', ckb: '<{term}> هەمان {near}ە لە بۆشایی ناوێکی دیکەدا' },
    hint: { en: 'write {near}', ckb: '{near} بنووسە' },
    breaks: '<1/event/1-hosting> <http://w3id.org/hewal/news#place> place:erbil .\n<1#char=0,5> news:denotes place:erbil . place:erbil a news:Place ; rdfs:label "هەولێر"@ckb .',
    keeps: '<1/event/1-hosting> news:place place:erbil .\n<1#char=0,5> news:denotes place:erbil . place:erbil a news:Place ; rdfs:label "هەولێر"@ckb .',
  },
  {
    code: 'HW-105', level: 'warning',
    title: { en: 'No deprecated term is used', ckb: 'هیچ زاراوەیەکی بەسەرچوو بەکارنەهاتووە' },
    message: { en: '<{term}> is deprecated in the ontology', ckb: '<{term}> لە ئۆنتۆلۆژیادا وەک بەسەرچوو دانراوە' },
    hint: { en: 'use {near}', ckb: 'لەبری ئەوە {near} بەکاربهێنە' },
    otherwise: { en: 'use a term of the ontology', ckb: 'زاراوەیەک بەکاربهێنە کە لە ئۆنتۆلۆژیاکەدا هەیە' },
    breaks: '<https://example.org/x> <https://example.org/old> "1" .', keeps: '<https://example.org/x> <https://example.org/new> "1" .',
    ontology: '@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix dcterms: <http://purl.org/dc/terms/> . <https://example.org/old> a owl:DatatypeProperty ; owl:deprecated true ; dcterms:isReplacedBy <https://example.org/new> . <https://example.org/new> a owl:DatatypeProperty .',
  },
  {
    code: 'HW-106', level: 'error',
    title: { en: 'Datatypes and language tags exist', ckb: 'جۆرەکانی داتا و نیشانەکانی زمان بەڕاستی هەن' },
    message: { en: '"{term}" is no {kind}', ckb: '«{term}» {kind} نییە' },
    hint: { en: 'did you mean {near}?', ckb: 'ئایا مەبەستت {near} بوو؟' },
    otherwise: { en: 'language tags are those of BCP 47, datatypes those of XML Schema', ckb: 'نیشانەکانی زمان هی BCP 47ن و جۆرەکانی داتا هی XML Schema' },
    breaks: event(2, 'Death', 'news:deceased person:azad ; news:count "1"^^xsd:intger'), keeps: event(2, 'Death', 'news:deceased person:azad ; news:count "1"^^xsd:integer'),
  },
];
