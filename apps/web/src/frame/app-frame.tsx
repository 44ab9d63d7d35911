import { Outlet, useMatches } from '@tanstack/react-router';
import { useSyncExternalStore, type ReactNode } from 'react';
import { ChatDialogs } from '../chat/chat-page.js';
import { Palette } from '../find/palette.js';
import { ShortcutsDialog } from '../find/shortcuts-dialog.js';
import { closeOverlay, readOverlay, subscribeOverlay } from '../find/shortcuts-state.js';
import { useNotices } from '../notifications/use-notices.js';
import { RequirePerson } from '../session/require-person.js';
import { ConnectionBar } from './connection-bar.js';
import { Rail } from './rail.js';
import { useActivity } from './use-activity.js';
import { useTitle } from './use-title.js';
import './app-frame.css';

/** The frame of everything a signed-in person sees: rail (a bar below on a phone), content, palette. */
export function AppFrame(): ReactNode {
  return <RequirePerson><Framed /></RequirePerson>;
}

function Framed(): ReactNode {
  useActivity();
  useTitle();
  useNotices();
  // On a phone an open conversation takes the whole screen.
  const full = useMatches({ select: matches => matches.some(match => match.routeId === '/frame/chat/$channelId') });
  return (
    <div className="frame" data-full={full ? '' : undefined}>
      <Rail />
      <div className="frame-content">
        <ConnectionBar />
        <Outlet />
      </div>
      <Palette />
      <ShortcutsDialog />
      <BeginDialogs />
    </div>
  );
}

/** A conversation or a room can begin anywhere, by the palette. */
function BeginDialogs(): ReactNode {
  const open = useSyncExternalStore(subscribeOverlay, readOverlay);
  return <ChatDialogs open={open === 'conversation' || open === 'room' ? open : null} onClose={closeOverlay} />;
}
