import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { useWords } from '../i18n.js';

export function LostPage(): ReactNode {
  const { t } = useWords();
  return (
    <main className="page-wait">
      <EmptyState heading="h1" icon={<Compass size={24} strokeWidth={1.75} />} title={t('lost.title')} actions={<Link to="/" className="button" data-look="accent" data-size="36">{t('lost.home')}</Link>}>
        {t('lost.text')}
      </EmptyState>
    </main>
  );
}
