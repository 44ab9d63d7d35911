import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

/** Set by tools/test.mjs; without it (one test run by hand) the AWS CLI is taken to be here. */
export const awsCliHere = (process.env['CARILLON_TEST_PEERS'] ?? 'awscli').split(',').includes('awscli');

export interface Key { readonly accessKeyId: string; readonly secretAccessKey: string }
export interface Ran { readonly code: number; readonly out: Buffer; readonly problems: string }

/**
 * What Debian's /usr/bin/aws does, call after call in one process: starting Python and importing the CLI takes four fifths of a call. Every call makes
 * the CLI's driver, session and clients anew. Another Python, or another program called aws, may come first on PATH.
 */
const PYTHON = '/usr/bin/python3';
const CALLS = `
import json, os, sys
import awscli.clidriver

calls, codes = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), 'w')
for line in iter(calls.readline, ''):
    call = json.loads(line)
    os.environ.update(call['key'])
    for number, name in ((0, '/dev/null'), (1, call['out']), (2, call['problems'])):
        file = os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
        os.close(file)
    sys.argv = ['aws', *call['words']]
    try:
        code = awscli.clidriver.main()
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    print(code, file=codes, flush=True)
`;

/** The real AWS CLI, one call after the other. */
export class AwsCli {
  readonly #files = mkdtempSync(join(tmpdir(), 'carillon-aws-cli-'));
  readonly #process: ChildProcess;
  readonly #codes: Interface;

  /** Calls run in `folder`, which is also their home. */
  constructor(folder: string) {
    const env = { PATH: process.env['PATH'], HOME: folder, AWS_DEFAULT_REGION: 'us-east-1', AWS_PAGER: '', AWS_MAX_ATTEMPTS: '1', AWS_EC2_METADATA_DISABLED: 'true' };
    this.#process = spawn(PYTHON, ['-c', CALLS], { env, cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.#codes = createInterface({ input: this.#process.stdout! });
  }

  /** `aws` with these words, as whoever has the key. */
  async run(words: readonly string[], key: Key): Promise<Ran> {
    const [out, problems] = [join(this.#files, 'out'), join(this.#files, 'problems')];
    const code = once(this.#codes, 'line');
    this.#process.stdin!.write(`${JSON.stringify({ words, key: { AWS_ACCESS_KEY_ID: key.accessKeyId, AWS_SECRET_ACCESS_KEY: key.secretAccessKey }, out, problems })}\n`);
    return { code: Number((await code)[0]), out: readFileSync(out), problems: readFileSync(problems, 'utf8') };
  }

  async close(): Promise<void> {
    const ended = once(this.#process, 'close');
    this.#process.stdin!.end();
    await ended;
    rmSync(this.#files, { recursive: true, force: true });
  }
}
