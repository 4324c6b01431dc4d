import { FlaskConical, Store } from "lucide-react";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";

type Environment = IntegrationDto["environment"];

interface EnvironmentChoiceProps {
  value: Environment;
  onChange: (environment: Environment) => void;
  /** Id of the form that it goes along with. */
  form: string;
}

/** The real account, or the copy to try things out with. */
export function EnvironmentChoice({ value, onChange, form }: EnvironmentChoiceProps) {
  return (
    <RadioCards
      name="environment"
      legend="What do you want to connect?"
      form={form}
      columns={1}
      value={value}
      onValueChange={(next) => onChange(next === "live" ? "live" : "sandbox")}
      cards={[
        {
          value: "live",
          label: "Your real account",
          description: "What happens from then on is real.",
          icon: <Store aria-hidden />,
        },
        {
          value: "sandbox",
          label: "Try it in the sandbox",
          description: "A demo account inside Patchbay. Nothing leaves it.",
          icon: <FlaskConical aria-hidden />,
        },
      ]}
    />
  );
}
