import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { FlashProvider } from './frame/flash.js';
import { router } from './router.js';
import { isSignedOut, SESSION_KEY } from './session/session-query.js';
import { componentWords, useWords } from './words.js';

const TRIES_MAX = 2;

/** What stands around everything: words, answers kept for a while, notices. */
export function App(): ReactNode {
  const { locale } = useWords();
  const [queries] = useState(createQueries);
  return (
    <I18nProvider locale={locale} messages={[componentWords() as I18nProviderProps.Messages]}>
      <QueryClientProvider client={queries}>
        <FlashProvider>
          <RouterProvider router={router} />
        </FlashProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** A session that is over, whatever request noticed it, leads to the sign-in. */
function createQueries(): QueryClient {
  const onError = (error: unknown): void => { if (isSignedOut(error)) queries.setQueryData(SESSION_KEY, null); };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }), mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < TRIES_MAX && isFailure(error) && error.transient, refetchOnWindowFocus: true } },
  });
  return queries;
}
