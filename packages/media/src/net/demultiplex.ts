/** What a datagram is, by its first byte (RFC 7983 7). */
export type DatagramKind = 'stun' | 'dtls' | 'rtp' | 'unknown';

export function classifyDatagram(first: number): DatagramKind {
  if (first <= 3) return 'stun';
  if (first >= 20 && first <= 63) return 'dtls';
  return first >= 128 && first <= 191 ? 'rtp' : 'unknown';
}
