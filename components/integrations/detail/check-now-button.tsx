"use client";

import { Activity } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { checkNow } from "#components/integrations/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

/** Asks the app now whether the connection works; the answer stands in the card afterwards. */
export function CheckNowButton({ integrationId }: { integrationId: string }) {
  const router = useRouter();
  return (
    <DecisionForm<IntegrationDto>
      action={checkNow}
      about={{ id: integrationId }}
      done="The connection works"
      refusedTitle="The check failed"
      onResult={router.refresh}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Activity aria-hidden />} isPending={isPending}>
          Check now
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
