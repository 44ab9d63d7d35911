import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Writes docs/configuration.md from the table in config.ts; `--check` fails when the page is not of today. */

const page = new URL('../docs/configuration.md', import.meta.url);

async function readOptions() {
  const bundle = await build({
    entryPoints: [new URL('../packages/server/src/config.ts', import.meta.url).pathname], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'error',
  });
  const { OPTIONS, environmentName } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`);
  return OPTIONS.map(option => ({ ...option, environment: option.environment ?? environmentName(option.name) }));
}

function write(options) {
  const cell = text => text.replaceAll('|', '\\|');
  const fallback = option => (option.fallback === '' ? '' : `\`${option.fallback}\``);
  const kind = option => (option.choices ? option.choices.map(choice => `\`${choice}\``).join(', ') : { text: 'text', port: 'number', count: 'number or `auto`', switch: 'switch', list: 'list, by commas' }[option.kind]);
  return [
    '# Configuration',
    '',
    '<!-- Written by tools/configuration-doc.mjs from packages/server/src/config.ts; do not edit. -->',
    '',
    'Each option is a flag (`npm start -- --port 9000`), a variable of the environment, or a key of `carillon.json` in the data folder, in this order: the first that is there',
    'counts. (`data` and `demo` cannot stand in the file: they say where it is.) Keys of the file are the flags’ names without dashes in front: `{ "port": 9000, "public-url": "https://meet.example.com" }`.',
    '',
    '| Flag | Environment | Takes | Without it | What it does |',
    '| --- | --- | --- | --- | --- |',
    ...options.map(option => `| \`--${option.name}\` | \`${option.environment}\` | ${kind(option)} | ${fallback(option)} | ${cell(option.words)} |`),
    '',
    'The server’s own secrets (the key that signs join tokens, the key that seals second factors) are made at the first start and lie in `<data>/secrets` with mode 0600.',
    'They are not in the database: back the folder up with the rest, and keep the copy as safe as the original.',
    '',
  ].join('\n');
}

const text = write(await readOptions());
if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/configuration.md is not of today. Run: node tools/configuration-doc.mjs');
  process.exit(1);
}
