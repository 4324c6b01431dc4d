"use client";

import { useState, useTransition } from "react";
import { z } from "zod";
import { ApiRefusal, apiGet } from "#components/listing/api-get.ts";

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
        else setFailure("The sandbox has no keys for this app.");
      } catch (error) {
        setFailure(error instanceof ApiRefusal ? error.message : "The sandbox cannot be reached. Try again.");
      }
    });
  }

  return { load, failure, isPending };
}
