import koffi from 'koffi';

declare const brand: unique symbol;
/** An address in this process that was checked against the block it lies in. Only `NativeMemory.at` makes one. */
export type Address = number & { readonly [brand]: 'Address' };

/**
 * A block of memory that foreign functions may read and write.
 *
 * The backing store of an ArrayBuffer made by `new ArrayBuffer` lies outside the V8 heap and does not move; small typed
 * arrays may begin life on the heap, therefore the buffer is always made explicitly. It is freed when it becomes
 * unreachable: whoever hands an address to C holds the block until C is done with it. It must never be transferred.
 */
export class NativeMemory {
  readonly bytes: Buffer;
  /** The same bytes in units of 32 bits, for C structures. */
  readonly words: Uint32Array;
  readonly #base: number;

  /** `byteCount` is a multiple of 4. */
  constructor(byteCount: number) {
    const store = new ArrayBuffer(byteCount);
    this.bytes = Buffer.from(store);
    this.words = new Uint32Array(store);
    this.#base = Number(koffi.address(store));
    if (!Number.isSafeInteger(this.#base) || this.#base <= 0) throw new Error('The address of a memory block does not fit a number.');
  }

  /** The address of `offset`, after a check that `length` bytes from there lie inside. Throws, never clamps. */
  at(offset: number, length: number): Address {
    if ((offset | 0) !== offset || (length | 0) !== length || offset < 0 || length < 0 || offset + length > this.bytes.length) {
      throw new RangeError(`Bytes ${offset} to ${offset + length} lie outside a block of ${this.bytes.length}.`);
    }
    return (this.#base + offset) as Address;
  }
}
