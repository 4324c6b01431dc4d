"use client";

import { WandSparkles } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { useSandboxKeys } from "./use-sandbox-keys.ts";

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
