import type { Operations as Chime } from '@carillon/wire/aws/generated/chime-types.js';
import type { Operations as ChimeSdkMeetings } from '@carillon/wire/aws/generated/chime-sdk-meetings-types.js';
import type { Operations as CloudTrail } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import type { Operations as Iam } from '@carillon/wire/aws/generated/iam-types.js';
import type { Operations as Sts } from '@carillon/wire/aws/generated/sts-types.js';
import type { Ctx } from './ctx.js';

/** The services whose operations are defined by a contract, with the types of their inputs and outputs. */
interface Services {
  chime: Chime;
  'chime-sdk-meetings': ChimeSdkMeetings;
  iam: Iam;
  sts: Sts;
  cloudtrail: CloudTrail;
}
export type ServiceName = keyof Services;
type InputOf<S extends ServiceName, N extends keyof Services[S]> = Services[S][N] extends { input: infer Input } ? Input : never;
type OutputOf<S extends ServiceName, N extends keyof Services[S]> = Services[S][N] extends { output: infer Output } ? Output : never;

/** How a request came in, for conditions of policies and for the audit record. */
export interface Call {
  readonly requestId: string;
  readonly sourceAddress: string;
  readonly userAgent: string;
  /** Over TLS. */
  readonly secure: boolean;
  /** From the signature's scope; `us-east-1` for the console. */
  readonly region: string;
  /** The request's path without its query: printed in the sentence of a refusal. */
  readonly path: string;
}

/**
 * An operation, defined once in a feature's `aws.ts`, whatever door it is asked through. `iam/perform-operation.ts`
 * decides, runs and records it. A `write` runs wholly in one transaction, together with its audit record: inside it
 * `ctx.tx` joins that transaction and `ctx.sql` is its connection.
 */
export interface Operation {
  readonly service: ServiceName | 's3';
  readonly name: string;
  readonly kind: 'read' | 'write';
  /** The action that policies name: `chime:InviteUsers`. */
  readonly action: string;
  /** Needs no permission. */
  readonly free?: boolean;
  /** What policies' `Resource` is compared with; `*` without it. */
  readonly resource?: (input: never, caller: Caller) => string;
  /** What else must be allowed: of a copy, reading its source. */
  readonly also?: (input: never, caller: Caller) => readonly Permission[];
  /** Condition keys of this operation alone, in lower case. */
  readonly conditions?: (input: never) => Readonly<Record<string, string>>;
  /**
   * Comes after the decision and before a write's transaction, for what may not happen in one: storing bytes, asking another machine.
   * `work` gets what it gives.
   */
  readonly prepare?: (ctx: Ctx, input: never) => Promise<unknown>;
  /** Takes back what was prepared when the work is known to have failed. */
  readonly undo?: (ctx: Ctx, prepared: never) => Promise<void>;
  readonly work: (ctx: Ctx, input: never, prepared: never) => Promise<unknown>;
}

/** Of the caller, for naming resources. */
export interface Caller {
  readonly owner: string;
  readonly region: string;
  /** The user's own name; empty where the caller is no user. */
  readonly self: string;
}

export interface Permission {
  readonly action: string;
  readonly resource: string;
}

/** What may differ from the ordinary. */
interface More<Input> {
  readonly action?: string;
  readonly resource?: (input: Input, caller: Caller) => string;
  readonly prepare?: (ctx: Ctx, input: Input) => Promise<void>;
  readonly free?: boolean;
}

function define<S extends ServiceName, N extends keyof Services[S] & string>(
  kind: Operation['kind'],
  service: S,
  name: N,
  work: (ctx: Ctx, input: InputOf<S, N>) => Promise<OutputOf<S, N>>,
  more: More<InputOf<S, N>>,
): Operation {
  // Chime SDK meetings are evaluated as `chime:…`, as AWS does.
  const prefix = service === 'chime-sdk-meetings' ? 'chime' : service;
  // The door has decoded the input by this very operation's contract.
  return { service, name, kind, action: more.action ?? `${prefix}:${name}`, ...(more.resource && { resource: more.resource as Operation['resource'] & {} }), ...(more.free && { free: true }), ...(more.prepare && { prepare: more.prepare as Operation['prepare'] & {} }), work: work as Operation['work'] };
}

/** An operation that changes nothing: its audit record may be written a moment later. */
export function read<S extends ServiceName, N extends keyof Services[S] & string>(service: S, name: N, work: (ctx: Ctx, input: InputOf<S, N>) => Promise<OutputOf<S, N>>, more: More<InputOf<S, N>> = {}): Operation {
  return define('read', service, name, work, more);
}

/** An operation that changes something: one transaction, with its audit record. */
export function write<S extends ServiceName, N extends keyof Services[S] & string>(service: S, name: N, work: (ctx: Ctx, input: InputOf<S, N>) => Promise<OutputOf<S, N>>, more: More<InputOf<S, N>> = {}): Operation {
  return define('write', service, name, work, more);
}
