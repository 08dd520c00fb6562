const LONGEST = 2_000;
/** Parameters that say how somebody came to a page, not which page it is. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid)$/i;

/** The address by which a page is known: http(s), without credentials, fragment and parameters of tracking; undefined for others. */
export function identity(address: string): string | undefined {
  if (address.length > LONGEST) return undefined;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  const tracked = [...url.searchParams.keys()].filter((k) => TRACKING.test(k));
  for (const key of tracked) url.searchParams.delete(key);
  return url.href.length > LONGEST ? undefined : url.href;
}

/** Whether two addresses are of one site: one host, but for the names of its forms for telephones. */
export const sameSite = (a: string, b: string): boolean => site(a) === site(b);

/** Whether a name is the address of a site other than `from`: nobody on the web speaks in the name of another. A name that is no address of the web is nobody's. */
export function ofAnotherSite(name: string, from: string): boolean {
  try {
    return /^https?:$/.test(new URL(name).protocol) && !sameSite(name, from);
  } catch {
    return false;
  }
}

const site = (address: string): string => new URL(address).hostname.replace(/^(?:www|m|mobile|amp)\./, '');
