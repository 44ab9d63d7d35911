import type { Operations as Chime } from '@carillon/wire/aws/generated/chime-types.js';
import type { Operations as CloudTrail } from '@carillon/wire/aws/generated/cloudtrail-types.js';
import type { Operations as Iam } from '@carillon/wire/aws/generated/iam-types.js';
import { performConsoleOperation } from '@carillon/wire/rest/console.js';
import { createApi } from '@carillon/client/api.js';

/** What goes over the wire as JSON: times in ISO 8601, bytes in base64. */
export type Json<T> = T extends Date ? string : T extends Uint8Array ? string : T extends readonly (infer One)[] ? Json<One>[] : T extends object ? { [K in keyof T]: Json<T[K]> } : T;

/** `ListUsers`; of other services with the name before it: `iam:ListUsers`. */
export type OperationName = (keyof Chime & string) | `iam:${keyof Iam & string}` | `cloudtrail:${keyof CloudTrail & string}`;

type DefinitionOf<N extends OperationName> = N extends `iam:${infer M extends keyof Iam & string}` ? Iam[M]
  : N extends `cloudtrail:${infer M extends keyof CloudTrail & string}` ? CloudTrail[M]
    : N extends keyof Chime ? Chime[N] : never;
export type InputOf<N extends OperationName> = DefinitionOf<N> extends { input: infer Input } ? Json<Input> : Record<string, never>;
export type OutputOf<N extends OperationName> = DefinitionOf<N> extends { output: infer Output } ? (Output extends object ? Json<Output> : Record<string, never>) : Record<string, never>;

export const api = createApi();

/** Performs an operation as whoever is signed in; IAM decides. Throws `ApiFailure`. */
export function perform<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  return api.call(performConsoleOperation, { params: { operation: name }, body: input as Record<string, unknown> }) as Promise<OutputOf<N>>;
}
