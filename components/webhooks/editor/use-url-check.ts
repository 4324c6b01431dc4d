"use client";

import { useEffect, useState } from "react";
import { checkUrlBeforeSaving } from "#components/webhooks/server-actions.ts";
import type { WebhookUrlVerdictDto } from "#lib/webhooks/schema.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";

const typingPauseMs = 500;

export type UrlCheck =
  | { state: "idle"; isSaved: boolean }
  | { state: "checking" }
  | { state: "known"; verdict: WebhookUrlVerdictDto }
  | { state: "unknown"; message: string };

/** What the server says of a URL while it is typed. `savedUrl` needs no check: it was accepted before. */
export function useUrlCheck(typedUrl: string, savedUrl: string | undefined): UrlCheck {
  const url = typedUrl.trim();
  const [answer, setAnswer] = useState<{ url: string; check: UrlCheck }>();
  const isWanted = url !== "" && url !== savedUrl;

  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const check = await askServer(url);
      if (isCurrent) setAnswer({ url, check });
    }, typingPauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [url, isWanted]);

  if (!isWanted) return { state: "idle", isSaved: url !== "" };
  return answer?.url === url ? answer.check : { state: "checking" };
}

async function askServer(url: string): Promise<UrlCheck> {
  try {
    const result = await checkUrlBeforeSaving(url);
    return result.ok
      ? { state: "known", verdict: result.data }
      : { state: "unknown", message: result.fieldErrors[0]?.message ?? result.message };
  } catch {
    return { state: "unknown", message: t("ask_server_patchbay_cannot_reached_so") };
  }
}
