import { ArrowRight, Check } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { TextLink } from "#components/ui/text-link.tsx";

interface FirstStepsProps {
  /** An automation or a webhook is there. */
  hasReceiver: boolean;
  /** The reader may set them up. */
  canCreate: boolean;
}

/** From an empty account to the first thing that happens by itself. */
export function FirstSteps({ hasReceiver, canCreate }: FirstStepsProps) {
  return (
    <Card title="Your first automation" description="Three steps, about two minutes.">
      <ol className="grid gap-5">
        <Step number={1} title="Choose a recipe" isDone={hasReceiver}>
          <p>
            A recipe connects your apps: each order becomes a message in the kitchen, a row in a sheet, a
            guest on your list.
          </p>
          {!hasReceiver && canCreate && (
            <div className="my-1.5 flex flex-wrap gap-2">
              <ButtonLink href="/recipes" variant="primary" icon={<ArrowRight aria-hidden />}>
                See the recipes
              </ButtonLink>
              <ButtonLink href="/marketplace">Connect an app</ButtonLink>
            </div>
          )}
          {!hasReceiver && canCreate && (
            <p className="text-sm">
              For your engineer: a <TextLink href="/webhooks/new">webhook</TextLink> sends events to an
              address of yours.
            </p>
          )}
          {!hasReceiver && !canCreate && <p>Ask an owner or admin of this account to set one up.</p>}
        </Step>
        <Step number={2} title="Place an order">
          <p>
            Scan one of your codes or place an order. An engineer can also send one with an{" "}
            <TextLink href="/api-keys">API key</TextLink>; the{" "}
            <TextLink href="/event-types">event catalogue</TextLink> has examples.
          </p>
        </Step>
        <Step number={3} title="Watch it arrive">
          <p>It shows up on this page within seconds, with what became of it.</p>
          {hasReceiver && <p>This page is watching. Nothing has to be reloaded.</p>}
        </Step>
      </ol>
    </Card>
  );
}

interface StepProps {
  number: number;
  title: string;
  isDone?: boolean;
  children: ReactNode;
}

function Step({ number, title, isDone = false, children }: StepProps) {
  return (
    <li className="flex gap-3.5">
      <span
        aria-hidden
        className={cn(
          "grid size-7 shrink-0 place-items-center rounded-pill border font-semibold text-sm",
          isDone ? "border-success-line bg-success-soft text-success" : "border-line-strong text-muted",
        )}
      >
        {isDone ? <Check className="size-4" /> : number}
      </span>
      <div className="grid min-w-0 max-w-prose justify-items-start gap-1 pt-0.5 text-muted">
        <h3 className="font-medium text-ink">
          {title}
          {isDone && <span className="font-normal text-success"> · done</span>}
        </h3>
        {children}
      </div>
    </li>
  );
}
