/** `arn:aws:<service>:<region>:<account>:<resource>`; IAM and STS have no region. */
export function arn(service: string, region: string, accountId: string, resource: string): string {
  return `arn:aws:${service}:${region}:${accountId}:${resource}`;
}
