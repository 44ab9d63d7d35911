import protocol, { type ISdkSignalFrame } from 'amazon-chime-sdk-js/build/signalingprotocol/SignalingProtocol.js';

/**
 * Frames of the Chime SDK's signalling: one byte 0x05, then one protobuf `SdkSignalFrame` (signalling notes, section
 * 3). The protobuf code is the client's own, so both sides read the same schema; it loads alone, without the library.
 */
export type SignalFrame = ISdkSignalFrame;
/** A frame to be sent, without its time, which is written when it is encoded. */
export type OutgoingFrame = Omit<ISdkSignalFrame, 'timestampMs'>;

export const FrameType = protocol.SdkSignalFrame.Type;
export const StreamMediaType = protocol.SdkStreamMediaType;
export const StreamServiceType = protocol.SdkStreamServiceType;
export const PingPongType = protocol.SdkPingPongType;
export const NetworkAdaption = protocol.SdkServerSideNetworkAdaption;

const FRAME_MARK = 0x05;

/** The frame in a binary message, or undefined when it is none. */
export function parseFrame(message: Uint8Array): SignalFrame | undefined {
  if (message.length < 2 || message[0] !== FRAME_MARK) return undefined;
  try {
    return protocol.SdkSignalFrame.decode(message.subarray(1));
  } catch {
    // protobufjs throws on truncated or contradictory input; the caller closes the socket.
    return undefined;
  }
}

export function writeFrame(frame: OutgoingFrame, nowMs: number): Uint8Array {
  const body = protocol.SdkSignalFrame.encode({ ...frame, timestampMs: nowMs }).finish();
  const message = new Uint8Array(body.length + 1);
  message[0] = FRAME_MARK;
  message.set(body, 1);
  return message;
}

/** Numbers of 64 bits arrive as numbers or as `Long`s, as protobufjs finds the `long` package or not. */
export function plainNumber(value: number | { toNumber(): number } | null | undefined): number {
  if (value === null || value === undefined) return 0;
  return typeof value === 'number' ? value : value.toNumber();
}
