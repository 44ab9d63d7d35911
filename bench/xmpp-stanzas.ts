/**
 * Takes an XMPP stream (RFC 6120, section 4) apart: the children of `<stream:stream>`, each as its text. As much XML as servers send over TCP: no
 * comments, no CDATA, no document types.
 */
export class StanzaReader {
  #rest = '';
  #depth = 0;
  /** Where the open stanza begins in #rest, and how far it was looked through. */
  #start = 0;
  #seen = 0;

  /** Stanzas that are whole with these characters. */
  read(text: string): string[] {
    this.#rest += text;
    const stanzas: string[] = [];
    TAG.lastIndex = this.#seen;
    for (let tag = TAG.exec(this.#rest); tag; tag = TAG.exec(this.#rest)) {
      this.#seen = TAG.lastIndex;
      if (tag[0].startsWith('<?')) continue;
      const closes = tag[0].startsWith('</');
      if (!closes && this.#depth === 1) this.#start = tag.index;
      const alone = tag[0].endsWith('/>');
      this.#depth += closes ? -1 : alone ? 0 : 1;
      if (this.#depth === 1 && (closes || alone)) stanzas.push(this.#rest.slice(this.#start, this.#seen));
    }
    const keep = this.#depth > 1 ? this.#start : this.#seen;
    this.#rest = this.#rest.slice(keep);
    this.#seen -= keep;
    this.#start = 0;
    return stanzas;
  }

  /** After SASL a new stream begins on the same connection (section 6.4.6). */
  restart(): void {
    this.#rest = '';
    this.#depth = this.#start = this.#seen = 0;
  }
}

/** A whole tag; a `>` may stand in an attribute's value. */
const TAG = /<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/g;
