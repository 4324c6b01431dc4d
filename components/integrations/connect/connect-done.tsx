"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
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
          <Spinner /> Closing this window
        </p>
        <noscript>
          <ButtonLink href={outcomeHref(outcome)}>Back to the app</ButtonLink>
        </noscript>
      </>
    );
  }
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-muted">You can close this window now, or go on here.</p>
      <ButtonLink href={outcomeHref(outcome)} variant="primary">
        Back to the app
      </ButtonLink>
    </div>
  );
}
