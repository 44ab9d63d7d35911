/**
 * Stands in for the package `entities` in the browser's bundle, where markdown-it uses one function of it, on one character reference
 * at a time (`&copy;`). The browser knows all of them by heart, so their table of 17 kB need not be sent. A textarea's content is text:
 * nothing in it can become an element.
 */
export function decodeHTMLStrict(reference: string): string {
  const field = document.createElement('textarea');
  field.innerHTML = reference;
  return field.value;
}
