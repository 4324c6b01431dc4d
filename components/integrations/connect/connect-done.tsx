"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { announceOutcome, type ConnectOutcome, outcomeHref } from "./connect-channel.ts";

const CLOSING_MS = 700;

/** The end of a popup: tells the page that opened it, and closes. Where that is not allowed, leads back. */
export function ConnectDone({ outcome }: { outcome: ConnectOutcome }) {
  const [isStillOpen, setIsStillOpen] = useState(false);
  const { provider, search } = outcome;
  useEffect(() => {
    announceOutcome({ provider, search });
    window.close();
    const timer = setTimeout(() => setIsStillOpen(true), CLOSING_MS);
    return () => clearTimeout(timer);
  }, [provider, search]);
  if (!isStillOpen) {
    return (
      <>
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner /> {t("connect_done_closing_this_window")}
        </p>
        <noscript>
          <ButtonLink href={outcomeHref(outcome)}>{t("connect_done_back_app")}</ButtonLink>
        </noscript>
      </>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-muted">{t("connect_done_you_can_close_this")}</p>
      <ButtonLink href={outcomeHref(outcome)} variant="primary">
        {t("connect_done_back_app")}
      </ButtonLink>
    </div>
  );
}
