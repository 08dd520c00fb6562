import type { Rule } from './rule.js';

const OWN = '@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix x: <https://example.org/> .\n';
const PROPERTY = (axiom: string): string => `${OWN}x:p a owl:ObjectProperty ${axiom} . x:q a owl:ObjectProperty .`;

/** Contradictions with the ontology, over the closure of the graph under OWL 2 RL. */
export const LOGIC: readonly Rule[] = [
  {
    code: 'HW-301', level: 'error',
    title: { en: 'Nothing is of two classes that exclude each other', ckb: 'هیچ شتێک سەر بە دوو پۆلی دژبەیەک نییە' },
    message: { en: 'is {between}, which nothing can be at once', ckb: 'هاوکات بە {between} دانراوە، کە هیچ شتێک ناتوانێت هەردووکیان بێت' },
    hint: { en: 'remove one of the two types, or split the entity', ckb: 'یەکێک لە دوو جۆرەکە لاببە، یان قەوارەکە بکە بە دوو' },
    breaks: 'person:azad a news:Organization .', keeps: 'person:azad a owl:Thing .',
  },
  {
    code: 'HW-302', level: 'error',
    title: { en: 'A property that has one value has no second', ckb: 'ئەو تایبەتمەندییەی تەنیا یەک بەها وەردەگرێت، بەهای دووەمی نییە' },
    message: { en: '{property} has two values', ckb: '«{property}» دوو بەهای هەیە' },
    hint: { en: 'keep the one that the article states', ckb: 'تەنها ئەوەیان بهێڵەوە کە وتارەکە دەیڵێت' },
    breaks: 'x:a x:p "1" , "2" .', keeps: 'x:a x:p "1"^^xsd:integer , "01"^^xsd:integer .',
    ontology: `${OWN}x:p a owl:DatatypeProperty , owl:FunctionalProperty .`,
  },
  {
    code: 'HW-303', level: 'error',
    title: { en: 'What a property says of its ends agrees with what they are', ckb: 'ئەوەی تایبەتمەندییەک دەربارەی هەردوو لای خۆی دەیڵێت، لەگەڵ جۆریاندا یەکدەگرێتەوە' },
    message: { en: 'is {between}, one of them because of {property}', ckb: 'هاوکات بە {between} دادەنرێت، یەکێکیان بەهۆی «{property}»ەوە' },
    hint: { en: 'correct the statement with {property}, or the type', ckb: 'گوزارەی {property} ڕاست بکەرەوە، یان جۆرەکە' },
    breaks: '<1#char=0,5> news:status news:asserted .', keeps: '',
  },
  {
    code: 'HW-304', level: 'error',
    title: { en: 'What is the same is not different', ckb: 'ئەوەی هەمان شتە جیاواز نییە' },
    message: { en: 'is the same as {between} and different from it', ckb: 'هەمان {between}ە و لێشی جیاوازە' },
    hint: { en: 'remove the owl:sameAs that is wrong, or one of two values that can only be one', ckb: 'ئەو owl:sameAsە لاببە کە هەڵەیە، یان یەکێک لەو دوو بەهایە لاببە کە دەبێت تەنیا یەکێکیان هەبێت' },
    breaks: 'person:azad owl:sameAs person:nazdar ; owl:differentFrom person:nazdar .', keeps: 'person:azad owl:differentFrom person:nazdar .',
  },
  {
    code: 'HW-305', level: 'error',
    title: { en: 'Properties hold only where they can', ckb: 'تایبەتمەندییەکان تەنیا لەو شوێنانەدا هەن کە دەکرێت هەبن' },
    message: { en: '{property} cannot hold here: {why}', ckb: '«{property}» ناکرێت لێرەدا هەبێت: {why}' },
    hint: { en: 'remove one of the statements behind it', ckb: 'یەکێک لەو گوزارانە لاببە کە لەپشتییەوەن' },
    breaks: 'x:a x:p x:b . x:b x:p x:a .', keeps: 'x:a x:p x:b .', ontology: PROPERTY(', owl:AsymmetricProperty'),
  },
  {
    code: 'HW-306', level: 'error',
    title: { en: 'What is said not to be is not said', ckb: 'ئەوەی وتراوە کە نییە، نەوتراوە کە هەیە' },
    message: { en: '{property} is stated here and denied', ckb: '«{property}» لێرەدا هەم وتراوە و هەم ڕەتکراوەتەوە' },
    hint: { en: 'remove the statement, or its denial', ckb: 'گوزارەکە لاببە، یان ڕەتکردنەوەکەی' },
    breaks: '[] owl:sourceIndividual x:a ; owl:assertionProperty x:p ; owl:targetIndividual x:b . x:a x:p x:b .', keeps: 'x:a x:p x:b .', ontology: PROPERTY(''),
  },
  {
    code: 'HW-307', level: 'error',
    title: { en: 'Values are values of their datatype', ckb: 'بەهاکان بەهای جۆری داتای خۆیانن' },
    message: { en: '"{value}" is no {kind}', ckb: '«{value}» {kind} نییە' },
    hint: { en: 'write a value of the datatype', ckb: 'بەهایەکی ئەو جۆرە داتایە بنووسە' },
    breaks: 'x:a x:p "two"^^xsd:integer .', keeps: 'x:a x:p "2"^^xsd:integer .', ontology: `${OWN}x:p a owl:DatatypeProperty .`,
  },
  {
    code: 'HW-308', level: 'warning',
    title: { en: 'The graph was closed to its end', ckb: 'هەموو دەرئەنجامەکانی گرافەکە دۆزراونەتەوە' },
    message: { en: 'more than {count} statements follow from this graph: the search for contradictions was given up', ckb: 'زیاتر لە {count} گوزارە لەم گرافەوە هەڵدەهێنجرێت: گەڕان بەدوای دژیەکیدا وەستێنرا' },
    hint: { en: 'check the graph in parts', ckb: 'گرافەکە بەش بەش بپشکنە' },
    breaks: '', keeps: '', tried: 'tests/hostile-graphs.test.ts',
  },
];
