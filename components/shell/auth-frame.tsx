import type { ReactNode } from "react";
import { PatchMotif } from "#components/brand/patch-motif.tsx";
import { Wordmark } from "#components/brand/wordmark.tsx";
import { Link } from "#components/ui/link.tsx";
import { shell as t } from "#lib/words/en/screens/shell.ts";
import { ThemeSwitch } from "./theme/theme-switch.tsx";

interface AuthFrameProps {
  /** The page's `h1`. */
  title: ReactNode;
  description?: ReactNode;
  /** Under the form: the way to the other page. */
  footer?: ReactNode;
  children: ReactNode;
}

/** The frame of sign-in and sign-up: the form, and from tablet width on what Patchbay is for. */
export function AuthFrame({ title, description, footer, children }: AuthFrameProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <div className="flex flex-col px-gutter py-6">
        <header>
          <Link
            href="/"
            aria-label={t("auth_frame_patchbay_home")}
            className="inline-flex min-h-8 w-fit rounded-control"
          >
            <Wordmark />
          </Link>
        </header>
        <main id="content" className="mx-auto grid w-full max-w-96 flex-1 content-center gap-6 py-10">
          <div className="grid gap-1.5">
            <h1 className="font-semibold text-3xl">{title}</h1>
            {description && <p className="text-muted">{description}</p>}
          </div>
          {children}
          {footer && <div className="text-muted">{footer}</div>}
        </main>
        <footer>
          <ThemeSwitch />
        </footer>
      </div>
      <aside className="relative hidden flex-col justify-between gap-10 overflow-hidden border-line border-l bg-sunken p-12 lg:flex">
        <PatchMotif className="w-full max-w-160 flex-1 self-center" />
        <div className="grid gap-2">
          <p className="max-w-120 text-balance font-semibold text-3xl">
            {t("auth_frame_every_order_reaches_apps")}
          </p>
          <p className="max-w-prose text-lg text-muted">{t("auth_frame_patchbay_sends_what_happens")}</p>
        </div>
      </aside>
    </div>
  );
}
