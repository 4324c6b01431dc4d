import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { planTitles } from "./plan-words.ts";

interface FeePlanFormProps {
  scope: RevenueScope;
  /** What is tried now, as it was typed. */
  typed: { plan: string; share: string; minimum: string };
  errors: Readonly<Record<"basisPoints" | "minimum", string | undefined>>;
}

const own = { value: "", label: "A share and a minimum" };
const options = [own, ...Object.entries(planTitles).map(([value, label]) => ({ value, label }))];

/** Which rule is tried. It is a form that asks for a page, so its address can be passed on. */
export function FeePlanForm({ scope, typed, errors }: FeePlanFormProps) {
  return (
    <form method="get" action="/operator/fee-plan" className="grid gap-4">
      <input type="hidden" name="environment" value={scope.environment} />
      <input type="hidden" name="currency" value={scope.currency} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Field name="plan" label="Rule" help="A plan brings its own share and no minimum.">
          <Select key={typed.plan} defaultValue={typed.plan} options={options} />
        </Field>
        <Field
          name="share"
          label="Share of each payment, in %"
          help="2 to 5, or 0."
          error={errors.basisPoints}
        >
          <Input key={typed.share} inputMode="decimal" autoComplete="off" defaultValue={typed.share} />
        </Field>
        <Field
          name="minimum"
          label={`At least, per payment, in ${scope.currency}`}
          help="Such as 0.30. No fee is above 5% of the payment."
          error={errors.minimum}
          isOptional
        >
          <Input key={typed.minimum} inputMode="decimal" autoComplete="off" defaultValue={typed.minimum} />
        </Field>
      </div>
      <div>
        <SubmitButton>Try on the last 90 days</SubmitButton>
      </div>
    </form>
  );
}
