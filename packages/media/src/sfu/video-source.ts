import type { IncomingRtp } from '../transport/types.js';
import type { OrderedPacket } from './packet-order.js';
import { VideoLayer, type LayerDescription } from './video-layer.js';

/** What the sender's last SUBSCRIBE and its SDP say about the camera section. */
export interface CameraDescription {
  readonly layers: readonly LayerDescription[];
  /** Codec key by the sender's own payload types. */
  readonly codecs: ReadonlyMap<number, string>;
  /** Primary SSRCs of the offer; empty with simulcast. */
  readonly ssrcs: readonly number[];
  readonly ridExtension: number | undefined;
  readonly orientationExtension: number | undefined;
}

/** One camera (or shared screen) of one session: the uplink of all its layers. */
export class VideoSource {
  readonly attendeeId: string;
  readonly groupId: number;
  camera: CameraDescription;
  layers: readonly VideoLayer[];
  readonly #bySsrc = new Map<number, VideoLayer>();
  readonly #pass: (layer: VideoLayer, packet: OrderedPacket, lostBefore: number) => void;

  constructor(attendeeId: string, groupId: number, camera: CameraDescription, pass: (source: VideoSource, layer: VideoLayer, packet: OrderedPacket, lostBefore: number) => void) {
    this.attendeeId = attendeeId;
    this.groupId = groupId;
    this.camera = camera;
    this.#pass = (layer, packet, lostBefore) => pass(this, layer, packet, lostBefore);
    this.layers = camera.layers.map(description => new VideoLayer(description, this.#pass));
  }

  /** Takes over a new description; what was learned about SSRCs stays, because browsers tell it only once. */
  update(camera: CameraDescription): { readonly added: readonly VideoLayer[]; readonly removed: readonly VideoLayer[] } {
    this.camera = camera;
    const known = new Map(this.layers.map(layer => [layer.streamId, layer]));
    const added: VideoLayer[] = [];
    this.layers = camera.layers.map(description => {
      const layer = known.get(description.streamId);
      known.delete(description.streamId);
      if (layer !== undefined) {
        layer.description = description;
        return layer;
      }
      const created = new VideoLayer(description, this.#pass);
      added.push(created);
      return created;
    });
    for (const layer of known.values()) {
      layer.close();
      if (layer.ssrc !== undefined) this.#bySsrc.delete(layer.ssrc);
    }
    return { added, removed: [...known.values()] };
  }

  /** Whose packet it is; undefined for a stranger. */
  layerOf(packet: IncomingRtp): VideoLayer | undefined {
    const known = this.#bySsrc.get(packet.ssrc);
    if (known !== undefined) return known;
    const layer = this.#learnLayer(packet);
    if (layer === undefined) return undefined;
    if (layer.ssrc !== undefined) this.#bySsrc.delete(layer.ssrc);
    this.#bySsrc.set(packet.ssrc, layer);
    layer.adoptSsrc(packet.ssrc);
    return layer;
  }

  layerBySsrc(ssrc: number): VideoLayer | undefined {
    return this.#bySsrc.get(ssrc);
  }

  /** The layer a receiver of `wanted` gets while that one is off: the next smaller one, else the next larger. */
  substituteFor(wanted: VideoLayer): VideoLayer | undefined {
    if (wanted.active) return wanted;
    const at = this.layers.indexOf(wanted);
    const smaller = this.layers.slice(0, Math.max(0, at)).findLast(layer => layer.active);
    return smaller ?? this.layers.slice(at + 1).find(layer => layer.active);
  }

  close(): void {
    for (const layer of this.layers) layer.close();
    this.#bySsrc.clear();
  }

  #learnLayer(packet: IncomingRtp): VideoLayer | undefined {
    const { camera } = this;
    if (this.layers.some(layer => layer.description.rid !== undefined)) {
      const rid = camera.ridExtension === undefined ? undefined : packet.extension(camera.ridExtension)?.toString('latin1');
      return rid === undefined ? undefined : this.layers.find(layer => layer.description.rid === rid);
    }
    if (camera.ssrcs.length > 0 && !camera.ssrcs.includes(packet.ssrc)) return undefined;
    return this.layers[0];
  }
}
