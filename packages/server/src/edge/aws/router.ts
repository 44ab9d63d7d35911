import type { Contract, ContractOperation } from '@carillon/wire/aws/contract.js';
import { queryPairs } from './canonical-request.js';

export interface RestMatch {
  readonly name: string;
  readonly operation: ContractOperation;
  /** Decoded, by the label's name in the URI. */
  readonly labels: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
}

interface Candidate {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly segments: readonly string[];
  readonly literals: readonly (readonly [string, string])[];
}

/** Finds the operation of a REST request by method, raw path and literal query. */
export type RestRouter = (method: string, rawPath: string, rawQuery: string) => RestMatch | undefined;

/** Operations with more literals are looked at first, so `?operation=create` comes before the same path without it. */
export function createRestRouter(contract: Contract): RestRouter {
  const byForm = new Map<string, Candidate[]>();
  const literalNames = new Set<string>();
  for (const [name, operation] of Object.entries(contract.operations)) {
    const [path = '', query = ''] = operation.uri.split('?');
    const segments = path.slice(1).split('/');
    for (const [literal] of queryPairs(query)) literalNames.add(literal);
    const form = `${operation.method} ${segments.length}`;
    byForm.set(form, [...(byForm.get(form) ?? []), { name, operation, segments, literals: queryPairs(query) }]);
  }
  for (const candidates of byForm.values()) candidates.sort((a, b) => weight(b) - weight(a));
  return (method, rawPath, rawQuery) => {
    const segments = rawPath.slice(1).split('/');
    const query = queryPairs(rawQuery);
    const asked = query.filter(([key]) => key === 'operation' && literalNames.has(key));
    for (const candidate of byForm.get(`${method} ${segments.length}`) ?? []) {
      const labels = matchSegments(candidate.segments, segments);
      // Two wishes, or one that no operation has, are no operation; without this they would be the plain one's.
      if (labels && asked.length <= 1 && asked.every(([key]) => candidate.literals.some(([name]) => name === key)) && candidate.literals.every(([name, value]) => query.some(([k, v]) => k === name && v === value))) return { name: candidate.name, operation: candidate.operation, labels, query };
    }
    return undefined;
  };
}

function weight({ segments, literals }: Candidate): number {
  return segments.filter(segment => !segment.startsWith('{')).length + literals.length;
}

/** Labels are decoded after the path was split, so an encoded slash stays inside its label. */
function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const labels: Record<string, string> = {};
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
      continue;
    }
    if (segment === '') return undefined;
    try {
      labels[part.slice(1, -1)] = decodeURIComponent(segment);
    } catch {
      // No text in UTF-8.
      return undefined;
    }
  }
  return labels;
}
