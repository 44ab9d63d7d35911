import { ApiFailure } from '@carillon/client/api.js';

/** The XML that S3 answers with, as a browser reads it: elements by name, whatever their namespace. */

const childrenOf = (parent: Element, name: string): readonly Element[] => [...parent.children].filter(child => child.localName === name);

/** The root of an answer; ServiceFailure for what is no XML. */
export function readAnswer(text: string): Element {
  const root = parse(text);
  if (root === undefined) throw new ApiFailure('ServiceFailure', 502, 'The answer could not be read.');
  return root;
}

/** Undefined for what is no XML. */
function parse(text: string): Element | undefined {
  const root = new DOMParser().parseFromString(text, 'application/xml').documentElement;
  return root.localName === 'parsererror' || root.querySelector('parsererror') !== null ? undefined : root;
}

/** The text of the first child of this name; undefined without one. */
export function textOf(parent: Element, name: string): string | undefined {
  return childrenOf(parent, name)[0]?.textContent;
}

/** Every child at the end of a path of names. */
export function allOf(parent: Element, ...names: readonly string[]): readonly Element[] {
  return names.reduce<readonly Element[]>((level, name) => level.flatMap(one => childrenOf(one, name)), [parent]);
}

/** A refusal as the failure that operations throw. What says no more than that access is denied, and answers to HEAD, get the action that was asked for. */
export function failureOf(status: number, text: string, action: string): ApiFailure {
  const root = parse(text);
  const code = (root && textOf(root, 'Code')) ?? (status === 403 ? 'AccessDenied' : status === 404 ? 'NoSuchKey' : 'ServiceFailure');
  return refusal(code, status, (root && textOf(root, 'Message')) ?? `The server answered with ${status}.`, root && textOf(root, 'Reason'), action);
}

/** The failures of single keys in an answer that is otherwise a success. */
export function failuresIn(root: Element, action: string): readonly ApiFailure[] {
  return childrenOf(root, 'Error').map(one => refusal(textOf(one, 'Code') ?? 'ServiceFailure', 403, textOf(one, 'Message') ?? '', undefined, action));
}

function refusal(code: string, status: number, message: string, reason: string | undefined, action: string): ApiFailure {
  const names = code !== 'AccessDenied' || reason !== undefined || message.includes('is not authorized to perform: ');
  return new ApiFailure(code, status, names ? message : `Whoever is signed in is not authorized to perform: ${action}`, { reason });
}

/** A text inside an element: characters that XML has no place for by their number. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[<>&"'\u0000-\u001f\u007f]/g, character => `&#${character.charCodeAt(0)};`);
}
