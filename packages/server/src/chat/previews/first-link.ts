export const LINK_LENGTH_MAX = 2_000;

/**
 * The first http or https link of a message, as it is fetched (without the part after #); undefined when there is none. Code is no link. Only the first one gets a preview: a
 * message must not make the server ask many others, and one card stays calm.
 */
export function firstLink(content: string): string | undefined {
  for (const [found] of withoutCode(content).matchAll(/\bhttps?:\/\/[^\s<>"`\u0000-\u001f\u007f]{1,2000}/gi)) {
    const link = withoutTail(found);
    if (!URL.canParse(link)) continue;
    const url = new URL(link);
    url.hash = '';
    return url.href.length <= LINK_LENGTH_MAX ? url.href : undefined;
  }
  return undefined;
}

/** Blocks between fences, and what stands between ticks of one number. Goes through the text once, mark by mark. */
function withoutCode(content: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of content.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && mark !== undefined) fence = mark;
    else if (fence === undefined) lines.push(line);
    else if (mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length) fence = undefined;
  }
  const parts = lines.join('\n').split(/(`+)/);
  const kept: string[] = [];
  const lastOf = new Map(parts.map((part, at) => [part, at]));
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    const closes = part.startsWith('`') && (lastOf.get(part) ?? at) > at;
    if (closes) at = parts.indexOf(part, at + 1);
    else kept.push(part);
  }
  return kept.join(' ');
}

/** Without what belongs to the sentence around it: full stops, and brackets that were not opened in the link. */
function withoutTail(found: string): string {
  let end = found.length;
  let open = 0;
  for (let at = 0; at < end; at++) {
    if (found[at] === '(') open += 1;
    // `[words](link)` and `(see link)` end here.
    if (found[at] === ')' && --open < 0) end = at;
  }
  while (end > 0 && '.,;:!?\'*_~]|'.includes(found[end - 1]!)) end -= 1;
  return found.slice(0, end);
}
