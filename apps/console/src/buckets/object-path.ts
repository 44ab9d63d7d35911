/** Where the console reaches S3. */
const ROOT = '/console/s3';

/** The address of a bucket, or of the service. */
export function bucketPath(bucket = ''): string {
  return `${ROOT}/${encodeURIComponent(bucket)}`;
}

/**
 * The address of an object. Browsers resolve `.` and `..` in paths, and proxies fold empty segments: where a key has one, its slashes are hidden. Undefined for
 * a key that is nothing but dots, which no address of a browser can name.
 */
export function objectPath(bucket: string, key: string): string | undefined {
  if (key === '.' || key === '..') return undefined;
  const segments = key.split('/');
  const plain = segments.every((segment, index) => segment !== '.' && segment !== '..' && (segment !== '' || (index === segments.length - 1 && index > 0)));
  return `${bucketPath(bucket)}/${plain ? segments.map(encodeURIComponent).join('/') : encodeURIComponent(key)}`;
}

/** The last part of a key or of a folder's prefix, as a name to show. */
export function nameOf(key: string): string {
  return /[^/]*\/?$/.exec(key)?.[0] || key;
}

/** Every folder on the way to a prefix, each with its own prefix: `a/b/` is `a/` and `a/b/`. */
export function foldersOf(prefix: string): readonly { name: string; prefix: string }[] {
  return [...prefix.matchAll(/[^/]*\//g)].map(match => ({ name: match[0].slice(0, -1) || '/', prefix: prefix.slice(0, match.index + match[0].length) }));
}
