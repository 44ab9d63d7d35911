import { escapeXml } from '../query-xml.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A whole document of S3. */
export function xmlDocument(name: string, ...inside: string[]): string {
  return `${DECLARATION}<${name} xmlns="${NAMESPACE}">${inside.join('')}</${name}>`;
}

/** An element with elements in it. */
export function within(name: string, ...inside: string[]): string {
  return `<${name}>${inside.join('')}</${name}>`;
}

/** An element with a text in it; nothing for undefined. Returns and line feeds survive. */
export function leaf(name: string, text: string | number | boolean | undefined): string {
  return text === undefined ? '' : `<${name}>${escapeXml(String(text)).replaceAll('\r', '&#13;')}</${name}>`;
}

/** The document of a refusal, which has no namespace. */
export function errorDocument(error: { code: string; message: string; reason?: string | undefined; resource: string; requestId: string }): string {
  return `${DECLARATION}${within('Error', leaf('Code', error.code), leaf('Message', error.message), leaf('Reason', error.reason), leaf('Resource', error.resource), leaf('RequestId', error.requestId))}`;
}
