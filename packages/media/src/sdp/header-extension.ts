/**
 * Header extensions of RTP (RFC 8285) that are negotiated. What the first answer leaves out, browsers never offer
 * again, so all of these are kept from the first answer on, also on the camera section that is still inactive.
 */
export const AUDIO_LEVEL_URI = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';
export const MID_URI = 'urn:ietf:params:rtp-hdrext:sdes:mid';
export const RID_URI = 'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id';
export const REPAIRED_RID_URI = 'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id';
export const VIDEO_ORIENTATION_URI = 'urn:3gpp:video-orientation';
export const ABS_SEND_TIME_URI = 'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time';

/**
 * Transport-wide feedback is left out on purpose: a browser that negotiates it no longer listens to REMB, which is how
 * the uplink is governed for now.
 */
const KEPT_URIS: readonly string[] = [AUDIO_LEVEL_URI, MID_URI, RID_URI, REPAIRED_RID_URI, VIDEO_ORIENTATION_URI, ABS_SEND_TIME_URI];

export interface OfferedExtension {
  readonly id: number;
  readonly uri: string;
}

export function isKeptExtension(extension: OfferedExtension): boolean {
  return KEPT_URIS.includes(extension.uri);
}

export function extensionId(extensions: readonly OfferedExtension[], uri: string): number | undefined {
  return extensions.find(extension => extension.uri === uri)?.id;
}
