import type { ChannelId, PersonId } from '@carillon/kernel/ids.js';

/** Openings and closings of one channel that come close together are told once. */
export const TOLD_AFTER_MS = 200;

/** Which channel each device shows: who is present in a room. `Device` stands for the device and is told of changes. */
export class OpenChannels<Device extends object> {
  readonly #shown = new Map<Device, { channelId: ChannelId; personId: PersonId }>();
  readonly #devices = new Map<ChannelId, Set<Device>>();
  readonly #timers = new Map<ChannelId, NodeJS.Timeout>();
  readonly #tell: (devices: Iterable<Device>, channelId: ChannelId, people: PersonId[]) => void;

  constructor(tell: (devices: Iterable<Device>, channelId: ChannelId, people: PersonId[]) => void) {
    this.#tell = tell;
  }

  /** The device shows this channel from now on, or none. */
  show(device: Device, personId: PersonId, channelId: ChannelId | null): void {
    const before = this.#shown.get(device);
    if (before?.channelId === channelId) return this.#soon(before.channelId);
    if (before) this.hide(device, before.channelId);
    if (channelId === null) return;
    this.#shown.set(device, { channelId, personId });
    const devices = this.#devices.get(channelId) ?? new Set();
    this.#devices.set(channelId, devices.add(device));
    this.#soon(channelId);
  }

  /** The device shows this channel no more, if it did. */
  hide(device: Device, channelId: ChannelId | undefined = this.#shown.get(device)?.channelId): void {
    if (channelId === undefined || this.#shown.get(device)?.channelId !== channelId) return;
    this.#shown.delete(device);
    const devices = this.#devices.get(channelId);
    devices?.delete(device);
    if (devices?.size === 0) this.#devices.delete(channelId);
    this.#soon(channelId);
  }

  /** Each person once. */
  listPeople(channelId: ChannelId): PersonId[] {
    return [...new Set([...(this.#devices.get(channelId) ?? [])].flatMap(device => this.#shown.get(device)?.personId ?? []))];
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #soon(channelId: ChannelId): void {
    if (this.#timers.has(channelId)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(channelId);
      this.#tell(this.#devices.get(channelId) ?? [], channelId, this.listPeople(channelId));
    }, TOLD_AFTER_MS);
    this.#timers.set(channelId, timer.unref());
  }
}
