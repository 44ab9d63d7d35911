import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAccount } from '../accounts/use-account.js';
import { useWords } from '../words.js';
import { useGo } from './page.js';

type Items = readonly SideNavigationProps.Item[];

/** The guide's navigation (GEN-06). Inside an account its own menu is shown, with the way back on top. */
export function ConsoleNavigation(): ReactNode {
  const { pathname } = useLocation();
  const accountId = /^\/accounts\/([0-9a-f-]{36})/.exec(pathname)?.[1];
  return accountId === undefined ? <MainNavigation pathname={pathname} /> : <AccountNavigation accountId={accountId} pathname={pathname} />;
}

function MainNavigation({ pathname }: { pathname: string }): ReactNode {
  const { t } = useWords();
  const go = useGo();
  const link = (text: string, href: string): SideNavigationProps.Link => ({ type: 'link', text, href: `/console${href}` });
  const items: Items = [
    link(t('frame.nav.home'), '/'),
    { type: 'section', text: t('frame.nav.chime'), items: [link(t('frame.nav.gettingStarted'), '/getting-started'), link(t('frame.nav.accounts'), '/accounts')] },
    {
      type: 'section', text: t('frame.nav.iam'),
      items: [link(t('frame.nav.users'), '/iam/users'), link(t('frame.nav.groups'), '/iam/groups'), link(t('frame.nav.roles'), '/iam/roles'), link(t('frame.nav.policies'), '/iam/policies'), link(t('frame.nav.simulator'), '/iam/simulator')],
    },
    { type: 'section', text: t('frame.nav.records'), items: [link(t('frame.nav.eventHistory'), '/event-history'), link(t('frame.nav.buckets'), '/buckets')] },
    { type: 'divider' },
    link(t('frame.nav.support'), '/support'),
  ];
  return <SideNavigation header={{ text: t('frame.nav.title'), href: '/console/' }} items={items} activeHref={activeOf(items, pathname)} onFollow={go} />;
}

function AccountNavigation({ accountId, pathname }: { accountId: string; pathname: string }): ReactNode {
  const { t } = useWords();
  const go = useGo();
  const { data } = useAccount(accountId);
  const base = `/accounts/${accountId}`;
  const link = (text: string, path: string): SideNavigationProps.Link => ({ type: 'link', text, href: `/console${base}${path}` });
  const items: Items = [
    { type: 'link', text: t('frame.nav.allAccounts'), href: '/console/accounts' },
    { type: 'divider' },
    link(t('frame.nav.accountUsers'), '/users'),
    { type: 'section', text: t('frame.nav.identity'), items: [link(t('frame.nav.gettingStarted'), '/identity'), link(t('frame.nav.domains'), '/identity/domains')] },
    link(t('frame.nav.bots'), '/bots'),
    {
      type: 'section', text: t('frame.nav.settings'),
      items: [
        link(t('frame.nav.account'), '/settings/account'), link(t('frame.nav.meetings'), '/settings/meetings'), link(t('frame.nav.retention'), '/settings/retention'),
        link(t('frame.nav.attachments'), '/settings/attachments'), link(t('frame.nav.legalHolds'), '/settings/legal-holds'), link(t('frame.nav.import'), '/settings/import'),
      ],
    },
    { type: 'divider' },
    link(t('frame.nav.support'), '/support'),
  ];
  return <SideNavigation header={{ text: data?.Account?.Name ?? t('frame.nav.account'), href: `/console${base}/users` }} items={items} activeHref={activeOf(items, pathname)} onFollow={go} />;
}

/** Pages that lie beside the list that they belong to. */
const UNDER: Readonly<Record<string, string>> = { '/iam/create-user': '/iam/users', '/iam/create-role': '/iam/roles' };

/** The entry whose page this is, or the one above it. */
function activeOf(items: Items, pathname: string): string {
  const here = `/console${UNDER[pathname] ?? pathname}`;
  const hrefs = items.flatMap(item => (item.type === 'section' ? item.items : [item])).flatMap(item => ('href' in item ? [item.href] : []));
  return hrefs.filter(href => here === href || here.startsWith(`${href}/`)).toSorted((a, b) => b.length - a.length)[0] ?? here;
}
