"use client";

import { RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { outageMeanings, useOutage } from "./use-outage.ts";

export interface BrokenPageProps {
  error: Error & { digest?: string };
  /** Asks for the page again. */
  retry: () => void;
}

/** What is said when a page breaks: what is known of why, and what the engineer needs to find the cause. */
export function BrokenState({ error, retry }: BrokenPageProps) {
  const outage = useOutage();
  return (
    <>
      <h1 className="sr-only">Something went wrong</h1>
      <ErrorState
        title="This page could not be shown"
        meaning={outageMeanings[outage]}
        // In production the message stays in the server's log, and the digest finds it there.
        details={error.digest ? `Digest ${error.digest}` : error.message}
        action={
          <Button variant="primary" icon={<RotateCw aria-hidden />} onClick={retry}>
            Try again
          </Button>
        }
      />
    </>
  );
}
