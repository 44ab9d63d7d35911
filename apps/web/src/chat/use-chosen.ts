import { useState } from 'react';

/** A stored value as a field shows it: what one has just chosen, until the stored one changes or `forget` says that it was refused. */
export function useChosen<T>(stored: T): { shown: T; choose: (value: T) => void; forget: () => void } {
  const [chosen, setChosen] = useState<{ from: T; value: T }>();
  return {
    shown: chosen !== undefined && chosen.from === stored ? chosen.value : stored,
    choose: value => setChosen({ from: stored, value }),
    forget: () => setChosen(undefined),
  };
}
