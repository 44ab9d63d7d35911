import { useQueryClient } from '@tanstack/react-query';
import { showToast } from '@carillon/ui/toast-list.js';
import { blockPerson, unblockPerson } from '@carillon/wire/rest/blocks.js';
import type { Person } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';

/** Blocks a person or lets them write again, and says that it happened. */
export function useBlock(): (person: Person, block: boolean) => Promise<void> {
  const { t } = useWords();
  const queries = useQueryClient();
  return async (person, block) => {
    try {
      await api.call(block ? blockPerson : unblockPerson, { params: { personId: person.id } });
      showToast(t(block ? 'block.done' : 'block.undone', { name: person.displayName }));
    } catch (error) {
      showToast(failureText(error, t), 'error');
    }
    await queries.invalidateQueries({ queryKey: ['blocked'] });
  };
}
