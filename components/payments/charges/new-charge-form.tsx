"use client";

import { useRouter } from "next/navigation";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { takeCharge } from "#components/payments/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { lookUp } from "#lib/look-up.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsChargesBrowser as t } from "#lib/words/en/screens/payments-charges-browser.ts";

/** What came of the form, and where the browser posted it itself, what stands in it now. */
export type Taken = ActionResult<{ href: string }> & { typed?: Readonly<Record<string, string>> };

interface NewChargeFormProps {
  /** The connections that can take a payment. */
  accounts: readonly SelectOption[];
  /** Under which the payment is made once, however often the form is sent. */
  chargeKey: string;
  currency: string;
}

const fields = ["integrationId", "amount", "currency", "description", "orderId"] as const;

/** Asks a guest for a payment by a link. */
export function NewChargeForm({ accounts, chargeKey, currency }: NewChargeFormProps) {
  const router = useRouter();
  const decision = useDecision<{ href: string }, Taken>(takeCharge, {
    page: "/payments/charges/new",
    onResult: (result) => {
      if (result.ok) router.push(result.data.href);
    },
  });
  const { result, posted } = decision;
  const refusal = result && !result.ok ? result : null;
  const findError = (name: string) => refusal?.fieldErrors.find(({ path }) => path === name)?.message;
  const summary = fields.flatMap((name) => {
    const message = findError(name);
    return message === undefined ? [] : [{ name, message }];
  });
  const typed = (name: string) => lookUp(posted?.typed ?? {}, name);
  const [onlyAccount] = accounts;
  return (
    <Card>
      <form {...decision.form} noValidate className="grid gap-5">
        <HiddenFields values={{ key: chargeKey }} />
        <FormErrorSummary
          title={t("new_charge_form_title")}
          errors={refusal && summary.length === 0 ? [{ message: refusal.message }] : summary}
        />
        {accounts.length === 1 && onlyAccount ? (
          <HiddenFields values={{ integrationId: onlyAccount.value }} />
        ) : (
          <Field name="integrationId" label={common("account")} error={findError("integrationId")} isRequired>
            <Select options={accounts} defaultValue={typed("integrationId")} />
          </Field>
        )}
        <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
          <Field name="amount" label={t("new_charge_form_label")} error={findError("amount")} isRequired>
            <Input
              inputMode="decimal"
              autoComplete="off"
              placeholder="12.50"
              defaultValue={typed("amount")}
            />
          </Field>
          <Field name="currency" label={common("currency")} error={findError("currency")} isRequired>
            <Input
              maxLength={3}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              defaultValue={typed("currency") ?? currency}
            />
          </Field>
        </div>
        <Field
          name="description"
          label={t("new_charge_form_what")}
          help={t("new_charge_form_help")}
          error={findError("description")}
          isOptional
        >
          <Input maxLength={500} autoComplete="off" defaultValue={typed("description")} />
        </Field>
        <Field
          name="orderId"
          label={t("new_charge_form_order")}
          help={t("new_charge_form_your_id_order_payment")}
          error={findError("orderId")}
          isOptional
        >
          <Input maxLength={200} autoComplete="off" spellCheck={false} defaultValue={typed("orderId")} />
        </Field>
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton isPending={decision.isPending}>{t("new_charge_form_make_payment_link")}</SubmitButton>
          <span className="text-muted text-sm">{t("new_charge_form_nothing_charged_before_guest")}</span>
        </div>
      </form>
    </Card>
  );
}
