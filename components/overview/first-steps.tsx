import { ArrowRight, Check } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { TextLink } from "#components/ui/text-link.tsx";

interface FirstStepsProps {
  hasWebhook: boolean;
  /** The reader may create webhooks. */
  canCreate: boolean;
}

/** From an empty account to the first delivery. */
export function FirstSteps({ hasWebhook, canCreate }: FirstStepsProps) {
  return (
    <Card title="Your first delivery" description="Three steps, about two minutes.">
      <ol className="grid gap-5">
        <Step number={1} title="Create a webhook" isDone={hasWebhook}>
          <p>
            A webhook is an address of yours, such as your till or kitchen printer, that events are sent to.
          </p>
          {!hasWebhook && canCreate && (
            <ButtonLink
              href="/webhooks/new"
              variant="primary"
              icon={<ArrowRight aria-hidden />}
              className="my-1.5"
            >
              Create webhook
            </ButtonLink>
          )}
          {!hasWebhook && !canCreate && <p>Ask an owner or admin of this account to create one.</p>}
        </Step>
        <Step number={2} title="Place an order">
          <p>
            Scan one of your codes or place an order. An engineer can also send one with an{" "}
            <TextLink href="/api-keys">API key</TextLink>; the{" "}
            <TextLink href="/event-types">event catalogue</TextLink> has examples.
          </p>
        </Step>
        <Step number={3} title="Watch it arrive">
          <p>It shows up on this page within seconds, with what the receiver answered.</p>
          {hasWebhook && <p>This page is watching. Nothing has to be reloaded.</p>}
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
