import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../words.js';
import { failureWords } from './failure-words.js';

interface Flash {
  /** What was done, in a sentence. */
  readonly done: (text: ReactNode, header?: string) => void;
  /** What failed and what to do; `what` says what was tried. */
  readonly failed: (error: unknown) => void;
  readonly items: readonly FlashbarProps.MessageDefinition[];
}

const FlashContext = createContext<Flash | null>(null);
const SHOWN_MAX = 5;

export function FlashProvider({ children }: { children: ReactNode }): ReactNode {
  const { t } = useWords();
  const [items, setItems] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const next = useRef(0);
  const add = useCallback((item: FlashbarProps.MessageDefinition) => {
    const id = String(next.current++);
    setItems(before => [{ ...item, id, dismissible: true, dismissLabel: t('frame.dismiss'), onDismiss: () => setItems(all => all.filter(each => each.id !== id)) }, ...before].slice(0, SHOWN_MAX));
  }, [t]);
  const flash = useMemo<Flash>(() => ({
    items,
    done: (text, header) => add({ type: 'success', content: text, ...(header === undefined ? {} : { header }) }),
    failed: error => { const { header, text } = failureWords(error, t); add({ type: 'error', header, content: text }); },
  }), [items, add, t]);
  return <FlashContext.Provider value={flash}>{children}</FlashContext.Provider>;
}

export function useFlash(): Flash {
  const flash = useContext(FlashContext);
  if (flash === null) throw new Error('There is nothing around this that shows notices.');
  return flash;
}

export function Flashes(): ReactNode {
  return <Flashbar items={[...useFlash().items]} stackItems />;
}
