import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { plans } from "#lib/fees/plans.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
import { planTitle } from "./plan-words.ts";

interface FeePlanFormProps {
  scope: RevenueScope;
  /** What is tried now, as it was typed. */
  typed: { plan: string; share: string; minimum: string };
  errors: Readonly<Record<"basisPoints" | "minimum", string | undefined>>;
}

const own = () => ({ value: "", label: t("own_share_minimum") });
const options = () => [own(), ...plans.map((plan) => ({ value: plan.id, label: planTitle(plan) }))];

/** Which rule is tried. It is a form that asks for a page, so its address can be passed on. */
export function FeePlanForm({ scope, typed, errors }: FeePlanFormProps) {
  return (
    <form method="get" action="/operator/fee-plan" className="grid gap-4">
      <input type="hidden" name="environment" value={scope.environment} />
      <input type="hidden" name="currency" value={scope.currency} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field name="plan" label={t("fee_plan_form_label")} help={t("fee_plan_form_help")}>
          <Select key={typed.plan} defaultValue={typed.plan} options={options()} />
        </Field>
        <Field
          name="share"
          label={t("fee_plan_form_share_each_payment")}
          help={t("fee_plan_form_2_5_0")}
          error={errors.basisPoints}
        >
          <Input key={typed.share} inputMode="decimal" autoComplete="off" defaultValue={typed.share} />
        </Field>
        <Field
          name="minimum"
          label={t("fee_plan_form_least_per_payment_currency", { currency: scope.currency })}
          help={t("fee_plan_form_such_as_0_30")}
          error={errors.minimum}
          isOptional
        >
          <Input key={typed.minimum} inputMode="decimal" autoComplete="off" defaultValue={typed.minimum} />
        </Field>
      </div>
      <div>
        <SubmitButton>{t("fee_plan_form_try_last_90_days")}</SubmitButton>
      </div>
    </form>
  );
}
