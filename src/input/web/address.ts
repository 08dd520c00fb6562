import ipaddr from 'ipaddr.js';
import { problem, type Problem } from '../read.js';

/** Longer than any address of news; what is longer costs only time. */
const LONGEST = 2_000;

/** Answers instances of Azure with their secrets, under an address that looks public. */
const METADATA = new Set(['168.63.129.16']);

/** An address for messages: without the password that stands in it. */
export const shown = (address: string): string => address.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, '$1…@');

/** An address that may be fetched, or why not; a name is looked up later. Forms of numbers (127.1, 0x7f000001, 017700000001) are made one by `URL` (URL Standard, section 3.5). */
export function parseAddress(input: string, allowPrivate: boolean, open: (ip: string) => boolean = isPublic): URL | Problem {
  const refused = (message: string, hint: string): Problem => problem('HW-015', message, hint);
  if (input.length > LONGEST) return refused(`is an address of more than ${LONGEST} characters`, 'give a shorter one');
  let url: URL;
  try {
    url = new URL(input);
  } catch {
    return refused('is not an address', 'for example https://example.org/news/1.html');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refused(`"${url.protocol}" is not fetched`, 'only http and https are');
  if (url.username !== '' || url.password !== '') return refused('holds a user name or password', 'leave it out: pages behind a login are not read');
  if (!allowPrivate && url.port !== '' && Number(url.port) < 1024) return refused(`port ${url.port} is not one of web servers`, '80, 443 or one from 1024 on, or --allow-private');
  url.hash = '';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return !allowPrivate && ipaddr.isValid(host) && !open(host) ? privateHost(host) : url;
}

export const privateHost = (host: string): Problem => problem('HW-015', `leads to ${host}, which is not a public address`, 'private and local addresses are fetched only with --allow-private');

/**
 * Whether an IP address is one of the public internet: not private, loopback, link-local, shared (RFC 6598), multicast or reserved; of IPv6 only global unicast
 * (2000::/3) outside of the tunnels that lead to any IPv4 address, and IPv4 inside IPv6 (mapped, NAT64) by the IPv4 address.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address.replace(/%.*$/, ''));
  if (ip.kind() === 'ipv4') return ip.range() === 'unicast' && !METADATA.has(ip.toString());
  const bytes = ip.toByteArray();
  const nat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0].every((b, i) => bytes[i] === b);
  return nat64 ? isPublic(bytes.slice(12).join('.')) : ip.range() === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}
