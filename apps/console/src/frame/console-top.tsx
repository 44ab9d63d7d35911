import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { exitRole, signOutOfConsole, type ConsoleIdentity } from '@carillon/wire/rest/console.js';
import { api } from '../operations.js';
import { useBecome } from '../session/session-query.js';
import { applyTheme, readTheme, type Theme } from '../theme.js';
import type { Language } from '@carillon/client/language.js';
import { changeLanguage, useWords } from '../words.js';
import { useFlash } from './flash.js';
import { useGo } from './page.js';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const LANGUAGES: readonly Language[] = ['en', 'it'];

/** Whose console this is, in which language and light, and who one is in it. */
export function ConsoleTop({ identity }: { identity: ConsoleIdentity }): ReactNode {
  const { t, language } = useWords();
  const go = useGo();
  const [theme, setTheme] = useState(readTheme);
  const choose = useIdentityMenu(identity);
  const account = identity.accountAlias ?? identity.ownerAccountId;
  const who = identity.role === null ? `${identity.userName} @ ${account}` : `${identity.role.roleName} / ${identity.userName} @ ${account}`;
  const identityItems: TopNavigationProps.MenuDropdownUtility['items'] = [
    { id: 'security', text: t('session.security'), href: '/console/security' },
    ...(identity.type === 'Root' ? [] : [{ id: 'switch', text: t('session.switchRole'), href: '/console/switch-role' }]),
    ...(identity.role === null ? [] : [{ id: 'exit', text: t('session.backTo', { name: identity.userName }) }]),
    { id: 'sign-out', text: t('session.signOut') },
  ];
  return (
    <TopNavigation
      identity={{ href: '/console/accounts', title: 'Carillon', onFollow: go }}
      utilities={[
        {
          type: 'menu-dropdown', iconName: 'settings', ariaLabel: t('frame.look'), title: t('frame.look'),
          items: [
            { id: 'language', text: t('frame.language'), items: LANGUAGES.map(id => ({ id: `language-${id}`, text: t(`frame.languages.${id}`), itemType: 'checkbox' as const, checked: id === language })) },
            { id: 'theme', text: t('frame.theme'), items: THEMES.map(id => ({ id: `theme-${id}`, text: t(`frame.themes.${id}`), itemType: 'checkbox' as const, checked: id === theme })) },
          ],
          onItemClick: ({ detail }) => {
            const [kind, value] = detail.id.split('-');
            if (kind === 'language') changeLanguage(value as Language);
            if (kind === 'theme') { applyTheme(value as Theme); setTheme(value as Theme); }
          },
        },
        { type: 'menu-dropdown', iconName: 'user-profile', text: who, description: identity.arn, items: identityItems, onItemFollow: go, onItemClick: ({ detail }) => choose(detail.id) },
      ]}
      i18nStrings={{ overflowMenuTriggerText: t('frame.more'), overflowMenuTitleText: t('frame.all'), overflowMenuBackIconAriaLabel: t('frame.back'), overflowMenuDismissIconAriaLabel: t('frame.dismiss') }}
    />
  );
}

function useIdentityMenu(identity: ConsoleIdentity): (id: string) => void {
  const { t } = useWords();
  const become = useBecome();
  const navigate = useNavigate();
  const flash = useFlash();
  const leave = async (): Promise<void> => {
    await api.call(signOutOfConsole, {});
    become(null);
    await navigate({ to: '/sign-in' });
  };
  const backToSelf = async (): Promise<void> => {
    become((await api.call(exitRole, {})).identity);
    flash.done(t('session.left'));
  };
  return id => {
    const work = id === 'sign-out' ? leave : id === 'exit' && identity.role !== null ? backToSelf : undefined;
    work?.().catch((error: unknown) => flash.failed(error));
  };
}
