/**
 * What of a browser the client's socket asks for, for the types alone: in Node there is no window, and the client looks
 * before it uses one.
 */
interface BrowserEvents {
  addEventListener(name: string, listener: () => void): void;
  removeEventListener(name: string, listener: () => void): void;
}

declare const window: BrowserEvents | undefined;
declare const document: BrowserEvents & { readonly visibilityState: string };
