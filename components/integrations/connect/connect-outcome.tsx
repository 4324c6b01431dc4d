"use client";

import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { connectErrorWords } from "./connect-error-words.ts";

interface ConnectOutcomeNoticeProps {
  name: string;
  /** The connection that has just come about. */
  connected: IntegrationDto | undefined;
  /** Code of what went wrong instead. */
  errorCode: string | undefined;
}

/** How the connection that was just tried turned out. */
export function ConnectOutcomeNotice({ name, connected, errorCode }: ConnectOutcomeNoticeProps) {
  const locale = useLocale();
  if (errorCode !== undefined) {
    const { title, meaning } = connectErrorWords(errorCode, name, locale);
    return (
      // The form whose window was closed says it beside its button; one of the two is enough.
      <div role="alert" className="group-has-data-connect-refusal/app:hidden">
        <Notice tone="danger" title={title}>
          {meaning}
        </Notice>
      </div>
    );
  }
  if (!connected) return null;
  if (connected.status === "needs_attention") {
    return (
      <div role="status">
        <Notice
          tone="info"
          title={t("connect_outcome_notice_title", { name, label: connected.account.label })}
        >
          {t("connect_outcome_notice_does_not_work_fully")}
        </Notice>
      </div>
    );
  }
  return (
    <div role="status">
      <Notice
        tone="success"
        title={t("connect_outcome_notice_title", { name, label: connected.account.label })}
      >
        {connected.environment === "sandbox"
          ? t("connect_outcome_notice_this_demo_account_try")
          : t("connect_outcome_notice_works_from_now_we")}
      </Notice>
    </div>
  );
}
