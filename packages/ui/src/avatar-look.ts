const GRADIENTS = [
  ['#12807D', '#0A5A66'], ['#3A6FB5', '#274E8E'], ['#A4487F', '#7B2F60'], ['#B0563A', '#873C28'], ['#7659A8', '#563E86'], ['#4F7A35', '#38601F'],
  ['#8C691F', '#6A4C12'], ['#4A6072', '#334655'], ['#A84456', '#7E2E40'], ['#2E7A92', '#1F576C'], ['#6A6AB0', '#4A4A8A'], ['#6E6448', '#514931'],
] as const;

/** FNV-1a over the id, mixed once more, because ids made in one moment differ in few bits; the same on every device. */
export function gradientOf(id: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  const [light, dark] = GRADIENTS[(hash >>> 0) % GRADIENTS.length] ?? GRADIENTS[0];
  return `linear-gradient(145deg, ${light}, ${dark})`;
}

/** First letters of the first and the last word, whole characters, in any script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).map(word => word.replace(/^[^\p{L}\p{N}]+/u, '')).filter(word => word !== '');
  const first = firstLetter(words[0]);
  return words.length < 2 ? first : first + firstLetter(words.at(-1));
}

function firstLetter(word: string | undefined): string {
  return Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '?';
}
