import type { ChannelId } from '@carillon/kernel/ids.js';
import { uploadAttachment, type Attachment } from '@carillon/wire/rest/chat.js';
import { API_HEADERS, ApiFailure, UNREACHABLE, parseFailure, type Api } from './api.js';

export interface Upload {
  readonly done: Promise<Attachment>;
  cancel(): void;
}

/**
 * Sends a file's bytes to a channel. `onProgress` hears the share that is sent, 0 to 1. XMLHttpRequest, because `fetch`
 * tells nothing about what it has sent.
 */
export function uploadFile(api: Api, channelId: ChannelId, file: File, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Attachment>((resolve, reject) => {
    request.upload.onprogress = event => { if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total); };
    request.onerror = () => reject(new ApiFailure(UNREACHABLE, 0, 'The server could not be reached.'));
    request.onabort = () => reject(new ApiFailure('Cancelled', 0, 'The upload was cancelled.'));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve((JSON.parse(request.responseText) as { attachment: Attachment }).attachment);
      else reject(parseFailure(request.status, request.responseText, request.getResponseHeader('retry-after')));
    };
    request.open('POST', api.url(uploadAttachment, { params: { channelId }, query: { name: file.name.slice(0, 255) || 'file' } }));
    for (const [name, value] of Object.entries(API_HEADERS)) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
