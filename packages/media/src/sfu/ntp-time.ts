/** Seconds between 1900, where NTP counts from, and 1970. */
const NTP_EPOCH_S = 2_208_988_800;

/** Wall-clock milliseconds as RTCP writes time (RFC 3550 4). */
export function ntpTime(wallMs: number): { ntpSeconds: number; ntpFraction: number } {
  const seconds = wallMs / 1_000 + NTP_EPOCH_S;
  const whole = Math.floor(seconds);
  return { ntpSeconds: whole >>> 0, ntpFraction: Math.floor((seconds - whole) * 2 ** 32) >>> 0 };
}

/** The way back, in wall-clock milliseconds. */
export function wallTime(ntpSeconds: number, ntpFraction: number): number {
  return (ntpSeconds - NTP_EPOCH_S) * 1_000 + (ntpFraction / 2 ** 32) * 1_000;
}

/** The middle 32 bits, in which receiver reports name a sender report. */
export function ntpMiddle(wallMs: number): number {
  const { ntpSeconds, ntpFraction } = ntpTime(wallMs);
  return (((ntpSeconds & 0xffff) << 16) | (ntpFraction >>> 16)) >>> 0;
}
