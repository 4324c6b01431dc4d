"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { outageMeanings, useOutage } from "#components/errors/use-outage.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { common } from "#lib/words/en/screens/common.ts";
import { listing as t } from "#lib/words/en/screens/listing.ts";

interface SegmentErrorProps {
  /** What could not be shown, such as "We could not load the deliveries". */
  title: string;
  error: Error & { digest?: string };
  reset: () => void;
}

/** What a page says when reading its data failed. */
export function SegmentError({ title, error, reset }: SegmentErrorProps) {
  const router = useRouter();
  const outage = useOutage();
  const [isPending, startTransition] = useTransition();
  function tryAgain() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }
  return (
    <ErrorState
      title={title}
      meaning={outageMeanings()[outage]}
      details={error.digest ? t("segment_error_error_digest", { digest: error.digest }) : error.message}
      action={
        <Button variant="primary" icon={<RotateCw aria-hidden />} isPending={isPending} onClick={tryAgain}>
          {common("try_again")}
        </Button>
      }
    />
  );
}
