import { ChevronLeft, ChevronRight, Link2, Maximize, ScreenShare } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { meetingUrl, pictureOf } from '../api.js';
import { copyText } from '../copy-text.js';
import { useWords } from '../i18n.js';
import { useAttendees, useCall, useFace } from './call-context.js';
import { cameraTiles, contentTile, type CallTile } from './call-state.js';
import { FILMSTRIP_PLACES, GALLERY_PAGE, galleryGrid, galleryOrder } from './gallery-layout.js';
import type { View } from './meeting-room.js';
import { Tile, VideoOf } from './tile.js';

const GAP_PX = 8;

/** What one sees: a shared screen before everything, else the speaker or everybody. */
export function Stage({ view }: { view: View }): ReactNode {
  const { call, me } = useCall();
  const content = contentTile(call, me.id);
  const others = Object.keys(call.people).filter(id => id !== me.id);
  if (content !== null) return <WithFilmstrip main={<SharedScreen tile={content} />} />;
  if (view === 'speaker' && others.length > 0) return <Speaker />;
  return <Gallery ids={[...others, me.id]} />;
}

/** Measures the frame, because a grid of pictures cannot be said in CSS alone. */
function useSize(frame: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return size;
}

function Gallery({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useWords();
  const { call } = useCall();
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const [page, setPage] = useState(0);
  const cameras = cameraTiles(call);
  const ordered = galleryOrder(ids, id => cameras.has(id), id => call.people[id]?.talking ?? false);
  const pages = Math.ceil(ordered.length / GALLERY_PAGE);
  const at = Math.min(page, pages - 1);
  const shown = ordered.slice(at * GALLERY_PAGE, (at + 1) * GALLERY_PAGE);
  // On a phone the first of three and more gets a row of its own.
  const lead = width > 0 && width < 600 && shown.length >= 3 && shown.length <= 7;
  const grid = lead ? null : galleryGrid(shown.length, width, height, GAP_PX);
  return (
    <div className="stage">
      <div ref={frame} className="gallery" data-lead={lead ? '' : undefined} style={grid === null ? undefined : { gridTemplateColumns: `repeat(${grid.columns * 2}, ${(grid.width - GAP_PX) / 2}px)`, gridAutoRows: `${grid.height}px` }}>
        {width === 0 ? null : shown.map((id, index) => <Tile key={id} attendeeId={id} tile={cameras.get(id)} column={grid === null ? undefined : columnOf(index, shown.length, grid.columns)} />)}
      </div>
      {ids.length === 1 ? <Alone /> : null}
      {pages > 1 ? (
        <div className="pager">
          <IconButton label={t('stage.before')} disabled={at === 0} onClick={() => setPage(at - 1)}><ChevronLeft size={20} strokeWidth={1.75} /></IconButton>
          <span className="tabular">{at + 1} / {pages}</span>
          <IconButton label={t('stage.next')} disabled={at === pages - 1} onClick={() => setPage(at + 1)}><ChevronRight size={20} strokeWidth={1.75} /></IconButton>
        </div>
      ) : null}
    </div>
  );
}

/** Half columns let a last row that is not full stand in the middle. */
function columnOf(index: number, count: number, columns: number): string {
  const inLast = count % columns;
  const start = inLast !== 0 && index === count - inLast ? columns - inLast + 1 : null;
  return start === null ? 'span 2' : `${start} / span 2`;
}

function Alone(): ReactNode {
  const { t } = useWords();
  const { meeting } = useCall();
  return (
    <div className="alone">
      <p>{t('stage.alone')}</p>
      <Button icon={<Link2 size={18} strokeWidth={1.75} aria-hidden />} onClick={() => void copyText(meetingUrl(meeting.number), t)}>{t('meeting.copyLink')}</Button>
    </div>
  );
}

function Speaker(): ReactNode {
  const { call, me } = useCall();
  const [last, setLast] = useState<string | null>(null);
  const now = call.speakers.find(id => id !== me.id && call.people[id] !== undefined);
  // Who spoke last stays until somebody else speaks.
  if (now !== undefined && now !== last) setLast(now);
  const shown = [now, last].find(id => id !== null && id !== undefined && call.people[id] !== undefined) ?? Object.keys(call.people).find(id => id !== me.id) ?? me.id;
  return <WithFilmstrip main={<Tile attendeeId={shown} tile={cameraTiles(call).get(shown)} />} without={shown} />;
}

function WithFilmstrip({ main, without }: { main: ReactNode; without?: string }): ReactNode {
  const { call, me } = useCall();
  const cameras = cameraTiles(call);
  const rank = (id: string): number => (call.people[id]?.talking ? 0 : cameras.has(id) ? 1 : 2);
  const others = Object.keys(call.people).filter(id => id !== me.id && id !== without);
  const ids = [...(others.length < FILMSTRIP_PLACES ? others : [...others].sort((a, b) => rank(a) - rank(b))), me.id];
  const many = ids.length > FILMSTRIP_PLACES;
  // Oneself stays in the strip, as the last before the rest.
  const shown = many ? [...ids.slice(0, FILMSTRIP_PLACES - 2), me.id] : ids;
  const rest = ids.filter(id => !shown.includes(id));
  return (
    <div className="stage stage-strip">
      <div className="filmstrip">
        {shown.map(id => <Tile key={id} attendeeId={id} tile={cameras.get(id)} small />)}
        {many ? <Rest ids={rest} /> : null}
      </div>
      <div className="stage-main">{main}</div>
    </div>
  );
}

function Rest({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useWords();
  const attendees = useAttendees();
  return (
    <div className="tile tile-rest">
      <span className="avatar-stack">{ids.slice(0, 3).map(id => <Avatar key={id} id={attendees[id]?.personId ?? id} name={attendees[id]?.name ?? '?'} size={28} picture={attendees[id] === undefined ? null : pictureOf({ id: attendees[id].personId, pictureVersion: attendees[id].pictureVersion })} />)}</span>
      <span>{t('stage.others', { count: ids.length })}</span>
    </div>
  );
}

function SharedScreen({ tile }: { tile: CallTile }): ReactNode {
  const { t } = useWords();
  const face = useFace(tile.attendeeId);
  const frame = useRef<HTMLDivElement>(null);
  const full = (): void => void (document.fullscreenElement === null ? frame.current?.requestFullscreen() : document.exitFullscreen());
  return (
    <div ref={frame} className="shared">
      <VideoOf tile={tile} label={t('stage.sharedBy', { name: face.name })} />
      <p className="tile-label shared-label"><ScreenShare size={16} strokeWidth={1.75} aria-hidden /><span className="ellipsis" dir="auto">{face.mine ? t('stage.youShare') : t('stage.sharedBy', { name: face.name })}</span></p>
      {document.fullscreenEnabled ? <span className="shared-tools"><IconButton label={t('more.fullscreen')} onClick={full}><Maximize size={18} strokeWidth={1.75} /></IconButton></span> : null}
    </div>
  );
}
