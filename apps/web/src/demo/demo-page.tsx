import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Copy, LogIn } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@carillon/ui/avatar.js';
import { Button } from '@carillon/ui/button.js';
import { EmptyState } from '@carillon/ui/empty-state.js';
import { IconButton } from '@carillon/ui/icon-button.js';
import { Notice } from '@carillon/ui/notice.js';
import { SkeletonRows } from '@carillon/ui/skeleton.js';
import { getDemo, signIn } from '@carillon/wire/rest/identity.js';
import { api } from '../api.js';
import { copyText } from '../copy-text.js';
import { fullTimeOf } from '../format-time.js';
import { Mark } from '../frame/mark.js';
import { LostPage } from '../frame/lost-page.js';
import { useWords } from '../i18n.js';
import { failureText } from '../session/failure-text.js';
import { useSignedIn } from '../session/session-query.js';
import './demo-page.css';

interface DemoPerson { displayName: string; email: string; password: string }
interface DemoMail { to: string; subject: string; text: string; at: string }

/** Demo mode only: who there is, with a button to be them, and what would have been mailed. */
export function DemoPage(): ReactNode {
  const { t } = useWords();
  const demo = useQuery({ queryKey: ['demo'], queryFn: () => api.call(getDemo, {}), refetchInterval: 5_000 });
  if (demo.error !== null && demo.data === undefined) return <LostPage />;
  return (
    <main className="demo">
      <div className="demo-column">
        <header className="demo-head"><Mark size={36} /><div><h1>{t('demo.title')}</h1><p className="quiet">{t('demo.text')}</p></div></header>
        <section className="card" aria-labelledby="demo-people">
          <h2 id="demo-people">{t('demo.people')}</h2>
          {demo.data === undefined ? <SkeletonRows count={4} /> : <ul>{demo.data.people.map(person => <DemoLogin key={person.email} person={person} />)}</ul>}
        </section>
        {demo.data?.meetingUrl ? <p>{t('demo.meeting')} <a href={demo.data.meetingUrl}>{demo.data.meetingUrl}</a></p> : null}
        {demo.data === undefined ? null : <ConsoleLogin root={demo.data.root} />}
        <section className="card" aria-labelledby="demo-mails">
          <h2 id="demo-mails">{t('demo.mails')}</h2>
          {demo.data?.mails.length === 0 ? <EmptyState icon={<Copy size={22} strokeWidth={1.75} />} title={t('demo.noMails')}>{t('demo.noMailsText')}</EmptyState> : demo.data?.mails.map((mail, index) => <Mail key={index} mail={mail} />)}
        </section>
        <Link to="/sign-in">{t('signIn.do')}</Link>
      </div>
    </main>
  );
}

/** The console has a sign-in of its own. */
function ConsoleLogin({ root }: { root: { email: string; password: string } }): ReactNode {
  const { t } = useWords();
  return (
    <section className="card" aria-labelledby="demo-console">
      <h2 id="demo-console">{t('demo.console')}</h2>
      <p className="quiet">{t('demo.consoleText')} <a href="/console/">/console</a></p>
      <ul>
        <li className="demo-person">
          <Avatar id={root.email} name="root" size={40} />
          <span className="file-words"><b>root</b><span className="quieter ellipsis">{root.email}</span></span>
          <code className="ellipsis">{root.password}</code>
          <IconButton label={t('demo.copyPassword')} onClick={() => void copyText(root.password, t)}><Copy size={18} strokeWidth={1.75} /></IconButton>
        </li>
      </ul>
    </section>
  );
}

function DemoLogin({ person }: { person: DemoPerson }): ReactNode {
  const { t } = useWords();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const enter = useMutation({
    mutationFn: () => api.call(signIn, { body: { email: person.email, password: person.password } }),
    onSuccess: ({ me }) => { signedIn(me); void navigate({ to: '/' }); },
  });
  return (
    <li className="demo-person">
      <Avatar id={person.email} name={person.displayName} size={40} />
      <span className="file-words"><b className="ellipsis">{person.displayName}</b><span className="quieter ellipsis">{person.email}</span></span>
      <code className="ellipsis">{person.password}</code>
      <IconButton label={t('demo.copyPassword')} onClick={() => void copyText(person.password, t)}><Copy size={18} strokeWidth={1.75} /></IconButton>
      <Button look="tint" size={32} icon={<LogIn size={16} strokeWidth={1.75} aria-hidden />} busy={enter.isPending} onClick={() => enter.mutate()}>{t('signIn.do')} <span className="sr-only">{person.displayName}</span></Button>
      {enter.error === null ? null : <Notice>{failureText(enter.error, t)}</Notice>}
    </li>
  );
}

function Mail({ mail }: { mail: DemoMail }): ReactNode {
  const { locale } = useWords();
  const parts = mail.text.split(/(https?:\/\/\S+)/);
  return (
    <article className="demo-mail">
      <header><b>{mail.subject}</b><span className="quieter">{mail.to}, {fullTimeOf(Date.parse(mail.at), locale)}</span></header>
      <p>{parts.map((part, index) => (index % 2 === 1 ? <a key={index} href={part}>{part}</a> : part))}</p>
    </article>
  );
}
