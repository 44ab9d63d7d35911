/** RFC 3986: everything but unreserved characters is encoded, in upper-case hex. */
export function escapeRfc3986(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
