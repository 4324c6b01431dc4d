import type { ComponentProps, ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { cn } from "#components/ui/cn.ts";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ReplayMode } from "#lib/automations/replays/replay-schema.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsReplay as t } from "#lib/words/en/screens/automations-replay.ts";
import { ReplayForm } from "./replay-form.tsx";
import { replayModes } from "./replay-modes.ts";

interface ReplayViewProps {
  back: { href: string; label: string };
  title: string;
  path: string;
  mode: ReplayMode;
  /** The plan of the chosen way, or why there is none. */
  children: ReactNode;
}

/** The page of a replay: the ways to do it, and what the chosen one would do. */
export function ReplayView({ back, title, path, mode, children }: ReplayViewProps) {
  return (
    <>
      <PageHeader back={back} title={title} description={t("replay_view_description")} />
      <ModeLinks path={path} selected={mode} />
      {children}
    </>
  );
}

/** The three ways to do it again, as links: the plan below is that of the chosen one. */
function ModeLinks({ path, selected }: { path: string; selected: ReplayMode }) {
  return (
    <nav aria-label={t("mode_links_how_replay")}>
      <ul className="grid gap-2.5 md:grid-cols-3">
        {replayModes().map(({ mode, label, meaning }) => (
          <li key={mode} className="grid">
            <Link
              href={`${path}?mode=${mode}`}
              scroll={false}
              aria-current={mode === selected ? "true" : undefined}
              className={cn(
                "grid content-start rounded-control border p-3 shadow-control transition-colors",
                mode === selected
                  ? "border-accent bg-accent-soft"
                  : "border-line-strong bg-surface hover:border-control",
              )}
            >
              <span className="font-medium text-ink">{label}</span>
              <span className="text-muted text-sm">{meaning}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PlannedStep {
  key: string;
  title: string | null;
  app: string | null;
  /** What becomes of it. */
  effect: ReactNode;
  message?: string;
}

interface ReplayPlanProps {
  description: string;
  steps: readonly PlannedStep[];
  form: ComponentProps<typeof ReplayForm>;
  /** Beside the button. */
  note?: string;
}

/** What a replay would do with each step, and the button that has it done. */
export function ReplayPlan({ description, steps, form, note }: ReplayPlanProps) {
  return (
    <Section title={t("replay_plan_title")} description={description}>
      <div className="grid gap-4">
        <Card isFlush>
          <ol className="divide-y divide-line">
            {steps.map(({ key, title, app, effect, message }) => (
              <li
                key={key}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 px-card py-3.5"
              >
                <div className="grid min-w-0 flex-1 basis-56">
                  <span className="font-medium">
                    {title ?? toLabel(key)}{" "}
                    <span className="font-normal text-muted">{app && t("replay_plan_app", { app })}</span>
                  </span>
                  {message && <span className="text-muted text-sm">{message}</span>}
                </div>
                <div>{effect}</div>
              </li>
            ))}
          </ol>
        </Card>
        <div className="flex flex-wrap items-center gap-3">
          <ReplayForm {...form} />
          {note && <span className="text-muted text-sm">{note}</span>}
        </div>
      </div>
    </Section>
  );
}
