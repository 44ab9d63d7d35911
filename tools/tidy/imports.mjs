import ts from 'typescript';
import { isTest, read } from './files.mjs';

/** Import rules, read from DEPS. */

const PACKAGE_OF = /^(packages|apps)\/([a-z]+)\//;

/** A test may look at its subject from any side: whatever a room of its package may import, and these. */
const TEST_TOOLS = new Set(['vitest', 'testkit', 'node:*', 'ws', 'playwright-core', 'smtp-server']);

function anywhereIn(name, allowed) {
  return [...allowed].flatMap(([place, words]) => (place === name || place.startsWith(`${name}/`) ? words : []));
}

export function parseDeps(text) {
  const allowed = new Map();
  const rooms = new Map();
  for (const line of text.split('\n')) {
    const match = /^([a-z-]+(?:\/[\w./-]+)?)( rooms)?:(.*)$/.exec(line);
    if (!match) continue;
    const words = match[3].trim().split(/\s+/).filter(Boolean);
    if (match[2]) rooms.set(match[1], words);
    else allowed.set(match[1], words);
  }
  return { allowed, rooms };
}

/** `packages/server/src/chat/store.ts` → name `server`, inside `chat/store.ts`. */
export function placeOf(path) {
  const match = PACKAGE_OF.exec(path);
  if (!match) return undefined;
  const name = match[1] === 'apps' ? `app-${match[2]}` : match[2];
  return { name, inside: path.slice(match[0].length).replace(/^src\//, '') };
}

/** The rule of the longest path that holds the file. */
function ruleFor({ name, inside }, allowed) {
  const parts = inside.split('/');
  for (let length = parts.length; length > 0; length--) {
    const rule = allowed.get(`${name}/${parts.slice(0, length).join('/')}`);
    if (rule) return rule;
  }
  return allowed.get(name);
}

function listImports(path) {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, false);
  const found = [];
  const visit = node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || node.importClause?.isTypeOnly === true : node.isTypeOnly;
      found.push({ from: node.moduleSpecifier.text, typeOnly });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && ts.isStringLiteral(node.arguments[0])) found.push({ from: node.arguments[0].text, typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const moduleName = from => (from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : from.split('/')[0]);

export function checkImports(files, deps) {
  const faults = [];
  for (const path of files) {
    const place = placeOf(path);
    if (!place) continue;
    const rule = ruleFor(place, deps.allowed);
    if (!rule) {
      faults.push(`${path}: DEPS has no rule for the package ${place.name}.`);
      continue;
    }
    for (const found of listImports(path)) faults.push(...checkOne(path, place, found, rule, deps));
  }
  return faults;
}

function checkOne(path, place, { from, typeOnly }, rule, deps) {
  if (from.startsWith('.')) return checkRelative(path, place, from, typeOnly, deps);
  const ours = /^@carillon\/([a-z-]+)\/(.+)$/.exec(from);
  const name = ours ? ours[1] : from.startsWith('node:') ? 'node:*' : moduleName(from);
  // Components (.tsx) are exported under their bare names.
  if (ours && name !== 'ui' && !/\.(js|css)$/.test(from)) return [`${path}: import ${from} with its .js ending.`];
  if (name === place.name || rule.includes(name)) return [];
  if (isTest(path) && (TEST_TOOLS.has(name) || anywhereIn(place.name, deps.allowed).includes(name))) return [];
  return [`${path}: may not import ${from} (DEPS).`];
}

const STORE = /(^|\/)(\w+-)?store\.js$/;
const featureOf = inside => inside.split('/')[0];

/** Inside a package: no way out of it, and no import of a later room. */
function checkRelative(path, place, from, typeOnly, deps) {
  const target = new URL(from, `file:///${path}`).pathname.slice(1);
  const there = placeOf(target);
  if (!there || there.name !== place.name) return [`${path}: ${from} leaves the package.`];
  if (place.name === 'server' && !isTest(path) && STORE.test(there.inside) && featureOf(place.inside) !== featureOf(there.inside)) {
    return [`${path}: ${from} is another feature's store; use its access.ts, its model.ts or a verb.`];
  }
  const order = deps.rooms.get(place.name);
  if (!order || typeOnly || isTest(path)) return [];
  const room = inside => order.findIndex(one => inside === one.replace(/\.ts$/, '.js') || inside === one || inside.startsWith(`${one}/`));
  const [here, other] = [room(place.inside), room(there.inside)];
  if (here < 0) return [`${path}: the room is not listed in DEPS.`];
  if (other < 0) return [`${path}: the room of ${from} is not listed in DEPS.`];
  return other > here ? [`${path}: imports ${from}, which is a later room (DEPS).`] : [];
}
