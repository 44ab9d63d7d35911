import { buildAll, install, isBuilt, isInstalled } from './build.mjs';

/** `npm run import -- …`: moves people and rooms in (docs/operators/moving-in.md). */
const say = step => console.log(`${step} …`);
if (!isInstalled()) {
  say('Installing packages');
  install();
}
if (!isBuilt()) await buildAll(say);
await import('../dist/server/import.js');
