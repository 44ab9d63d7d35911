/**
 * Text of strangers on one line: without controls, halves of characters, and what has no width or turns the direction of what follows; at most
 * `lengthMax` characters. Null when nothing is left to see.
 */
export function cleanText(text: string | undefined, lengthMax: number): string | null {
  // Far more than is shown, so that a long text costs nothing.
  const start = (text ?? '').slice(0, lengthMax * 8);
  const plain = start.replaceAll(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '').replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').trim();
  if (!/[^\p{M}\s]/u.test(plain)) return null;
  const characters = Array.from(plain);
  return characters.length <= lengthMax ? plain : `${characters.slice(0, lengthMax - 1).join('').trimEnd()}…`;
}
