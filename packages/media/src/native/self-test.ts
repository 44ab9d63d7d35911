import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadOpenssl } from './openssl.js';

/** What the native code of this machine was seen to do. */
export interface NativeCapabilities {
  readonly opensslVersion: string;
  /** sendmmsg with segmentation offload through Node's socket. */
  readonly segmentation: boolean;
}

const TEST_MS_MAX = 20_000;
const OUTPUT_BYTES_MAX = 4_096;

let result: Promise<NativeCapabilities> | undefined;

/**
 * Tries the native code in a child process first, because a wrong prototype or offset is a segmentation fault and not
 * an exception: a handshake, packets under both SRTP profiles, and segmented sending over loopback. Once for each
 * process. Rejects with a sentence for the operator.
 */
export function testNative(): Promise<NativeCapabilities> {
  result ??= (async () => {
    // Missing symbols need no child to be found out, and have a better sentence.
    loadOpenssl();
    return await runChild();
  })();
  return result;
}

function runChild(): Promise<NativeCapabilities> {
  const inSource = import.meta.url.endsWith('.ts');
  const entry = fileURLToPath(new URL(inSource ? './self-test-main.ts' : './self-test-main.js', import.meta.url));
  const loader = inSource ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...loader, entry], { stdio: ['ignore', 'pipe', 'pipe'], timeout: TEST_MS_MAX, killSignal: 'SIGKILL' });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { output = (output + text).slice(0, OUTPUT_BYTES_MAX); });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { complaint = (complaint + text).slice(0, OUTPUT_BYTES_MAX); });
    child.on('error', error => reject(new Error('The self-test of the media transport could not be started.', { cause: error })));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(output) as NativeCapabilities);
      else reject(new Error(`The self-test of the media transport failed (${signal ?? `exit code ${code}`}): this Node.js cannot carry media.`, { cause: complaint }));
    });
  });
}
