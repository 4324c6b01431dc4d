"use client";

import { WandSparkles } from "lucide-react";
import { useState, useTransition } from "react";
import { z } from "zod";
import { ApiRefusal, apiGet } from "#components/listing/api-get.ts";
import { Button } from "#components/ui/button.tsx";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

const sandboxKeys = z.object({
  keys: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })),
});

interface SandboxFillProps {
  provider: string;
  label: string;
  /** Before its script has loaded, the form around it posts it as `fill`. */
  isPosted?: boolean;
  onFill: (fields: Readonly<Record<string, unknown>>) => void;
}

/** Spares the typing where the make-believe account has what the form asks for. */
export function SandboxFill({ provider, label, onFill, isPosted = false }: SandboxFillProps) {
  const { load, failure, isPending } = useSandboxKeys(provider);
  return (
    <div className="grid gap-1.5">
      <Button
        size="sm"
        icon={<WandSparkles aria-hidden />}
        className="justify-self-start"
        isPending={isPending}
        {...(isPosted ? { type: "submit", name: "fill", value: "sandbox" } : {})}
        onClick={(event) => {
          event.preventDefault();
          load(onFill);
        }}
      >
        {label}
      </Button>
      {failure && (
        <p role="alert" className="text-danger text-sm">
          {failure}
        </p>
      )}
    </div>
  );
}

/** The keys of the merchant's account in the sandbox, read when asked for. */
function useSandboxKeys(provider: string) {
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
