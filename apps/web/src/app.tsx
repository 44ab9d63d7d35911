import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isFailure } from '@carillon/client/api.js';
import { ToastRegion } from '@carillon/ui/toast.js';
import { TooltipProvider } from '@carillon/ui/tooltip.js';
import { useWords } from './i18n.js';
import { router } from './router.js';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one however often it is asked; only what did not get through is asked again.
      retry: (count, error) => isFailure(error) && error.transient && count < 3,
    },
  },
});

export function App(): ReactNode {
  const { t } = useWords();
  return (
    <QueryClientProvider client={queries}>
      <TooltipProvider>
        <RouterProvider router={router} />
        <ToastRegion closeLabel={t('act.close')} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
