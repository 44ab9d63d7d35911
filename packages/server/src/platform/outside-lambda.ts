import type { Outside } from '../config.js';

/** An answer that never came: refused, cut or too late. Trying again may help; whatever else goes wrong is an answer. */
export class LambdaUnreachable extends Error {
  override readonly name = 'LambdaUnreachable';
}

/** Lambda said no; the message is its own. */
export class LambdaRefused extends Error {
  override readonly name = 'LambdaRefused';

  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Functions elsewhere, behind Lambda's API. Rejects with LambdaUnreachable and LambdaRefused. */
export interface OutsideLambda {
  /** Lets an account invoke the function; once more is no error. */
  addPermission(functionArn: string, statement: { id: string; principal: string }): Promise<void>;
  /** Whether it may be invoked, without doing so. */
  dryRun(functionArn: string): Promise<void>;
  /** Invokes it and waits for its end; gives the status. `context` arrives as ClientContext. */
  invoke(functionArn: string, payload: string, context: Readonly<Record<string, string>>, stopping: AbortSignal): Promise<number>;
  close(): void;
}

const TIMEOUT_MS = 10_000;

/** The SDK is loaded when the first function is called. */
export async function createOutsideLambda({ endpoint, region, accessKeyId, secretAccessKey }: Outside): Promise<OutsideLambda> {
  const { AddPermissionCommand, InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
  // Whoever calls tries again by the rules of bots.
  const client = new LambdaClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 });
  const within = (stopping?: AbortSignal) => ({ abortSignal: stopping ? AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopping]) : AbortSignal.timeout(TIMEOUT_MS) });
  return {
    async addPermission(functionArn, { id, principal }) {
      const command = new AddPermissionCommand({ FunctionName: functionArn, StatementId: id, Action: 'lambda:InvokeFunction', Principal: principal });
      await client.send(command, within()).catch((error: unknown) => {
        // The statement is there from an earlier time.
        if ((error as Error).name !== 'ResourceConflictException') tell(error);
      });
    },
    async dryRun(functionArn) {
      await client.send(new InvokeCommand({ FunctionName: functionArn, InvocationType: 'DryRun' }), within()).catch(tell);
    },
    async invoke(functionArn, payload, context, stopping) {
      const ClientContext = Buffer.from(JSON.stringify(context)).toString('base64');
      const command = new InvokeCommand({ FunctionName: functionArn, InvocationType: 'RequestResponse', ClientContext, Payload: Buffer.from(payload) });
      const reply = await client.send(command, within(stopping)).catch(tell);
      if (reply.FunctionError !== undefined) throw new LambdaRefused(reply.StatusCode ?? 200, `The function failed (${reply.FunctionError}).`);
      return reply.StatusCode ?? 0;
    },
    close: () => client.destroy(),
  };
}

function tell(error: unknown): never {
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  if (status === undefined) throw new LambdaUnreachable('Lambda could not be reached.', { cause: error });
  throw new LambdaRefused(status, `${name}: ${message}`);
}
