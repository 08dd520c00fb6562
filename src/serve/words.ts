/** The words of the pages, in both languages. Terms of the ontology have their own labels. */
export type Lang = 'ckb' | 'en';

const WORDS = {
  en: {
    query: 'Query', ontology: 'Ontology', view: 'Reading room', other: 'کوردی', otherName: 'Kurdish',
    ready: 'Ready-made queries', run: 'Run', sparql: 'SPARQL query', stop: 'Stop', download: 'Download', empty: 'Nothing fits.', rows: 'rows', triples: 'triples', seconds: 's', yes: 'Yes', no: 'No', choose: 'Choose a query …',
    ask: 'Ask the graph', intro: 'In SPARQL, or with a ready-made query. Every article is a named graph; the default graph is all of them together.',
    statements: 'statements', articles: 'articles', endpoint: 'Programs ask at',
    facts: 'Facts', events: 'Events and relations', mentions: 'Named in', alsoCalled: 'Also written', sameAs: 'The same in', data: 'Data', says: 'says so', sentence: 'Sentence', rule: 'Rule', confidence: 'right in {n} of 100', article: 'Article', published: 'Published', publisher: 'Publisher', source: 'Source', implied: 'implied by', shown: '{n} of {all} are shown; a query finds the others.', states: 'States', supports: 'Stands behind', denotes: 'Names', told: 'What it tells', statements2: 'Statements',
    classes: 'Classes', roles: 'Roles', direct: 'Direct properties', evidence: 'Where statements come from', individuals: 'Status values', domain: 'of', range: 'to', under: 'under', inverse: 'inverse', shortOf: 'short of', entities: 'Entities', eventClasses: 'Events', relations: 'Relations', text: 'Text and evidence', relationRoles: 'Roles of relations', contents: 'Contents', terms: 'terms',
    notFound: 'The graph says nothing of this.', back: 'To the queries', failed: 'This did not work.',
    noView: 'The reading room is not part of this build.',
    search: 'Search', searchFor: 'Title, publisher or day of an article, or the name of somebody or something', together: 'Read these together', newer: 'Newer', older: 'Older', naming: 'Articles that name',
    tooMany: 'This is more than the {n} statements that one page shows: choose less, or start the server with a larger --rows.',
  },
  ckb: {
    query: 'پرسیار', ontology: 'ئۆنتۆلۆژیا', view: 'ژووری خوێندنەوە', other: 'English', otherName: 'ئینگلیزی',
    ready: 'پرسیارە ئامادەکان', run: 'بپرسە', sparql: 'پرسیاری SPARQL', stop: 'بوەستێنە', download: 'دایبگرە', empty: 'هیچ شتێک نەدۆزرایەوە.', rows: 'ڕیز', triples: 'سێیینە', seconds: 'چرکە', yes: 'بەڵێ', no: 'نەخێر', choose: 'پرسیارێک هەڵبژێرە …',
    ask: 'لە گرافەکە بپرسە', intro: 'بە SPARQL یان بە پرسیارێکی ئامادە. هەر وتارێک گرافێکی ناودارە؛ گرافی بنەڕەت هەموویان پێکەوەیە.',
    statements: 'دەربڕین', articles: 'وتار', endpoint: 'بەرنامەکان لێرە دەپرسن:',
    facts: 'ڕاستییەکان', events: 'ڕووداو و پەیوەندییەکان', mentions: 'ناوی هاتووە لە', alsoCalled: 'بەم شێوەیەش نووسراوە', sameAs: 'هەمان شت لە', data: 'داتا', says: 'دەیڵێت', sentence: 'ڕستە', rule: 'ڕێسا', confidence: 'لە ١٠٠ جاردا {n} جار ڕاستە', article: 'وتار', published: 'بڵاوبوونەوە', publisher: 'بڵاوکەرەوە', source: 'سەرچاوە', implied: 'لێوەرگیراو لە', shown: '{n} لە {all} نیشان دراوە؛ ئەوانی تر بە پرسیار دەدۆزرێنەوە.', states: 'ئەمە دەڵێت', supports: 'لە پشت ئەمەوەیە', denotes: 'ناوی ئەمەیە', told: 'چی دەگێڕێتەوە', statements2: 'دەربڕینەکان',
    classes: 'پۆلەکان', roles: 'ڕۆڵەکان', direct: 'تایبەتمەندییە ڕاستەوخۆکان', evidence: 'دەربڕینەکان لە کوێوە دێن', individuals: 'دۆخەکان', domain: 'هی', range: 'بۆ', under: 'لەژێر', inverse: 'پێچەوانە', shortOf: 'کورتکراوەی', entities: 'قەوارەکان', eventClasses: 'ڕووداوەکان', relations: 'پەیوەندییەکان', text: 'دەق و بەڵگە', relationRoles: 'ڕۆڵەکانی پەیوەندی', contents: 'ناوەڕۆک', terms: 'زاراوە',
    notFound: 'گرافەکە هیچ لەبارەی ئەمەوە ناڵێت.', back: 'بۆ پرسیارەکان', failed: 'ئەمە سەری نەگرت.',
    noView: 'ژووری خوێندنەوە لەم وەشانەدا نییە.',
    search: 'بگەڕێ', searchFor: 'سەردێڕ، بڵاوکەرەوە یان ڕۆژی وتارێک، یان ناوی کەسێک یان شتێک', together: 'ئەمانە پێکەوە بخوێنەرەوە', newer: 'نوێتر', older: 'کۆنتر', naming: 'ئەو وتارانەی ناویان هێناوە:',
    tooMany: 'ئەمە لەو {n} دەربڕینە زیاترە کە یەک پەڕە پیشانی دەدات: کەمتر هەڵبژێرە، یان ڕاژەکارەکە بە --rows ـی گەورەترەوە دەست پێ بکە.',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

export type Words = Readonly<Record<keyof (typeof WORDS)['en'], string>>;
export const wordsOf = (lang: Lang): Words => WORDS[lang];

/** A number as it is written in the language. */
export const numberIn = (lang: Lang, n: number): string => n.toLocaleString(lang === 'ckb' ? 'ckb-u-nu-arab' : 'en');
