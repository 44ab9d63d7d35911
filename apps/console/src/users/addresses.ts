/** An address as far as it can be told without asking its server. */
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;

/** Addresses as people paste them: separated by semicolons, commas or lines, with or without a name before them; each once. */
export function parseAddresses(text: string): { addresses: string[]; wrong: string[] } {
  const parts = text.split(/[;,\n]/).map(part => (/<([^<>]+)>\s*$/.exec(part)?.[1] ?? part).trim()).filter(part => part !== '');
  const [addresses, wrong] = [new Map<string, string>(), [] as string[]];
  for (const part of parts) {
    if (ADDRESS.test(part)) addresses.set(part.toLowerCase(), part);
    else wrong.push(part);
  }
  return { addresses: [...addresses.values()], wrong };
}
