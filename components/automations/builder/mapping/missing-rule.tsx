"use client";

import { useId } from "react";
import { Input } from "#components/ui/input.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { IfMissing } from "#lib/automations/mapping/mapping-schema.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";

interface MissingRuleProps {
  ifMissing: IfMissing;
  onChange: (rule: IfMissing) => void;
}

const cards = () => [
  { value: "leave_out", label: t("cards_leave_out") },
  { value: "default", label: t("cards_use_something_else") },
  { value: "fail", label: t("cards_stop_step_say_so") },
];

/** What holds where a field is not there. */
export function MissingRule({ ifMissing, onChange }: MissingRuleProps) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <RadioCards
        name={id}
        legend={t("missing_rule_when_missing")}
        columns={1}
        cards={cards()}
        value={ifMissing.rule}
        onValueChange={(rule) => {
          if (rule === "default") onChange({ rule, value: "" });
          else if (rule === "fail" || rule === "leave_out") onChange({ rule });
        }}
      />
      {ifMissing.rule === "default" && (
        <Input
          aria-label={t("missing_rule_use_this_instead")}
          placeholder={t("missing_rule_use_this_instead")}
          value={typeof ifMissing.value === "string" ? ifMissing.value : JSON.stringify(ifMissing.value)}
          onChange={(event) =>
            onChange({ rule: "default", value: readLike(ifMissing.value, event.target.value) })
          }
        />
      )}
    </div>
  );
}

/** A number stays a number while it reads as one. */
function readLike(before: unknown, typed: string): string | number {
  const isNumber = typeof before === "number" && typed.trim() !== "" && Number.isFinite(Number(typed));
  return isNumber ? Number(typed) : typed;
}
