import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { HOST, ROOM } from './xmpp-servers.js';
import { StanzaReader } from './xmpp-stanzas.js';

/**
 * The people of an XMPP room, in a process of their own: SASL ANONYMOUS (RFC 4505), a bound resource (RFC 6120, section 7), a seat in the room
 * (XEP-0045), and what they are sent there.
 */
export type PeopleCommand =
  | { kind: 'join'; port: number; count: number }
  /** Messages of these people in turn: each when its sender has it back from the room, or all at once. */
  | { kind: 'send'; contents: string[]; atOnce: boolean };
export type PeopleAnswer = { kind: 'joined' } | { kind: 'all'; latenciesMs: number[] };

const JOIN_AT_ONCE = 20;
const HEADER = `<?xml version='1.0'?><stream:stream to='${HOST}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;

const tell = (answer: PeopleAnswer) => process.send?.(answer);
let expected = 0;
let latenciesMs: number[] = [];
let next = 0;
const people: Person[] = [];

class Person {
  readonly #socket: Socket;
  readonly #reader = new StanzaReader();
  /** Shown each stanza until it says that this is it. */
  #awaited: { is(stanza: string): boolean; done(): void } | undefined;
  #echoes: (() => void)[] = [];
  nick = '';

  constructor(port: number) {
    this.#socket = connect(port, '127.0.0.1');
    this.#socket.setNoDelay(true).setEncoding('utf8');
    this.#socket.on('data', text => {
      for (const stanza of this.#reader.read(String(text))) this.#take(stanza);
    });
    this.#socket.once('close', () => {
      throw new Error('the XMPP server closed a connection');
    });
  }

  async join(nick: string): Promise<void> {
    this.nick = nick;
    await once(this.#socket, 'connect');
    await this.#ask(HEADER, stanza => stanza.startsWith('<stream:features'));
    await this.#ask("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>", stanza => stanza.startsWith('<success'));
    this.#reader.restart();
    await this.#ask(HEADER, stanza => stanza.startsWith('<stream:features'));
    await this.#ask("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>", stanza => stanza.startsWith('<iq') && stanza.includes('<jid>'));
    await this.#ask(`<presence to='${ROOM}/${nick}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>`, stanza => stanza.startsWith('<presence') && /code=['"]110['"]/.test(stanza));
  }

  /** Resolves when the room sends it back. */
  say(content: string): Promise<void> {
    const echo = new Promise<void>(done => this.#echoes.push(done));
    this.#socket.write(`<message to='${ROOM}' type='groupchat' id='m${next}'><body>${content}</body></message>`);
    return echo;
  }

  #ask(text: string, is: (stanza: string) => boolean): Promise<void> {
    const answer = new Promise<void>(done => (this.#awaited = { is, done }));
    this.#socket.write(text);
    return answer;
  }

  #take(stanza: string): void {
    if (stanza.startsWith('<message')) return this.#hear(stanza);
    if (/^<(failure|stream:error)|type=['"]error['"]/.test(stanza)) throw new Error(stanza);
    if (!this.#awaited?.is(stanza)) return;
    const { done } = this.#awaited;
    this.#awaited = undefined;
    done();
  }

  #hear(stanza: string): void {
    if (stanza.includes('type=\'error\'') || stanza.includes('type="error"')) throw new Error(stanza);
    const sentAt = /sent-at-(\d+\.?\d*)/.exec(stanza)?.[1];
    if (sentAt === undefined) return;
    if (new RegExp(`from=['"]${ROOM}/${this.nick}['"]`).test(stanza)) this.#echoes.shift()?.();
    latenciesMs.push(performance.timeOrigin + performance.now() - Number(sentAt));
    if (latenciesMs.length === expected) tell({ kind: 'all', latenciesMs });
  }
}

process.on('message', (command: PeopleCommand) => void (command.kind === 'join' ? joinAll(command.port, command.count) : sendAll(command.contents, command.atOnce)));
process.on('disconnect', () => process.exit(0));

async function joinAll(port: number, count: number): Promise<void> {
  for (let first = 0; first < count; first += JOIN_AT_ONCE) {
    const some = Array.from({ length: Math.min(JOIN_AT_ONCE, count - first) }, () => new Person(port));
    await Promise.all(some.map((person, i) => person.join(`n${first + i}`)));
    people.push(...some);
  }
  tell({ kind: 'joined' });
}

async function sendAll(contents: readonly string[], atOnce: boolean): Promise<void> {
  expected = contents.length * people.length;
  latenciesMs = [];
  const stamped = (text: string) => text.replace(/sent-at-.*/, `sent-at-${(performance.timeOrigin + performance.now()).toFixed(3)}`);
  const sayOne = (text: string) => people[next++ % people.length]!.say(stamped(text));
  if (atOnce) await Promise.all(contents.map(sayOne));
  else for (const text of contents) await sayOne(text);
}
