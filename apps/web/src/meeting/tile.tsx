import { MicOff, Volume2, WifiLow } from 'lucide-react';
import { memo, useEffect, useRef, type ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { pictureOf } from '../api.js';
import { useWords } from '../i18n.js';
import { useCall, useFace } from './call-context.js';
import { SIGNAL_WEAK, type CallTile } from './call-state.js';

interface Props { attendeeId: string; tile: CallTile | undefined; small?: boolean; column?: string | undefined }

/** One person: their picture or their avatar, name and microphone below, what is weak above. Nothing lies over a face. */
export function Tile({ attendeeId, tile, small = false, column }: Props): ReactNode {
  const { t } = useWords();
  const { call } = useCall();
  const person = call.people[attendeeId];
  const face = useFace(attendeeId);
  const name = face.mine ? t('people.me') : face.name;
  const shows = tile !== undefined && !tile.paused;
  const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className="tile" data-talking={person?.talking ? '' : undefined} data-small={small ? '' : undefined} style={column === undefined ? undefined : { gridColumn: column }}>
      {tile !== undefined ? <VideoOf tile={tile} label={t('stage.videoOf', { name })} /> : null}
      {shows ? null : <span className="tile-face"><Avatar id={face.id} name={face.name} size={small ? 44 : 72} picture={pictureOf({ id: face.personId, pictureVersion: face.pictureVersion })} /></span>}
      <span className="tile-label tile-name">
        {person?.muted ? <MicOff {...icon} className="tile-muted" /> : person?.talking ? <Volume2 {...icon} className="tile-talks" /> : null}
        <span className="ellipsis" dir="auto">{name}</span>
        <span className="sr-only">{person?.muted ? t('roster.muted') : person?.talking ? t('roster.talking') : ''}</span>
      </span>
      {person !== undefined && person.signal < SIGNAL_WEAK && !small ? <span className="tile-label tile-state"><WifiLow {...icon} />{t('roster.weak')}</span> : null}
    </div>
  );
}

/** The element the library draws into. Bound for as long as it stands here. */
export const VideoOf = memo(function VideoOf({ tile, label }: { tile: CallTile; label: string }): ReactNode {
  const { client } = useCall();
  const element = useRef<HTMLVideoElement>(null);
  const { tileId } = tile;
  useEffect(() => {
    if (element.current === null) return;
    client.bind(tileId, element.current);
    return () => client.unbind(tileId);
  }, [client, tileId]);
  return <video ref={element} className={tile.local && !tile.content ? 'mirror' : undefined} data-content={tile.content ? '' : undefined} autoPlay muted playsInline aria-label={label} />;
});
