import { Plus } from "lucide-react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { type ConsentDto, newAccountChoice } from "#lib/sandbox/consent/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { consent as t } from "#lib/words/en/screens/consent.ts";

interface AccountChoiceProps {
  consent: Pick<ConsentDto, "accounts" | "namedAccount">;
}

/** Which of the merchant's accounts is meant; told where there is nothing to choose. */
export function AccountChoice({ consent }: AccountChoiceProps) {
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
