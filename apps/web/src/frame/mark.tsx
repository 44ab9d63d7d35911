import type { ReactNode } from 'react';

/** Our own mark: a bell that rings. The same file is the page's icon. */
export function Mark({ size }: { size: number }): ReactNode {
  return <img className="mark" src="/icon.svg" width={size} height={size} alt="" />;
}
