/**
 * The tables of an AWS interface: what `tools/aws-contract/make-contract.mjs` writes into `generated/`. They hold facts
 * alone (names, paths, codes, limits), no text of anybody's.
 */
export interface Contract {
  readonly service: string;
  readonly version: string;
  readonly protocol: 'rest-json' | 'query' | 'json';
  /** Of XML answers. */
  readonly xmlNamespace?: string;
  /** Of JSON 1.1: what stands before the operation's name in X-Amz-Target. */
  readonly targetPrefix?: string;
  readonly operations: Readonly<Record<string, ContractOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

export interface ContractOperation {
  readonly method: string;
  /** With `{AccountId}` for labels and a literal query where the operation is told by one. */
  readonly uri: string;
  /** The status of success. */
  readonly code: number;
  readonly input?: string;
  readonly output?: string;
  /** Of the query protocol: the element that holds the output. */
  readonly wrapper?: string;
  /** Names of the error shapes that this operation declares. */
  readonly errors: readonly string[];
}

export type Shape = StructureShape | ListShape | MapShape | StringShape | NumberShape | PlainShape;

export interface StructureShape {
  readonly type: 'structure';
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, Member>>;
  readonly sensitive?: true;
}

export interface Member {
  readonly shape: string;
  /** Where it travels, when not in the body. */
  readonly location?: 'uri' | 'querystring' | 'header';
  /** Its name there, when not its own. */
  readonly locationName?: string;
  readonly sensitive?: true;
}

export interface ListShape {
  readonly type: 'list';
  readonly of: string;
  readonly min?: number;
  readonly max?: number;
  readonly sensitive?: true;
}

export interface MapShape {
  readonly type: 'map';
  readonly key: string;
  readonly value: string;
}

export interface StringShape {
  readonly type: 'string';
  readonly min?: number;
  readonly max?: number;
  /** As AWS writes it: the whole string must match. */
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly sensitive?: true;
}

export interface NumberShape {
  readonly type: 'integer' | 'long' | 'double' | 'float';
  readonly min?: number;
  readonly max?: number;
}

export interface PlainShape {
  readonly type: 'boolean' | 'blob' | 'timestamp';
  /** Of a timestamp. */
  readonly format?: 'iso8601' | 'unixTimestamp';
  readonly sensitive?: true;
}
