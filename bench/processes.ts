import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Processes of a bench, each a file beside it, which are spoken with by messages: commands go there, each is answered by one message. */
export function startProcess(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Sends a command and waits for its answer; an error when the process ends instead. */
export async function ask<Answer>(child: ChildProcess, command: object): Promise<Answer> {
  const answer = hear<Answer>(child);
  child.send(command);
  return answer;
}

/** The process's next message; an error when it ends instead. */
export async function hear<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = new AbortController();
  const end = () => ended.abort(new Error('a process of the bench ended'));
  child.once('exit', end);
  try {
    return ((await once(child, 'message', { signal: ended.signal })) as [Answer])[0];
  } finally {
    child.off('exit', end);
  }
}

/** They end by themselves when nobody speaks with them any more. */
export async function endProcesses(...children: readonly ChildProcess[]): Promise<void> {
  const ended = children.map(child => (child.exitCode === null ? once(child, 'exit') : Promise.resolve([])));
  for (const child of children) if (child.connected) child.disconnect();
  await Promise.all(ended);
}
