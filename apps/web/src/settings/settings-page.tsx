import type { ReactNode } from 'react';
import { DataCard } from '../assistant/data-card.js';
import { useWords } from '../i18n.js';
import { BlockedCard } from './blocked-card.js';
import { NotificationsCard } from '../notifications/notifications-card.js';
import { ConsoleCard } from './console-card.js';
import { DevicesCard } from './devices-card.js';
import { LookCard } from './look-card.js';
import { PasswordCard } from './password-card.js';
import { ProfileCard } from './profile-card.js';
import { TotpCard } from './totp-card.js';
import '../contacts/contacts-page.css';
import './settings-page.css';

export function SettingsPage(): ReactNode {
  const { t } = useWords();
  return (
    <main className="page settings">
      <header className="page-head"><h1>{t('rail.settings')}</h1></header>
      <div className="page-scroll">
        <div className="page-column">
          <ProfileCard />
          <LookCard />
          <NotificationsCard />
          <PasswordCard />
          <TotpCard />
          <DevicesCard />
          <BlockedCard />
          <DataCard />
          <ConsoleCard />
        </div>
      </div>
    </main>
  );
}
