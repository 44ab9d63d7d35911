import type { Browser as Chromium, BrowserContextOptions, Page } from 'playwright-core';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { openProfile, takeConsoleSession, untilAtRest } from './chromium.js';
import { type Language } from './console-words.js';

export interface Visit {
  readonly language?: Language;
  /** Who is signed in; nobody without it. */
  readonly device?: Device | undefined;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** What the page takes for the time, in ms; the machine's own without it. */
  readonly now?: number;
}

/** How a test sees the pages that look otherwise on a phone: English on a desk by day, Italian, whose words are longer, on a phone at night. */
export const LOOKS: Readonly<Record<Language, Visit>> = {
  en: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  it: { viewport: { width: 360, height: 800 }, colorScheme: 'dark' },
};

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', it: 'it-IT' };
const DESK = { width: 1280, height: 900 };
const GRANTED: BrowserContextOptions = { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] };

/**
 * One page for each language, which one visit after another takes over: cookies and what the page kept are gone each time, but what Chromium has
 * compiled stays, and a visit to the console takes a third of the time of a new profile's.
 */
export class ConsolePages {
  private readonly pages = new Map<Language, Page>();
  private readonly chromium: Chromium;

  constructor(chromium: Chromium) {
    this.chromium = chromium;
  }

  /** Goes to a path of the console at `url`; the page of the visit before, in the same language, is this one's. */
  async open(url: string, path: string, { language = 'en', device, viewport = DESK, colorScheme = 'light', now }: Visit = {}): Promise<Page> {
    const page = this.pages.get(language) ?? (await openProfile(this.chromium, { locale: LOCALES[language], ...GRANTED }));
    this.pages.set(language, page);
    if (page.url().startsWith('http')) await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
    await page.context().clearCookies();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    if (now !== undefined) await page.clock.setFixedTime(now);
    if (device) await takeConsoleSession(page, url, device);
    await page.goto(`${url}/console${path}`);
    return page;
  }
}

/** Goes on to another path as a link would: the console's router shows its page, nothing is loaded anew. */
export async function goOn(page: Page, path: string): Promise<void> {
  const href = `/console${path}`;
  if (page.url().endsWith(href)) return;
  await page.evaluate(href => {
    for (const title of document.querySelectorAll('h1')) title.dataset['left'] = '';
    history.pushState(null, '', href);
  }, href);
  await page.locator('h1:not([data-left])').first().waitFor();
  await untilAtRest(page);
}
