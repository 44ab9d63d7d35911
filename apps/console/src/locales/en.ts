import componentWords from '@cloudscape-design/components/i18n/messages/all.en';

const files = import.meta.glob<Record<string, unknown>>('./en/*.json', { eager: true, import: 'default' });

/** One file an area of the console: its name is the first part of every key in it. */
export const words = Object.fromEntries(Object.entries(files).map(([path, tree]) => [path.slice('./en/'.length, -'.json'.length), tree]));
export const components: unknown = componentWords;
