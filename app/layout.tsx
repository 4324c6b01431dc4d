import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { canvasColours, parseTheme, THEME_COOKIE, type Theme } from "#components/shell/theme.ts";
import "./globals.css";
import { Providers } from "./providers.tsx";

export const metadata: Metadata = {
  title: { template: "%s · Patchbay", default: "Patchbay" },
  description: "Sends what happens in your shop to the apps you use, and shows what arrived.",
  applicationName: "Patchbay",
};

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
      lang="en-GB"
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
