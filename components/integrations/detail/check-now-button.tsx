"use client";

import { Activity } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { checkNow } from "#components/integrations/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetailBrowser as t } from "#lib/words/en/screens/integrations-detail-browser.ts";

/** Asks the app now whether the connection works; the answer stands in the card afterwards. */
export function CheckNowButton({ integrationId }: { integrationId: string }) {
  const router = useRouter();
  return (
    <DecisionForm<IntegrationDto>
      action={checkNow}
      about={{ id: integrationId }}
      done={t("check_now_button_connection_works")}
      refusedTitle={t("check_now_button_check_failed")}
      onResult={router.refresh}
    >
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Activity aria-hidden />} isPending={isPending}>
          {t("check_now_button_check_now")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
