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
import { common } from "#lib/words/en/screens/common.ts";
import { operatorBrowser as t } from "#lib/words/en/screens/operator-browser.ts";

interface SetPolicyFormProps {
  action: DecisionAction<SetPolicy>;
  merchantId: string;
  /** Currencies in which the merchant sold something. */
  currencies: readonly string[];
  /** What the boxes hold at first. */
  initial: { currency: string; share: string; minimum: string };
}

const done = () => t("done_fee_policy_set");

/** Sets by which rule a merchant's payments go from now on, or from a later day. */
export function SetPolicyForm({ action, merchantId, currencies, initial }: SetPolicyFormProps) {
  const router = useRouter();
  const decision = useDecision(action, {
    onResult: (result) => {
      if (!result.ok) return;
      toastDone(done());
      router.refresh();
    },
  });
  const faults = decision.result?.ok === false ? decision.result.fieldErrors : [];
  const findError = (path: string) => faults.find((fault) => fault.path === path)?.message;
  return (
    <form {...decision.form} className="grid gap-4">
      <input type="hidden" name="merchantId" value={merchantId} />
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field
          name="share"
          label={t("set_policy_form_label")}
          help={t("set_policy_form_help")}
          error={findError("basisPoints")}
          isRequired
        >
          <Input inputMode="decimal" autoComplete="off" defaultValue={initial.share} />
        </Field>
        <Field name="currency" label={common("currency")} error={findError("currency")}>
          <Select
            defaultValue={initial.currency}
            placeholder={t("set_policy_form_placeholder")}
            options={currencies.map((currency) => ({ value: currency, label: currency }))}
          />
        </Field>
        <Field
          name="minimum"
          label={t("set_policy_form_least_per_payment")}
          help={t("set_policy_form_that_currency_such_as")}
          error={findError("minimum")}
          isOptional
        >
          <Input inputMode="decimal" autoComplete="off" defaultValue={initial.minimum} />
        </Field>
        <Field
          name="validFrom"
          label={t("set_policy_form_valid_from_utc")}
          help={t("set_policy_form_left_empty_from_now")}
          error={findError("validFrom")}
          isOptional
        >
          <Input type="date" />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton isPending={decision.isPending}>{t("set_policy_form_set_fee_policy")}</SubmitButton>
        <DecisionOutcome
          decision={decision}
          done={done()}
          refusedTitle={t("set_policy_form_fee_policy_was_not")}
        />
      </div>
    </form>
  );
}
