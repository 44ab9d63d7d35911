import { API_HEADERS, ApiFailure, UNREACHABLE } from '@carillon/client/api.js';
import { bucketPath, objectPath } from './object-path.js';
import { allOf, escapeXml, failureOf, failuresIn, readAnswer, textOf } from './s3-answer.js';

/** What the pages ask of S3, with the console's cookie. Everything here throws `ApiFailure` and nothing else. */

export interface Bucket { readonly name: string; readonly region: string; readonly createdAt: string }
export interface StoredObject { readonly key: string; readonly bytes: number; readonly etag: string; readonly writtenAt: string }
export interface ObjectsPage { readonly folders: readonly string[]; readonly objects: readonly StoredObject[]; readonly next: string | undefined }
export interface ObjectDetails { readonly bytes: number; readonly type: string; readonly etag: string; readonly writtenAt: string; readonly encoding: string | undefined; readonly metadata: readonly { name: string; value: string }[] }

export const bucketArn = (bucket: string): string => `arn:aws:s3:::${bucket}`;
export const objectArn = (bucket: string, key: string): string => `arn:aws:s3:::${bucket}/${key}`;

const PAGE = 100;
const DELETED_AT_ONCE = 1_000;
/** A folder with more than a hundred thousand objects is deleted in several goes. */
const DELETE_ROUNDS_MAX = 100;

async function ask(action: string, method: string, path: string, { query = {}, body, headers = {} }: { query?: Record<string, string>; body?: string; headers?: Record<string, string> } = {}): Promise<{ text: string; headers: Headers }> {
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${path}${search === '' ? '' : `?${search}`}`, { method, headers: { ...API_HEADERS, ...headers }, credentials: 'same-origin', ...(body === undefined ? {} : { body }) });
    text = await response.text();
  } catch (cause) {
    throw new ApiFailure(UNREACHABLE, 0, 'The server could not be reached.', { cause });
  }
  if (!response.ok) throw failureOf(response.status, text, action);
  return { text, headers: response.headers };
}

export async function listBuckets(): Promise<readonly Bucket[]> {
  const root = readAnswer((await ask('s3:ListAllMyBuckets', 'GET', bucketPath())).text);
  return allOf(root, 'Buckets', 'Bucket').map(one => ({ name: textOf(one, 'Name') ?? '', region: textOf(one, 'BucketRegion') ?? '', createdAt: textOf(one, 'CreationDate') ?? '' }));
}

export async function createBucket(name: string, region: string): Promise<void> {
  await ask('s3:CreateBucket', 'PUT', bucketPath(name), { body: `<CreateBucketConfiguration><LocationConstraint>${escapeXml(region)}</LocationConstraint></CreateBucketConfiguration>` });
}

export async function deleteBucket(name: string): Promise<void> {
  await ask('s3:DeleteBucket', 'DELETE', bucketPath(name));
}

/** A page of what lies in a folder; without `delimiter` of everything below it. */
export async function listObjects(bucket: string, { prefix, token, delimiter = '/', limit = PAGE }: { prefix: string; token?: string | undefined; delimiter?: string; limit?: number }): Promise<ObjectsPage> {
  // Percent-encoded, because XML cannot hold every character of a key.
  const query = { 'list-type': '2', 'encoding-type': 'url', prefix, 'max-keys': String(limit), ...(delimiter === '' ? {} : { delimiter }), ...(token === undefined ? {} : { 'continuation-token': token }) };
  const root = readAnswer((await ask('s3:ListBucket', 'GET', bucketPath(bucket), { query })).text);
  return {
    folders: allOf(root, 'CommonPrefixes', 'Prefix').map(one => decodeURIComponent(one.textContent)),
    objects: allOf(root, 'Contents').map(one => ({
      key: decodeURIComponent(textOf(one, 'Key') ?? ''), bytes: Number(textOf(one, 'Size') ?? '0'), etag: (textOf(one, 'ETag') ?? '').replaceAll('"', ''), writtenAt: textOf(one, 'LastModified') ?? '',
    })),
    next: textOf(root, 'NextContinuationToken'),
  };
}

export async function describeObject(bucket: string, key: string): Promise<ObjectDetails> {
  const { headers } = await ask('s3:GetObject', 'HEAD', pathOf(bucket, key));
  const meta = 'x-amz-meta-';
  return {
    bytes: Number(headers.get('content-length') ?? '0'), type: headers.get('content-type') ?? '', etag: (headers.get('etag') ?? '').replaceAll('"', ''), writtenAt: new Date(headers.get('last-modified') ?? 0).toISOString(),
    encoding: headers.get('content-encoding') ?? undefined,
    metadata: [...headers].filter(([name]) => name.startsWith(meta)).map(([name, value]) => ({ name: name.slice(meta.length), value: inUtf8(value) })),
  };
}

/** Browsers read headers as latin1; they were written as UTF-8. */
function inUtf8(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(value, character => character.charCodeAt(0)));
  } catch {
    // Whatever it is then, it is shown as it came.
    return value;
  }
}

/** By name, in XML, so that there is no key it cannot name. Throws the first refusal; what was not refused is gone. */
export async function deleteObjects(bucket: string, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += DELETED_AT_ONCE) {
    const listed = keys.slice(at, at + DELETED_AT_ONCE).map(key => `<Object><Key>${escapeXml(key)}</Key></Object>`).join('');
    const root = readAnswer((await ask('s3:DeleteObject', 'POST', bucketPath(bucket), { query: { delete: '' }, body: `<Delete><Quiet>true</Quiet>${listed}</Delete>` })).text);
    const [failure] = failuresIn(root, 's3:DeleteObject');
    if (failure) throw failure;
  }
}

/** A folder is what its keys begin with: it is gone when they are. */
export async function deleteFolder(bucket: string, prefix: string): Promise<void> {
  for (let round = 0; round < DELETE_ROUNDS_MAX; round++) {
    const { objects } = await listObjects(bucket, { prefix, delimiter: '', limit: DELETED_AT_ONCE });
    if (objects.length === 0) return;
    await deleteObjects(bucket, objects.map(({ key }) => key));
  }
}

/** Null where there is none. */
export async function readPolicy(bucket: string): Promise<string | null> {
  try {
    return (await ask('s3:GetBucketPolicy', 'GET', bucketPath(bucket), { query: { policy: '' } })).text;
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'NoSuchBucketPolicy') return null;
    throw error;
  }
}

export async function writePolicy(bucket: string, policy: string): Promise<void> {
  await ask('s3:PutBucketPolicy', 'PUT', bucketPath(bucket), { query: { policy: '' }, body: policy });
}

export async function removePolicy(bucket: string): Promise<void> {
  await ask('s3:DeleteBucketPolicy', 'DELETE', bucketPath(bucket), { query: { policy: '' } });
}

function pathOf(bucket: string, key: string): string {
  const path = objectPath(bucket, key);
  if (path === undefined) throw new ApiFailure('InvalidURI', 400, 'A browser cannot name this key. Use the AWS CLI.');
  return path;
}

/** Sends a file and tells how many of its bytes are on the way. Aborted by `signal`, which is then what it throws. */
export function uploadObject(bucket: string, key: string, file: File, { onProgress, signal }: { onProgress: (bytes: number) => void; signal: AbortSignal }): Promise<void> {
  return new Promise((done, fail) => {
    // `fetch` tells nobody how far it is.
    const sending = new XMLHttpRequest();
    sending.open('PUT', pathOf(bucket, key));
    for (const [name, value] of Object.entries({ ...API_HEADERS, 'content-type': file.type || 'application/octet-stream' })) sending.setRequestHeader(name, value);
    sending.upload.onprogress = ({ loaded }) => onProgress(loaded);
    sending.onload = () => (sending.status < 300 ? done() : fail(failureOf(sending.status, sending.responseText, 's3:PutObject')));
    sending.onerror = () => fail(new ApiFailure(UNREACHABLE, 0, 'The server could not be reached.'));
    sending.onabort = () => fail(new ApiFailure('Aborted', 400, 'The upload was cancelled.'));
    signal.addEventListener('abort', () => sending.abort());
    sending.send(file);
  });
}
