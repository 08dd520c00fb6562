import type { Context, MiddlewareHandler } from 'hono';

/** Nothing runs or loads in a page but the files of this server. Styles are set by the editor's script, which the policy of styles does not govern. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Headers that every answer has. */
export const secured: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Content-Security-Policy', c.res.headers.get('Content-Security-Policy') ?? POLICY);
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cross-Origin-Resource-Policy', c.res.headers.has('Access-Control-Allow-Origin') ? 'cross-origin' : 'same-origin');
};

/** Refuses requests for other hosts: a page elsewhere whose name was turned to this machine (DNS rebinding) is one. `answers`: whether it is for a name without port; undefined takes any. */
export const onlyHosts = (answers: ((name: string) => boolean) | undefined): MiddlewareHandler => async (c, next) => {
  if (answers && !answers(new URL(c.req.url).hostname)) return c.text('This server does not answer for that host: see --allow-host.\n', 403);
  await next();
};

/** What a page of another site asks, as browsers say of every request. */
const crossSite = (c: Context): boolean => c.req.header('sec-fetch-site') === 'cross-site';
const refused = (c: Context): Response => c.text('Other sites may not ask here: see --cors.\n', 403);

/** Of what comes from other sites, answers links that somebody follows: a page to be shown. Nothing that is asked behind the back of their reader. */
export const onlyFollowed: MiddlewareHandler = async (c, next) => {
  if (crossSite(c) && !((c.req.method === 'GET' || c.req.method === 'HEAD') && c.req.header('sec-fetch-dest') === 'document')) return refused(c);
  await next();
};

/** Of what comes from other sites, answers what those may ask whose origin is this one: here a link would run a query. */
export const onlyOrigin = (cors: string | undefined): MiddlewareHandler => async (c, next) => {
  if (crossSite(c) && cors !== '*' && (cors === undefined || c.req.header('origin') !== cors)) return refused(c);
  await next();
};

/** Says to browsers that pages of this origin may read the answers; without one they may not. */
export const allowOrigin = (cors: string | undefined): MiddlewareHandler => async (c, next) => {
  await next();
  if (cors === undefined) return;
  c.header('Access-Control-Allow-Origin', cors);
  if (cors !== '*') c.header('Vary', 'Origin', { append: true });
};
