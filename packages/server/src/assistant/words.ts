import { ASSISTANT_COMMANDS, writeConfirmation, type ConfirmedCommand } from '@carillon/wire/assistant.js';

const { help, attachments, deletion } = ASSISTANT_COMMANDS;
const MARKDOWN = /[\\`*_{}[\]<>()#+.!|~:@-]/g;

interface Words {
  help: string;
  hint: string;
  managed(account: string): string;
  wait(days: number): string;
  collecting: string;
  ready(list: { count: number; url: string }): string;
  tooMany: string;
  wrong: string;
  confirm: Record<ConfirmedCommand, string>;
  write: string;
}

const WORDS: Readonly<Record<'en' | 'it', Words>> = {
  en: {
    help: `This is what you can write to me:\n\n* \`${attachments}\`: a list of links to every file you sent in conversations, and in rooms you made. Once in seven days.\n* \`${deletion}\`: deletes you and your data for good.\n* \`${help}\`: this list.\n\nFor the first two I send you a code to confirm with.`,
    hint: `I did not understand that. Write \`${help}\` to see what I can do.`,
    managed: account => `I am only for people who belong to no organisation. You are a member of ${account}: its administrators look after your files and your data. Ask them.`,
    wait: days => `You have asked for your attachments in the last seven days. You can ask again ${days === 1 ? 'in a day' : `in ${days} days`}.`,
    collecting: 'I am collecting your attachments. A link comes here as soon as the list is ready.',
    ready: ({ count, url }) => `${count === 0 ? 'Your list is ready. It is empty: there are no files of yours.' : `Your list is ready, with ${count === 1 ? 'one link' : `${count} links`}.`}\n\n[Download the list](${url})\n\nIt works for six days, for anybody who has it: keep it to yourself.`,
    tooMany: 'You have asked for too many codes. Wait a quarter of an hour, then ask again.',
    wrong: 'This code is wrong or too old. Here is a new one.\n\n',
    confirm: {
      attachments: 'You get a list of links to every file you sent in conversations, and in rooms you made.',
      deletion: 'This deletes you for good: you are signed out everywhere, you leave all rooms, and your profile, contacts and settings are gone. Messages you wrote to others stay with them, from a “Deleted user”. **Nobody can undo it.**',
    },
    write: 'To confirm, send this within ten minutes:',
  },
  it: {
    help: `Ecco che cosa puoi scrivermi:\n\n* \`${attachments}\`: un elenco di link a tutti i file che hai inviato nelle conversazioni e nelle sale che hai creato. Una volta ogni sette giorni.\n* \`${deletion}\`: elimina te e i tuoi dati per sempre.\n* \`${help}\`: questo elenco.\n\nPer i primi due ti mando un codice di conferma.`,
    hint: `Non ho capito. Scrivi \`${help}\` per vedere che cosa so fare.`,
    managed: account => `Sono qui solo per chi non fa parte di un’organizzazione. Tu fai parte di ${account}: dei tuoi file e dei tuoi dati si occupano i suoi amministratori. Chiedi a loro.`,
    wait: days => `Hai già chiesto i tuoi allegati negli ultimi sette giorni. Puoi chiederli di nuovo ${days === 1 ? 'tra un giorno' : `tra ${days} giorni`}.`,
    collecting: 'Sto raccogliendo i tuoi allegati. Appena l’elenco è pronto, trovi qui il link.',
    ready: ({ count, url }) => `${count === 0 ? 'Il tuo elenco è pronto. È vuoto: non ci sono file tuoi.' : `Il tuo elenco è pronto: ${count === 1 ? 'contiene un link' : `contiene ${count} link`}.`}\n\n[Scarica l’elenco](${url})\n\nFunziona per sei giorni, per chiunque ce l’abbia: tienilo per te.`,
    tooMany: 'Hai chiesto troppi codici. Aspetta un quarto d’ora e riprova.',
    wrong: 'Il codice è sbagliato o scaduto. Eccone uno nuovo.\n\n',
    confirm: {
      attachments: 'Riceverai un elenco di link a tutti i file che hai inviato nelle conversazioni e nelle sale che hai creato.',
      deletion: 'Così ti elimini per sempre: esci da tutti i dispositivi e da tutte le sale, e il tuo profilo, i contatti e le impostazioni non ci sono più. I messaggi che hai scritto restano a chi li ha ricevuti, da un “Deleted user”. **Nessuno può annullarlo.**',
    },
    write: 'Per confermare, invia questo entro dieci minuti:',
  },
};

/** The Assistant's words in the person's language. */
export function wordsFor(locale: string | null): Words {
  return WORDS[locale === 'it' ? 'it' : 'en'];
}

/** What asks for a confirmation; `readConfirmation` finds the words to send at its end. */
export function confirmationText(locale: string | null, command: ConfirmedCommand, code: string, again: boolean): string {
  const words = wordsFor(locale);
  return `${again ? words.wrong : ''}${words.confirm[command]}\n\n${words.write}\n\n\`${writeConfirmation(command, code)}\``;
}

/** A name that stands in Markdown as it is. */
export function plainName(name: string): string {
  return name.replaceAll(MARKDOWN, '\\$&');
}
