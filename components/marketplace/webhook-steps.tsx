import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

const steps = [
  {
    title: "Name the address",
    text: "Whoever looks after the receiving tool can tell you it. It starts with https://.",
  },
  { title: "Choose the events", text: "All of them, or only some, such as paid orders." },
  { title: "Send a test", text: "The answer of the other side is shown at once, in plain words." },
];

/** How a custom webhook is set up, from the first click to the first delivery. */
export function WebhookSteps({ canCreate }: { canCreate: boolean }) {
  return (
    <Section title="How to set it up">
      <div className="grid gap-4">
        <ol className="grid gap-3 md:grid-cols-3">
          {steps.map(({ title, text }, index) => (
            <li key={title} className="flex gap-3 rounded-card border border-line bg-surface p-4">
              <span
                aria-hidden
                className="grid size-6 shrink-0 place-items-center rounded-pill bg-accent-soft font-medium text-accent-text text-sm"
              >
                {index + 1}
              </span>
              <div className="grid content-start gap-0.5">
                <h3 className="font-medium">{title}</h3>
                <p className="text-muted">{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="max-w-prose text-muted">
          {!canCreate && "An owner or admin of your shop can create one. "}
          What has been set up already stands under <TextLink href="/webhooks">Webhooks</TextLink>.
        </p>
      </div>
    </Section>
  );
}
