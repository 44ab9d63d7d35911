import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import type { ReactNode } from 'react';
import { ActionButton } from '../../frame/permissions.js';

/** For what one may perhaps do to oneself alone: what one may do to everybody says nothing about it, so the server is asked by doing it. */
export function OwnButton({ own, action, ...rest }: ButtonProps & { own: boolean; action: string }): ReactNode {
  return own ? <Button {...rest} /> : <ActionButton action={action} {...rest} />;
}
