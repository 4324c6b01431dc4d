import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { canvasColours, parseTheme, THEME_COOKIE, type Theme } from "#components/shell/theme/theme.ts";
import { shellPages as t } from "#lib/words/en/screens/shell-pages.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import "./globals.css";
import { Providers } from "./providers.tsx";

export const generateMetadata = (): Metadata => ({
  title: { template: "%s · Patchbay", default: "Patchbay" },
  description: t("root_layout_description"),
  applicationName: "Patchbay",
});

export async function generateViewport(): Promise<Viewport> {
  const theme = await chosenTheme();
  return {
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: canvasColours.light },
            { media: "(prefers-color-scheme: dark)", color: canvasColours.dark },
          ]
        : canvasColours[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await chosenTheme();
  return (
    <html
      lang={readerIntlLocale()}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={theme === "system" ? undefined : theme}
      suppressHydrationWarning
    >
      <body>
        <Providers initialTheme={theme}>{children}</Providers>
      </body>
    </html>
  );
}

async function chosenTheme(): Promise<Theme> {
  return parseTheme((await cookies()).get(THEME_COOKIE)?.value);
}
