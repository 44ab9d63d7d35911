import { checkDocuments } from './documents.mjs';
import { isCode, listFiles, read } from './files.mjs';
import { checkImports, parseDeps } from './imports.mjs';
import { checkShapes } from './shapes.mjs';

/** The house's rules as a check: exits with 1 and a line for each fault. `STYLE.md` says why each rule is there. */
export function tidy() {
  const files = listFiles();
  const code = files.filter(isCode);
  const marks = code.filter(path => !path.startsWith('tools/tidy/') && /\b(FIXME|XXX)\b/.test(read(path))).map(path => `${path}: holds a leftover mark.`);
  return [...checkImports(code, parseDeps(read('DEPS'))), ...checkShapes(code), ...checkDocuments(files), ...marks];
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const faults = tidy();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exit(1);
}
