"use client";

import { WandSparkles } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useSandboxKeys } from "./use-sandbox-keys.ts";

interface SandboxFillProps {
  provider: string;
  label: string;
  onFill: (fields: Readonly<Record<string, unknown>>) => void;
}

/** Spares the typing where the make-believe account has what the form asks for. */
export function SandboxFill({ provider, label, onFill }: SandboxFillProps) {
  const { load, failure, isPending } = useSandboxKeys(provider);
  return (
    <div className="grid gap-1.5">
      <Button
        size="sm"
        icon={<WandSparkles aria-hidden />}
        className="justify-self-start"
        isPending={isPending}
        onClick={() => load(onFill)}
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
