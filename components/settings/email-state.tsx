"use client";

import { z } from "zod";
import type { AccountAction } from "#components/auth/account-answer.ts";
import { useAccountForm } from "#components/auth/use-account-form.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { settings as t } from "#lib/words/en/screens/settings.ts";

const noFields = z.strictObject({});

interface EmailStateProps {
  email: string;
  isVerified: boolean;
  /** Whether there is a mail server to send a link with. */
  canSend: boolean;
  action: AccountAction;
}

/** The address, and whether alerts may be sent there. */
export function EmailState({ email, isVerified, canSend, action }: EmailStateProps) {
  const { form, summary, isPending } = useAccountForm(action, noFields);
  if (isVerified || !canSend) return email;
  return (
    <form {...form} className="grid gap-2">
      <FormErrorSummary title={t("email_state_title")} errors={summary} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 [overflow-wrap:anywhere]">{email}</span>
        <Status tone="warning">{t("email_state_not_confirmed")}</Status>
        <SubmitButton size="sm" variant="secondary" isPending={isPending}>
          {t("email_state_send_link_confirm")}
        </SubmitButton>
      </div>
      <p className="text-muted text-sm">{t("email_state_alerts_sent_email_once")}</p>
    </form>
  );
}
