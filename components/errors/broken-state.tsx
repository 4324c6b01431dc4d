"use client";

import { RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { errors as t } from "#lib/words/en/screens/errors.ts";
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
      <h1 className="sr-only">{t("broken_state_something_went_wrong")}</h1>
      <ErrorState
        title={t("broken_state_title")}
        meaning={outageMeanings()[outage]}
        // In production the message stays in the server's log, and the digest finds it there.
        details={error.digest ? t("broken_state_digest_digest", { digest: error.digest }) : error.message}
        action={
          <Button variant="primary" icon={<RotateCw aria-hidden />} onClick={retry}>
            {common("try_again")}
          </Button>
        }
      />
    </>
  );
}
