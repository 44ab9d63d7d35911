import { writeMention } from '@carillon/wire/mentions.js';
import type { PersonId } from '@carillon/kernel/ids.js';

/** More become no mentions: a message is not made a hundred times as long. */
export const ADDRESSES_MAX = 100;

/** Code, links and mentions that are written out already speak to nobody. */
const PASSED_OVER = '```[^]*?(?:```|$)|`[^`\\n]+`|https?://[^\\s<>]+|<@[^|<>\\n]+\\|[^|<>\\n]+>';
/** `@alias` and `@alias@domain.com`, not within an address or a word. */
const ADDRESS = "(?<![\\p{L}\\p{N}_.@/+-])@([\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]*[\\p{L}\\p{N}_])?)(?:@((?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}\\p{N}-]+))?";

/** A member as programs address them. */
export interface Addressed {
  id: PersonId;
  email: string;
  displayName: string;
}

/** What a program's text addresses besides everybody, in lower case: the parts before an @, and whole addresses. */
export function readAddresses(text: string): { aliases: string[]; addresses: string[] } {
  const found = new Set<string>();
  replaceAddresses(text, address => {
    found.add(address);
    return undefined;
  });
  const all = [...found].filter(one => one !== 'all' && one !== 'present');
  return { aliases: all.filter(one => !one.includes('@')), addresses: all.filter(one => one.includes('@')) };
}

/**
 * The text with `@All`, `@Present`, `@alias` and `@alias@domain.com` (guide, WHK-04) as mentions. An alias that two members have names neither; what nobody
 * has stays as it is.
 */
export function mentionAddressed(text: string, members: readonly Addressed[]): string {
  const byAddress = new Map<string, Addressed | undefined>();
  for (const member of members) {
    const email = member.email.toLowerCase();
    const alias = email.slice(0, email.lastIndexOf('@'));
    byAddress.set(email, member);
    byAddress.set(alias, byAddress.has(alias) ? undefined : member);
  }
  return replaceAddresses(text, address => {
    if (address === 'all' || address === 'present') return writeMention(address, '');
    const member = byAddress.get(address);
    return member && writeMention(member.id, member.displayName);
  });
}

function replaceAddresses(text: string, write: (address: string) => string | undefined): string {
  let count = 0;
  return text.replaceAll(new RegExp(`${PASSED_OVER}|${ADDRESS}`, 'gu'), (whole: string, alias: string | undefined, domain: string | undefined) => {
    if (alias === undefined || count >= ADDRESSES_MAX) return whole;
    const written = write((domain === undefined ? alias : `${alias}@${domain}`).toLowerCase());
    if (written !== undefined) count += 1;
    return written ?? whole;
  });
}
