import { holds, type RequestContext } from './conditions.js';
import { compilePattern, matches, type Pattern } from './pattern.js';
import type { Policy, Statement } from './policy-document.js';

export type Decision = 'allowed' | 'implicitDeny' | 'explicitDeny';

export interface AccessRequest {
  /** `chime:InviteUsers` */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resources. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** What somebody’s permissions come from. */
export interface PolicySet {
  readonly identity: readonly Policy[];
  /** Narrows what the identity's policies give. */
  readonly boundary: Policy | undefined;
  /** Narrow a session's permissions; what one of them allows is left. */
  readonly session: readonly Policy[];
}

/** Two names of one action (requirements, X8 and X9). */
const ALIASES: Readonly<Record<string, string>> = { 'chime:listgroups': 'chime:listgroup', 'chime:retrievedataexports': 'chime:retrievedataexport' };

/**
 * IAM's rule: an explicit deny anywhere wins; then every layer that is there must allow. Nothing said is a refusal.
 */
export function evaluate(request: AccessRequest, policies: PolicySet): Decision {
  const layers = [policies.identity, ...(policies.boundary ? [[policies.boundary]] : []), ...(policies.session.length > 0 ? [policies.session] : [])];
  const decisions = layers.map(layer => decideLayer(request, layer));
  if (decisions.includes('explicitDeny')) return 'explicitDeny';
  return decisions.every(decision => decision === 'allowed') ? 'allowed' : 'implicitDeny';
}

function decideLayer(request: AccessRequest, layer: readonly Policy[]): Decision {
  let allowed = false;
  for (const policy of layer) {
    const resolve = policy.hasVariables ? resolverOf(request.context) : undefined;
    for (const statement of policy.statements) {
      if (allowed && statement.allow) continue;
      if (!applies(statement, request, resolve)) continue;
      if (!statement.allow) return 'explicitDeny';
      allowed = true;
    }
  }
  return allowed ? 'allowed' : 'implicitDeny';
}

/** Whether a statement speaks of this request: its action, its resource, and all its conditions. */
export function applies(statement: Statement, request: AccessRequest, resolve: ((variable: string) => string | undefined) | undefined): boolean {
  return matchesAction(statement, request.action) && matchesResource(statement, request.resource, resolve) && statement.conditions.every(condition => holds(condition, request.context, resolve));
}

const actionPatterns = new Map<string, Pattern>();
const ACTION_PATTERNS_MAX = 5_000;

function matchesAction({ actions, notActions }: Statement, action: string): boolean {
  const asked = action.toLowerCase();
  const alias = ALIASES[asked];
  const hit = actions.some(pattern => pattern === '*' || matches(actionPattern(pattern), asked) || (alias !== undefined && matches(actionPattern(pattern), alias)));
  return hit !== notActions;
}

function actionPattern(text: string): Pattern {
  const known = actionPatterns.get(text);
  if (known) return known;
  // Without variables there is always one.
  const pattern = compilePattern(text.toLowerCase())!;
  if (actionPatterns.size < ACTION_PATTERNS_MAX) actionPatterns.set(text, pattern);
  return pattern;
}

/** A variable that is not known never gives anything away: such a NotResource excepts everything from an Allow, nothing from a Deny. */
function matchesResource({ resources, notResources, allow }: Statement, resource: string, resolve: ((variable: string) => string | undefined) | undefined): boolean {
  const hit = resources.some(one => {
    if (one === '*') return true;
    const pattern = compilePattern(one, resolve);
    return pattern === undefined ? notResources && allow : matches(pattern, resource);
  });
  return hit !== notResources;
}

/** `${aws:username}`, `${aws:username, 'nobody'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. */
export function resolverOf(context: RequestContext): (variable: string) => string | undefined {
  return variable => {
    if (variable === '*' || variable === '?' || variable === '$') return variable;
    const match = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/.exec(variable);
    const values = match ? context.get(match[1]!.toLowerCase()) : undefined;
    return values?.length === 1 ? values[0] : match?.[2];
  };
}
