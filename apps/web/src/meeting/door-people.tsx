import type { ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import type { MeetingDoor } from '@carillon/wire/rest/meetings.js';
import { listOf } from '../format-time.js';
import { useWords } from '../i18n.js';

/** Who is in already, as far as one may know. */
export function DoorPeople({ door }: { door: MeetingDoor }): ReactNode {
  const { t, locale } = useWords();
  const firstNames = door.present.map(name => name.split(/\s+/)[0] ?? name);
  const others = door.presentCount - door.present.length;
  const text = door.presentCount === 0 ? t('door.nobody', { host: door.hostName })
    : firstNames.length === 0 ? t('meeting.peopleIn', { count: door.presentCount })
      : others > 0 ? t('door.andOthers', { names: firstNames.join(', '), count: others })
        : t('door.areIn', { names: listOf(firstNames, locale), count: firstNames.length });
  return (
    <p className="door-people">
      {door.present.length === 0 ? null : <span className="avatar-stack">{door.present.map(name => <Avatar key={name} id={name} name={name} size={26} />)}</span>}
      <span>{text}</span>
    </p>
  );
}
