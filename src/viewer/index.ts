export { pageData, type PageInput } from './data.js';
export { createGrammar } from './grammar.js';
export { pageHtml } from './html.js';
export { pageTemplate } from './template.js';
export type { PageData } from './model/types.js';
