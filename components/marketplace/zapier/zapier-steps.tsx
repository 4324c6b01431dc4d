import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Section } from "#components/ui/section.tsx";
import { permissionMeanings, type Scope } from "#lib/auth/permissions.ts";

/** What Zapier does with a key: show samples, subscribe Zaps, send events. */
const scopesOfZapier = ["read", "webhooks:write", "events:write"] as const satisfies readonly Scope[];

const stepsAfterTheKey = [
  {
    title: "Choose Patchbay in Zapier",
    text: "Make a new Zap and search for Patchbay. If Zapier does not find it, ask whoever runs Patchbay for you for the invitation.",
  },
  {
    title: "Paste the key",
    text: "Zapier asks for it once. Then it shows the name of your shop, so you can see that it is the right one.",
  },
  {
    title: "Switch the Zap on",
    text: "From then on it hears of each event, and stands in the list below.",
  },
];

/** How Zapier is connected, from the key to the first Zap. */
export function ZapierSteps({ canCreateKey }: { canCreateKey: boolean }) {
  return (
    <Section
      title="How to set it up"
      actions={canCreateKey && <ButtonLink href="/api-keys">Go to API keys</ButtonLink>}
    >
      <ol className="grid gap-3 md:grid-cols-2">
        <Step number={1} title="Create an API key for Zapier">
          <p>
            {canCreateKey
              ? "Under API keys. Call it Zapier, and tick these three:"
              : "An owner or admin of your shop can do that, with these three permissions:"}
          </p>
          <ul className="list-disc pl-5">
            {scopesOfZapier.map((scope) => (
              <li key={scope}>{permissionMeanings[scope]}</li>
            ))}
          </ul>
        </Step>
        {stepsAfterTheKey.map(({ title, text }, index) => (
          <Step key={title} number={index + 2} title={title}>
            <p>{text}</p>
          </Step>
        ))}
      </ol>
    </Section>
  );
}

interface StepProps {
  number: number;
  title: string;
  children: ReactNode;
}

function Step({ number, title, children }: StepProps) {
  return (
    <li className="flex gap-3 rounded-card border border-line bg-surface p-4">
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
      >
        {number}
      </span>
      <div className="grid content-start gap-0.5 text-muted">
        <h3 className="font-medium text-ink">{title}</h3>
        {children}
      </div>
    </li>
  );
}
