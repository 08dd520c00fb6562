import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiled, fromCargo, fromDebian, fromMaven, NotHere } from './cache.js';
import { freePort, start, temporary, type Running } from './running.js';

/** A server that is up, and how to reach it. */
export interface Up extends Running {
  /** What --to is given. */
  readonly to: string;
  readonly user?: string;
  readonly password?: string;
  /** Its endpoints, for the proof's own questions: not through hewal. */
  readonly query: string;
}

export interface Server {
  readonly name: string;
  /** Installs and starts it. Throws `NotHere` where it cannot be installed. `asked`: by name, so that it may take long. */
  up(asked: boolean): Promise<Up>;
}

const VIRTUOSO = ['virtuoso-opensource-7-bin', 'libminizip1', 'libpcre3', 'libldap-2.5-0', 'libreadline8'];

/** Virtuoso asks for Digest. Its administrator is dba, with the password dba, until somebody changes it. */
const virtuoso: Server = {
  name: 'virtuoso',
  up: async () => {
    const root = await fromDebian('virtuoso-7', VIRTUOSO);
    const folder = temporary('virtuoso'), port = await freePort(), sql = await freePort();
    writeFileSync(join(folder, 'virtuoso.ini'), `[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sql}
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:${port}
[SPARQL]
ResultSetMaxRows = 10000
`);
    const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'lib/aarch64-linux-gnu'].map((l) => join(root, l));
    const to = `http://127.0.0.1:${port}`;
    const running = await start(join(root, 'usr/bin/virtuoso-t'), ['-f', '+configfile', 'virtuoso.ini'], folder, `${to}/sparql`, { LD_LIBRARY_PATH: libraries.join(':') });
    return { ...running, to, user: 'dba', password: 'dba', query: `${to}/sparql` };
  },
};

/** Java of this machine, or why not. */
function java(least: number): void {
  const said = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(said.stderr ?? '')?.[1]);
  if (!(version >= least)) throw new NotHere(Number.isNaN(version) ? 'java is not here' : `Java ${least} is wanted, ${version} is here`);
}

const PASSWORD = 'قەڵا:7&x';

/** Fuseki behind a user and a password, asked for by Basic. 5.6.0 is the last for Java 17. */
const fuseki: Server = {
  name: 'fuseki',
  up: async () => {
    java(17);
    const jar = await fromMaven('org.apache.jena:jena-fuseki-server:5.6.0');
    const folder = temporary('fuseki'), port = await freePort();
    writeFileSync(join(folder, 'passwd'), `hewal: ${PASSWORD}\n`);
    const to = `http://127.0.0.1:${port}/ds`;
    const running = await start('java', ['-Xmx512m', '-Dfile.encoding=UTF-8', '-jar', jar, '--localhost', `--port=${port}`, '--passwd=passwd', '--auth=basic', '--mem', '--update', '/ds'], folder, to, { FUSEKI_BASE: join(folder, 'base') });
    return { ...running, to, user: 'hewal', password: PASSWORD, query: `${to}/query` };
  },
};

/** RDF4J's server, in Jetty: the third, since Oxigraph takes too long to compile. */
const rdf4j: Server = {
  name: 'rdf4j',
  up: async () => {
    java(11);
    const war = await fromMaven('org.eclipse.rdf4j:rdf4j-http-server:4.1.3:war');
    const jetty = await fromMaven('org.eclipse.jetty:jetty-runner:9.4.57.v20241219');
    const folder = temporary('rdf4j'), port = await freePort();
    const to = `http://127.0.0.1:${port}/rdf4j-server/repositories/hewal`;
    const running = await start('java', ['-Xmx512m', `-Dorg.eclipse.rdf4j.appdata.basedir=${join(folder, 'data')}`, `-Djava.io.tmpdir=${folder}`, '-jar', jetty, '--host', '127.0.0.1', '--port', String(port), '--path', '/rdf4j-server', war], folder, `http://127.0.0.1:${port}/rdf4j-server/protocol`);
    const made = await fetch(to, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: MEMORY });
    if (!made.ok) throw new Error(`RDF4J makes no repository: ${made.status} ${await made.text()}`);
    return { ...running, to, query: to };
  },
};

const MEMORY = `@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "hewal" ; rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
`;

/** Oxigraph's own server compiles RocksDB: half an hour on two slow cores, so only where it is there, or asked for by name. */
const oxigraph: Server = {
  name: 'oxigraph',
  up: async (asked) => {
    const there = compiled('oxigraph-cli', 'oxigraph') ?? (spawnSync('oxigraph', ['--version']).status === 0 ? 'oxigraph' : undefined);
    if (there === undefined && !asked) throw new NotHere('takes up to half an hour to compile: "npm run test:stores -- oxigraph" does it once');
    const program = there ?? await fromCargo('oxigraph-cli', '0.5.13', 'oxigraph', ['--no-default-features']);
    const folder = temporary('oxigraph'), port = await freePort();
    const to = `http://127.0.0.1:${port}`;
    const running = await start(program, ['serve', '--location', 'data', '--bind', `127.0.0.1:${port}`], folder, `${to}/query`);
    return { ...running, to, query: `${to}/query` };
  },
};

export const SERVERS: readonly Server[] = [virtuoso, fuseki, rdf4j, oxigraph];
