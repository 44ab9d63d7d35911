import type { MediaCommand } from '@carillon/wire/media.js';
import type { LogLevel } from './transport/transport-hub.js';
import type { MeetingEvent } from './sfu/meeting-event.js';

/** What a worker thread is started with. */
export interface WorkerSettings {
  readonly worker: number;
  readonly mediaPort: number;
  readonly announcedAddresses: readonly string[];
  readonly tokenPublicKey: string;
}

/** From the node to a worker. `stop` is answered by the end of the thread. */
export type WorkerOrder = MediaCommand;

/** From a worker to the node. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly signalPort: number; readonly mediaPort: number }
  | { readonly kind: 'event'; readonly event: MeetingEvent }
  | { readonly kind: 'metrics'; readonly values: Record<string, number> }
  | { readonly kind: 'debug'; readonly inReplyTo: number; readonly snapshot: unknown }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly message: string; readonly fields: Readonly<Record<string, unknown>> };
