import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A key and its certificate for a host, made by openssl for the length of a test; in place of those of the same name. */
export function createCertificate(folder: string, host = 'localhost', name = 'server'): { keyFile: string; certFile: string } {
  const [keyFile, certFile] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', keyFile, '-out', certFile, '-days', '2', '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`,
  ], { stdio: 'ignore' });
  return { keyFile, certFile };
}
