import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRouter } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words.js';
import { showCrumbs, type Crumb } from './crumbs-state.js';
import { openGuide, type GuideTopic } from './guide-state.js';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** From the first page to this one's parent; the page itself is added. */
  readonly crumbs: readonly Crumb[];
  readonly actions?: ReactNode;
  /** Its page of the administrator's guide. */
  readonly guide: GuideTopic;
  readonly children: ReactNode;
}

/** A page of the console: its title, the way to it, what can be done on it, and the guide's words about it. */
export function Page({ title, description, crumbs, actions, guide, children }: Props): ReactNode {
  const { t } = useWords();
  useEffect(() => { document.title = `${title} · Carillon`; }, [title]);
  const way = JSON.stringify([...crumbs, { text: title, href: '#' }]);
  useEffect(() => showCrumbs(JSON.parse(way) as Crumb[]), [way]);
  return (
    <ContentLayout header={<Header variant="h1" description={description} actions={actions} info={<Link variant="info" onFollow={() => openGuide(guide)}>{t('frame.info')}</Link>}>{title}</Header>}>
      <SpaceBetween size="l">{children}</SpaceBetween>
    </ContentLayout>
  );
}

/** Follows a link of Cloudscape's without loading the page anew. */
export function useGo(): (event: CustomEvent<{ href?: string; external?: boolean }>) => void {
  const router = useRouter();
  return event => {
    const { href, external } = event.detail;
    if (external === true || href === undefined || !href.startsWith('/console/')) return;
    event.preventDefault();
    const [to = '/', query] = href.slice('/console'.length).split('?');
    void router.navigate({ to, ...(query === undefined ? {} : { search: Object.fromEntries(new URLSearchParams(query)) }) });
  };
}

/** A link to another page of the console; `to` without `/console`. */
export function PageLink({ to, children, fontSize }: { to: string; children: ReactNode; fontSize?: 'inherit' }): ReactNode {
  const go = useGo();
  return <Link href={`/console${to}`} onFollow={go} {...(fontSize === undefined ? {} : { fontSize })}>{children}</Link>;
}
