/// <reference types="vite/client" />
declare module 'virtual:emoji' {
  export const EMOJI: string;
}
