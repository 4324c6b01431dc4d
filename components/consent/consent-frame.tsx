import type { ReactNode } from "react";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import type { ConsentDto } from "#lib/sandbox/consent/schema.ts";
import { consent as t } from "#lib/words/en/screens/consent.ts";

/** The page of an app in the sandbox: it stands for the app, and says that it is not. */
export function ConsentFrame({ app, children }: { app: ConsentDto["provider"]; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh content-center justify-items-center gap-5 bg-sunken px-gutter py-8">
      <main
        id="content"
        className="grid w-full max-w-112 gap-6 rounded-panel border border-line bg-surface p-6 shadow-card sm:p-8"
      >
        <p className="flex flex-wrap items-center gap-3">
          <AppMark app={app} />
          <span className="font-semibold text-lg">{app.name}</span>
          <EnvironmentBadge environment="sandbox" />
        </p>
        {children}
      </main>
      <footer className="max-w-112 text-balance text-center text-muted text-sm">
        {t("consent_frame_this_patchbay_s_copy", { name: app.name })}
      </footer>
    </div>
  );
}
