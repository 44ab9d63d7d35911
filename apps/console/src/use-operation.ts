import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { ApiFailure } from '@carillon/client/api.js';
import { perform, type InputOf, type OperationName, type OutputOf } from './operations.js';

interface ReadOptions {
  readonly enabled?: boolean;
  /** What was shown stays until the next page is here. */
  readonly keep?: boolean;
  readonly refetchEveryMs?: number;
}

/** What an operation says, read again after every change that is made here. */
export function useOperation<N extends OperationName>(name: N, input: InputOf<N>, { enabled = true, keep = false, refetchEveryMs }: ReadOptions = {}): UseQueryResult<OutputOf<N>, ApiFailure> {
  return useQuery<OutputOf<N>, ApiFailure>({
    queryKey: [name, input], queryFn: () => perform(name, input), enabled, ...(keep ? { placeholderData: keepPreviousData } : {}), ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs }),
  });
}

/** Lists are bounded: nobody reads more than this in one table without searching. */
const PAGES_MAX = 20;

/** All pages of a list, up to a bound: `more` says that there are others. */
export function useAllPages<N extends OperationName, Item>(
  name: N, input: InputOf<N>, paging: { items: (output: OutputOf<N>) => readonly Item[] | undefined; next: (output: OutputOf<N>) => Partial<InputOf<N>> | undefined }, options: { enabled?: boolean; refetchEveryMs?: (items: readonly Item[]) => number | false } = {},
): UseQueryResult<{ items: readonly Item[]; more: boolean }, ApiFailure> {
  return useQuery<{ items: readonly Item[]; more: boolean }, ApiFailure>({
    queryKey: [name, input, 'all'], enabled: options.enabled ?? true, refetchInterval: query => options.refetchEveryMs?.(query.state.data?.items ?? []) ?? false,
    queryFn: async () => {
      const items: Item[] = [];
      let more: Partial<InputOf<N>> | undefined = {};
      for (let page = 0; page < PAGES_MAX && more !== undefined; page++) {
        const output: OutputOf<N> = await perform(name, Object.assign({}, input, more));
        items.push(...paging.items(output) ?? []);
        more = paging.next(output);
      }
      return { items, more: more !== undefined };
    },
  });
}

/** The next page by Chime's own token. */
export const byNextToken = (output: { NextToken?: string | undefined }): { NextToken: string } | undefined => (output.NextToken === undefined ? undefined : { NextToken: output.NextToken });
/** The next page by IAM's marker. */
export const byMarker = (output: { IsTruncated?: boolean | undefined; Marker?: string | undefined }): { Marker: string } | undefined => (output.IsTruncated === true && output.Marker !== undefined ? { Marker: output.Marker } : undefined);

export interface Change<Input, Output> {
  /** Throws what `failure` then says too. */
  readonly run: (input: Input) => Promise<Output>;
  readonly busy: boolean;
  readonly failure: ApiFailure | null;
  readonly reset: () => void;
}

/** Something that changes: afterwards everything that is shown is read again. */
export function useChange<Input, Output>(work: (input: Input) => Promise<Output>): Change<Input, Output> {
  const queries = useQueryClient();
  const mutation = useMutation<Output, ApiFailure, Input>({ mutationFn: work, onSettled: () => queries.invalidateQueries() });
  return { run: mutation.mutateAsync, busy: mutation.isPending, failure: mutation.error, reset: mutation.reset };
}

/** The same for one operation. */
export function useOperationChange<N extends OperationName>(name: N): Change<InputOf<N>, OutputOf<N>> {
  return useChange((input: InputOf<N>) => perform(name, input));
}
