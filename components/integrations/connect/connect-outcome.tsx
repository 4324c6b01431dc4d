"use client";

import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
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
        <Notice tone="info" title={`${name} is connected to ${connected.account.label}`}>
          It does not work fully: what is wrong, and what to do, stands below.
        </Notice>
      </div>
    );
  }
  return (
    <div role="status">
      <Notice tone="success" title={`${name} is connected to ${connected.account.label}`}>
        {connected.environment === "sandbox"
          ? "This is a demo account: try things out below, nothing leaves Patchbay."
          : "It works from now on, and we tell you when it does not. Try it out below."}
      </Notice>
    </div>
  );
}
