import { FlaskConical, Store } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";

type Environment = IntegrationDto["environment"];

export interface EnvironmentChoiceProps {
  value: Environment;
  onChange: (environment: Environment) => void;
}

interface FormsOwnChoiceProps extends EnvironmentChoiceProps {
  /** What was chosen, where the browser posted the form itself. */
  posted?: Environment | undefined;
  /** Of a form that stands second: the question and its answers, without what they mean. */
  isShort?: boolean | undefined;
}

/**
 * The real account, or the copy to try things out with. It stands inside the form that it goes along with: beside two of
 * them, the browser would post it with one only.
 */
export function EnvironmentChoice({ value, onChange, posted, isShort = false }: FormsOwnChoiceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isTakenOver, setIsTakenOver] = useState(false);
  const shown = isTakenOver ? value : (posted ?? value);
  // What was chosen before the script came counts for all forms from now on.
  useEffect(() => {
    if (isTakenOver) return;
    const checked = place.current?.querySelector<HTMLInputElement>("input:checked")?.value;
    if ((checked === "live" || checked === "sandbox") && checked !== value) onChange(checked);
    setIsTakenOver(true);
  }, [isTakenOver, value, onChange]);
  return (
    <div ref={place}>
      <RadioCards
        name="environment"
        legend={t("environment_choice_what_do_you_want")}
        columns={isShort ? 2 : 1}
        value={shown}
        onValueChange={(next) => onChange(next === "live" ? "live" : "sandbox")}
        cards={[
          {
            value: "live",
            label: t("environment_choice_your_real_account"),
            ...(isShort ? {} : { description: t("environment_choice_what_happens_from_then") }),
            icon: <Store aria-hidden />,
          },
          {
            value: "sandbox",
            label: t("environment_choice_try_sandbox"),
            ...(isShort ? {} : { description: t("environment_choice_demo_account_inside_patchbay") }),
            icon: <FlaskConical aria-hidden />,
          },
        ]}
      />
    </div>
  );
}
