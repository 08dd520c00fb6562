import { event } from './example.js';
import type { Rule } from './rule.js';

const PASSAGE = (place: string, quote: string, start: number, end: number, article = '1'): string =>
  `<${place}> a news:Passage ; news:quote "${quote}" ; news:start "${start}"^^xsd:nonNegativeInteger ; news:end "${end}"^^xsd:nonNegativeInteger ; news:inArticle <${article}> .`;

/** That nothing is in the graph which is not in the texts. */
export const EVIDENCE: readonly Rule[] = [
  {
    code: 'HW-501', level: 'error',
    title: { en: 'Every quote stands in its article', ckb: 'دەقی هەر بڕگەیەک لە وتارەکەیدایە' },
    message: { en: 'this quote is not what stands in the article there', ckb: 'ئەم دەقە ئەوە نییە کە لەو شوێنەی وتارەکەدا هاتووە' },
    hint: { en: 'the graph was made from another text, or was changed', ckb: 'گرافەکە لە دەقێکی دیکەوە دروستکراوە، یان گۆڕدراوە' },
    breaks: PASSAGE('1#char=24,27', 'کات', 24, 27), keeps: PASSAGE('1#char=24,27', 'کرد', 24, 27),
  },
  {
    code: 'HW-502', level: 'error',
    title: { en: 'Offsets and quote of a passage agree', ckb: 'سەرەتا و کۆتاییی بڕگەکە لەگەڵ دەقەکەیدا یەکدەگرنەوە' },
    message: { en: 'the quote has {length} characters, its place {place}', ckb: 'دەقەکە {length} پیتە، شوێنەکەی {place}ە' },
    hint: { en: 'offsets count code points of the original text, end exclusive', ckb: 'شوێنەکان بە خاڵی کۆدی دەقە ڕەسەنەکە دەژمێردرێن و کۆتاییەکەی ناگرێتەوە' },
    breaks: PASSAGE('1#char=24,28', 'کرد', 24, 28), keeps: PASSAGE('1#char=24,28', 'کرد.', 24, 28),
  },
  {
    code: 'HW-503', level: 'warning',
    title: { en: 'The article of every passage is at hand', ckb: 'وتاری هەر بڕگەیەک لەبەردەستدایە' },
    message: { en: 'the article of this passage is not among those given', ckb: 'وتاری ئەم بڕگەیە لەنێو وتارە دراوەکاندا نییە' },
    hint: { en: 'give its file with --articles', ckb: 'فایلەکەی بە --articles بدە' },
    breaks: `<9> a news:Article .\n${PASSAGE('9#char=0,3', 'کرد', 0, 3, '9')}`, keeps: PASSAGE('1#char=24,27', 'کرد', 24, 27),
  },
  {
    code: 'HW-504', level: 'error',
    title: { en: 'Every direct fact has a live event behind it', ckb: 'لەپشت هەر بەستەرێکی ڕاستەوخۆوە ڕووداوێکی ڕاگەیەندراو یان پلانبۆدانراو هەیە' },
    message: { en: '{property} <{value}> has no asserted or planned event behind it', ckb: '{property} <{value}> هیچ ڕووداوێکی ڕاگەیەندراو یان پلانبۆدانراوی لەپشتەوە نییە' },
    hint: { en: 'remove it, or state the event', ckb: 'لایببە، یان ڕووداوەکە بنووسە' },
    breaks: 'person:nazdar news:condemns person:azad .', keeps: `${event(2, 'Condemnation', 'news:condemner person:nazdar ; news:condemned person:azad')}\nperson:nazdar news:condemns person:azad .`,
  },
  {
    code: 'HW-505', level: 'error',
    title: { en: 'Evidence is a passage of an article', ckb: 'بەڵگە بڕگەیەکی وتارێکە' },
    message: { en: 'is no passage of an article: {value}', ckb: 'بڕگەی هیچ وتارێک نییە: {value}' },
    hint: { en: 'evidence is an IRI ARTICLE#char=START,END with its quote', ckb: 'بەڵگە IRIیەکە بە شێوەی ARTICLE#char=START,END لەگەڵ دەقەکەی' },
    breaks: '<1#words> news:quote "کرد" .', keeps: PASSAGE('1#char=24,27', 'کرد', 24, 27),
  },
  {
    code: 'HW-506', level: 'error',
    title: { en: 'Who takes part is named in the sentence, or marked as implied', ckb: 'هەر بەشداربوویەک لە ڕستەکەدا ناوی هاتووە، یان وەک لێوەرگیراو نیشان کراوە' },
    message: { en: 'the mention at {value} does not stand in the sentence of the event', ckb: 'ناوهێنان لە شوێنی {value} لە ڕستەی ڕووداوەکەدا نییە' },
    hint: { en: 'use news:impliedBy for words outside the sentence', ckb: 'بۆ وشەی دەرەوەی ڕستەکە news:impliedBy بەکاربهێنە' },
    breaks: '<1> news:reports <1/event/2-visit> . <1/event/2-visit> a news:Visit ; news:status news:asserted ; news:visitor person:azad ; news:trigger <1#char=6,13> ; news:evidence <1#char=6,13> ; news:mention <1#char=0,5> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .',
    keeps: '<1> news:reports <1/event/2-visit> . <1/event/2-visit> a news:Visit ; news:status news:asserted ; news:visitor person:azad ; news:trigger <1#char=6,13> ; news:evidence <1#char=6,13> ; news:impliedBy <1#char=0,5> ; news:foundBy rule:host.receive ; news:confidence "0.90"^^xsd:decimal .',
  },
  {
    code: 'HW-507', level: 'error',
    title: { en: 'Everybody who takes part is named in the article of the event', ckb: 'هەر بەشداربوویەک لە وتاری ڕووداوەکەدا ناوی هاتووە' },
    message: { en: '{property} is <{value}>, whom no words of this article name', ckb: '{property} <{value}>ە، کە هیچ وشەیەکی ئەم وتارە ناوی نابات' },
    hint: { en: 'remove the role, or say with news:denotes which words name it', ckb: 'ڕۆڵەکە لاببە، یان بە news:denotes بڵێ کام وشە ناوی دەبات' },
    breaks: `person:shilan a news:Person ; rdfs:label "شیلان"@ckb .\n${event(2, 'Visit', 'news:visitor person:shilan')}`,
    keeps: `person:shilan a news:Person ; rdfs:label "ئازاد"@ckb . <1#char=0,5> news:denotes person:shilan .\n${event(2, 'Visit', 'news:visitor person:shilan')}`,
  },
  {
    code: 'HW-508', level: 'error',
    title: { en: 'Every name of a thing stands in a text or in a name list', ckb: 'هەموو ناوێکی هەر شتێک لە دەقێکدا یان لە لیستێکی ناودا هاتووە' },
    message: { en: 'no words that name it are "{value}"', ckb: 'هیچ یەک لەو وشانەی ناوی دەبەن «{value}» نییە' },
    hint: { en: 'remove the label, correct it to what the article writes, or give the list of names of the build with --names', ckb: 'ناوەکە لاببە، بەو شێوەیە ڕاستی بکەرەوە کە لە وتارەکەدا نووسراوە، یان لیستی ناوەکان بە --names بدە' },
    breaks: 'person:azad <http://www.w3.org/2004/02/skos/core#altLabel> "ئازادی مەزن"@ckb .', keeps: 'person:azad <http://www.w3.org/2004/02/skos/core#altLabel> "ئازاد"@ckb .',
  },
  {
    code: 'HW-509', level: 'error',
    title: { en: 'What is said of an article is what it says itself', ckb: 'ئەوەی دەربارەی وتارێک وتراوە هەمان ئەو شتەیە کە وتارەکە خۆی دەیڵێت' },
    message: { en: '{property} of this article is another', ckb: '{property} لێرەدا لەگەڵ ئەوەی وتارەکە خۆی یەکناگرێتەوە' },
    hint: { en: 'build the graph again from the article as it is', ckb: 'گرافەکە لە وتارەکەوە، بەو شێوەیەی ئێستا هەیە، سەرلەنوێ دروست بکە' },
    breaks: '<1> news:publisher "ڕۆژنامەیەک" .', keeps: '',
  },
  {
    code: 'HW-510', level: 'error',
    title: { en: 'An event is reported by the article of its evidence, and by no other', ckb: 'ڕووداو لەو وتارەوە گواستراوەتەوە کە بەڵگەکەی تێدایە، نەک لە هیچی دیکەوە' },
    message: { en: 'its evidence stands in <{value}>, which is not the one article that reports it', ckb: 'بەڵگەکەی لە <{value}>دایە، کە ئەو تاکە وتارە نییە دەیگێڕێتەوە' },
    hint: { en: 'let news:reports of that article, and of no other, lead to it', ckb: 'با تەنیا news:reportsی ئەو وتارە ئاماژەی پێ بکات' },
    breaks: event(2, 'Visit', 'news:visitor person:azad').replace('<1> news:reports', '<2> a news:Article . <2> news:reports'), keeps: event(2, 'Visit', 'news:visitor person:azad'),
  },
  {
    code: 'HW-511', level: 'error',
    title: { en: 'Every statement is what hewal reads in the articles (only hewal verify)', ckb: 'هەموو گوزارەیەک ئەوەیە کە hewal لە وتارەکاندا دەیخوێنێتەوە (تەنیا hewal verify)' },
    message: { en: 'reading the articles again does not give {property} {value}', ckb: 'خوێندنەوەی دووبارەی وتارەکان {property} {value} نادات' },
    hint: { en: 'it was changed or added, or another version, base or list of names made the graph', ckb: 'گۆڕدراوە یان زیادکراوە، یان وەشانێکی دیکە، بنەمایەک یان لیستێکی دیکەی ناوەکان گرافەکەی دروست کردووە' },
    breaks: '', keeps: '', tried: 'tests/verify.test.ts',
  },
  {
    code: 'HW-512', level: 'warning',
    title: { en: 'Everything that hewal reads in the articles is in the graph (only hewal verify)', ckb: 'هەموو ئەوەی hewal لە وتارەکاندا دەیخوێنێتەوە لە گرافەکەدایە (تەنیا hewal verify)' },
    message: { en: 'the articles also give {what}', ckb: 'لە وتارەکاندا {what} هەیە و لێرەدا نییە' },
    hint: { en: 'give the --corrections, the --names or the --min-confidence of the build; or it was removed, or refused by the gate (quarantine.ttl)', ckb: 'ئەو --corrections یان --names یان --min-confidenceە بدە کە گرافەکەی پێ دروستکراوە؛ ئەگەرنا لابراوە، یان دەروازەکە ڕەتیکردووەتەوە (quarantine.ttl)' },
    breaks: '', keeps: '', tried: 'tests/corrections-cli.test.ts',
  },
  {
    code: 'HW-513', level: 'error',
    title: { en: 'Nothing is in the graph that a correction takes away (hewal verify, and hewal check --articles, with --corrections)', ckb: 'هیچ شتێک لە گرافەکەدا نییە کە ڕاستکردنەوەیەک لای دەبات (hewal verify و hewal check --articles بە --corrections)' },
    message: { en: 'a correction takes away {what} ({where})', ckb: 'ڕاستکردنەوەیەک {what} لا دەبات ({where})' },
    bare: { en: 'a correction takes away {what}', ckb: 'ڕاستکردنەوەیەک {what} لا دەبات' },
    hint: { en: 'build the graph again with these --corrections', ckb: 'گرافەکە بەم --correctionsە سەرلەنوێ دروست بکە' },
    breaks: '', keeps: '', tried: 'tests/corrections-cli.test.ts',
  },
];
