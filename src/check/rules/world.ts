import { event } from './example.js';
import type { Rule } from './rule.js';

const ERBIL = 'place:erbil a news:Place ; rdfs:label "هەولێر"@ckb . <1#char=0,5> news:denotes place:erbil .\n';
const TEHRAN = 'place:tehran a news:Place ; rdfs:label "تاران"@ckb . <1#char=0,5> news:denotes place:tehran .\n';
const IN = 'place:iraq a news:Place ; rdfs:label "عێراق"@ckb . place:iran a news:Place ; rdfs:label "ئێران"@ckb . <1#char=0,5> news:denotes place:iraq , place:iran .\n';
const located = (n: number, what: string, where: string): string => `<1> news:reports <1/relation/${n}-locatedin> . <1/relation/${n}-locatedin> a news:Location ; news:located ${what} ; news:container ${where} ; news:evidence <1#char=0,28> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal . ${what} news:locatedIn ${where} .\n`;
const FAR = ERBIL + TEHRAN + IN + located(1, 'place:erbil', 'place:iraq') + located(2, 'place:tehran', 'place:iran');
const visit = (n: number, where: string, day: number): string => `${event(n, 'Visit', `news:visitor person:azad ; news:destination ${where} ; news:time "2026-11-${day}"^^xsd:date`)}\nperson:azad news:visits ${where} .\n`;
const OTHER = (status: string): string => `<2> a news:Article ; news:reports <2/event/1-hosting> .
<2#char=0,5> a news:Passage ; news:quote "ئازاد" ; news:start "0"^^xsd:nonNegativeInteger ; news:end "5"^^xsd:nonNegativeInteger ; news:inArticle <2> ; news:denotes person:azad , person:nazdar .
<2/event/1-hosting> a news:Hosting ; news:status news:${status} ; news:host person:azad ; news:guest person:nazdar ; news:trigger <2#char=0,5> ; news:evidence <2#char=0,5> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .`;

/** What cannot be in the world, whatever the logic allows. */
export const WORLD: readonly Rule[] = [
  {
    code: 'HW-401', level: 'error',
    title: { en: 'Times exist', ckb: 'کات و بەروارەکان بەڕاستی هەن' },
    message: { en: '"{value}" is not a {kind} that exists', ckb: '«{value}» {kind}ێکی ڕاستەقینە نییە' },
    hint: { en: 'write the date as the calendar has it', ckb: 'بەروارەکە بەپێی ڕۆژمێر بنووسە' },
    breaks: '<2> a news:Article ; news:published "2026-02-30"^^xsd:date .', keeps: '<2> a news:Article ; news:published "2026-02-28"^^xsd:date .',
  },
  {
    code: 'HW-402', level: 'error',
    title: { en: 'Nobody hosts, visits or meets themselves', ckb: 'کەس پێشوازی لە خۆی ناکات، سەردانی خۆی ناکات و لەگەڵ خۆیدا کۆنابێتەوە' },
    message: { en: '{a} and {b} are the same', ckb: '«{a}» و «{b}» یەک قەوارەن' },
    hint: { en: 'one of the two roles was read wrongly: remove it', ckb: 'یەکێک لە دوو ڕۆڵەکە بە هەڵە خوێنراوەتەوە: لایببە' },
    breaks: event(2, 'Hosting', 'news:host person:azad ; news:guest person:azad'), keeps: event(2, 'Hosting', 'news:host person:azad ; news:guest person:nazdar'),
  },
  {
    code: 'HW-403', level: 'error',
    title: { en: 'What is told as done was done before it was told', ckb: 'ئەوەی وەک ڕوویداو باسکراوە، پێش بڵاوبوونەوەی هەواڵەکە ڕوویداوە' },
    message: { en: 'is told as done on {time}, but the article is of {published}', ckb: 'وەک ئەوەی لە {time} ڕوویدابێت باسکراوە، بەڵام وتارەکە هی {published}ە' },
    hint: { en: 'its status is news:planned, or its time was read wrongly', ckb: 'دۆخەکەی news:plannedە، یان کاتەکەی بە هەڵە خوێنراوەتەوە' },
    breaks: event(2, 'Meeting', 'news:attendee person:azad , person:nazdar ; news:time "2026-12-24"^^xsd:date'),
    keeps: event(2, 'Meeting', 'news:attendee person:azad , person:nazdar ; news:time "2026-12-24"^^xsd:date', 'planned'),
  },
  {
    code: 'HW-404', level: 'warning',
    title: { en: 'Nobody is in two countries on one day', ckb: 'کەس لە یەک ڕۆژدا لە دوو وڵات نییە' },
    message: { en: 'is in {a} and in {b} on {time}', ckb: 'لە {time}دا هەم لە {a} بووە و هەم لە {b}' },
    hint: { en: 'one of the times or places was read wrongly, or two people have one name', ckb: 'یەکێک لە کات یان شوێنەکان بە هەڵە خوێنراوەتەوە، یان دوو کەس یەک ناویان هەیە' },
    breaks: FAR + visit(2, 'place:erbil', 20) + visit(3, 'place:tehran', 20), keeps: FAR + visit(2, 'place:erbil', 20) + visit(3, 'place:tehran', 21),
  },
  {
    code: 'HW-405', level: 'error',
    title: { en: 'A post is held by somebody', ckb: 'پۆست هی کەسێکە' },
    message: { en: 'a place holds a post: {value}', ckb: 'شوێنێک پۆستێکی هەیە: {value}' },
    hint: { en: 'the post belongs to a person or a body: correct news:holder', ckb: 'پۆست هی کەسێک یان دامەزراوەیەکە: news:holder ڕاست بکەرەوە' },
    breaks: `${ERBIL}<1> news:reports <1/relation/1-position> . <1/relation/1-position> a news:Tenure ; news:holder place:erbil ; news:seat place:erbil ; news:evidence <1#char=0,28> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .`,
    keeps: `${ERBIL}<1> news:reports <1/relation/1-position> . <1/relation/1-position> a news:Tenure ; news:holder person:azad ; news:seat place:erbil ; news:post <1#char=6,13> ; news:evidence <1#char=0,28> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal . person:azad news:holdsPosition place:erbil .`,
  },
  {
    code: 'HW-406', level: 'warning',
    title: { en: 'The dead do not act', ckb: 'مردوو بەشداری لە ڕووداودا ناکات' },
    message: { en: 'died on {died} and acts on {time}', ckb: 'لە {died} مردووە، کەچی لە {time} لە ڕووداوێکدا بکەر یان بەشدارە' },
    hint: { en: 'one of the two times was read wrongly, or two people have one name', ckb: 'یەکێک لە دوو کاتەکە بە هەڵە خوێنراوەتەوە، یان دوو کەس یەک ناویان هەیە' },
    breaks: `${event(2, 'Death', 'news:deceased person:nazdar ; news:time "2026-11-01"^^xsd:date')}\n${event(3, 'Visit', 'news:visitor person:nazdar ; news:time "2026-11-03"^^xsd:date')}`,
    keeps: `${event(2, 'Death', 'news:deceased person:nazdar ; news:time "2026-11-03"^^xsd:date')}\n${event(3, 'Visit', 'news:visitor person:nazdar ; news:time "2026-11-01"^^xsd:date')}`,
  },
  {
    code: 'HW-407', level: 'warning',
    title: { en: 'Articles do not contradict each other', ckb: 'وتارەکان دژی یەک نین' },
    message: { en: '<{a}> tells this, <{b}> denies it', ckb: '<{a}> ئەمە دەڵێت، <{b}> ڕەتی دەکاتەوە' },
    hint: { en: 'the news disagrees: keep both, and say who says which', ckb: 'هەواڵەکان ناکۆکن: هەردووکیان بهێڵەوە و بڵێ کێ چی دەڵێت' },
    breaks: OTHER('negated'), keeps: OTHER('asserted'),
  },
];
