import type { Context } from 'hono';
import { languageOf } from '../negotiate.js';
import type { Lang } from '../words.js';
import { layout, type Html, type Page } from './layout.js';

export const langOf = (c: Context): Lang => languageOf(c.req.query('lang'), c.req.header('accept-language'));

/** The address of this page with another value of one parameter. */
export function withParam(c: Context, name: string, value: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** Sends a page, in the language that was chosen. */
export function show(c: Context, page: Omit<Page, 'other'>, content: Html, status: 200 | 404 | 422 = 200): Response | Promise<Response> {
  c.header('Vary', 'Accept, Accept-Language', { append: true });
  c.header('Content-Language', page.lang);
  return c.html(layout({ ...page, other: withParam(c, 'lang', page.lang === 'ckb' ? 'en' : 'ckb') }, content), status);
}
