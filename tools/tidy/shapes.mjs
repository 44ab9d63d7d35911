import ts from 'typescript';
import { isTest, read } from './files.mjs';

/** Sizes of files and functions, and what may not be called where. */

const FUNCTION_LINES_MAX = 70;
const FILE_LINES_MAX = 400;
const BANNED_FOLDERS = /(^|\/)(utils?|helpers?|common|shared|misc)(\/|$)/;

/** The only readers of time, chance and environment. A log line and the frame of a browser need the real time also in tests. */
const AMBIENT_ALLOWED = new Set([
  'packages/kernel/src/clock.ts', 'packages/kernel/src/chance.ts', 'packages/server/src/platform/log.ts', 'apps/server/src/main.ts', 'apps/server/src/import.ts', 'apps/web/src/clock.ts',
]);

export function checkShapes(files) {
  return files.flatMap(path => {
    const faults = [];
    if (BANNED_FOLDERS.test(path)) faults.push(`${path}: a folder's name says nothing (STYLE.md, rule 4).`);
    if (/(^|\/)index\.tsx?$/.test(path)) faults.push(`${path}: no barrel files (STYLE.md, rule 4).`);
    if (isTest(path) || path.includes('/generated/')) return faults;
    const lines = read(path).split('\n').length - 1;
    if (lines > FILE_LINES_MAX) faults.push(`${path}: ${lines} lines; at most ${FILE_LINES_MAX}.`);
    return [...faults, ...checkSyntax(path)];
  });
}

function checkSyntax(path) {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2023, true, path.endsWith('x') ? ts.ScriptKind.TSX : undefined);
  const faults = [];
  const line = node => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const ambient = !AMBIENT_ALLOWED.has(path) && !path.startsWith('tools/') && /^(packages|apps)\//.test(path) && !/vite\.config|\/build\//.test(path);
  const visit = node => {
    if (ts.isFunctionLike(node) && node.body) {
      const count = source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      if (count > FUNCTION_LINES_MAX) faults.push(`${path}:${line(node)}: a function of ${count} lines; at most ${FUNCTION_LINES_MAX}.`);
    }
    if (ambient) faults.push(...checkAmbient(node).map(what => `${path}:${line(node)}: ${what} outside its file (STYLE.md, rule 11).`));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

function checkAmbient(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) return ['new Date()'];
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (['Date.now', 'Math.random', 'process.env'].includes(text)) return [text];
    if (node.name.text === 'randomUUID' || node.name.text === 'randomBytes') return [node.name.text];
  }
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
    const match = /\b(now|random|gen_random_uuid|clock_timestamp|current_timestamp)\s*\(\s*\)|\bcurrent_timestamp\b/i.exec(node.text);
    if (match && /\b(select|insert|update|delete|create)\b/i.test(node.text)) return [`${match[0]} in SQL`];
  }
  return [];
}
