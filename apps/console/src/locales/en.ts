import componentWords from '@cloudscape-design/components/i18n/messages/all.en';
import type { RefusalTable } from './tell-refusal.js';

const files = import.meta.glob<Record<string, unknown>>('./en/*.json', { eager: true, import: 'default' });

/** One file an area of the console: its name is the first part of every key in it. */
export const words = Object.fromEntries(Object.entries(files).map(([path, tree]) => [path.slice('./en/'.length, -'.json'.length), tree]));
export const components: unknown = componentWords;
/** The server's own sentences are English. */
export const refusals: RefusalTable = [];
