/**
 * Stands in for typebox in the browser's bundle. The schemas of `packages/wire` give the app its types and its routes; checking
 * them is the server's work, so their builders need to give back no more than what the wire files themselves look into.
 */
interface Outline { readonly properties: Record<string, unknown>; readonly const?: unknown }

const outline = (): Outline => ({ properties: {} });

export const Type = {
  Object: (properties: Record<string, unknown>): Outline => ({ properties }),
  Literal: (value: unknown): Outline => ({ properties: {}, const: value }),
  Array: outline, Boolean: outline, Integer: outline, Null: outline, Number: outline, Optional: outline, Record: outline, String: outline,
  Union: outline, Unknown: outline, Unsafe: outline, Partial: outline, Pick: outline, Omit: outline, Intersect: outline,
};
