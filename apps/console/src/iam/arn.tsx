import type { ReactNode } from 'react';
import { Copied } from '../frame/copied.js';

/** A long name that is copied rather than read. */
export function Arn({ value }: { value: string | undefined }): ReactNode {
  return <Copied name={value ?? ''} value={value} />;
}
