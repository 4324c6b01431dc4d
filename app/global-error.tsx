"use client";

import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { type BrokenPageProps, BrokenState } from "#components/errors/broken-state.tsx";
import { LostPage } from "#components/errors/lost-page.tsx";
import { shellPages as t } from "#lib/words/en/screens/shell-pages.ts";
import "./globals.css";

/** Stands in for the root layout itself, so it brings its own document along. */
export default function GlobalError(props: BrokenPageProps) {
  return (
    <html lang="en-GB" className={`${GeistSans.variable} ${GeistMono.variable}`}>
      <body>
        <title>{t("global_error_something_went_wrong_patchbay")}</title>
        <LostPage>
          <BrokenState {...props} />
        </LostPage>
      </body>
    </html>
  );
}
