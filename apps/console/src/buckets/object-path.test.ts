import { expect, it } from 'vitest';
import { foldersOf, nameOf, objectPath } from './object-path.js';

const reached = (key: string): string => decodeURIComponent(new URL(objectPath('bucket', key)!, 'http://here').pathname.slice('/console/s3/bucket/'.length));

it('a key is reached as what it is, dots and empty parts too: no browser makes another bucket or object of it', () => {
  for (const key of ['a', 'a b', 'folder/', 'a/b/c.txt', '100%', 'a?b#c', 'a+b', '../other-bucket', 'a/../b', 'a/./b', './a', '..a/b', 'a//b', '//a', '/', 'é/漢', '%2E%2E/x']) {
    expect(reached(key)).toBe(key);
    expect(new URL(objectPath('bucket', key)!, 'http://here').search).toBe('');
  }
  expect([objectPath('bucket', '.'), objectPath('bucket', '..')]).toEqual([undefined, undefined]);
});

it('a name is the last part of a key', () => {
  expect(['a.txt', 'x/a.txt', 'x/y/', 'y/', '/'].map(nameOf)).toEqual(['a.txt', 'a.txt', 'y/', 'y/', '/']);
});

it('the way to a folder names each folder on it', () => {
  expect(foldersOf('a/b/')).toEqual([{ name: 'a', prefix: 'a/' }, { name: 'b', prefix: 'a/b/' }]);
  expect(foldersOf('a/half')).toEqual([{ name: 'a', prefix: 'a/' }]);
  expect(foldersOf('')).toEqual([]);
});
