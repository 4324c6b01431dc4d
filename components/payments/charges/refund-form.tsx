"use client";

import { Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { giveBack } from "#components/payments/server-actions.ts";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { paymentsChargesBrowser as t } from "#lib/words/en/screens/payments-charges-browser.ts";
import { refundReasons } from "./refund-reasons.ts";

interface RefundFormProps {
  charge: string;
  /** In the smallest unit. */
  amount: number;
  /** "Refund €12.50": what the button does. */
  label: string;
  /** Under which the refund is made once, however often the button is pressed. */
  refundKey: string;
}

/** Gives back what the preview shows, and leads to the payment. */
export function RefundForm({ charge, amount, label, refundKey }: RefundFormProps) {
  const router = useRouter();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <DecisionForm
        action={giveBack}
        about={{ id: charge, amount: String(amount), key: refundKey }}
        refusedTitle={t("refund_form_nothing_was_given_back")}
        onResult={(result) => {
          if (!result.ok) return;
          router.push(result.data.href);
          router.refresh();
        }}
      >
        {({ isPending }) => (
          <>
            <Field name="reason" label={t("refund_form_label")} isOptional className="min-w-56 max-sm:w-full">
              <Select placeholder={t("refund_form_placeholder")} options={refundReasons()} />
            </Field>
            <SubmitButton variant="danger" icon={<Undo2 aria-hidden />} isPending={isPending}>
              {label}
            </SubmitButton>
          </>
        )}
      </DecisionForm>
    </div>
  );
}
