"use client";

import { useRouter } from "next/navigation";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { type DecisionAction, useDecision } from "#components/forms/use-decision.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { SetPolicy } from "#lib/operator/fee-plan/set-fee-policy.ts";

interface SetPolicyFormProps {
  action: DecisionAction<SetPolicy>;
  merchantId: string;
  /** Currencies in which the merchant sold something. */
  currencies: readonly string[];
  /** What the boxes hold at first. */
  initial: { currency: string; share: string; minimum: string };
}

const done = "The fee policy is set.";

/** Sets by which rule a merchant's payments go from now on, or from a later day. */
export function SetPolicyForm({ action, merchantId, currencies, initial }: SetPolicyFormProps) {
  const router = useRouter();
  const decision = useDecision(action, {
    onResult: (result) => {
      if (!result.ok) return;
      toastDone(done);
      router.refresh();
    },
  });
  const faults = decision.result?.ok === false ? decision.result.fieldErrors : [];
  const errorOf = (path: string) => faults.find((fault) => fault.path === path)?.message;
  return (
    <form {...decision.form} className="grid gap-4">
      <input type="hidden" name="merchantId" value={merchantId} />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field
          name="share"
          label="Share of each payment, in %"
          help="2 to 5, or 0 for subscription only."
          error={errorOf("basisPoints")}
          isRequired
        >
          <Input inputMode="decimal" autoComplete="off" defaultValue={initial.share} />
        </Field>
        <Field name="currency" label="Currency" error={errorOf("currency")}>
          <Select
            defaultValue={initial.currency}
            placeholder="Every currency"
            options={currencies.map((currency) => ({ value: currency, label: currency }))}
          />
        </Field>
        <Field
          name="minimum"
          label="At least, per payment"
          help="In that currency, such as 0.30. Never more than 5% of the payment."
          error={errorOf("minimum")}
          isOptional
        >
          <Input inputMode="decimal" autoComplete="off" defaultValue={initial.minimum} />
        </Field>
        <Field
          name="validFrom"
          label="Valid from (UTC)"
          help="Left empty: from now on. Payments keep the fee that they had."
          error={errorOf("validFrom")}
          isOptional
        >
          <Input type="date" />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton isPending={decision.isPending}>Set fee policy</SubmitButton>
        <DecisionOutcome decision={decision} done={done} refusedTitle="The fee policy was not set" />
      </div>
    </form>
  );
}
