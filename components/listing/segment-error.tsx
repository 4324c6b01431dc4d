"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { outageMeanings, useOutage } from "#components/errors/use-outage.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";

interface SegmentErrorProps {
  /** What could not be shown, such as "the deliveries". */
  what: string;
  error: Error & { digest?: string };
  reset: () => void;
}

/** What a page says when reading its data failed. */
export function SegmentError({ what, error, reset }: SegmentErrorProps) {
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
      title={`We could not load ${what}`}
      meaning={outageMeanings[outage]}
      details={error.digest ? `Error ${error.digest}` : error.message}
      action={
        <Button variant="primary" icon={<RotateCw aria-hidden />} isPending={isPending} onClick={tryAgain}>
          Try again
        </Button>
      }
    />
  );
}
