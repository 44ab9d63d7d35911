import componentWords from '@cloudscape-design/components/i18n/messages/all.it';

const files = import.meta.glob<Record<string, unknown>>('./it/*.json', { eager: true, import: 'default' });

/** One file an area of the console: its name is the first part of every key in it. */
export const words = Object.fromEntries(Object.entries(files).map(([path, tree]) => [path.slice('./it/'.length, -'.json'.length), tree]));
export const components: unknown = componentWords;
export { REFUSALS as refusals } from './it-refusals.js';
