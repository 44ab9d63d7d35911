/** Between the bench, the server process and the process with the sockets. */
export type ServerCommand =
  /** So many people, and a room of the first so many of them for each of `rooms`. */
  | { kind: 'seed'; count: number; rooms: number[] }
  /** CPU time so far of the server process, all threads. */
  | { kind: 'usage' }
  /** Sends a frame of this text to each bare socket, `frames` times. */
  | { kind: 'bare'; text: string; frames: number };

export type ServerAnswer =
  | { kind: 'listening'; url: string; barePort: number }
  | { kind: 'seeded'; cookies: string[]; people: string[]; channelIds: string[] }
  | { kind: 'usage'; cpuUs: number }
  | { kind: 'bare-sent' };

export type SocketsCommand = { kind: 'connect'; url: string; cookies: string[]; barePort: number } | { kind: 'expect'; which: 'chat' | 'bare'; pushes: number };
export type SocketsAnswer = { kind: 'connected' } | { kind: 'expecting' } | { kind: 'all'; latenciesMs: number[] };
