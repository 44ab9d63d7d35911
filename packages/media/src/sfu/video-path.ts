import { videoCodecName } from '../sdp/codec.js';
import type { IncomingRtp } from '../transport/types.js';
import { startsKeyFrame } from './key-frame.js';
import type { OrderedPacket } from './packet-order.js';
import type { VideoLayer } from './video-layer.js';
import type { VideoSource } from './video-source.js';

/** The way of a video packet through a meeting, as a list. What each step hides is in the file of its name. */

const NO_PAYLOAD = new Uint8Array(0);
/** One object for all packets: `PacketOrder` copies what it keeps. */
const view: OrderedPacket = { payloadType: 0, marker: false, timestamp: 0, payload: NO_PAYLOAD, arrivalMs: 0, orientation: undefined };

/** From the transport to the order of the sender. */
export function takeVideoPacket(source: VideoSource, packet: IncomingRtp): void {
  // 1. Whose it is: by SSRC, or by the simulcast layer's name in a header extension.
  const layer = source.layerOf(packet);
  if (layer?.reception === undefined || layer.order === undefined) return;
  // 2. Counted for receiver reports and for the rate.
  const number = layer.reception.take(packet.sequenceNumber, packet.timestamp, packet.arrivalMs);
  layer.meter.add(packet.packet.length, packet.arrivalMs);
  // 3. In order: it passes at once, or waits for those that are missing before it.
  const orientation = source.camera.orientationExtension;
  view.payloadType = packet.payloadType;
  view.marker = packet.marker;
  view.timestamp = packet.timestamp;
  view.payload = packet.payloadLength === 0 ? NO_PAYLOAD : packet.packet.subarray(packet.payloadOffset, packet.payloadOffset + packet.payloadLength);
  view.arrivalMs = packet.arrivalMs;
  view.orientation = orientation === undefined ? undefined : packet.extension(orientation);
  layer.order.push(number, view, packet.arrivalMs);
}

/** From the order of the sender to everybody who gets this layer. */
export function passVideoPacket(source: VideoSource, layer: VideoLayer, packet: OrderedPacket, lostBefore: number): void {
  layer.untoldLosses += lostBefore;
  // 4. Probes of the sender's bandwidth end here, with their numbers.
  if (packet.payload.length === 0) return;
  // 5. What it is: the codec by the sender's payload type, and whether receivers may begin here.
  const codecKey = source.camera.codecs.get(packet.payloadType);
  const codec = codecKey === undefined ? undefined : videoCodecName(codecKey);
  if (codecKey === undefined || codec === undefined) return;
  const keyFrame = startsKeyFrame(codec, packet.payload);
  if (keyFrame) layer.keyFrame.arrived();
  const losses = layer.untoldLosses;
  layer.untoldLosses = 0;
  // 6. To each receiver, with numbers, times and payload type of his own.
  for (const forwarder of layer.forwarders) forwarder.forward(layer, packet, codecKey, keyFrame, losses);
}
