"use client";

import { ArrowRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { keepPresentAccount, moveToOtherAccount } from "#app/(dashboard)/marketplace/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";

export interface OtherAccountCardProps {
  provider: string;
  name: string;
  state: string;
  integrationId: string;
  currentLabel: string;
  newLabel: string;
}

/** Asks whether a connection shall move, after signing in as somebody else than before. */
export function OtherAccountCard(props: OtherAccountCardProps) {
  const { provider, name, state, integrationId, currentLabel, newLabel } = props;
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const [choice, setChoice] = useState<"move" | "keep">();
  const [isPending, startTransition] = useTransition();

  function answer(choice: "move" | "keep") {
    setFailure(undefined);
    setChoice(choice);
    startTransition(async () => {
      const action = choice === "move" ? moveToOtherAccount : keepPresentAccount;
      const result = await action(state).catch(() => null);
      if (result === null) return setFailure("Patchbay cannot be reached. Try again.");
      if (!result.ok) return setFailure(result.message);
      const query = choice === "move" ? `connected=${integrationId}` : `account=${integrationId}`;
      router.replace(`/marketplace/${provider}?${query}`);
      router.refresh();
    });
  }

  return (
    <Card
      title="That is another account than before"
      description={`You signed in at ${name} with an account that this connection did not have. Nothing has changed yet.`}
    >
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
          <span className="font-medium">{currentLabel}</span>
          <ArrowRight role="img" aria-label="to" className="size-4 text-subtle" />
          <span className="font-medium">{newLabel}</span>
        </p>
        <p className="max-w-prose text-muted">
          If you move it, everything that uses this connection works on {newLabel} from now on. To have both,
          leave it and press “Connect another account”.
        </p>
        {failure !== undefined && (
          <div role="alert">
            <Notice tone="danger">{failure}</Notice>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          <Button isPending={isPending && choice === "keep"} onClick={() => answer("keep")}>
            {`Keep ${currentLabel}`}
          </Button>
          <Button variant="primary" isPending={isPending && choice === "move"} onClick={() => answer("move")}>
            {`Move to ${newLabel}`}
          </Button>
        </div>
      </div>
    </Card>
  );
}
