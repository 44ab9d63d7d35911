/**
 * The part of the WebAssembly JavaScript API that `opus-library.ts` uses; TypeScript knows it only together with the
 * DOM.
 */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
    static exports(module: Module): { readonly name: string; readonly kind: string }[];
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, (...values: number[]) => number | void>>);
    readonly exports: Record<string, unknown>;
  }
}
