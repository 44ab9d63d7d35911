/** What people type or paste to the 10 digits of a meeting: with spaces or dashes, or as its whole link. Null when it is neither. */
export function numberOf(typed: string): string | null {
  const link = /\/m\/(\d{10})(?:\D|$)/.exec(typed)?.[1];
  const digits = link ?? typed.replace(/[\s.()-]/g, '');
  return /^\d{10}$/.test(digits) ? digits : null;
}

/** `123 456 7890`, so that it can be read aloud. */
export function spacedNumber(number: string): string { return number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3'); }
