import { Plus } from "lucide-react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { type ConsentDto, newAccountChoice } from "#lib/sandbox/consent/schema.ts";

interface AccountChoiceProps {
  consent: Pick<ConsentDto, "accounts" | "namedAccount">;
}

/** Which of the merchant's accounts is meant; told where there is nothing to choose. */
export function AccountChoice({ consent }: AccountChoiceProps) {
  if (consent.namedAccount !== null) {
    return (
      <div className="grid gap-0.5">
        <h2 className="font-medium">Account</h2>
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
    label: "A new account",
    description: "To see what happens with another one.",
    icon: <Plus aria-hidden />,
  };
  return (
    <RadioCards
      name="account"
      legend="Account"
      columns={1}
      cards={[...own, another]}
      defaultValue={own[0]?.value ?? newAccountChoice}
    />
  );
}
