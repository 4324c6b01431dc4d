"use client";

import { useState } from "react";
import { Input } from "#components/ui/input.tsx";

interface NumberInputProps {
  value: number | undefined;
  "aria-label"?: string;
  className?: string;
  onChange: (value: number | undefined) => void;
}

/** A number as it is typed. What is no number yet stays in the box and is not taken. */
export function NumberInput({ value, onChange, ...props }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? "" : String(value));
  const isWrong = shown.trim() !== "" && parseNumber(shown) === undefined;
  return (
    <Input
      {...props}
      inputMode="decimal"
      required={false}
      aria-invalid={isWrong || undefined}
      value={shown}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const number = parseNumber(text);
        if (text.trim() === "") onChange(undefined);
        else if (number !== undefined) onChange(number);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}
