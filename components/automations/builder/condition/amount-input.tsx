"use client";

import { useState } from "react";
import { Input } from "#components/ui/input.tsx";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import { minorDigits } from "#lib/money/minor-digits.ts";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";
import { useBuilder } from "../builder-context.ts";
import { amountText, readAmount } from "./amount-text.ts";

interface AmountInputProps {
  label: string;
  /** In minor units. */
  minor: number;
  /** That of the sample where it is left out. */
  currency?: string | undefined;
  onChange: (minor: number, currency: string) => void;
}

/** An amount as people write it, kept in minor units of the sample's currency. */
export function AmountInput({ label, minor, currency: own, onChange }: AmountInputProps) {
  const { scope } = useBuilder();
  const named = ownAt(scope?.event, ["data", "currency"]);
  const currency = own ?? (typeof named === "string" ? named.toUpperCase() : "EUR");
  const digits = minorDigits(currency);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? amountText(minor, digits);
  return (
    <div className="flex items-center gap-2">
      <Input
        aria-label={t("amount_input_label_currency", { label, currency })}
        inputMode="decimal"
        aria-invalid={readAmount(shown, digits) === null || undefined}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          const amount = readAmount(event.target.value, digits);
          if (amount !== null) onChange(amount, currency);
        }}
        onBlur={() => setTyped(null)}
      />
      <span className="text-muted">{currency}</span>
    </div>
  );
}
