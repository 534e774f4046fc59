/** A real Chromium for tests and pictures: the one on this machine; it is never downloaded. */
import { type Browser, chromium } from 'playwright-core';
import { programOf } from './program.ts';

export type { Browser, BrowserContext, Page } from 'playwright-core';

const wanted = {
  names: ['chromium', 'chromium-browser', 'google-chrome'],
  folders: [],
  package: 'chromium',
} as const;

/** Starts it without a window. `CHROMIUM` names it, if it lies where nobody looks; else Debian's package is installed. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? programOf(wanted),
    // Chromium has no sandbox for root, and what is looked at here is our own.
    args: ['--no-sandbox'],
  });
