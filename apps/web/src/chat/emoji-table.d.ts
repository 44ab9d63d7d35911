/** Made at build time by `build/emoji-plugin.ts`, which also says what a line holds. */
export const EMOJI: string;
