import { SEND_MAIL } from '../platform/mail.js';
import type { Tx } from '../ctx.js';

export type MailLocale = 'en' | 'it';

/** Mails in the reader's language: a subject, a sentence, a link, and what happens when one does nothing. */
type Words = (values: { link: string; by: string; account: string }) => { subject: string; text: string };

const MAILS = {
  verify: {
    en: ({ link }) => ({ subject: 'Confirm your address', text: `Welcome to Carillon.\n\nConfirm that this address is yours:\n${link}\n\nThe link works for two days. If you did not sign up, ignore this mail.` }),
    it: ({ link }) => ({ subject: 'Conferma il tuo indirizzo', text: `Benvenuto in Carillon.\n\nConferma che questo indirizzo è tuo:\n${link}\n\nIl link vale due giorni. Se non ti sei registrato, ignora questo messaggio.` }),
  },
  known: {
    en: ({ link }) => ({ subject: 'You already have an account', text: `Somebody, probably you, signed up with this address. It already has an account.\n\nSign in here:\n${link}\n\nForgot the password? There is a link on that page. If it was not you, ignore this mail.` }),
    it: ({ link }) => ({ subject: 'Hai già un account', text: `Qualcuno, probabilmente tu, si è registrato con questo indirizzo. Esiste già un account.\n\nAccedi qui:\n${link}\n\nHai dimenticato la password? Trovi il link in quella pagina. Se non sei stato tu, ignora questo messaggio.` }),
  },
  reset: {
    en: ({ link }) => ({ subject: 'Choose a new password', text: `Choose a new password here:\n${link}\n\nThe link works for an hour and once. If you did not ask for it, ignore this mail: nothing changes.` }),
    it: ({ link }) => ({ subject: 'Scegli una nuova password', text: `Scegli qui una nuova password:\n${link}\n\nIl link vale un’ora e una volta sola. Se non l’hai chiesto tu, ignora questo messaggio: non cambia nulla.` }),
  },
  rootReset: {
    en: ({ link }) => ({ subject: 'Choose a new password for the console', text: `Choose a new password for the root user of the administration console here:\n${link}\n\nThe link works for an hour and once. The password with which you sign in to chat and meetings stays as it is. If you did not ask for it, ignore this mail: nothing changes.` }),
    it: ({ link }) => ({ subject: 'Scegli una nuova password per la console', text: `Scegli qui una nuova password per l’utente root della console di amministrazione:\n${link}\n\nIl link vale un’ora e una volta sola. La password con cui accedi a chat e riunioni resta com’è. Se non l’hai chiesto tu, ignora questo messaggio: non cambia nulla.` }),
  },
  invite: {
    en: ({ link, by, account }) => ({ subject: `${by} invites you to ${account}`, text: `${by} invites you to ${account} on Carillon: chat and meetings in the browser, nothing to install.\n\nJoin here:\n${link}\n\nThe link works for 14 days.` }),
    it: ({ link, by, account }) => ({ subject: `${by} ti invita in ${account}`, text: `${by} ti invita in ${account} su Carillon: chat e riunioni nel browser, senza installare nulla.\n\nEntra da qui:\n${link}\n\nIl link vale 14 giorni.` }),
  },
} satisfies Record<string, Record<MailLocale, Words>>;

/** Writes the job that mails it, in the transaction of what the mail is about. */
export async function enqueueMail(
  tx: Tx,
  kind: keyof typeof MAILS,
  to: string,
  locale: string | null | undefined,
  values: { link: string; by?: string; account?: string },
): Promise<void> {
  const words: Words = MAILS[kind][locale === 'it' ? 'it' : 'en'];
  const mail = words({ by: '', account: '', ...values });
  await tx.enqueue(SEND_MAIL, { to, ...mail });
}
