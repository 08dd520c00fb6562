import { event } from './example.js';
import type { Rule } from './rule.js';

const MEETING = 'news:attendee person:azad , person:nazdar';

/** What SHACL Core asks, by the kind of its constraint. The English words of a finding are the shape's own. */
export const SHAPES: readonly Rule[] = [
  {
    code: 'HW-201', level: 'error',
    title: { en: 'What a thing must have is there', ckb: 'ئەوەی پێویستە هەبێت، هەیە' },
    message: { en: '{message}', ckb: 'لە «{class}»دا «{path}» پێویستە، بەڵام نییە' },
    bare: { en: '{message}', ckb: 'لە «{class}»دا هیچ یەکێک لەو ڕۆڵانە نییە کە دەبێت لانیکەم یەکێکیان هەبێت' },
    hint: { en: 'add {property}, or remove the whole of it', ckb: '{property} زیاد بکە، یان شتەکە بە تەواوی لاببە' },
    otherwise: { en: 'look at the shape that it names', ckb: 'سەیری ئەو شێوەیە بکە کە ناوی هاتووە' },
    breaks: '<1> news:reports <1/event/2-visit> . <1/event/2-visit> a news:Visit ; news:status news:asserted ; news:visitor person:azad ; news:trigger <1#char=6,13> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .',
    keeps: event(2, 'Visit', 'news:visitor person:azad'),
  },
  {
    code: 'HW-202', level: 'error',
    title: { en: 'Nothing is there more often than it may be', ckb: 'هیچ شتێک لەوە زیاتر نییە کە ڕێگەی پێدراوە' },
    message: { en: '{message}', ckb: 'لە «{class}»دا «{path}» لە ڕادەی ڕێگەپێدراو زیاترە' },
    bare: { en: '{message}', ckb: 'لە «{class}»دا مەرجەکانی شێوەکە جێبەجێ نەکراون' },
    hint: { en: 'keep the one that the article states', ckb: 'تەنها ئەوەیان بهێڵەوە کە وتارەکە دەیڵێت' },
    breaks: 'person:azad rdfs:label "ئازادی"@ckb .', keeps: 'person:azad <http://www.w3.org/2004/02/skos/core#altLabel> "ئازاد"@ckb .',
  },
  {
    code: 'HW-203', level: 'error',
    title: { en: 'Every role is filled by a thing of the right kind', ckb: 'هەر ڕۆڵێک بە شتێک لە جۆری دروست پڕکراوەتەوە' },
    message: { en: '{message}', ckb: 'بەهای «{path}» لە «{class}»دا لە جۆری دروست نییە' },
    bare: { en: '{message}', ckb: 'لە «{class}»دا مەرجەکانی شێوەکە جێبەجێ نەکراون' },
    hint: { en: 'give {property} a thing of the right class, or correct the class of the thing', ckb: 'شتێک لە پۆلی دروست بدە بە {property}، یان پۆلی شتەکە ڕاست بکەرەوە' },
    otherwise: { en: 'look at the shape that it names', ckb: 'سەیری ئەو شێوەیە بکە کە ناوی هاتووە' },
    breaks: `place:erbil a news:Place ; rdfs:label "هەولێر"@ckb . <1#char=0,5> news:denotes place:erbil .\n${event(2, 'Death', 'news:deceased place:erbil')}`,
    keeps: event(2, 'Death', 'news:deceased person:azad'),
  },
  {
    code: 'HW-204', level: 'error',
    title: { en: 'Every value has the right datatype', ckb: 'هەر بەهایەک جۆری داتای دروستی هەیە' },
    message: { en: '{message}', ckb: 'بەهای «{path}» لە «{class}»دا جۆری داتای دروستی نییە' },
    bare: { en: '{message}', ckb: 'ئەم گرێیە لەو جۆرە نییە کە شێوەکە داوای دەکات' },
    hint: { en: 'write the value of {property} with the datatype that the shape names', ckb: 'بەهای {property} بەو جۆرە داتایە بنووسە کە شێوەکە دەیڵێت' },
    otherwise: { en: 'look at the shape that it names', ckb: 'سەیری ئەو شێوەیە بکە کە ناوی هاتووە' },
    breaks: event(2, 'Meeting', `${MEETING} ; news:time "دوێنێ"`), keeps: event(2, 'Meeting', `${MEETING} ; news:time "2026-11-24"^^xsd:date`),
  },
  {
    code: 'HW-205', level: 'error',
    title: { en: 'Every value is one of those allowed', ckb: 'هەر بەهایەک یەکێکە لە ڕێگەپێدراوەکان' },
    message: { en: '{message}', ckb: 'بەهای «{path}» لە «{class}»دا ڕێگەپێدراو نییە' },
    bare: { en: '{message}', ckb: 'لە «{class}»دا مەرجەکانی شێوەکە جێبەجێ نەکراون' },
    hint: { en: 'write one of the values that the shape allows for {property}', ckb: 'یەکێک لەو بەهایانە بۆ {property} بنووسە کە شێوەکە ڕێگەی پێداون' },
    otherwise: { en: 'look at the shape that it names', ckb: 'سەیری ئەو شێوەیە بکە کە ناوی هاتووە' },
    breaks: event(2, 'Meeting', MEETING, 'done'), keeps: event(2, 'Meeting', MEETING, 'planned'),
  },
  {
    code: 'HW-206', level: 'error',
    title: { en: 'A role belongs to the type of its event', ckb: 'هەر ڕۆڵێک هی جۆری ڕووداوەکەی خۆیەتی' },
    message: { en: '{property} belongs to {between}, and this is {class}', ckb: '{property} تایبەتە بە «{between}»، بەڵام ئەمە بە «{class}» دانراوە' },
    hint: { en: 'use the role that this type has, or correct the type', ckb: 'ئەو ڕۆڵە بەکاربهێنە کە ئەم جۆرە هەیەتی، یان جۆرەکە ڕاست بکەرەوە' },
    breaks: event(2, 'Statement', 'news:speaker person:azad ; news:guest person:nazdar'), keeps: event(2, 'Hosting', 'news:host person:azad ; news:guest person:nazdar'),
  },
];
