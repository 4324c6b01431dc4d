"use client";

import { Check, Plus } from "lucide-react";
import { leaveFor } from "#components/auth/leave-for.ts";
import { giveAnswer } from "#components/consent/server-actions.ts";
import { useDecision } from "#components/forms/use-decision.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { type ConsentDto, newAccountChoice } from "#lib/sandbox/consent/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { consent as t } from "#lib/words/en/screens/consent.ts";

interface AccountChoiceProps {
  consent: Pick<ConsentDto, "accounts" | "namedAccount">;
}

/** What Patchbay asks for at an app, and the answer. */
export function ConsentForm({ consent, merchantName }: { consent: ConsentDto; merchantName: string }) {
  const { form, result, isPending, pressed } = useDecision<{ url: string }>(giveAnswer, {
    onResult: (answer) => (answer.ok ? leaveFor(answer.data.url) : undefined),
  });

  return (
    <form {...form} className="contents">
      <input type="hidden" name="id" value={consent.id} />
      <div className="grid gap-1.5">
        <h1 className="text-balance font-semibold text-2xl">
          {t("consent_form_allow_patchbay_into_your", { name: consent.provider.name })}
        </h1>
        <p className="text-muted">{t("consent_form_you_signed_as_merchantname", { merchantName })}</p>
      </div>
      <AccountChoice consent={consent} />
      <section aria-labelledby="permissions" className="grid gap-2">
        <h2 id="permissions" className="font-medium">
          {t("consent_form_patchbay_will_able")}
        </h2>
        <ul className="grid divide-y divide-line rounded-control border border-line">
          {consent.scopes.map((scope) => (
            <li key={scope.id} className="flex items-start gap-2.5 px-3.5 py-2.5">
              <Check aria-hidden className="mt-0.75 size-4 shrink-0 text-success" />
              <span className="grid min-w-0 gap-0.5">
                <span>{scope.title}</span>
                <code className="font-mono text-subtle text-xs [overflow-wrap:anywhere]">{scope.id}</code>
              </span>
            </li>
          ))}
        </ul>
      </section>
      {result && !result.ok && (
        <div role="alert">
          <Notice tone="danger" title={t("consent_form_title")}>
            {result.message}
          </Notice>
        </div>
      )}
      <div className="grid gap-2.5 sm:grid-cols-2">
        {/* First, so that it is what Enter stands for. */}
        <Button
          type="submit"
          name="answer"
          value="allow"
          size="lg"
          variant="primary"
          className="sm:order-last"
          isPending={isPending && pressed === "allow"}
        >
          {t("consent_form_allow")}
        </Button>
        <Button
          type="submit"
          name="answer"
          value="deny"
          size="lg"
          isPending={isPending && pressed === "deny"}
        >
          {t("consent_form_deny")}
        </Button>
      </div>
    </form>
  );
}

/** Which of the merchant's accounts is meant; told where there is nothing to choose. */
function AccountChoice({ consent }: AccountChoiceProps) {
  if (consent.namedAccount !== null) {
    return (
      <div className="grid gap-0.5">
        <h2 className="font-medium">{common("account")}</h2>
        <p className="font-mono text-muted text-sm [overflow-wrap:anywhere]">{consent.namedAccount}</p>
      </div>
    );
  }
  const own = consent.accounts.map(({ id, label, externalId }) => ({
    value: id,
    label,
    description: <span className="font-mono [overflow-wrap:anywhere]">{externalId}</span>,
  }));
  const another = {
    value: newAccountChoice,
    label: t("account_choice_new_account"),
    description: t("account_choice_description"),
    icon: <Plus aria-hidden />,
  };
  return (
    <RadioCards
      name="account"
      legend={common("account")}
      columns={1}
      cards={[...own, another]}
      defaultValue={own[0]?.value ?? newAccountChoice}
    />
  );
}
