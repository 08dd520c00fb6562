/** Sentences of our own for pages and feeds. */
export const LEAD = 'سەرۆکی حکوومەت لە سلێمانی لەگەڵ باڵیۆزی هۆڵەندا کۆبووەوە، و باسیان لە کشتوکاڵ و ئاوی خواردنەوە کرد.';
export const SECOND = 'باڵیۆزەکە دوای کۆبوونەوەکە رایگەیاند، وڵاتەکەی دوو بەنداوی بچووک لە سنووری پارێزگاکە دروست دەکات.';
export const THIRD = 'وەزیری کشتوکاڵ دەڵێت، کارەکان لە بەهاری داهاتوودا دەست پێدەکەن و شەش مانگ دەخایەنن.';
export const HEADLINE = 'هۆڵەندا دوو بەنداو لە سلێمانی دروست دەکات';
export const TEXT = [LEAD, SECOND, THIRD].join('\n');
const LINKS = ['سەرەتا', 'کوردستان', 'جیهان', 'ئابووری', 'وەرزش', 'کەلتوور', 'تەندروستی', 'دەربارەی ئێمە'];
const OTHERS = ['نرخی گەنم لە بازاڕدا بەرز بووەوە', 'یانەی شار یارییەکەی بردەوە', 'باران بەڕێوەیە', 'قوتابخانە نوێیەکان کرانەوە'];

export const NAV = `<nav class="menu"><ul>${LINKS.map((l) => `<li><a href="/${encodeURIComponent(l)}">${l}</a></li>`).join('')}</ul></nav>`;
export const RELATED = `<div class="related-posts"><h3>هەواڵی زیاتر</h3><ul>${OTHERS.map((o, i) => `<li><a href="/news/${i}">${o}</a></li>`).join('')}</ul></div>`;
export const FOOTER = '<footer class="site-footer"><p>هەموو مافەکان پارێزراون</p><a href="/about">دەربارە</a></footer>';
export const P = [LEAD, SECOND, THIRD].map((s) => `<p>${s}</p>`).join('\n');

/** A page as news sites make them. */
export const pageOf = (head: string, body = `<article><h1>${HEADLINE}</h1>${P}</article>`): string =>
  `<!DOCTYPE html><html lang="ckb" dir="rtl"><head><meta charset="utf-8">${head}</head><body>${NAV}${body}${RELATED}${FOOTER}</body></html>`;
