"use client";

import { useState, useTransition } from "react";
import { z } from "zod";
import { ApiRefusal, apiGet } from "#components/listing/api-get.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

const sandboxKeys = z.object({
  keys: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })),
});

/** The keys of the merchant's account in the sandbox, read when asked for. */
export function useSandboxKeys(provider: string) {
  const [failure, setFailure] = useState<string>();
  const [isPending, startTransition] = useTransition();

  function load(fill: (fields: Readonly<Record<string, unknown>>) => void) {
    setFailure(undefined);
    startTransition(async () => {
      try {
        const { keys } = await apiGet({
          path: `/api/sandbox/providers/${provider}`,
          schema: sandboxKeys,
          signal: AbortSignal.timeout(15_000),
        });
        const [first] = keys;
        if (first) fill(first.fields);
        else setFailure(t("load_sandbox_has_no_keys"));
      } catch (error) {
        setFailure(error instanceof ApiRefusal ? error.message : t("load_sandbox_cannot_reached_try"));
      }
    });
  }

  return { load, failure, isPending };
}
