import { isIP } from 'node:net';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const EVERYWHERE = ['0.0.0.0', '::'];

/** Whether a server that listens at this address serves its own machine only. */
export const isLocal = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * The names for which a server answers that listens at an address, as they stand in an address of the web: this machine's own
 * at loopback and everywhere, else the address alone; and those that are allowed besides. `machine`: what this machine is called.
 */
export function hostsOf(host: string, machine: string, allowed: readonly string[]): (name: string) => boolean {
  const all = EVERYWHERE.includes(host), own = all ? [...LOOPBACK, machine] : isLocal(host) ? [...LOOPBACK, host] : [host];
  const names = new Set([...own, ...allowed].map(inAddress));
  // Somebody who turns a name to this machine (DNS rebinding) has a name: an address is none.
  return (name) => names.has(name) || (all && isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0);
}

/** A host as browsers write it: in small letters, IPv6 in brackets; as it is where it is none. */
function inAddress(host: string): string {
  const text = `http://${isIP(host) === 6 ? `[${host}]` : host}/`;
  return URL.canParse(text) ? new URL(text).hostname : host;
}
