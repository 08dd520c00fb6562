import { UserError } from '../../model/note.js';
import { addressOf, inClear } from './address.js';
import { credentialsFor, type Credentials, type Keyring } from './credentials.js';
import { createSend, type Send } from './http.js';
import { detect, endpointsOf, type Server } from './layouts.js';
import { patient, type Patience } from './patience.js';
import type { Protocol } from './remove.js';
import { createStore, type Endpoints, type RemoteStore } from './store.js';

/** How to reach a store: its address, or its endpoints one by one, which go before what is known of the address. */
export interface Address {
  readonly to?: string | undefined;
  readonly server?: Server | undefined;
  readonly query?: string | undefined;
  readonly update?: string | undefined;
  readonly gsp?: string | undefined;
  readonly protocol: Protocol | 'auto';
}

export interface Connection {
  readonly store: RemoteStore;
  readonly endpoints: Endpoints;
  readonly protocol: Protocol;
  readonly server: Server | undefined;
}

/** Told of what somebody should know before the first request is sent. */
export type Warn = (message: string) => void;

/** `timeout`: seconds a request. Throws a `UserError` where the address does not lead to a store. */
export async function connect(a: Address, keys: Keyring, patience: Patience, timeout: number, warn: Warn = () => {}): Promise<Connection> {
  const given = Object.fromEntries((['query', 'update', 'gsp'] as const).flatMap((k) => (a[k] === undefined ? [] : [[k, addressOf(a[k], `--${k}`)] as const])));
  const to = a.to === undefined ? undefined : addressOf(a.to, '--to');
  if (!to && !(given['query'] && given['update'])) throw new UserError('nothing says where the store is', 'give --to URL, or --query URL and --update URL', '--to');

  // One host, one entry of the netrc file; what the environment has was given for all of them.
  const links = new Map<string, { readonly send: Send; readonly credentials: Credentials }>();
  const link = (url: URL) => {
    const old = links.get(url.hostname);
    if (old) return old;
    const credentials = credentialsFor(url.hostname, keys);
    const made = { send: patient(createSend(credentials, timeout), patience), credentials };
    links.set(url.hostname, made);
    return made;
  };
  const clear = [to, ...Object.values(given)].find((url) => url && inClear(url) && link(url).credentials.kind !== 'none');
  if (clear) warn(`${clear.host} is reached over plain HTTP: everyone between can read the articles, and most likely the password`);
  const send: Send = (r) => link(new URL(r.url)).send(r);

  const server = to && (a.server ?? (given['query'] && given['update'] ? undefined : await detect(to, send)));
  const known: Partial<Endpoints> = server && to ? endpointsOf(server, to, link(to).credentials.kind !== 'none') : {};
  const endpoints = { ...known, ...Object.fromEntries(Object.entries(given).map(([k, url]) => [k, url.href])) } as Endpoints;
  if (a.protocol === 'gsp' && endpoints.gsp === undefined) throw new UserError('no Graph Store endpoint is known', 'give --gsp URL, or --protocol update', '--protocol');
  const protocol = a.protocol === 'auto' ? (endpoints.gsp === undefined ? 'update' : 'gsp') : a.protocol;
  return { store: createStore(send, endpoints), endpoints, protocol, server };
}
