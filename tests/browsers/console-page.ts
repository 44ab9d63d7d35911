import type { Browser as Chromium, BrowserContextOptions, Page } from 'playwright-core';
import type { Browser as Device } from '@carillon/testkit/browser.js';
import { openProfile, takeConsoleSession } from './chromium.js';
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
