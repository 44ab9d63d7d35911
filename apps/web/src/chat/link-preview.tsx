import { Image } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import type { LinkPreview, Message } from '@carillon/wire/rest/chat.js';
import { useWords } from '../i18n.js';
import { PICTURE_HEIGHT_MAX, PICTURE_WIDTH_MAX } from './attachments.js';
import { MotionControl } from './motion-control.js';
import { readShowsPreviews } from './shows-previews.js';
import { useMotion } from './use-motion.js';
import './attachments.css';
import './link-preview.css';

type Picture = NonNullable<LinkPreview['picture']>;
interface Props { messageId: Message['id']; preview: LinkPreview }

const CARD_PICTURE = 72;

/** What a message's first link leads to, below it. The pictures are the server's own: nobody else learns who reads. */
export function LinkPreviewCard({ messageId, preview }: Props): ReactNode {
  if (!readShowsPreviews()) return null;
  if (preview.title === null) return preview.picture === null ? null : <PictureCard messageId={messageId} address={preview.address} picture={preview.picture} />;
  return <PageCard messageId={messageId} preview={preview} title={preview.title} />;
}

function PageCard({ messageId, preview, title }: Props & { title: string }): ReactNode {
  const { siteName, description, picture, address } = preview;
  const host = hostOf(address);
  return (
    <div className="link-card" data-picture={picture === null ? undefined : picture.moves ? 'moving' : 'still'}>
      {picture === null || picture.moves ? null : <CardPicture messageId={messageId} picture={picture} />}
      <div className="link-words">
        <p className="link-site quieter"><bdi className="ellipsis">{siteName !== null && siteName.toLowerCase() !== host ? siteName : host}</bdi>{siteName !== null && siteName.toLowerCase() !== host ? <bdi className="ellipsis link-host">{host}</bdi> : null}</p>
        <a className="link-title ellipsis" dir="auto" href={address} target="_blank" rel="noopener noreferrer nofollow" title={title}>{title}</a>
        {description === null ? null : <p className="link-description" dir="auto">{description}</p>}
      </div>
      {picture?.moves === true ? <LargePicture messageId={messageId} picture={picture} name={title} /> : null}
    </div>
  );
}

/** Its place is the same whatever the picture is like: nothing moves when it comes. */
function CardPicture({ messageId, picture }: { messageId: string; picture: Picture }): ReactNode {
  const small = picture.width < CARD_PICTURE && picture.height < CARD_PICTURE;
  return <img className="link-picture" data-small={small ? '' : undefined} src={pictureUrl(messageId)} alt="" width={CARD_PICTURE} height={CARD_PICTURE} loading="lazy" decoding="async" />;
}

/** The link leads to a picture: that is what is shown. */
function PictureCard({ messageId, address, picture }: { messageId: string; address: string; picture: Picture }): ReactNode {
  const { t } = useWords();
  const name = fileNameOf(address);
  return (
    <div className="picture-card" data-link>
      <LargePicture messageId={messageId} picture={picture} name={name} />
      <div className="picture-foot">
        <Image size={16} strokeWidth={1.75} aria-hidden />
        <a className="ellipsis" href={address} target="_blank" rel="noopener noreferrer nofollow" title={address} aria-label={t('chat.openPicture', { name, host: hostOf(address) })}><bdi>{name}</bdi></a>
        <bdi className="quieter ellipsis">{hostOf(address)}</bdi>
      </div>
    </div>
  );
}

function LargePicture({ messageId, picture, name }: { messageId: string; picture: Picture; name: string }): ReactNode {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const motion = useMotion(frame);
  const scale = Math.min(1, PICTURE_WIDTH_MAX / picture.width, PICTURE_HEIGHT_MAX / picture.height);
  const source = picture.moves && motion.moves ? `${pictureUrl(messageId)}/moving` : pictureUrl(messageId);
  return (
    <div ref={frame} className="picture-view" style={{ height: largeHeightOf(picture) }}>
      <img src={source} alt={t('chat.pictureOf', { name })} width={Math.round(picture.width * scale)} height={Math.round(picture.height * scale)} loading="lazy" decoding="async" />
      {picture.moves ? <MotionControl motion={motion} name={name} /> : null}
    </div>
  );
}

function largeHeightOf(picture: Picture): number {
  return Math.max(48, Math.round(picture.height * Math.min(1, PICTURE_WIDTH_MAX / picture.width, PICTURE_HEIGHT_MAX / picture.height)));
}

function pictureUrl(messageId: string): string {
  return `/api/messages/${messageId}/preview`;
}

/** As it is connected to: a name in letters of another script shows its ASCII form, so that none passes for another. */
function hostOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}

function fileNameOf(address: string): string {
  const url = new URL(address);
  const last = url.pathname.split('/').findLast(part => part !== '');
  if (last === undefined) return url.host;
  try {
    return decodeURIComponent(last).replaceAll(/[\p{C}]/gu, '');
  } catch {
    // Not every address is well-formed; it is shown as it stands.
    return last;
  }
}
