/**
 * `/md ` and `/code ` before a message (product-facts, section 5). Markdown is on for every message, so the first is only taken
 * off; after the second everything is a block of code: in one width, with nothing in it made into an emoji or a link.
 */
export function readCommand(text: string): { content: string; isCode: boolean } {
  const found = /^\/(md|code)(?:[ \t]+|[ \t]*\n)([^]*)$/.exec(text);
  if (!found) return { content: text, isCode: false };
  const [, command, rest = ''] = found;
  if (command === 'md' || rest.trim() === '') return { content: rest, isCode: false };
  // Longer than any run of ticks in the text, so that none of them ends the block.
  const ticks = (rest.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 2) + 1;
  const fence = '`'.repeat(ticks);
  return { content: `${fence}\n${rest.replace(/\s+$/, '')}\n${fence}`, isCode: true };
}
