import { useNavigate } from '@tanstack/react-router';
import { Activity, Keyboard, LogOut, MessageCircleMore, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Menu } from '@carillon/ui/menu.js';
import { PresenceMark } from '@carillon/ui/presence-mark.js';
import { showToast } from '@carillon/ui/toast-list.js';
import { signOut } from '@carillon/wire/rest/identity.js';
import { api, pictureOf } from '../api.js';
import { useNow } from '../clock.js';
import { openShortcuts } from '../find/shortcuts-state.js';
import { useWords } from '../i18n.js';
import { forgetSubscription } from '../notifications/push-subscription.js';
import { forgetKept } from '../offline/kept-store.js';
import { currentMessage, messageText, ownPresence } from '../presence/presence-text.js';
import { StatusDialog } from '../presence/status-dialog.js';
import { PRESENCE_MODES, useSetStatus } from '../presence/use-status.js';
import { failureText } from '../session/failure-text.js';
import { useMe, useSync, useWatch } from '../session/sync-context.js';
import { applyTheme, readTheme, type Theme } from '../theme.js';

/** Everything about oneself, behind one's own picture: presence, settings, theme, the way out. */
export function MyMenu(): ReactNode {
  const { t } = useWords();
  const me = useMe();
  const online = useSync(state => state.online);
  useWatch([me.id]);
  const told = useSync(state => state.presence[me.id]);
  const shown = ownPresence(me, online, told);
  const now = useNow(60_000);
  const message = currentMessage(me.statusMessage, now);
  const [dialog, setDialog] = useState(false);
  const setStatus = useSetStatus();
  const navigate = useNavigate();
  const leave = useSignOut();
  const [theme, setTheme] = useState(readTheme);
  const choose = (next: Theme) => () => { applyTheme(next); setTheme(next); };
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <>
      <Menu
        side="right"
        trigger={<button type="button" className="rail-me" aria-label={t('rail.me', { name: me.displayName, presence: t(`presence.${shown}`) })}><Avatar id={me.id} name={me.displayName} size={36} picture={pictureOf(me)} presence={shown} /></button>}
        entries={[
          me.displayName,
          ...PRESENCE_MODES.map(mode => ({ label: t(`status.${mode}`), icon: mode === 'automatic' ? <Activity {...icon} /> : <span className="menu-mark"><PresenceMark state={mode} /></span>, checked: me.presenceMode === mode, onSelect: () => setStatus.mutate({ mode }) })),
          { label: message === null ? t('status.edit') : messageText(message, t), icon: <MessageCircleMore {...icon} />, onSelect: () => setDialog(true) },
          null,
          { label: t('rail.profile'), icon: <UserRound {...icon} />, onSelect: () => void navigate({ to: '/settings' }) },
          { label: t('shortcuts.title'), icon: <Keyboard {...icon} />, hint: '?', onSelect: openShortcuts },
          null,
          { label: t('theme.system'), icon: <Monitor {...icon} />, checked: theme === 'system', onSelect: choose('system') },
          { label: t('theme.light'), icon: <Sun {...icon} />, checked: theme === 'light', onSelect: choose('light') },
          { label: t('theme.dark'), icon: <Moon {...icon} />, checked: theme === 'dark', onSelect: choose('dark') },
          null,
          { label: t('rail.signOut'), icon: <LogOut {...icon} />, danger: true, onSelect: leave },
        ]}
      />
      {dialog ? <StatusDialog onClose={() => setDialog(false)} /> : null}
    </>
  );
}

/** Ends this device's session. The page is loaded anew, so that nothing of the person stays in its memory. */
function useSignOut(): () => void {
  const { t } = useWords();
  return () => { api.call(signOut, {}).then(() => Promise.allSettled([forgetKept(), forgetSubscription()])).then(() => location.assign('/sign-in'), (error: unknown) => showToast(failureText(error, t), 'error')); };
}
