"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { listenForOutcome, outcomeHref } from "./connect-channel.ts";
import { takeStarted } from "./connect-started.ts";

/**
 * Shows how a connection turned out once its popup says so; once on a page. It listens also while nothing seems to
 * wait: some consent pages cut the tie to their opener, and look closed before they are.
 */
export function ConnectListener({ provider }: { provider: string }) {
  const router = useRouter();
  useEffect(
    () =>
      listenForOutcome((outcome) => {
        // Any page can open the one that tells outcomes; only what this tab has begun may lead it elsewhere.
        if (outcome.provider !== provider || !takeStarted(provider)) return;
        router.push(outcomeHref(outcome));
        router.refresh();
      }),
    [provider, router],
  );
  return null;
}
